"""Is a country as large as the text says?

What it asks. The references that ship hold the total and the land area of countries after the CIA World Factbook, and further figures where
borders or waters are drawn differently. Where a sentence states the area of a country itself, it is *supported* by a figure within 3 per
cent, and *contradicted* where it lies more than 10 per cent beyond all of them. A table of one's own that holds the figure goes before.

Why it matters. An area goes from square miles to square kilometres and back in half a sentence, and one of the two stays behind.

An example that speaks:

    Kenya covers 224,000 square kilometres.   -> contradicted: Kenya, land area: 569,140 square kilometers

An example that is silent: "Kenya lost 5,000 square kilometres of forest." So are
states, regions, seas, and what is occupied, flooded or burned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.case import Case
from claimcheck.checks._evidence import row_evidence
from claimcheck.checks._figures import middle
from claimcheck.checks._own_area import countries_in, country_of_area
from claimcheck.comparing.figures import is_specific
from claimcheck.comparing.row_figures import difference, interval
from claimcheck.model import Claim, Finding, Row
from claimcheck.reading import units
from claimcheck.references import References
from claimcheck.references.areas import areas_of
from claimcheck.wording import percent, row_value

_NEAR, _FAR = Decimal("0.03"), Decimal("0.1")
"""How far surveys of one country lie apart, and what none does. Conventions of this project."""
_SAME = Decimal("0.005")
"""How near figures of three digits and more are to be of the same land by their digits alone. A convention of this project."""
_HEDGED = Decimal("0.2")
"""How far a figure "more than" another may lie below it. A convention of this project."""
_LEAST = Decimal("0.5")
"""How near two figures must be to be of the same land; a slip of ten or of another unit apart. A convention of this project."""
_SLIPS = (*(Decimal(10) ** power for power in (-3, -2, -1, 1, 2, 3)), Decimal("2.59"), 1 / Decimal("2.59"))
_BEFORE = 300
"""Characters before a sentence in which the country may be named that it is about."""
_ABOVE, _BELOW = ("more_than", "at_least"), ("less_than", "at_most", "almost")


def check(case: Case) -> Iterator[Finding]:
    """A finding for every area of a country, where the references that ship are used."""
    if case.references is None or any(table not in case.references.tables for table in References.shipped().tables):
        return
    figures = [claim for claim in case.claims if claim.kind == "area"]
    for claim in figures:
        if claim.change or claim.unit is None or case.verdicts()[claim.id] is not None:
            continue
        start = claim.sentence_span[0]
        beside = [other for other in figures if other is not claim]
        stated = country_of_area(claim, beside, areas_of(), case.document.text[max(0, start - _BEFORE) : start])
        country, sure = stated or (_by_digits(claim), False)
        if country is None:
            continue
        verdict, row = _judged(claim, areas_of()[country])
        if verdict == "supported" or (verdict == "contradicted" and sure):
            yield _finding(claim, country, row, verdict)


def _by_digits(claim: Claim) -> str | None:
    """The country of the sentence that has so precise a figure as its area, whatever the words."""
    if not is_specific(claim):
        return None
    stated = units.convert(middle(claim), str(claim.unit), "kilometer ** 2")
    named = (country for country, _ in countries_in(claim.sentence, areas_of()))
    return next((country for country in named if any(abs(stated / _size(row) - 1) <= _SAME for row in areas_of()[country])), None)


def _finding(claim: Claim, country: str, row: Row, verdict: str) -> Finding:
    on_record = f"{country}, {row.measure}: {row_value(row)} ({row.source})"
    absolute, relative = difference(claim, row)
    wrong = f"{on_record}, not {claim.surface!r}{f' ({percent(relative)})' if relative else ''}."
    message = wrong if verdict == "contradicted" else f"{claim.surface!r} is borne out by {on_record}."
    severity = "warning" if verdict == "contradicted" else "note"
    return Finding("country-area", severity, verdict, message, claim, (row_evidence(row),), absolute, relative)


def _judged(claim: Claim, rows: Sequence[Row]) -> tuple[str | None, Row]:
    """What the areas of a country say of a figure, with the nearest of them; None where it lies between agreement and dispute."""
    stated = units.convert(middle(claim), str(claim.unit), "kilometer ** 2")
    row = min(rows, key=lambda row: abs(stated - _size(row)))
    times = stated / _size(row)
    published = [_size(row) for row in rows if row.measure in ("total area", "land area")]
    near = abs(times - 1) <= _NEAR or min(published) <= stated <= max(published) or _allows(claim, row)
    above, below = claim.qualifier in _ABOVE and times < 1, claim.qualifier in _BELOW and times > 1
    if near or ((above or below) and abs(times - 1) <= _HEDGED):
        return "supported", row
    wrong = abs(times - 1) > _FAR and not above and not below and _is_of_a_size(times)
    return ("contradicted" if wrong else None), row


def _allows(claim: Claim, row: Row) -> bool:
    """Whether the digits and the hedge of a rounded figure allow a row's: "about 300,000" of 309,500."""
    given, stated = interval(row), claim.bounds
    if given is None or stated is None or stated.low is None or stated.high is None or claim.qualifier in (*_ABOVE, *_BELOW):
        return False
    return Decimal(stated.low) <= Decimal(str(given.low)) <= Decimal(stated.high)


def _is_of_a_size(times: Decimal) -> bool:
    return _LEAST < times < 1 / _LEAST or any(1 - _FAR < times / slip < 1 + _FAR for slip in _SLIPS)


def _size(row: Row) -> Decimal:
    return Decimal(str(row.value))
