"""The odds that two figures are of one quantity, where the words leave more open than the figures can outweigh.

A sign is something two claims show: "measure: agree", "within 1.3 times", "2 in headline". Its weight, in weights.csv, says how much it
speaks for (above 0) or against (below 0) one quantity. The weights were fitted on annotated stories by benchmarks/fit_sameness.py (logistic
regression), so their sum is the logarithm of the odds.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from claimcheck.comparing import story
from claimcheck.comparing.answers import one_article
from claimcheck.comparing.figures import compared, significant, times_apart
from claimcheck.comparing.names import names, shared, stems
from claimcheck.comparing.parts import is_part_of_another
from claimcheck.comparing.scope import TESTS
from claimcheck.comparing.statistic import statistic
from claimcheck.comparing.time import course, days_between
from claimcheck.comparing.whom import same_source
from claimcheck.model import Claim
from claimcheck.reading.measures import known

__all__ = ["are_likely", "signs", "verdicts", "weights"]

_GROUPS = {"count": "count", "date": "date", "year": "date", "age": "age", "duration": "duration", "money": "money"} | dict.fromkeys(
    ("percent", "ratio", "percentage_point"), "share"
)
_WITH_KIND = ("measure", "entity", "event", "counted", "period", "place")
_WITH_MEASURE = ("entity", "event", "counted")
_FIELDS = ("entity", "event", "place", "counted", "measure")
_SUPPLIED = ("measure", "entity")
_TIMES = (1.1, 1.3, 2, 5)
"""How many times apart two figures may lie to be a sign of their own."""
_SHARES = ((0.5, "half"), (0.33, "a third"), (0.2, "a fifth"))
_BESIDE = 45
"""Characters on either side of a figure that are its own words."""
_ONE_STORY = 60
"""Days beyond which two figures are months apart."""
_FULL_STOPS = (".", "!", "?", ".”", '."')
_ONE_YEAR = 365
"""Days beyond which an event without a name is another one."""
_GOOD = ("agree", "entail")
_DOUBTFUL = 5
"""Points of doubt from which two figures may be of two stories (see claimcheck.comparing.story)."""
_FARTHEST = 5
"""How many times apart two figures may lie at most. A convention of this project: no weights make up for more."""
LIKELY = 0.1
"""Logarithm of the odds (a little better than even) from which two figures are likely of one quantity."""

Verdicts = Mapping[str, str]


def are_likely(a: Claim, b: Claim) -> bool:
    """Whether the signs make it likely that two figures are of one quantity; never, where their kinds differ or they lie far apart."""
    times = times_apart(a, b)
    if times is not None and times > _FARTHEST:
        return False
    told = verdicts(a, b)
    if told["kind"] == "clash" or _are_opposed(a, b, told) or _nothing_ties(a, b, told):
        return False
    return sum(weights().get(sign, 0.0) for sign in signs(a, b, told)) >= LIKELY


def _are_opposed(a: Claim, b: Claim, told: Verdicts) -> bool:
    """Whether two claims say that they are of two periods or years, part and whole, two things or two statistics of one sort."""
    if told["whole"] == "part" or (story.days_said_apart(a, b) or 0) > _ONE_YEAR:
        return True
    if told["period"] == "clash" and (course(a, b) == "flow" or (a.period is not None and b.period is not None)):
        return True
    one, other = known(statistic(a) or ""), known(statistic(b) or "")
    if one is None or other is None:
        return False
    if told["entity"] == "clash" and one.about == "thing":
        return True
    return told["measure"] == "clash" and one.about == other.about and "measure" not in (*a.inherited, *b.inherited)


def verdicts(a: Claim, b: Claim) -> dict[str, str]:
    """What each scope test says of two claims, by its name; nothing after a clash of kinds."""
    found: dict[str, str] = {}
    for test in TESTS:
        answer = test(a, b)
        found[answer.test] = answer.verdict
        if found.get("kind") == "clash":
            break
    return found


@cache
def weights() -> dict[str, float]:
    """The weight of each sign that has one, see weights.csv."""
    text = (files("claimcheck.comparing") / "weights.csv").read_text(encoding="utf-8")
    return {row["sign"]: float(row["weight"]) for row in csv.DictReader(text.splitlines())}


def signs(a: Claim, b: Claim, verdicts: Verdicts) -> Iterator[str]:
    """What two claims show, in words; the same words stand in weights.csv."""
    yield "any two figures"
    yield from _of_scope(a, b, verdicts)
    yield from _of_figures(a, b, verdicts["measure"])
    yield from _of_words(a, b)
    yield from _of_time(a, b)


def _of_scope(a: Claim, b: Claim, verdicts: Verdicts) -> Iterator[str]:
    """What the scope tests say, alone, for the kind of figure and beside the measure; and which fields stand where."""
    group = _GROUPS.get(a.kind, "measured")
    yield from (f"{test}: {verdict}" for test, verdict in verdicts.items())
    yield from (f"{group}, {test}: {verdicts[test]}" for test in _WITH_KIND)
    yield from (f"measure: {verdicts['measure']}, {test}: {verdicts[test]}" for test in _WITH_MEASURE)
    for field in _FIELDS:
        one, other = getattr(a, field), getattr(b, field)
        if one is None or other is None:
            yield f"{field} of neither" if one is other else f"{field} of one"
        elif one == other:
            yield f"one {field}"
    for field in _SUPPLIED:
        supplied = (field in a.inherited) + (field in b.inherited)
        if supplied:
            yield f"{field} supplied to {supplied}"
    if _nothing_ties(a, b, verdicts):
        yield "two stories"
    if is_part_of_another(a) != is_part_of_another(b):
        yield "one is a part of a third"
    if (a.change is None) != (b.change is None):
        yield "one is a change"
    if same_source(a, b):
        yield "one source"


def _of_figures(a: Claim, b: Claim, measure: str) -> Iterator[str]:
    """How the two figures stand to each other."""
    digits = max(significant(a), significant(b))
    if digits <= 1:
        yield "round figures"
    if "exact" not in (a.qualifier, b.qualifier) or a.qualifier != b.qualifier:
        yield "hedged"
    if (a.value, a.unit) == (b.value, b.unit):
        yield f"equal figures of {'a day' if a.kind in ('date', 'year') else min(digits, 3)}"
        yield f"equal figures, measure: {measure}"
        return
    yield f"figures {compared(a, b, moved=False).standing}"
    if one_article(a, b):
        yield "unequal in one article"
    times = times_apart(a, b)
    if times is not None:
        within = next((most for most in _TIMES if times <= most), None)
        yield f"within {within} times" if within else "further apart"
        if within in _TIMES[:3]:
            yield f"within {within} times, measure: {measure}"


def _of_words(a: Claim, b: Claim) -> Iterator[str]:
    """How many words the two sentences share, and those beside the figures; who stands in a headline."""
    yield f"sentences share {_share(_stems(a.sentence), _stems(b.sentence))}"
    yield f"words beside share {_share(_beside(a), _beside(b))}"
    headlines = _is_headline(a) + _is_headline(b)
    if headlines:
        yield f"{headlines} in headline"
    if one_article(a, b):
        yield "one sentence" if a.sentence_span == b.sentence_span else "one article"


def _is_headline(claim: Claim) -> bool:
    return claim.sentence_span[0] == 0 and not claim.sentence.rstrip().endswith(_FULL_STOPS)


def _share(one: frozenset[str], other: frozenset[str]) -> str:
    share = len(shared(one, other)) / max(1, min(len(one), len(other)))
    return next((named for least, named in _SHARES if share >= least), "little")


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem for stem in stems(text) if not stem.isdigit())


def _beside(claim: Claim) -> frozenset[str]:
    """The words close to a figure."""
    first, last = (edge - claim.sentence_span[0] for edge in claim.span)
    return _stems(claim.sentence[max(0, first - _BESIDE) : first]) | _stems(claim.sentence[last : last + _BESIDE])


def _of_time(a: Claim, b: Claim) -> Iterator[str]:
    apart = days_between(a, b)
    yield "day unknown" if apart is None else "same day" if apart == 0 else "days apart" if abs(apart) <= _ONE_STORY else "months apart"


def _nothing_ties(a: Claim, b: Claim, verdicts: Verdicts) -> bool:
    """Whether neither event, place, beginning nor name is said of both, nor anything else of their stories."""
    tied = any(verdicts[test] in _GOOD for test in ("event", "place", "since")) or _names_agree(a, b, verdicts)
    return not tied and story.doubt(a, b) >= _DOUBTFUL


def _names_agree(a: Claim, b: Claim, verdicts: Verdicts) -> bool:
    return verdicts["entity"] in _GOOD and bool(names(a.entity)) and bool(names(b.entity))
