"""Can there be such a value at all?

What it asks. A date no calendar has (31 June), an hour no clock shows (25 o'clock, 10:75 p.m.), an earthquake of
magnitude 12, a latitude above 90 degrees, a temperature below absolute zero, more than 100 percent of voters, a turnout
of 112 percent.

Why it matters. Always a misprint, and found by the first reader.

An example that speaks:

    The parties will meet again on 31 June 2025.   -> inconsistent: there is no 31 June 2025

An example that is silent:

    The parties will meet again on 30 June 2025.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.case import Case
from claimcheck.checks._figures import middle
from claimcheck.checks._findings import inconsistent, misprint
from claimcheck.model import Claim, Finding, Span
from claimcheck.reading import dates, sentences, units
from claimcheck.reading.tokens import cut
from claimcheck.vocabulary import table, word_set

_NAME = "impossible-value"
_LATE_DAY = re.compile(r"\b(?:29|[3-9]\d)(?:st|nd|rd|th)?\b")
_CLOCK = re.compile(r"\b(\d{1,2})(?:[:.](\d\d))? ?(?:(a\.?m\b|p\.?m\b)|(o['’]clock))", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:at|by|until|from) (\d{1,2}):(\d\d)(?= (?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|local time|GMT|UTC|CES?T|E[DS]T|hours))"
)
"""A time of day on the 24-hour clock; a runner's 61:05 stands behind "in"."""
_OPENS = re.compile(r"\b(?:at|until|till|from|before|after) (2\d):(\d\d)\b(?! (?:minutes?|of)\b)")
_WORD, _SIGHT = re.compile(r"[a-z-]+"), 120
"""A time of what runs to a timetable, named so few characters before; a goal falls "at 25:10" too."""
_NEVER_MORE = re.compile(
    r"\b(?:turnout|vote share|share of the vote|(?:literacy|survival|mortality|fatality) rate)\b[^.;:,()]*$", re.IGNORECASE
)
_DEGREES = re.compile(r"\b(\d{1,4}(?:\.\d+)?)[ -]?(?:degrees?\b,? ?|° ?)(?:(north\b|south\b|N\b|S\b)|(east\b|west\b|E\b|W\b))(?! of\b)")
_LATITUDE = re.compile(r"\blatitude (?:of )?(\d{1,4}(?:\.\d+)?)(?: degrees?\b| ?°)", re.IGNORECASE)
_SCALE = re.compile(r"[CFK]\b|celsius|centigrade|fahrenheit|kelvin", re.IGNORECASE)
_SHARE_OF = re.compile(r" of (?:all |the |its |our |their |those |registered |eligible |likely |adult )*([a-z]+)")
_MAGNITUDE = re.compile(
    r"\bmagnitude(?:[ -]|s?(?: of the [a-z]+)? (?:of|at|was|is|as|between|to be) |: ?)(?:about |around |some |nearly )?(1\d(?:\.\d)?)\b"
    r"|\b(1\d(?:\.\d)?)[ -]magnitude\b",
    re.IGNORECASE,
)
"""Two digits before the point; the strongest earthquake on record had 9.5 (Chile 1960, USGS)."""
_QUAKE = re.compile(
    r"\b(?:(?:earth)?quakes?|temblors?|tremors?|aftershocks?|epicent(?:er|re)|seismolog\w+|geological survey)\b", re.IGNORECASE
)
_STAR = re.compile(r"\b(?:stars?|comets?|asteroids?|galax(?:y|ies)|telescopes?)\b", re.IGNORECASE)
_STANDS_ON = re.compile(r"\b(?:on|above|over|atop|from|against|below|behind)\b")
_COLDEST = Decimal("-273.15")
_POLE, _DATE_LINE = 90, 180
_FULL_DAY, _HALF_DAY, _HOUR, _BESIDE = 24, 12, 59, 60


def check(case: Case) -> Iterator[Finding]:
    """A finding for every value that cannot be."""
    yield from _dates(case)
    yield from _hours(case)
    yield from _magnitudes(case)
    yield from _off_the_globe(case)
    for claim in case.claims:
        why = _impossible(claim, case.document.text)
        if why is not None:
            yield inconsistent(_NAME, claim, [], f"{claim.surface} cannot be: {why}")


def _dates(case: Case) -> Iterator[Finding]:
    text = case.document.text
    for span in _sentences(text):
        tokens = cut(text, *span)
        for mention in dates.impossible(tokens):
            first, last = mention.stated or (mention.first, mention.last)
            place = (tokens.starts[first], tokens.ends[last - 1])
            yield misprint(_NAME, case, place, f"there is no {text[slice(*place)]} in the calendar")


def _sentences(text: str) -> Iterator[Span]:
    """The sentences that hold a day late enough to be none of its month."""
    return (span for span in sentences.split(text) if _LATE_DAY.search(text, *span)) if _LATE_DAY.search(text) else iter(())


def _magnitudes(case: Case) -> Iterator[Finding]:
    """Magnitudes of two digits where the article speaks of an earthquake; stars have such."""
    text = case.document.text
    for match in _MAGNITUDE.finditer(text) if _QUAKE.search(text) and not _STAR.search(text) else ():
        group = 1 if match[1] else 2
        yield misprint(_NAME, case, match.span(group), f"no earthquake has reached magnitude {match[group]}")


def _off_the_globe(case: Case) -> Iterator[Finding]:
    """Latitudes and longitudes that lie on no map."""
    text = case.document.text
    for match in _DEGREES.finditer(text):
        if Decimal(match[1]) > (_POLE if match[2] else _DATE_LINE):
            ends = f"latitudes end at {_POLE}" if match[2] else f"longitudes end at {_DATE_LINE}"
            yield misprint(_NAME, case, match.span(1), f"{match[0]} cannot be: {ends} degrees")
    for match in _LATITUDE.finditer(text):
        if Decimal(match[1]) > _POLE and not _DEGREES.match(text, match.start(1)):
            yield misprint(_NAME, case, match.span(1), f"{match[0]} cannot be: latitudes end at {_POLE} degrees")


def _hours(case: Case) -> Iterator[Finding]:
    """Hours and minutes that no clock shows."""
    for match in _CLOCK.finditer(case.document.text):
        hour, minute = int(match[1]), int(match[2] or 0)
        if hour > _FULL_DAY or minute > _HOUR or (match[4] and hour > _HALF_DAY):
            yield misprint(_NAME, case, match.span(), f"no clock shows {match[0]}")
    for match in _TIME.finditer(case.document.text):
        if int(match[1]) > _FULL_DAY or int(match[2]) > _HOUR:
            yield misprint(_NAME, case, (match.start(1), match.end(2)), f"no clock shows {match[1]}:{match[2]}")
    for match in _OPENS.finditer(case.document.text):
        said = case.document.text[max(0, match.start() - _SIGHT) : match.start()].rpartition(". ")[2]
        if int(match[1]) > _FULL_DAY and not word_set("runs to a timetable").isdisjoint(_WORD.findall(said.casefold())):
            yield misprint(_NAME, case, (match.start(1), match.end(2)), f"no clock shows {match[1]}:{match[2]}")


def _impossible(claim: Claim, text: str) -> str | None:
    """Why a value cannot be, in words."""
    if isinstance(claim.value, tuple) or claim.kind in ("date", "year"):
        return None
    value = middle(claim)
    if (
        claim.kind == "temperature"
        and _SCALE.search(claim.surface)
        and units.base_value(value, claim.unit or "")[0] < _COLDEST
        and claim.change is None
    ):
        return "it is below absolute zero"
    if claim.kind in ("length", "mass", "speed") and claim.change is None:
        return _beyond_limit(claim, value)
    if claim.kind == "percent" and value > 100 and claim.change is None:
        before = claim.sentence[: claim.span[0] - claim.sentence_span[0]]
        if _NEVER_MORE.search(before) or _is_share_of_people(text[claim.span[1] : claim.span[1] + 60]):
            return "more than all of them"
    return None


def _beyond_limit(claim: Claim, value: Decimal) -> str | None:
    """Why nothing of the kind is so tall, heavy or fast: metres were meant for kilometres; the limits stand in limits.csv."""
    before = claim.sentence[: claim.span[0] - claim.sentence_span[0]]
    for row in table("limits"):
        if row["measure"] != claim.measure or units.base_value(value, claim.unit or "")[0] <= Decimal(row["most"]):
            continue
        named = re.search(rf"(\b[a-z]+ the )?\b(?:{row['nouns']})s?\b[^.;:,\d]{{0,{_BESIDE}}}\Z", before, re.IGNORECASE)
        if named and not _STANDS_ON.search(named[0]) and named[1] is None:
            return row["because"]
    return None


def _is_share_of_people(after: str) -> bool:
    match = _SHARE_OF.match(after)
    return match is not None and units.singular(match[1]) in {row["noun"] for row in table("people")} | {"vote", "ballot"}
