"""The unit a table names for its figures: a unit of the units table, perhaps in thousands or millions, a date, or a fraction."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

from attrs import frozen

from claimcheck.comparing.statistic_words import statistics
from claimcheck.reading import units
from claimcheck.references.cells import Unreadable
from claimcheck.vocabulary import table, word_set

_POWERS = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SCALES = _POWERS | {f"{word}s": power for word, power in _POWERS.items()}


@frozen
class StatedUnit:
    """What figures of a column are: `kind` and `unit` as in claims ("date" and None for dates); times `factor` they are in that unit.

    `counted` is what the unit says is counted ("tanks"), where that tells more than that people or things are, or whose share ("of GDP").
    """

    kind: str
    unit: str | None
    factor: Decimal = Decimal(1)
    counted: str | None = None


COUNT = StatedUnit("count", "count")
DATE = StatedUnit("date", None)
_ALONE = {"share": "percent", "percent": "percent", "magnitude": "magnitude"}
_WORDS = {"": COUNT, "date": DATE, "fraction": StatedUnit("percent", "percent", Decimal(100)), "%": StatedUnit("percent", "percent")}


@lru_cache(maxsize=1024)
def stated_unit(text: str) -> StatedUnit:
    """The unit a table's cell, header or mapping names; nothing, and a noun that can be counted, mean that things are counted.

    >>> stated_unit("percent").kind, int(stated_unit("thousand USD").factor), int(stated_unit("fraction").factor)
    ('percent', 1000, 100)
    >>> stated_unit("tanks").unit, stated_unit("tanks").counted, stated_unit("votes").counted
    ('count', 'tanks', None)
    >>> stated_unit("% of GDP").unit, stated_unit("percent of GDP").counted
    ('percent', 'of GDP')

    Raises Unreadable for a unit that the units table does not know.
    """
    known = _WORDS.get(text.lower()) or _named(text) or _counted(text) or _share(text)
    if known:
        return known
    words = text.replace("(", " ").replace(")", " ").split()
    scales = [_SCALES[word.lower()] for word in words if word.lower() in _SCALES]
    rest = " ".join(word for word in words if word.lower() not in (*_SCALES, "in", "of", "current"))
    scaled = (_WORDS.get(rest.lower()) or _named(rest) or _counted(rest)) if scales or rest != text else None
    if scaled is None:
        raise Unreadable(f"names the unit {text[:60]!r}, which the units table does not know")
    return StatedUnit(scaled.kind, scaled.unit, scaled.factor.scaleb(sum(scales)), scaled.counted)


@lru_cache(maxsize=1024)
def usual_unit(measure: str) -> str:
    """The unit of a statistic that comes in one only, where a table names none; "" for others.

    >>> usual_unit("unemployment rate"), usual_unit("magnitude"), usual_unit("homes built")
    ('percent', 'magnitude', '')
    """
    kinds = frozenset(kind for name in statistics(measure) for kind in _kinds()[name].split())
    return _ALONE.get(next(iter(kinds)), "") if len(kinds) == 1 else ""


@cache
def _kinds() -> dict[str, str]:
    return {row["measure"]: row["kinds"] for row in table("statistics")}


def unit_in_header(header: str) -> str:
    """The unit at the end of a header, in brackets, behind a comma or as its plain symbol, "" where there is none.

    >>> unit_in_header("Length (km)"), unit_in_header("Area, km2"), unit_in_header("Deaths (estimate)"), unit_in_header("Wheat [EUR/t]")
    ('km', 'km2', '', 'EUR/t')
    >>> unit_in_header("length_km"), unit_in_header("cost_million_eur"), unit_in_header("turnout %"), unit_in_header("opened_in")
    ('km', 'million eur', '%', '')
    """
    return _cut(header)[1]


def without_unit(header: str) -> str:
    """A header without the unit at its end.

    >>> without_unit("Length (km)"), without_unit("Deaths (estimate)")
    ('Length', 'Deaths (estimate)')
    """
    return _cut(header)[0]


def _share(text: str) -> StatedUnit | None:
    """Percent of something: "percent of GDP", "% of GDP"."""
    percent, found, whole = text.partition(" of ")
    unit = (_WORDS.get(percent.lower()) or _named(percent)) if found and whole.strip() else None
    return StatedUnit("percent", "percent", counted=f"of {whole.strip()}") if unit and unit.kind == "percent" else None


def _cut(header: str) -> tuple[str, str]:
    """A header's words and its unit."""
    bracketed = header.endswith((")", "]"))
    start = max(header.rfind("("), header.rfind("[")) if bracketed else header.rfind(",")
    unit = header[start + 1 : -1 if bracketed else None].strip()
    if not bracketed and start <= 0:
        return _cut_symbol(header)
    if start <= 0 or not unit or (not bracketed and _named(unit) is None):
        return header, ""
    try:
        stated_unit(unit)
    except Unreadable:
        return header, ""
    return header[:start].strip(), unit


def _cut_symbol(header: str) -> tuple[str, str]:
    """A header's words and the symbol of a unit at its end, with the scale before it: "length_km", "cost_million_eur"."""
    words = header.replace("_", " ").split()
    if len(words) < 2 or words[-1].lower() not in word_set("ends a header as its unit"):
        return header, ""
    first = -2 if len(words) > 2 and words[-2].lower() in _SCALES else -1
    return " ".join(words[:first]), " ".join(words[first:])


def _named(text: str) -> StatedUnit | None:
    unit = units.named(text) or units.named(text.replace(" ", "").replace("**", "")) or _rate(text)
    return StatedUnit(unit.kind, unit.name) if unit else None


def _rate(text: str) -> units.Unit | None:
    """The unit of "EUR/t" and "USD per barrel"."""
    above, _, below = text.replace(" per ", "/").partition("/")
    one, other = units.named(above.strip()), units.named(below.strip())
    return units.named(f"{one.name} / {other.name}") if one and other else None


def _counted(text: str) -> StatedUnit | None:
    """Counting, where the unit is a noun: "votes", "tanks"."""
    noun = units.singular(text.lower())
    if noun in _nouns("count_units", "wording"):
        return COUNT
    return StatedUnit("count", "count", counted=text) if noun in _nouns("groups", "noun") else None


@cache
def _nouns(name: str, column: str) -> frozenset[str]:
    return frozenset(row[column] for row in table(name))
