"""One quantity in two units: 60 miles (97 km), $5 million or 4.6 million euros."""

from __future__ import annotations

from claimcheck.reading.relations.links import SentenceLinks, base_unit
from claimcheck.reading.relations.patterns import Match

_CONVERTED = (
    "length",
    "area",
    "volume",
    "mass",
    "speed",
    "temperature",
    "energy",
    "power",
    "pressure",
    "money",
    "rate",
    "duration",
    "angle",
    "data",
)


def conversion(sentence: SentenceLinks, match: Match) -> None:
    """One quantity in two units; a third one behind a semicolon converts the first as well."""
    one, other = match.one("one"), match.one("other")
    if one is None or other is None or sentence.has(other, "converts") or _is_alternative(sentence, other):
        return
    first = next((index for role, index in sentence.links[one] if role == "converts"), one)
    a, b = sentence.figures[first], sentence.figures[other]
    if a.unit != b.unit and a.kind == b.kind and a.kind in _CONVERTED and (a.kind == "money" or base_unit(a) == base_unit(b) != ""):
        sentence.link(other, "converts", first)


def apposed(sentence: SentenceLinks, match: Match) -> None:
    """ "112 hectares, about 277 acres, was sold": what is only roughly that much in another unit is the same quantity."""
    other = match.one("other")
    if other is not None and sentence.figures[other].qualifier == "approximate":
        conversion(sentence, match)


def _is_alternative(sentence: SentenceLinks, index: int) -> bool:
    """Whether another "or" behind a figure makes it one of several to choose from: "5 km, or 10 miles, or a marathon"."""
    return sentence.tokens.words[sentence.figures[index].last : sentence.figures[index].last + 2] == (",", "or")
