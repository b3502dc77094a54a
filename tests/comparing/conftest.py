"""Small claims for the tests of comparing, from the few fields that matter."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from claimcheck import days, intervals
from claimcheck.model import Attribution, Claim, Interval, Link, Period

_BASE = {"mile": ("meter", "1609.344"), "kilometer": ("meter", "1000")}


@pytest.fixture(name="claim", scope="session")
def claim_fixture() -> Callable[[dict[str, Any]], Claim]:
    """The builder of claims."""
    return claim


def claim(given: dict[str, Any]) -> Claim:
    """A claim of these fields; bounds follow from value, unit and qualifier."""
    fields = dict(given)
    value = tuple(fields["value"]) if isinstance(fields["value"], list) else fields["value"]
    period, source = fields.pop("period", None), fields.pop("attribution", None)
    sentence = fields.get("sentence", "")
    return Claim(
        **{
            "id": f"{fields.get('document')}-{value}-{fields.get('as_of')}",
            "outlet": None,
            "title": None,
            "surface": str(value),
            **fields,
            "value": value,
            "span": tuple(fields.get("span", (0, 5))),
            "number_span": tuple(fields.get("number_span", fields.get("span", (0, 5)))),
            "sentence_span": tuple(fields.get("sentence_span", (0, len(sentence)))),
            "inherited": tuple(fields.get("inherited", ())),
            "bounds": bounds(fields["kind"], value, fields["unit"], fields.get("qualifier", "exact")),
            "period": Period(*period) if period else None,
            "attribution": Attribution(source, "said") if source else None,
            "links": tuple(Link(*link) for link in fields.get("links", ())),
        }
    )


def bounds(kind: str, value: str | tuple[str, ...], unit: str | None, qualifier: str) -> Interval:
    """The bounds the reader would give."""
    if kind in ("date", "year"):
        assert isinstance(value, str)
        return Interval(days.first_day(value).isoformat(), days.last_day(value).isoformat(), "day")
    number: Decimal | tuple[Decimal, Decimal] = Decimal(value) if isinstance(value, str) else (Decimal(value[0]), Decimal(value[1]))
    step = intervals.place_value(number) if isinstance(number, Decimal) else None
    low, high, low_open, high_open = intervals.of_value(number, None if kind == "count" and step == 1 else step, qualifier)
    base, factor = _BASE.get(unit or "", (unit or "count", "1"))
    stated = Interval(None if low is None else str(low), None if high is None else str(high), base, low_open, high_open)
    return intervals.scale(stated, Decimal(factor), base)
