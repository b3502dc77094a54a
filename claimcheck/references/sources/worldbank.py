"""Indicators of the World Bank, by its API (https://datahelpdesk.worldbank.org/knowledgebase/articles/889392), version 2, without a key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from attrs import frozen

from claimcheck.errors import SourceError
from claimcheck.model import Claim
from claimcheck.references.packages import Resource
from claimcheck.references.sources.client import Answer, Client
from claimcheck.references.sources.protocol import resource

INDICATORS: Mapping[str, tuple[str, str]] = {
    "SP.POP.TOTL": ("population", "count"),
    "NY.GDP.MKTP.CD": ("gross domestic product", "USD"),
    "FP.CPI.TOTL.ZG": ("inflation rate", "percent"),
    "SL.UEM.TOTL.ZS": ("unemployment rate", "percent"),
    "SP.DYN.LE00.IN": ("life expectancy", "year"),
    "AG.SRF.TOTL.K2": ("area", "square kilometer"),
}
"""What prose calls an indicator, and its unit. Others go by the name and unit the World Bank gives them."""
_PAGE = "20000"
_MOST_PAGES = 50


@frozen
class WorldBank:
    """Figures of countries by year. `countries` are ISO codes, none means all; `years` the first and the last."""

    indicators: tuple[str, ...] = ("SP.POP.TOTL",)
    countries: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    address: str = "https://api.worldbank.org"

    def fetch(self, claims: Sequence[Claim], client: Client) -> Iterable[Resource]:
        """One table an indicator. Raises SourceError, also for an indicator or country that the World Bank does not know."""
        return tuple(resource(f"World Bank {name}", list(self._records(name, client))) for name in self.indicators)

    def _records(self, indicator: str, client: Client) -> Iterator[dict[str, str | None]]:
        url = f"{self.address}/v2/country/{';'.join(self.countries) or 'all'}/indicator/{indicator}"
        asked = {"format": "json", "per_page": _PAGE} | ({"date": f"{self.years[0]}:{self.years[1]}"} if self.years else {})
        page = pages = 1
        while page <= min(pages, _MOST_PAGES):
            answer = client.get(url, {**asked, "page": str(page)})
            head, figures = _parts(answer)
            yield from (
                _record(figure, indicator, head, answer, self.address) for figure in figures if isinstance(figure.get("value"), int | float)
            )
            page, pages = page + 1, int(head.get("pages") or 0)


def _parts(answer: Answer) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The head and the figures of a page."""
    given = answer.json()
    head = given[0] if isinstance(given, list) and given and isinstance(given[0], dict) else None
    if head and isinstance(head.get("message"), list):
        said = "; ".join(str(part.get("value")) for part in head["message"] if isinstance(part, dict))
        raise SourceError(f"{answer.url} is refused by the World Bank: {said[:200]}; look up the codes of indicator and countries.")
    figures = given[1] if head and len(given) == 2 else None
    if head is None or not isinstance(figures, list | None) or not str(head.get("pages", 0)).isdigit():
        raise SourceError(f"{answer.url} does not answer as the World Bank documents; has its API changed?")
    return head, [figure for figure in figures or [] if isinstance(figure, dict)]


def _record(figure: Mapping[str, Any], indicator: str, head: Mapping[str, Any], answer: Answer, address: str) -> dict[str, str | None]:
    title = _name(figure.get("indicator")) or indicator
    measure, unit = INDICATORS.get(indicator, (title.partition(" (")[0], title.partition("(")[2].removesuffix(")")))
    return {
        "entity": _name(figure.get("country")),
        "measure": measure,
        "value": format(Decimal(str(figure["value"])), "f"),
        "unit": unit,
        "as_of": str(figure.get("date") or ""),
        "recorded_at": str(head.get("lastupdated") or "") or None,
        "source": f"World Bank, {indicator}",
        "url": f"{address}/v2/country/{figure.get('countryiso3code') or 'all'}/indicator/{indicator}",
        "note": f"retrieved {answer.day}",
    }


def _name(field: Any) -> str:
    return str(field.get("value") or "") if isinstance(field, dict) else ""
