"""What stands in front of a time and leaves a part of it: "the end of", "early", "the first three months of", "two days before"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from claimcheck.reading.calendar import Stretch, around, season, shift, within
from claimcheck.reading.time_words import NOWHERE, Reading

NUMBER = r"(?:aNO?|Ha|a|[DnN](?:-[Dn])?)(?:&aH)?"
MODIFIERS = {
    "edge": r"h?b(?:O|-)",
    "part": r"(?:h?E-?i?|[ef](?=[itdW])i?)",
    "count": rf"h?[Rl]{NUMBER}[UQ]O",
    "nth": r"h?(?:R|Do|l)-?[UQH][Oi]",
    "same": r"h?c[UQPH]O?|tPO?",
    "in_season": r"h?SO",
    "up_to": rf"h?[lt]?(?:{NUMBER})?[UQu](?:T|ji?)",
    "day_of": r"h?pO",
    "away": rf"(?:{NUMBER}|h)U[KLr]",
    "night": "v[zIT]|h?p[IT]",
}
"""Patterns over the letters of time_words."""
_YEAR_AGO = re.compile("[an]U[ge]")
_LONGER = ("week", "month", "quarter", "half", "season", "year", "decade", "century", "range")


def apply(name: str, reading: Reading, first: int, last: int, days: Stretch) -> Stretch | None:
    """The days that the modifier at tokens first..last leaves of a stretch; None where the words are no time after all."""
    return _MEANINGS[name](reading, first, last, days)


def _edge(reading: Reading, first: int, last: int, days: Stretch) -> Stretch:
    edge = reading.meaning(reading.at("b", first, last)[0])
    if edge == "middle":
        return _third(days, 1)
    return Stretch(days.end, days.end, "day") if edge == "end" else Stretch(days.start, days.start, "day")


def _part(reading: Reading, first: int, last: int, days: Stretch) -> Stretch:
    word = reading.at("E", first, last)
    if not word or days.precision == "day":
        return days
    return _third(days, ("early", "mid", "late").index(reading.meaning(word[0])))


def _third(days: Stretch, number: int) -> Stretch:
    """The first, middle or last third of a stretch: what "early", "mid" and "late" leave of it."""
    if days.start is None or days.end is None:
        return days
    length = (days.end - days.start).days + 1
    cuts = [days.start + timedelta(length * n // 3) for n in range(4)]
    return Stretch(cuts[number], cuts[number + 1] - timedelta(1), "part")


def _count(reading: Reading, first: int, last: int, days: Stretch) -> Stretch | None:
    unit = reading.at("UQ", first, last)[-1]
    start = first + (reading.letters[first] == "h")
    amount, end = reading.amount(start + 1, unit), reading.meaning(start)
    if amount is None or end not in ("1", "-1", "last") or days.precision not in _LONGER:
        return None
    return within(days, reading.meaning(unit), 1 if end == "1" else -1, int(amount))


def _nth(reading: Reading, first: int, last: int, days: Stretch) -> Stretch | None:
    unit = reading.meaning(reading.at("UQH", first, last)[-1])
    if days.precision not in _LONGER or unit == "fortnight":
        return None
    ordinal = reading.at("RD", first, last)
    return within(days, unit, reading.number(ordinal[0]) if ordinal else -1)


def _same(reading: Reading, first: int, last: int, days: Stretch) -> Stretch:
    """The period named before, moved into the year that follows: "the same weeks of 2022"; "the same point last year"."""
    if reading.meaning(reading.at("UQPH", first, last)[0]) == "point":
        return _up_to_now(reading, days)
    anchor = reading.anchor if reading.anchor.start else reading.told
    if anchor.start is None or anchor.end is None or days.start is None:
        return NOWHERE
    years = -1 if _YEAR_AGO.match(reading.letters, last) and reading.meaning(last + 1) == "year" else days.start.year - anchor.start.year
    start, end = shift(anchor.start, "year", years), shift(anchor.end, "year", years)
    if end and (anchor.end + timedelta(1)).day == 1:
        end = around(end, "month").end
    return Stretch(start, end, anchor.precision)


def _up_to_now(reading: Reading, days: Stretch) -> Stretch:
    """A year up to the day of it on which the paper comes out."""
    if reading.published is None or days.start is None or days.precision != "year":
        return NOWHERE
    today = shift(reading.published, "year", days.start.year - reading.published.year)
    return Stretch(days.start, today, "range")


def _in_season(reading: Reading, first: int, last: int, days: Stretch) -> Stretch | None:
    if days.precision != "year" or days.start is None:
        return None
    return season(days.start.year, reading.number(reading.at("S", first, last)[0]))


def _up_to(reading: Reading, first: int, last: int, days: Stretch) -> Stretch | None:
    """ "the year to June", "the three months ended March 31": a stretch of that length that ends there."""
    unit_at = reading.at("UQu", first, last)[-1]
    unit = reading.meaning(unit_at)
    start = first + len(reading.at("hlt", first, min(first + 2, unit_at)))
    amount = 1.0 if start == unit_at else reading.amount(start, unit_at)
    if amount is None or unit == "minute" or days.precision not in ("day", "month", "quarter", "year"):
        return None
    if unit == "hour":
        return Stretch(days.end and shift(days.end, unit, -amount), days.end, "night" if amount <= 24 else "range")
    if unit == "day" and amount == 1:
        return None
    return Stretch(days.end and shift(days.end + timedelta(1), unit, -amount), days.end, "range")


def _day_of(reading: Reading, first: int, last: int, days: Stretch) -> Stretch | None:
    return days if days.precision in ("day", "impossible") else None


def _away(reading: Reading, first: int, last: int, days: Stretch) -> Stretch | None:
    unit_at = reading.at("U", first, last)[-1]
    amount = 1.0 if reading.letters[first] == "h" else reading.amount(first, unit_at)
    if days.precision not in ("day", "night"):
        return None
    if amount is None or days.start is None:
        return Stretch(None, None, "day")
    moved = shift(days.start, reading.meaning(unit_at), -amount if reading.letters[last - 1] == "K" else amount)
    return Stretch(moved, moved, "day")


def _night(reading: Reading, first: int, last: int, days: Stretch) -> Stretch | None:
    """ "overnight into Thursday", "the night to Thursday", "overnight on June 14": the night that ends on that day."""
    part = reading.at("p", first, last)
    if days.precision != "day" or (part and reading.tokens.words[part[0]] != "night"):
        return None
    return Stretch(days.start and shift(days.start, "day", -1), days.end, "night")


_MEANINGS: dict[str, Callable[[Reading, int, int, Stretch], Stretch | None]] = {
    "edge": _edge,
    "part": _part,
    "count": _count,
    "nth": _nth,
    "same": _same,
    "in_season": _in_season,
    "up_to": _up_to,
    "day_of": _day_of,
    "away": _away,
    "night": _night,
}
