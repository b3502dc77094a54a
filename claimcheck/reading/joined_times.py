"""Two times that bound one stretch: "from Monday to Thursday", "between 2010 and 2014", "the night of May 4-5"."""

from __future__ import annotations

from datetime import timedelta

from attrs import evolve

from claimcheck import days
from claimcheck.reading.mentions import DateMention
from claimcheck.reading.tokens import Tokens

_BOUNDS = (("between", "and"), ("between", "to"))
_TO = ("to", "through", "until", "till", "into")
_NIGHT = {"night", "overnight", "dusk", "nightfall", "sunset", "dawn", "daybreak", "sunrise"}
_PARTS = frozenset(("first", "light", "morning", "noon", "midday", "afternoon", "evening", "midnight", *_NIGHT))
"""Parts of a day, which may stand on either side of its name: "from dusk on Sunday to Monday's first light"."""
_AROUND = _PARTS | {"early", "late", "on", "the", "of", "'s", "’s"}


def joined(tokens: Tokens, found: list[DateMention]) -> tuple[DateMention, ...]:
    """Two times that bound one stretch share its days: "from Monday to Thursday", "between 2010 and 2014", "January and February"."""
    for index in range(len(found) - 1):
        a, b = found[index], found[index + 1]
        between = tokens.words[a.last : b.first]
        joint = tuple(word for word in between if word not in _AROUND) if a.precision == "day" else between
        if len(joint) != 1 or not (a.start and a.end and b.start and b.end) or a.end > b.start:
            continue
        opener = _opener(tokens, a)
        months = a.precision == b.precision == "month" and opener != "in"
        runs = joint[0] in _TO and (opener == "from" or a.precision == "day" or months)
        if (opener, joint[0]) in _BOUNDS or joint[0] in ("-", "–", "/") or runs:
            role, precision = "between", _bridged(tokens, a, b)
        elif between in (("and",), ("&",)) and a.precision == b.precision and _follows(a.end, b.start):
            role, precision = a.role, a.precision
        else:
            continue
        found[index] = evolve(a, end=b.end, role=role, precision=precision)
        found[index + 1] = evolve(b, start=a.start, role=role, precision=precision if a.precision == b.precision else b.precision)
    return tuple(found)


def _opener(tokens: Tokens, mention: DateMention) -> str:
    """The word in front of a time and of the part of a day that stands before it: the "between" of "between dusk on Sunday"."""
    words, at = tokens.words, mention.first - 1
    while mention.precision == "day" and at > max(0, mention.first - 5) and words[at] in _AROUND:
        at -= 1
    return words[at] if at >= 0 else ""


def _bridged(tokens: Tokens, a: DateMention, b: DateMention) -> str:
    """How precise a stretch from one time to another is: the night between two days, a range of days, else as the first."""
    if a.precision not in ("day", "night") or b.precision != "day" or not a.end or not b.start:
        return a.precision
    night = not _NIGHT.isdisjoint(tokens.words[max(0, a.first - 3) : b.first])
    return "night" if night and (_follows(a.end, b.start) or a.end == b.start) else "range"


def _follows(end: str, start: str) -> bool:
    return days.last_day(end) + timedelta(1) == days.first_day(start)
