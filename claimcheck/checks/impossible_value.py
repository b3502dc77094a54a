"""Can there be such a value at all?

What it asks. A date no calendar has (31 June), an hour no clock shows (25 o'clock, 10:75 p.m.), an earthquake of
magnitude 12, a latitude above 90 degrees, a temperature below absolute zero, more than 100 percent of voters, a turnout
of 112 percent, a tower 320 kilometres tall. What the sentence itself calls wrong, invented or impossible is let be.

Why it matters. Always a misprint, and found by the first reader.

An example that speaks:

    The parties will meet again on 31 June 2025.   -> inconsistent: there is no 31 June 2025
    The tower is 320 kilometres tall.   -> inconsistent: nothing built or grown is taller

An example that is silent:

    The parties will meet again on 30 June 2025.
    The tower lies at a height of 1,320 metres.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.case import Case
from claimcheck.checks._figures import middle
from claimcheck.checks._findings import inconsistent, misprint
from claimcheck.checks._heights import too_tall
from claimcheck.model import Claim, Finding, Span
from claimcheck.reading import dates, sentences, units
from claimcheck.reading.tokens import cut
from claimcheck.vocabulary import either, table, word_set

_NAME = "impossible-value"
_LATE_DAY = re.compile(r"\b(?:29|[3-9]\d)(?:st|nd|rd|th)?\b")
_CLOCK = re.compile(
    r"(?P<at>\b(?:at|by|from|to|until|till|before|after|around|about|since|between|and) )?(?<![$£€¥.,:\d])\b(?P<hour>\d{1,2})"
    r"(?:[:.](?P<minute>\d\d))? ?(?:[ap]\.?m\b(?! I\b)|(?P<oclock>o['’]clock))",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:at|by|until|till|from) (\d{1,2}):(\d\d)\b(?! (?:minutes?|of|into|in the)\b| ?[ap]\.?m\b)"
    r"(?: (?:(?P<zone>local time|GMT|UTC|CES?T|E[DS]T|hours)|(?P<day>on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))\b)?"
)
"""A time of day on the 24-hour clock; a runner's 61:05 stands behind "in"."""
_WORD, _SIGHT, _NEAR, _AHEAD = re.compile(r"[a-z-]+"), 120, 3, 60
"""Characters of a sentence looked back over, words between an opening and its time, characters looked ahead."""
_NEVER_MORE = re.compile(
    r"\b(?:turnout|vote share|share of the vote|(?:literacy|survival|mortality|fatality) rate)(?: (?:in|at|among|for|across) [^.;:,()]*)?"
    r" (?:was|is|at|of|hit|reached|stood at|stands at|came to|to)(?: (?:an?|the|record|estimated|just|only))* ?$",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r" (?:of|above|higher|more|up|on|over|compared|versus|against|that|what|as)\b")
_DEGREES = re.compile(
    r"\b(\d{1,4}(?:\.\d+)?)(?:[ -]?degrees? ?| ?° ?)(?:(north\b|south\b|N\b|S\b)|(east\b|west\b|E\b|W\b))(?! of\b| [A-Z][a-z]|\.[A-Z])"
)
_LIES_AT = re.compile(r"(?:\b(?:at|near|between|and|to|position|around|beyond|latitudes?|longitudes?)|[,(]) \Z", re.IGNORECASE)
_LATITUDE = re.compile(r"\blatitude (?:of )?(\d{1,4}(?:\.\d+)?)(?: degrees?\b| ?°)", re.IGNORECASE)
_SCALE = re.compile(r"[CFK]\b|celsius|centigrade|fahrenheit|kelvin", re.IGNORECASE)
_SHARE_OF = re.compile(r" of (?:all |the |its |our |their |those |registered |eligible |likely |adult )*([a-z]+)\b(?!['’]|-)( [a-z]+)?")
_OPENS_CLAUSE = re.compile(r"(?:\A|[,;:“\"] ?|\b(?:that|said|says|and|but|while) )\W?\Z")
_VOTES = ("voter", "vote", "ballot", "elector")
_MAGNITUDE = re.compile(
    r"(?:\bmagnitude(?:[ -]|s?(?: of the [a-z]+)? (?:of|at|was|is|as|between|to be) |: )(?:about |around |some |nearly )?(1\d(?:\.\d)?)\b"
    r"|\b(1\d(?:\.\d)?)[ -]magnitude\b)"
    r"(?=[.,;)]|\Z| (?:(?:earth)?quake|temblor|tremor|(?:after)?shock|undersea|event|struck|hit|shook|at|in|off|on|near|and|was)\b)",
    re.IGNORECASE,
)
"""Two digits before the point; the strongest earthquake on record had 9.5 (Chile 1960, USGS)."""
_QUAKE = re.compile(
    r"\b(?:(?:earth)?quakes?|temblors?|tremors?|aftershocks?|epicent(?:er|re)|seismolog\w+|geological survey)\b", re.IGNORECASE
)
_NO_QUAKE = re.compile(r"\b(?:stars?|comets?|asteroids?|galax(?:y|ies)|telescopes?|mercalli|intensity)\b", re.IGNORECASE)
_WRONG, _SUPPOSED = (
    re.compile(rf"\b(?:{either(name)})\b", re.IGNORECASE) for name in ("says that a value is wrong", "only supposes a value")
)
_COLDEST = Decimal("-273.15")
_POLE, _DATE_LINE = 90, 180
_FULL_DAY, _HALF_DAY, _HOUR = 24, 12, 60


def check(case: Case) -> Iterator[Finding]:
    """A finding for every value that cannot be, where the sentence does not say so itself."""
    for finding in (*_dates(case), *_hours(case)):
        if not _WRONG.search(finding.claim.sentence):
            yield finding
    for finding in (*_magnitudes(case), *_off_the_globe(case), *_values(case)):
        sentence = finding.claim.sentence
        if not _WRONG.search(sentence) and not _SUPPOSED.search(sentence) and not sentence.endswith("?"):
            yield finding


def _values(case: Case) -> Iterator[Finding]:
    for claim in case.claims:
        why = _impossible(claim) or too_tall(claim)
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
    for match in _MAGNITUDE.finditer(text) if _QUAKE.search(text) and not _NO_QUAKE.search(text) else ():
        group = 1 if match[1] else 2
        yield misprint(_NAME, case, match.span(group), f"no earthquake has reached magnitude {match[group]}")


def _off_the_globe(case: Case) -> Iterator[Finding]:
    """Latitudes and longitudes that lie on no map; what turns by 120 degrees lies nowhere."""
    text = case.document.text
    for match in _DEGREES.finditer(text):
        before = _said_before(text, match.start())
        turns = not word_set("turns by degrees").isdisjoint(_WORD.findall(before.casefold()))
        if Decimal(match[1]) > (_POLE if match[2] else _DATE_LINE) and _LIES_AT.search(before) and not turns:
            ends = f"latitudes end at {_POLE}" if match[2] else f"longitudes end at {_DATE_LINE}"
            yield misprint(_NAME, case, match.span(1), f"{match[0]} cannot be: {ends} degrees")
    for match in _LATITUDE.finditer(text):
        if Decimal(match[1]) > _POLE and not _DEGREES.match(text, match.start(1)):
            yield misprint(_NAME, case, match.span(1), f"{match[0]} cannot be: latitudes end at {_POLE} degrees")


def _hours(case: Case) -> Iterator[Finding]:
    """Hours and minutes that no clock shows."""
    text = case.document.text
    for match in _CLOCK.finditer(text):
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        late = hour > _FULL_DAY and (match["at"] or match["minute"])
        if late or minute >= _HOUR or (match["oclock"] and hour > _HALF_DAY):
            written = (match.start("hour"), match.end())
            yield misprint(_NAME, case, written, f"no clock shows {text[slice(*written)]}")
    for match in _TIME.finditer(text):
        if (int(match[1]) > _FULL_DAY or int(match[2]) >= _HOUR) and _is_of_the_day(text, match):
            yield misprint(_NAME, case, (match.start(1), match.end(2)), f"no clock shows {match[1]}:{match[2]}")


def _is_of_the_day(text: str, time: re.Match[str]) -> bool:
    """Whether a time is one of day: by its zone, its weekday, or as that of what runs to a timetable; a goal falls "at 25:10" too."""
    words = _WORD.findall(_said_before(text, time.start()).casefold())
    if time["zone"]:
        return True
    if not word_set("timed by a stopwatch").isdisjoint(words):
        return False
    opens = not word_set("opens or leaves").isdisjoint(words[-_NEAR:])
    return bool(time["day"]) or (opens and not word_set("runs to a timetable").isdisjoint(words))


def _said_before(text: str, at: int) -> str:
    """What stands before a place of a text in its sentence."""
    return text[max(0, at - _SIGHT) : at].rpartition(". ")[2].rpartition("\n")[2]


def _impossible(claim: Claim) -> str | None:
    """Why a value cannot be, in words."""
    if isinstance(claim.value, tuple) or claim.kind not in ("temperature", "percent") or claim.change is not None:
        return None
    value = middle(claim)
    if claim.kind == "temperature":
        cold = _SCALE.search(claim.surface) and units.base_value(value, claim.unit or "")[0] < _COLDEST
        return "it is below absolute zero" if cold else None
    return "more than all of them" if value > 100 and _is_of_all(claim) else None


def _is_of_all(claim: Claim) -> bool:
    """Whether a percentage is a share of people or votes: a turnout, "112 percent of voters", "102 percent of parents said"."""
    start, end = (place - claim.sentence_span[0] for place in claim.span)
    after = claim.sentence[end : end + _AHEAD]
    share = _SHARE_OF.match(after)
    noun = units.singular(share[1]) if share else None
    if noun in _VOTES:
        return True
    if _NEVER_MORE.search(claim.sentence[:start]):
        return _OF_ANOTHER.match(after) is None
    of_people = noun in {row["noun"] for row in table("people")} and share is not None and share[2] is not None
    return of_people and _OPENS_CLAUSE.search(claim.sentence[:start]) is not None
