"""Are two claims about the same quantity, and if so, how do their figures relate?"""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from claimcheck.comparing.figures import Figures, compared, lower, times_apart
from claimcheck.comparing.names import akin, groups_of, names, rest, shared, stems
from claimcheck.comparing.scope import TESTS, addition, is_part_of_another
from claimcheck.comparing.time import course, days_between, when
from claimcheck.model import Claim, Relation
from claimcheck.reading.measures import known
from claimcheck.vocabulary import table

_STORY, _ENTRY = 6000, 2500
"""Characters. What goes on after the length of a news story (about 1,000 words) is a rolling report, whose entries (more than about 400
words apart) were written at different hours. A convention of this project."""

_OLD = re.compile(r"\b(?:from|previous|previously|earlier|initial|initially|first)\b(?: \w+){0,3} ?$")
_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|billions|trillions|several|few|couple)\b", re.IGNORECASE)
_WORDS_BEFORE = 32
"""Characters before a figure in which its age is said."""
_TOO_LITTLE = "not comparable: too little is said to hold two different figures together"
_TOO_FAR = "so far apart that one is likelier a part, or another event's"
_HALF, _TEN, _LEAP, _SOON = 2, 10, 20, 14
"""How many times apart two figures may lie that are held against each other: in two texts, in one text, and a toll that leaps within days.
Desk conventions: of lower figures beyond a half almost all were parts of a list."""
_TAKEN_FOR_GRANTED = ("change", "status", "whole")
_OF_THE_EVENT = frozenset(("destroyed", "damaged", "damaged or destroyed", "flooded", "burned area", "magnitude", "animals killed"))
"""Statistics of things that belong to the event itself; a price, a distance or a speed belongs to some thing that must be named."""
_ACCIDENT = 2
"""Digits that two figures of one story may share by accident."""
_SAME_SERIES = ("converts", "revises", "from")
_DIFFERENT = ("part_of", "total_of", "share_of", "change_to", "change_from")


@frozen
class Sameness:
    """Whether two claims are about one quantity: "same", "likely" (the figures must bear it out) or "different", and why."""

    level: str
    reasons: tuple[str, ...]


def compare(earlier: Claim, later: Claim) -> Relation:
    """How the later claim relates to the earlier one; `reasons` say in words what decided.

    First what the text itself says of the two (a conversion, a part, a revision), then the scope tests, then the figures, then time.
    """
    sameness = same_quantity(earlier, later)
    if sameness.level == "different":
        return Relation("different_quantity", reasons=sameness.reasons)
    moves, order = course(earlier, later), when(earlier, later)
    figures = compared(earlier, later, moved=order in ("later", "earlier") and moves != "fixed")
    if sameness.level == "likely" and (figures.standing == "apart" or not _telling(earlier, later)):
        return Relation("different_quantity", reasons=(*sameness.reasons, _TOO_LITTLE))
    label, why = _label(earlier, later, figures, moves, order)
    if figures.standing == "apart" and _stated(earlier, later) is None:
        label, why = _weighed(earlier, later, label, why)
    elif label == "conflict" and _is_revision(earlier, later):
        label, why = "update", "the text gives both, the old and the new figure"
    if label in ("same_value", "different_quantity"):
        return Relation(label, reasons=(*sameness.reasons, why))
    return Relation(label, figures.direction, figures.absolute, figures.relative, (*sameness.reasons, why))


def same_quantity(a: Claim, b: Claim) -> Sameness:
    """Whether two claims are about one quantity, and why."""
    stated = _stated(a, b)
    if stated is not None:
        return stated
    answers = {answer.test: answer for answer in (test(a, b) for test in TESTS)}
    verdicts = {test: answer.verdict for test, answer in answers.items()}
    if verdicts["event"] == "clash" and _only_supplied(a, b) and (_names_agree(a, b, verdicts) or verdicts["period"] == "agree"):
        verdicts["event"] = "unknown"
    clashes = tuple(f"{test}: {answers[test].reason}" for test, verdict in verdicts.items() if verdict == "clash")
    if clashes:
        return Sameness("different", clashes)
    told = [test for test, verdict in verdicts.items() if verdict in ("agree", "entail", "part") and test not in _TAKEN_FOR_GRANTED]
    return Sameness(_level(a, b, verdicts), tuple(f"{test}: {answers[test].reason}" for test in told))


def _only_supplied(a: Claim, b: Claim) -> bool:
    """Whether the event of one claim is that of its whole article: a story about one strike also gives figures of the war."""
    return "event" in a.inherited or "event" in b.inherited


def _names_agree(a: Claim, b: Claim, verdicts: dict[str, str]) -> bool:
    return verdicts["entity"] in ("agree", "entail") and bool(names(a.entity)) and bool(names(b.entity))


def _stated(a: Claim, b: Claim) -> Sameness | None:
    """What the text says outright of the two claims."""
    for one, other in ((a, b), (b, a)):
        for link in one.links:
            if link.claim == other.id and not (link.role == "from" and _other_things(one, other)):
                level = "same" if link.role in _SAME_SERIES else "different" if link.role in _DIFFERENT else None
                if level:
                    return Sameness(level, (f"the text states it: {one.surface!r} {link.role} {other.surface!r}",))
    return None


def _other_things(a: Claim, b: Claim) -> bool:
    """Whether two figures count things of different names ("41 points from 33 games")."""
    return bool(a.counted and b.counted) and not akin(str(a.counted), str(b.counted)) and not groups_of(a.counted) & groups_of(b.counted)


def _level(a: Claim, b: Claim, verdicts: dict[str, str]) -> str:
    """The decision table, for claims without a clash. `what` is the measure test, `which` the best of entity, event, place, period.

    what      which             level
    agree     agree or entail   same; likely where one is a part, or the measure ("duration") tells little and no subject is stated
    agree     unknown           likely within one article, else different
    entail    agree or entail   likely
    unknown   agree or entail   likely for dates, for one figure of three digits, and where the sentences share half their words
    """
    what = verdicts["measure"]
    which = any(verdicts[test] in ("agree", "entail") for test in ("event", "place", "period"))
    which = which or _names_agree(a, b, verdicts)
    parts = "part" in verdicts.values() or _one_is_part(a, b) or not _subject_is_told(a, b, verdicts)
    if what == "agree" and which:
        return "likely" if parts else "same"
    if what == "agree":
        return "likely" if a.document is not None and a.document == b.document else "different"
    alike = (verdicts["counted"] == "agree" or a.kind != "count") and (_same_words(a, b) or _rare_noun(a, b))
    borne_out = what == "entail" or a.kind in ("date", "year") or _one_figure(a, b) or alike
    return "likely" if which and borne_out else "different"


def _one_figure(a: Claim, b: Claim) -> bool:
    """Whether both give one figure of so many digits that no two things of a story share it by accident."""
    things = {claim.counted for claim in (a, b) if not groups_of(claim.counted)}
    same = a.value == b.value and a.unit == b.unit and len(things) <= 1
    return same and isinstance(a.value, str) and len(a.value.replace(".", "").strip("0-")) > _ACCIDENT


def _one_is_part(a: Claim, b: Claim) -> bool:
    """Whether one of two figures of an article is said to be a part of a third."""
    return a.document is not None and a.document == b.document and is_part_of_another(a) != is_part_of_another(b)


def _subject_is_told(a: Claim, b: Claim, verdicts: dict[str, str]) -> bool:
    """Whether it is said whose figure it is, where the statistic is nothing without that (revenue, aid, a distance, an age)."""
    statistic = known(a.measure or "")
    if statistic is None or statistic.about in ("people", "counter") or statistic.name in _OF_THE_EVENT:
        return True
    if a.kind == "count" and statistic.about == "thing":
        return verdicts["counted"] in ("agree", "entail")
    if not _names_agree(a, b, verdicts) and verdicts["entity"] != "agree":
        return False
    supplied = "entity" in a.inherited or "entity" in b.inherited
    return statistic.about == "country" or not supplied or bool(rest(a.entity) & rest(b.entity)) or _own(statistic.about, a, b)


def _own(about: str, a: Claim, b: Claim) -> bool:
    """Whether a story's protagonist may own the figure without being named again ("revenue rose to ...")."""
    return about in ("owner", "actor") and a.entity == b.entity


def _same_words(a: Claim, b: Claim) -> bool:
    one, other = stems(a.sentence), stems(b.sentence)
    return 2 * len(shared(one, other)) >= min(len(one), len(other))


def _telling(a: Claim, b: Claim) -> bool:
    """Whether figure or noun are so rare that meeting them twice is no accident."""
    if isinstance(a.value, tuple) or len(a.value.replace("-", "").replace(".", "").strip("0")) > 1:
        return True
    return _rare_noun(a, b)


def _rare_noun(a: Claim, b: Claim) -> bool:
    return a.counted is not None and a.counted == b.counted and not groups_of(a.counted)


@cache
def _cues(sense: str) -> re.Pattern[str]:
    words = sorted((row["wording"] for row in table("revisions") if row["sense"] == sense), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)


def _is_revision(a: Claim, b: Claim) -> bool:
    return any(link.role in ("from", "revises") and link.claim == other.id for one, other in ((a, b), (b, a)) for link in one.links)


def _weighed(a: Claim, b: Claim, label: str, why: str) -> tuple[str, str]:
    """The label of two different figures, unless it is likelier that the texts speak of two things."""
    if a.kind == "count" and addition(a):
        return "different_quantity", "not comparable: two additions to a count"
    if _is_vague(a) or _is_vague(b):
        return "different_quantity", "not comparable: one is no number (\"dozens\")"
    times = times_apart(a, b)
    if label == "update":
        most = _LEAP if (days_between(a, b) or 0) <= _SOON else _LEAP * _LEAP
        doubtful = times is not None and (times > most or (lower(a, b) and times > _HALF and course(a, b) == "grows"))
        return ("different_quantity", f"not comparable: figures {_TOO_FAR}") if doubtful else (label, why)
    if _in_one_sentence(a, b) and not sources_differ(a, b):
        if _cues("revise").search(b.sentence) or _cues("grow").search(b.sentence):
            return "update", "one sentence gives both, the old and the new figure"
        return "different_quantity", "not comparable: one sentence gives both, and no writer contradicts himself in it"
    if _is_old(a) or _is_old(b):
        return "update", "one is said to be an earlier figure"
    one_text = a.document is not None and a.document == b.document
    if times is not None and times > (_TEN if one_text else _HALF) and not _in_one_sentence(a, b):
        return "different_quantity", f"not comparable: figures {_TOO_FAR}"
    return label, why


def _is_vague(claim: Claim) -> bool:
    """Whether the figure is an expression such as "dozens" or "tens of thousands"."""
    return isinstance(claim.value, tuple) and bool(_VAGUE.search(claim.surface))


def _in_one_sentence(a: Claim, b: Claim) -> bool:
    return a.document is not None and a.document == b.document and a.sentence_span == b.sentence_span


def _label(a: Claim, b: Claim, figures: Figures, moves: str, order: str) -> tuple[str, str]:
    """The relation of two figures of one quantity, and why."""
    if figures.standing == "same":
        return "same_value", "the same figure"
    if figures.standing == "rounding":
        return "rounding", "both can be the same figure"
    if order in ("later", "earlier"):
        return _on_another_day(a, b, figures, moves, order)
    if moves == "grows" and figures.direction == "up" and _grew_that_day(a, b):
        return "update", "a count that grew within the day"
    return "conflict", f"both as of {b.as_of}" if order == "same" else "the days are not known"


def _on_another_day(a: Claim, b: Claim, figures: Figures, moves: str, order: str) -> tuple[str, str]:
    spoken = f"{a.as_of} against {b.as_of}"
    if moves == "fixed":
        return "conflict", f"a quantity that does not change with the day ({spoken})"
    falls = figures.direction == ("down" if order == "later" else "up")
    if moves == "grows" and falls and not _cues("revise").search(f"{b.sentence} {a.sentence}"):
        return "conflict", f"a count that only grows came out lower, and no revision is stated ({spoken})"
    return "update", spoken


def _grew_that_day(a: Claim, b: Claim) -> bool:
    if _cues("grow").search(b.sentence) or _is_old(a):
        return True
    if a.document is not None and a.document == b.document:
        return max(a.span[0], b.span[0]) > _STORY and abs(a.span[0] - b.span[0]) > _ENTRY
    return not sources_differ(a, b)


def _is_old(claim: Claim) -> bool:
    """Whether the words before a figure say that another one has taken its place ("grew from 15", "the previous toll of 15")."""
    start = claim.span[0] - claim.sentence_span[0]
    return bool(_OLD.search(claim.sentence[max(0, start - _WORDS_BEFORE) : max(0, start)]))


def sources_differ(a: Claim, b: Claim) -> bool:
    """Whether both figures are attributed, to sources that share no word ("the Kremlin", "Ukraine's general staff")."""
    if a.attribution is None or b.attribution is None:
        return False
    return not shared(stems(a.attribution.source), stems(b.attribution.source))


def states_revision(text: str) -> bool:
    """Whether a sentence says that an earlier figure was revised or wrong, see vocabulary revisions.csv.

    >>> states_revision("The ministry corrected the toll to 240."), states_revision("The toll rose to 240.")
    (True, False)
    """
    return bool(_cues("revise").search(text))
