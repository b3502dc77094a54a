"""The tests of what is measured: kind, change, statistic, and whether it is so or only supposed."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimcheck.comparing.answers import Answer, ahead, cue, with_habit
from claimcheck.comparing.events import event_types, of_sort
from claimcheck.comparing.facts import fact
from claimcheck.comparing.names import groups_of, stems
from claimcheck.comparing.statistic import statistic
from claimcheck.model import Claim
from claimcheck.reading.measures import known, marks
from claimcheck.reading.tokens import cut
from claimcheck.vocabulary import either, table

_SAME_KIND = ({"date", "year"}, {"percent", "ratio"})
_MORE = re.compile(r"\d[\d,.]* more\b")
_WOULD = re.compile(r"\bwould (?:be|have been|reach|stand at|total|(?:have|need) to [a-z]+)\W*(?:\w+\W+){0,2}$")
_EVEN_IF = re.compile(r"\b(?:even (?:when|if)|as if|unless|whether)\b[^,;:]*$")
_WOULD_REACH = 32
_WISHED_FOR = re.compile(
    r",?(?: (?:that|which))?(?: (?:the|its|his|her|their|a|an|[a-z]+|[A-Z][\w.’'-]*)){1,3}?(?: had| has| have)?(?: first| originally)?"
    rf" (?:{either('wished for or foreseen')})\b"
)
_GIVEN = re.compile(r"\b(?:the|this|that|these|those|its|his|her|their|our)(?: \w+)? $", re.IGNORECASE)
_CLOSING = " \"'”’)"


FOUND_DEAD = {"bodies", "deaths"}
"""Two words for one toll."""
_BOTH_CHANGES = Answer("change", "agree", "both changes")
_NO_CHANGES = Answer("change", "agree", "neither is a change")
_NO_STATUS = Answer("status", "agree", "neither says confirmed or suspected")


def kind(a: Claim, b: Claim) -> Answer:
    """Length with length, percent with percent; money only in one currency."""
    if a.kind != b.kind and {a.kind, b.kind} not in _SAME_KIND:
        return Answer("kind", "clash", f"{a.kind} against {b.kind}")
    if a.bounds and b.bounds and a.bounds.unit != b.bounds.unit:
        return Answer("kind", "clash", f"{a.bounds.unit} against {b.bounds.unit}")
    return Answer("kind", "agree", f"both {a.kind}")


def change(a: Claim, b: Claim) -> Answer:
    """A change is never a level: "nine more bodies" and "another nine" are not the toll."""
    one, other = addition(a), addition(b)
    if one == other or (a.change == b.change and (one is None or other is None) and _may_be_changes(a, b)):
        return _BOTH_CHANGES if one else _NO_CHANGES
    return Answer("change", "clash", f"{a.surface!r} is {one or 'no change'}, {b.surface!r} is {other or 'no change'}")


def _may_be_changes(a: Claim, b: Claim) -> bool:
    """Whether one figure is of a statistic that is itself a change: job losses and "5,300 jobs fewer"."""
    return not with_habit("is a change").isdisjoint((a.measure, b.measure))


@fact
def addition(claim: Claim) -> str | None:
    """How the figure changes another one: increase, decrease, None where it stands for itself.

    "Growth of 2%" stands for itself; so do "another 40" injured, who are said beside the dead and add to nothing.
    """
    if claim.change and claim.measure not in with_habit("is a change"):
        return claim.change
    if claim.measure in with_habit("beside the dead") or claim.status == "suspected":
        return None
    words = f"{ahead(claim)}{claim.surface}"
    return "increase" if cue("asides", "further").search(words) or _MORE.search(words) else None


def measure(a: Claim, b: Claim) -> Answer:
    """Deaths with deaths. Where one text names no statistic, the other's may stand in its sentence."""
    one, other = statistic(a), statistic(b)
    if one and other:
        if one == other or stems(one) == stems(other) != frozenset():
            return Answer("measure", "agree", f"both {one}")
        if (one, other) in _kin():
            return Answer("measure", "entail", f"{one} and {other} may be used for each other")
        if {one, other} == FOUND_DEAD and all(_is_of_the_found(claim) for claim in (a, b)):
            return Answer("measure", "unknown", "the bodies found after a disaster are of its dead")
        return Answer("measure", "clash", f"{one} against {other}")
    if a.counted == b.counted and any(_repeats_the_noun(claim) for claim in (a, b)) and any(_is_of_actors(name) for name in (one, other)):
        return Answer("measure", "agree", f"the number of {a.noun or a.counted}s")
    for said, silent in ((one, b), (other, a)):
        if said and said in _victims(silent.sentence) and _counts_people(silent):
            verdict = "agree" if _victims(silent.sentence) == {said} else "entail"
            return Answer("measure", verdict, f"{said} stands in both sentences")
    return Answer("measure", "unknown", "the statistic is not said of both")


def _is_of_the_found(claim: Claim) -> bool:
    """Whether a figure of bodies or dead is of a disaster, and not of those who were buried."""
    return not of_sort("disaster").isdisjoint(event_types(claim.event)) and not cue("asides", "buried").search(claim.sentence)


def _repeats_the_noun(claim: Claim) -> bool:
    """Whether a count is told as "the number of soldiers" and nothing else."""
    return claim.counted is not None and claim.measure == claim.counted


def _is_of_actors(name: str | None) -> bool:
    statistic = known(name or "")
    return statistic is not None and statistic.about == "actor"


def _counts_people(claim: Claim) -> bool:
    return claim.kind == "count" and (claim.counted is None or bool(groups_of(claim.noun or claim.counted)))


@lru_cache(maxsize=4096)
def _victims(sentence: str) -> frozenset[str]:
    """What a sentence counts people by."""
    frames = [frame for mark in marks(cut(sentence)) for frame in mark.frames]
    return frozenset(frame.measure.name for frame in frames if frame.measure.about == "people" and frame.role != "head")


@cache
def _kin() -> frozenset[tuple[str, str]]:
    pairs = {(row["measure"], row["other"]) for row in table("measure_kin")}
    return frozenset(pairs | {(b, a) for a, b in pairs})


def status(a: Claim, b: Claim) -> Answer:
    """Confirmed is not suspected, and what would be is not what is."""
    if _supposed(a) != _supposed(b):
        return Answer("status", "clash", "one is only supposed")
    if a.value != b.value and _is_polled(a) != _is_polled(b):
        return Answer("status", "clash", "one is of a poll, and the figures differ")
    if a.status == b.status:
        return Answer("status", "agree", f"both {a.status}") if a.status else _NO_STATUS
    if "suspected" in (a.status, b.status):
        return Answer("status", "clash", f"{a.status or 'not said to be suspected'} against {b.status or 'not said to be suspected'}")
    return Answer("status", "unknown", "one is said to be confirmed")


@fact
def _is_polled(claim: Claim) -> bool:
    """Whether the sentence tells a share of votes or seats of a poll, and not of votes that were counted."""
    return claim.measure in with_habit("may be polled") and cue("asides", "polled").search(claim.sentence) is not None


@fact
def is_wished_for(claim: Claim) -> bool:
    """Whether the words behind a figure say that it was only asked for or foreseen: "the $48.5 billion the governor asked for"."""
    return _WISHED_FOR.match(claim.sentence, claim.span[1] - claim.sentence_span[0]) is not None


@fact
def _supposed(claim: Claim) -> bool:
    """Whether the figure is asked for, or what would be if something were so ("with the missing the count would be 85").

    A question takes for given what it points at: "Who built the 3,200 flats?".
    """
    before = ahead(claim, _WOULD_REACH)
    asked = claim.sentence.rstrip(_CLOSING).endswith("?") and not _GIVEN.search(before)
    return asked or bool(_WOULD.search(before) or _EVEN_IF.search(before))
