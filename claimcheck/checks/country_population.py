"""Does a country have as many people as the text says?

What it asks. The references that ship hold the World Bank's estimates of the population of most countries for every year since 1960. A
population is *supported* where the estimate of its year agrees as well as national statistics do, and *contradicted* where no estimate of
any year does: a text may speak of the past without saying so. A table of one's own that holds the figure goes before.

Why it matters. Populations are quoted from memory in half a sentence, and nobody looks them up.

An example that speaks:

    Finland, population 6.5 million, joined NATO in 2023.   -> contradicted: 5,619,911 in 2024

An example that is silent: "Kenya's refugee population of 800,000 has grown." So are cities, forecasts, and countries at war.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.case import Case
from claimcheck.checks._evidence import row_evidence
from claimcheck.comparing.row_figures import difference
from claimcheck.comparing.sentence_names import named_in
from claimcheck.model import Claim, Finding
from claimcheck.reading import places
from claimcheck.references import References
from claimcheck.references.decision import decide
from claimcheck.references.populations import populations
from claimcheck.wording import percent, row_value

_BEFORE = 30
"""Characters before a name in which a word still belongs to it."""
_HAS = re.compile(
    r"(?:['’]s?\s+(?:total\s+)?population\b|,?\s+(?:population\b|with (?:a |its )?|a (?:country|nation)\b|has\b|had\b|is\b|counted\b))"
)
_OF = re.compile(r"\bpopulation (?:of|in) (?:the )?$")
_PART = re.compile(r"(?:\b(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:ern)?|\b[A-Z][\w.]*|-)[ -]?$")
"""What makes a country's name the name of a part of it, or of another thing: "East Germany", "wild Turkey"."""
_THAN = re.compile(r"\b(?:than|as many as|as much as|as) (?:[a-z]+ ){0,4}$")
_LEAST = Decimal("0.6")
_SLIP = Decimal("0.9")
"""How near two figures must be to be of the same people. Conventions of this project."""
_SAID = {"supported": "supported", "rounding": "supported", "contradicted": "contradicted"}


def check(case: Case) -> Iterator[Finding]:
    """A finding for every population of a country, where the references that ship are used."""
    if case.references is None or any(table not in case.references.tables for table in References.shipped().tables):
        return
    for claim in case.claims:
        if not _is_population(claim) or case.verdicts()[claim.id] is not None:
            continue
        decided = decide(claim, populations())
        verdict = _SAID.get(str(decided.verdict)) if decided is not None else None
        if decided is None or verdict is None:
            continue
        row = decided.rows[0]
        if _is_compared_with(claim, str(row.entity)):
            continue
        absolute, relative = difference(claim, row)
        if verdict == "contradicted" and not (_is_of_the_whole(claim, str(row.entity)) and _is_of_a_size(relative)):
            continue
        on_record = f"population of {row.entity}: {row_value(row)} in {row.as_of} ({row.source})"
        wrong = f"{on_record}, not {claim.surface!r}{f' ({percent(relative)})' if relative else ''}."
        message = wrong if verdict == "contradicted" else f"{claim.surface!r} is borne out by {on_record}."
        severity = "warning" if verdict == "contradicted" else "note"
        yield Finding("country-population", severity, verdict, message, claim, (row_evidence(row),), absolute, relative)


def _is_population(claim: Claim) -> bool:
    return claim.kind == "count" and (claim.measure or ("population" if "population" in claim.sentence else None)) == "population"


def _is_of_the_whole(claim: Claim, country: str) -> bool:
    """Whether a sentence says the population of a country itself, and names no place inside it."""
    said = False
    for start, end, found in named_in(claim.sentence):
        if any(place != country and places.contains(country, place) for place in found):
            return False
        name = claim.sentence[start:end].removesuffix("'s").removesuffix("’s")
        if places.canonical(name) == country and not _PART.search(claim.sentence, max(0, start - _BEFORE), start):
            behind = claim.sentence[start + len(name) :]
            said = said or _HAS.match(behind) is not None or _OF.search(claim.sentence, max(0, start - _BEFORE), start) is not None
    return said


def _is_compared_with(claim: Claim, country: str) -> bool:
    """Whether the figure is only held against the country: "home to 37 million people, more than the whole of Canada had"."""
    behind = claim.span[1] - claim.sentence_span[0]
    named = [start for start, _, found in named_in(claim.sentence) if country in found]
    return bool(named) and all(start > behind and _THAN.search(claim.sentence, behind, start) for start in named)


def _is_of_a_size(relative: str | None) -> bool:
    """Whether a figure is near enough to be of the same people, or apart by a slip of ten."""
    times = 1 + Decimal(relative or "0")
    return _LEAST < times < 1 / _LEAST or any(_SLIP < times / ten < 1 / _SLIP for ten in (10, 100, 1000, Decimal("0.1"), Decimal("0.01")))
