"""Does an age fit the year of birth?

What it asks. "Born in 1931, the painter died in 2004 aged 73"; "Marek, 45, who was born in 1979": the age is the
difference of the two years, or one less. Without a second year it is held against the day of publication. Where the next sentence takes
the one person of an age up by another age ("Ivo Marin, 18, was held. The 15-year-old was let go"), the two are reported.

Why it matters. An age from an old profile and a birth year from another; readers of obituaries do the sum.

An example that speaks:

    Born in 1931, the painter died in 2004 aged 75.   -> inconsistent: from 1931 to 2004 are 72 or 73 years

An example that is silent:

    Born in 1931, the painter died in 2004 aged 73.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from claimcheck import days
from claimcheck.case import Case
from claimcheck.checks._figures import middle
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._levels import sentence_before
from claimcheck.checks._mistyped import differ_by_a_slip
from claimcheck.checks._time import years_between
from claimcheck.layout import Layout
from claimcheck.model import Claim, Finding
from claimcheck.reading import timelines
from claimcheck.reading.relations.members import persons
from claimcheck.vocabulary import either, table, word_set

_NAME = "age-and-birth-year"
_BORN_FIRST = re.compile(r"\W*Born (?:in|on|(?!in |on )[^.;,\d]{1,40} (?:in|on)|in [^.;,\d]{1,40} (?:in|on)) ")
_GOES_ON = re.compile(r"[^.;,]{0,60}, (?:he|she|they|(?:(?:Mr|Mrs|Ms|Dr)\.? )?(?P<name>[A-Z][\w'’-]+)) ")
_APPOSED_BIRTH = re.compile(r"\W*(?:[A-Z][\w.'’-]* ){0,3}(?P<name>[A-Z][\w'’-]+), (?:who was )?born (?:in|on) ")
_IS_AGED = re.compile(r"(?:He|She) (?:was|is) \d+")
_NAMED_AGE = re.compile(r"(?:, |\bage of )[^,]+[,.]\Z")
_APPOSED = re.compile(r"(?:-year-old)?,? ")
_SIGHT, _BEFORE = 7, 120
_SOMEBODY = re.compile(r"\b(?:an?|his|her|its|their|the|another|whose|as) (?:[a-z-]+ )??([a-z-]+)\b")
_NAMED = re.compile(
    r"(?<!\bin )(?<!\bat )(?<!\bon )(?<!\bnear )(?<!\bfrom )\b(?!(?:" + "|".join((*days.WEEKDAYS, *days.MONTHS)) + r")\b)[A-Z][a-z]"
)
_OF_ITSELF = re.compile(r",? (?:an?|the) [^,.;]*,")
_TAKES_UP = re.compile(rf" (?:{either('behind an age that is its person')})\b")
"""What follows an age that stands for its person; a noun would tell whose age it is ("the 14-year-old victim")."""
_DEAD, _YEAR = re.compile(r"\b(?:died|dies|dead|death)\b"), re.compile(r"\b(?:19|20)\d\d\b")
_DIED = re.compile(r"[^)].*\b(?:died|dies|dead|death)\b", re.DOTALL)


def check(case: Case) -> Iterator[Finding]:
    """A finding for every age with the year of birth and the year it is true for."""
    for timeline in (*timelines.stated(case.document.text, case.claims, ["life", "birth"]), *_of_the_last_named(case)):
        age, born = timeline.length, timeline.dates[0]
        then = str(timeline.dates[1].value) if len(timeline.dates) > 1 else case.document.published
        if (
            age is None
            or then is None
            or _of_a_later_death(case, timeline)
            or _has_an_age_between(case, timeline)
            or age.qualifier != "exact"
            or isinstance(age.value, tuple)
            or age.unit not in ("year", "count")
            or _is_anothers(case, age, timeline)
            or _is_of_something_begun(case, timeline)
        ):
            continue
        years = years_between(str(born.value), then)
        said = f"from {born.surface} to {then[:4]} are {years - 1} or {years} years, the text says {age.surface}"
        if middle(age) in (years - 1, years):
            yield consistent(_NAME, age, timeline.dates, said)
        elif years > 0:
            yield inconsistent(_NAME, age, timeline.dates, said, "error" if timeline.relation == "life" else "warning")
    for first, again in _said_again(case):
        said = f"{first.surface}, and then {again.surface} of the one person with an age in the sentence before"
        yield inconsistent(_NAME, again, [first], said, "warning", "a reader takes these for one person's")


def _said_again(case: Case) -> Iterator[tuple[Claim, Claim]]:
    """The age of a sentence about one person with another that the next takes him up with: "Ivo Marin, 18, was held. The 15-year-old"."""
    text = case.document.text
    ages = Layout(tuple(claim for claim in case.claims if claim.kind == "age" and not isinstance(claim.value, tuple)))
    for again in ages.claims:
        before = [claim for claim in sentence_before(case, again) if claim in ages.beside(claim)]
        known = text[again.sentence_span[0] : again.number_span[0]] == "The " and again.surface.endswith("-old")
        if not known or len(before) != 1 or not _TAKES_UP.match(text, again.span[1]) or not _is_of_one_person(text, before[0]):
            continue
        others = [claim for claim in ages.around(again) if claim is not again and middle(claim) == middle(again)]
        if not others and differ_by_a_slip(str(before[0].value), str(again.value)):
            yield before[0], again


def _is_of_one_person(text: str, age: Claim) -> bool:
    """Whether the sentence of an age in apposition names nobody besides."""
    apposed = _APPOSED.match(text, age.number_span[1])
    if apposed is None or " and " in text[age.sentence_span[0] : age.span[0]]:
        return False
    itself = _OF_ITSELF.match(text, age.number_span[1])
    rest = text[itself.end() if itself else apposed.end() : age.sentence_span[1]]
    return not _tells_of_somebody(rest, _people()) and _NAMED.search(rest) is None


def _tells_of_somebody(text: str, nouns: Collection[str]) -> bool:
    """Whether a text speaks of a person by one of some nouns: "his brother", "a girl"."""
    return any(found[1] in nouns for found in _SOMEBODY.finditer(text))


@cache
def _beside() -> frozenset[str]:
    """Nouns for somebody beside the one that is told of; not "painter", which may be him."""
    return persons() | word_set("beside another person")


@cache
def _people() -> frozenset[str]:
    return _beside() | {row["word"] for row in table("speakers") if row["kind"] == "person"}


def _is_anothers(case: Case, age: Claim, timeline: timelines.Timeline) -> bool:
    """Whether an age is of somebody else than was born then ("born in 1966, he has a wife, 50"), or is no age ("42 years in the party")."""
    text, born = case.document.text, timeline.dates[0]
    first, second = sorted((born.span, age.span))
    of_service = age.kind == "duration" and text.startswith((" in ", " as ", " with ", " at "), age.span[1])
    return of_service or (born.sentence_span == age.sentence_span and _tells_of_somebody(text[first[1] : second[0]], _beside()))


def _of_the_last_named(case: Case) -> Iterator[timelines.Timeline]:
    """The one age of a sentence with the year that the next one begins with: "Amal Qasim, 52, will lead it. Born in 1972, she ...".

    The name that a later sentence gives can be that of the one person of whom an age was told before: "Born in 1972, Qasim ...".
    """
    text = case.document.text
    for born in case.claims:
        before = text[born.sentence_span[0] : born.span[0]] if born.kind in ("date", "year") else ""
        apposed = _APPOSED_BIRTH.fullmatch(before)
        goes_on = apposed or (_GOES_ON.match(text, born.span[1]) if _BORN_FIRST.fullmatch(before) else None)
        if goes_on is None:
            continue
        ages = [claim for claim in sentence_before(case, born) if claim.kind == "age"]
        if goes_on["name"] is not None:
            told = case.layout.around(born)
            ages = [claim for claim in told if claim.kind == "age" and (claim.entity or "").split()[-1:] == [goes_on["name"]]]
        ages = [age for age in ages if _is_told_beside(text, age) or (apposed and _is_told_of_now(case, age))]
        if len(ages) == 1:
            yield timelines.Timeline("birth", (born,), ages[0])


def _is_told_beside(text: str, age: Claim) -> bool:
    """Whether an age stands in apposition to a name."""
    return _NAMED_AGE.search(text[max(0, age.span[0] - _SIGHT) : age.span[1] + 1]) is not None


def _is_told_of_now(case: Case, age: Claim) -> bool:
    """Whether a sentence of its own tells the age of somebody just dead: "She was 87.", not "She won in 2012. She was 26."."""
    text, start = case.document.text, age.sentence_span[0]
    before = text[max(0, start - _BEFORE) : start]
    alone = _IS_AGED.fullmatch(text, start, age.span[1]) and text.startswith((".", ","), age.span[1])
    return bool(alone and _DEAD.search(before)) and not _YEAR.search(before)


def _is_of_something_begun(case: Case, timeline: timelines.Timeline) -> bool:
    """Whether the second year is when something else began: "born in 1985, has had nine operations since 2014. He turned 41 in August"."""
    return len(timeline.dates) > 1 and case.document.text.endswith("since ", 0, timeline.dates[1].span[0])


def _of_a_later_death(case: Case, timeline: timelines.Timeline) -> bool:
    """Whether an age is that of a death told only after the second year: "born in 1938, was elected in 1974 and died last year aged 85"."""
    if timeline.length is None or len(timeline.dates) < 2:
        return False
    return _DIED.match(case.document.text[timeline.dates[1].span[1] : timeline.length.span[0]]) is not None


def _has_an_age_between(case: Case, timeline: timelines.Timeline) -> bool:
    """Whether the second year belongs to another age: "born in 1961, she was 28 when the wall fell and 41 when elected in 2003"."""
    if timeline.length is None or len(timeline.dates) < 2:
        return False
    between = case.layout.between(timeline.length.span[1], timeline.dates[1].span[0])
    return any(claim.unit in ("year", None, "count") for claim in between)
