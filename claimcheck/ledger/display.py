"""A series for people: a sparkline and a plain table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation

from claimcheck.ledger.records import Article, Correction, Related, Version
from claimcheck.model import Claim

_BARS = "▁▂▃▄▅▆▇█"
_WIDEST, _WIDEST_SCOPE = 40, 120
_HEADERS = ("as of", "said on", "figure", "who says so", "article", "claim")


def sparkline(values: Iterable[str | int | float | Decimal | tuple[str, str]]) -> str:
    """One bar for each value, the lowest ▁ and the highest █; a range counts by its middle, what is no number is a space.

    >>> sparkline([46000, 50000, 55000]), sparkline(["3", "3"]), sparkline([("1", "3"), "10", "n/a"])
    ('▁▄█', '▄▄', '▁█ ')
    """
    numbers = [_number(value) for value in values]
    known = [number for number in numbers if number is not None]
    if not known:
        return " " * len(numbers)
    low, width = min(known), max(known) - min(known)
    return "".join(" " if n is None else _BARS[int((n - low) / width * 7)] if width else _BARS[3] for n in numbers)


def about(series: Sequence[Claim]) -> str:
    """What a series is about, in words: its statistic, whom, event and place, each as most of its claims tell it.

    >>> from claimcheck import extract
    >>> about(extract("The fire in Lodvik destroyed 400 homes.", published="2026-06-01"))
    'destroyed, homes, Lodvik'
    """
    claims = [(claim.measure, claim.noun or claim.entity, claim.event, claim.place) for claim in series]
    told = [_commonest(words) for words in zip(*claims, strict=True)]
    return _plain(", ".join(dict.fromkeys(filter(None, told))), _WIDEST_SCOPE) or series[-1].kind


def _commonest(words: Iterable[str | None]) -> str | None:
    """The wording that most of several have, of equals the one that says most."""
    counted = Counter(word for word in words if word)
    return max(counted, key=lambda word: (counted[word], len(word)), default=None)


def series_table(claims: Sequence[Claim], corrections: Iterable[Correction] = ()) -> str:
    """A series as a text table, one line a claim, with the corrections of its claims below, and the sparkline of those that have a day.

    >>> series_table([])
    'No claims.'
    """
    if not claims:
        return "No claims."
    lines = _table(_HEADERS, map(_row, claims))
    lines += map(_correction, corrections)
    dated = [claim for claim in claims if claim.as_of or claim.said_on]
    return "\n".join((*lines, *([sparkline(_heights(dated))] if dated else ())))


def _heights(claims: Sequence[Claim]) -> list[str | tuple[str, str]]:
    """The figures in one unit: their own where they share it, else the base unit of their kind, in which their bounds are given."""
    if len({claim.unit for claim in claims}) == 1:
        return [claim.value for claim in claims]
    ends = [(claim.bounds.low, claim.bounds.high) if claim.bounds else (None, None) for claim in claims]
    return [(low or high or "", high or low or "") for low, high in ends]


def _correction(correction: Correction) -> str:
    who = f" ({_plain(correction.source)})" if correction.source else ""
    return f"{correction.on}  {_plain(correction.surface)!r} corrected to {_shown(correction.value)}: {_plain(correction.reason)}{who}"


def related_table(found: Iterable[Related]) -> str:
    """Articles of the same event as a text table, the likeliest first.

    >>> print(related_table([Related("a.md", "Hiker found", "2026-06-01", 0.4, ("ruiz", "34"))]))
    published   alike  shared   headline     article
    ----------  -----  -------  -----------  -------
    2026-06-01  40%    ruiz 34  Hiker found  a.md
    """
    rows = [(o.published or "-", f"{o.likeness:.0%}", " ".join(o.shared), o.headline or "-", o.document) for o in found]
    return "\n".join(_table(("published", "alike", "shared", "headline", "article"), [tuple(map(_plain, row)) for row in rows]))


def articles_table(articles: Iterable[Article]) -> str:
    """Articles as a text table, with the number of their figures and versions.

    >>> print(articles_table([Article("a.md", "Hiker found", "2026-06-01", 3, 1)]))
    published   figures  versions  headline     article
    ----------  -------  --------  -----------  -------
    2026-06-01  3        1         Hiker found  a.md
    """
    rows = [(o.published or "-", str(o.claims), str(o.versions), o.headline or "-", o.document) for o in articles]
    return "\n".join(_table(("published", "figures", "versions", "headline", "article"), [tuple(map(_plain, row)) for row in rows]))


def versions_table(versions: Iterable[Version]) -> str:
    """Every figure of every version of an article as a text table, the oldest version first.

    >>> print(versions_table([Version("a.md", 1, "2026-06-01", (), None, "")]))
    version  recorded    as of  figure  who says so  claim
    -------  ----------  -----  ------  -----------  -----
    1        2026-06-01  -      -       -            -
    """
    rows = [(str(v.number), v.recorded_at[:16], *_figure(claim)) for v in versions for claim in v.claims or (None,)]
    return "\n".join(_table(("version", "recorded", "as of", "figure", "who says so", "claim"), rows))


def _figure(claim: Claim | None) -> tuple[str, ...]:
    if claim is None:
        return ("-", "-", "-", "-")
    as_of, _, surface, who, _, name = _row(claim)
    return as_of, surface, who, name


def _table(headers: tuple[str, ...], cells: Iterable[tuple[str, ...]]) -> list[str]:
    rows = [headers, *cells]
    widths = [max(len(row[column]) for row in rows) for column in range(len(headers))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return [lines[0], "  ".join("-" * width for width in widths), *lines[1:]]


def _row(claim: Claim) -> tuple[str, ...]:
    who = claim.attribution.source if claim.attribution else claim.outlet
    cells = (claim.as_of, claim.said_on, claim.surface, who, claim.document, claim.id)
    return tuple(_plain(cell or "-") for cell in cells)


def _plain(text: str, widest: int = _WIDEST) -> str:
    """A text on one line, without control characters that a terminal would obey, and cut where it is long."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: 10 * widest]).split())
    return line if len(line) <= widest else line[: widest - 1] + "…"


def _shown(value: str | tuple[str, str]) -> str:
    return value if isinstance(value, str) else " to ".join(value)


def _number(value: str | int | float | Decimal | tuple[str, str]) -> Decimal | None:
    if isinstance(value, tuple):
        low, high = map(_number, value)
        return None if low is None or high is None else (low + high) / 2
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
