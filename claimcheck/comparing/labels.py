"""Two figures of one quantity: restated, rounded, updated, in conflict, or after all likelier of two things?"""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.comparing.answers import ahead, cue, one_article, with_habit
from claimcheck.comparing.events import rarely
from claimcheck.comparing.facts import fact
from claimcheck.comparing.figures import Figures, are_swapped, are_thousands_apart, lower, significant, times_apart
from claimcheck.comparing.names import names
from claimcheck.comparing.time import course, days_between, when
from claimcheck.comparing.what import addition
from claimcheck.comparing.whom import same_source, sources_differ
from claimcheck.model import Claim
from claimcheck.reading.changes import governing
from claimcheck.reading.number_words import WORTH
from claimcheck.reading.tokens import cut
from claimcheck.vocabulary import either

Label = tuple[str, str]
"""A relation's label, and why."""

_STORY, _ENTRY = 6000, 2500
"""Characters. What goes on after the length of a news story (about 1,000 words) is a rolling report, whose entries (more than about 400
words apart) were written at different hours. A convention of this project."""
_TWICE, _TEN, _LEAP, _SOON = 2, 10, 20, 14
"""How many times apart two figures may lie that are held against each other: in two texts, in one text, and a count that leaps within days
(twice that where the event is of a rare kind: an earthquake, a hurricane). Desk conventions of this project: of lower figures beyond
a half, almost all were parts of a list or of another event."""
_YEAR = 365.2425
"""Days of a Gregorian year."""
_AGE_WORDS = 32
"""Characters before a figure in which it is said to be an earlier one."""
_HAD = re.compile(r"\bhad\b")
_PART_OF_A_DAY = re.compile(rf"\b(?:{either('parts of a day')})\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:not|never|(rather than|instead of))(?:,[^,;]{1,60},)?(?: the)? $", re.IGNORECASE)
_FIRST_GIVEN = re.compile(
    r"\b(?:first|initially|originally|previously|earlier|wrongly) "
    r"(?:given|reported|announced|put|stated|listed|published|quoted|named)(?: as| at)? (?:about |some )?$"
)
_FIRST_STATE = re.compile(
    r"\b(?:had|first|initially|originally) (?:first |initially |originally |earlier |previously )?"
    r"(?:asked|offered|demanded|sought|proposed|wanted|requested|bid|planned|called)\b(?: (?!but|and|while)[\w’'-]+){0,5} ?$"
)
_TOLD_BEFORE = re.compile(rf" (?:(?:it|they|he|she) )?(?:had )?(?:{either('told before')})\b(?! in (?:1|2)\d\d\d\b)")
_OLD_BEFORE_NUMBER = r"\b(?: \w+){0,3} ?$"
_TALLY = r"(?:tolls?|counts?|figures?|numbers?|estimates?|tally|tallies|totals?)\b"
_TALLY_AHEAD = rf"\b{_TALLY}[^.;:,]{{0,40}}\b"
_TALLY_BEHIND = (
    rf"\b(?:(?: (?!(?:through|to|off|into|at|in|on|by|from|for|and|down|back)\b)[\w’'-]+){{0,4}} {_TALLY}"
    r"|(?: (?:it|that|this|them|sharply|slightly|further|again|later|back|down)){0,2} (?:to|by|from|than) "
    r"(?:about |some |nearly |at least |just |only )?"
    rf"(?:\d|(?:{'|'.join(sorted(WORTH))})\b))"
)
"""What a word such as "cut" or "lower" must be said of, to revise a toll: a tally, or a figure."""


def label(a: Claim, b: Claim, figures: Figures) -> Label:
    """The relation of two figures of one quantity, and why."""
    if figures.standing == "same":
        if a.kind == "count" and _told_twice(a, b):
            return "different_quantity", "not comparable: one sentence gives the figure twice, as of two things"
        return "same_value", "the same figure"
    fits = _aged(a, b)
    if fits:
        return "same_value", "the age fits the days between"
    if fits is not None and not (names(a.entity) and names(b.entity)):
        return "different_quantity", "not comparable: the ages of two people, not both of them named"
    if fits is not None:
        return "conflict", "the ages do not fit the days between"
    if figures.standing == "rounding" and not _is_news(a, b, figures):
        return "rounding", "both can be the same figure"
    if linked(a, b, "from", "revises"):
        return "update", "the text gives both, the old and the new figure"
    found = _by_time(a, b, figures)
    if linked(a, b, "converts"):
        return found
    return _doubt(a, b, found[0]) or _resolved(a, b, found)


def _is_news(a: Claim, b: Claim, figures: Figures) -> bool:
    """Whether a later, unhedged figure that the earlier one could be, rounded, is told as a new one.

    Either one speaker's finer figure of a count that only grows lies above his round one, or a level was moved to it ("cut to 4 percent").
    """
    if not (a.qualifier == b.qualifier == "exact") or when(a, b) != "later" or one_article(a, b):
        return False
    if course(a, b) == "grows":
        return significant(b) > significant(a) and figures.direction == "up" and same_source(a, b)
    return figures.direction is not None and course(a, b) == "level" and moved_to(b) == figures.direction


@fact
def moved_to(claim: Claim) -> str | None:
    """Up or down, where the words say that something was moved to the figure: "raised its rate to 4.5 percent"."""
    before = cut(claim.sentence, 0, max(0, claim.span[0] - claim.sentence_span[0]))
    if before.words[-1:] != ("to",):
        return None
    return {"increase": "up", "decrease": "down"}.get(governing(before, len(before) - 1) or "")


def _aged(a: Claim, b: Claim) -> bool | None:
    """Whether two ages in years fit one person on their two days: older by the years between, or by one more; None for other figures."""
    if a.kind != "age":
        return None
    apart = days_between(a, b)
    if apart is None or (a.unit, b.unit) != ("year", "year") or isinstance(a.value, tuple) or isinstance(b.value, tuple):
        return None
    years, gap = int(apart / _YEAR), Decimal(b.value) - Decimal(a.value)
    return years <= (-gap if when(a, b) == "earlier" else gap) <= years + 1


def _told_twice(a: Claim, b: Claim) -> bool:
    """Whether one sentence gives a figure twice ("58 in the town and 58 in the villages") and does not link the two."""
    apart = a.span != b.span and a.sentence_span == b.sentence_span
    return one_article(a, b) and apart and not linked(a, b, "from", "revises", "converts")


def _by_time(a: Claim, b: Claim, figures: Figures) -> Label:
    """Update or conflict, as the days and the course of the quantity have it."""
    moves, order = course(a, b), when(a, b)
    spoken = f"{a.as_of} against {b.as_of}"
    if are_thousands_apart(a, b):
        return "conflict", "the same digits, thousands of times apart"
    if order in ("same", "unknown"):
        if not one_article(a, b) and are_swapped(a, b):
            return "conflict", "the same digits in another order"
        if moves == "grows" and figures.direction == "up" and _grew_that_day(a, b):
            return "update", "a count that grew within the day"
        return "conflict", f"both as of {b.as_of}" if order == "same" else "the days are not known"
    if moves == "fixed":
        return "conflict", f"a quantity that does not change with the day ({spoken})"
    falls = figures.direction == ("down" if order == "later" else "up")
    if moves == "grows" and falls and not states_revision(f"{b.sentence} {a.sentence}"):
        return "conflict", f"a count that only grows came out lower, and no revision is stated ({spoken})"
    return "update", spoken


def _doubt(a: Claim, b: Claim, found: str) -> Label | None:
    """Why two different figures are likelier of two things, if they are."""
    if a.kind == "count" and addition(a):
        return "different_quantity", "not comparable: two additions to a count"
    if found == "update" and a.kind == "percent" and addition(a) and addition(b):
        return "different_quantity", "not comparable: two changes, each from another base"
    if is_vague(a) or is_vague(b):
        return "different_quantity", 'not comparable: one is no number ("dozens")'
    if found == "update" and a.kind == "percent" and a.measure in with_habit("from nothing to all"):
        return None
    times, most = times_apart(a, b), _most(a, b, found)
    if times is not None and times > most:
        return "different_quantity", f"not comparable: more than {most} times apart, likelier a part or another event's"
    return None


def _most(a: Claim, b: Claim, found: str) -> int:
    """How many times apart two figures may lie."""
    if found == "update":
        first, last = (b, a) if when(a, b) == "earlier" else (a, b)
        if course(a, b) == "grows" and lower(first, last):
            return _TWICE
        if one_article(a, b) and when(a, b) == "same" and course(a, b) == "grows" and not (_looks_back(a) or _looks_back(b)):
            return _TWICE
        if (days_between(a, b) or 0) > _SOON:
            return _LEAP * _LEAP
        return _LEAP * _TWICE if rarely(a.event) and rarely(b.event) else _LEAP
    if a.measure == b.measure and a.measure in with_habit("of whoever estimates it") and sources_differ(a, b):
        return _TEN
    if is_old(a) or is_old(b) or (one_article(a, b) and (sources_differ(a, b) or course(a, b) != "grows")):
        return _TEN
    return _TWICE


def _resolved(a: Claim, b: Claim, found: Label) -> Label:
    """A conflict, unless the sentences say which figure is the old one, or one sentence gives both."""
    if found[0] != "conflict":
        return found
    if one_article(a, b) and a.sentence_span == b.sentence_span and not sources_differ(a, b):
        if states_revision(b.sentence, course(a, b)) or cue("revisions", "grow").search(b.sentence):
            return "update", "one sentence gives both, the old and the new figure"
        return "different_quantity", "not comparable: one sentence gives both, and no writer contradicts himself in it"
    below_the_old_one = course(a, b) == "grows" and is_old(a) and not is_old(b) and lower(a, b)
    if (is_old(a) or is_old(b)) and not below_the_old_one and not misquotes(a, b):
        return "update", "one is said to be an earlier figure"
    return found


def misquotes(past: Claim, claim: Claim) -> bool:
    """Whether an article gives another figure than an earlier article for that one's own day: "up from 46 on Monday", where it was 64.

    A count that only grows may have been higher later on that day, and any figure another one where a part of that day is told.

    >>> from claimcheck.reading import extract
    >>> past, = extract("The storm in Lodvik has killed 64 people.", published="2026-05-04", document="a")
    >>> _, old = extract("The storm in Lodvik has killed 71 people, up from 46 on Monday.", published="2026-05-06", document="b")
    >>> misquotes(past, old), misquotes(old, past)
    (True, False)
    """
    if one_article(past, claim) or not is_old(claim) or is_old(past) or sources_differ(past, claim):
        return False
    if any(_PART_OF_A_DAY.search(told.sentence) for told in (past, claim)):
        return False
    its_day = past.as_of is not None and past.as_of == claim.as_of == past.said_on and past.as_of < (claim.said_on or "")
    return its_day and not (course(past, claim) == "grows" and lower(claim, past))


@fact
def _looks_back(claim: Claim) -> bool:
    """Whether a sentence tells what had been so before."""
    return is_old(claim) or bool(_HAD.search(claim.sentence))


def linked(a: Claim, b: Claim, *roles: str) -> bool:
    """Whether the text links two figures in one of these roles, see model.Link."""
    if not a.links and not b.links:
        return False
    return any(link.role in roles and link.claim == other.id for one, other in ((a, b), (b, a)) for link in one.links)


def _grew_that_day(a: Claim, b: Claim) -> bool:
    if cue("revisions", "grow").search(b.sentence) or is_old(a):
        return True
    if one_article(a, b):
        return max(a.span[0], b.span[0]) > _STORY and abs(a.span[0] - b.span[0]) > _ENTRY
    return not sources_differ(a, b)


@fact
def is_old(claim: Claim) -> bool:
    """Whether the words before a figure say that another one has taken its place ("grew from 15", "the previous toll of 15")."""
    return bool(cue("asides", "old", after=_OLD_BEFORE_NUMBER).search(ahead(claim, _AGE_WORDS)))


def is_denied(claim: Claim, moves: str = "grows") -> bool:
    """Whether the words before a figure say that it was wrong: "71 guests, and not 70", "rather than the 88 first named".

    What moves both ways (`moves`, see comparing.time.course) is set instead of what had been planned, and nobody was wrong.
    """
    found = _DENIED.search(claim.sentence[: max(0, claim.span[0] - claim.sentence_span[0])])
    return found is not None and not (found[1] and moves == "level")


@fact
def is_first_account(claim: Claim) -> bool:
    """Whether the words before a figure call it a first account of what it tells: "first given as 71%", "initially put at 40"."""
    return bool(_FIRST_GIVEN.search(claim.sentence[: max(0, claim.span[0] - claim.sentence_span[0])]))


@fact
def is_told_before(claim: Claim) -> bool:
    """Whether the words around a figure say that it was told earlier of the same thing: "not the 3.8 percent it had given out"."""
    return is_denied(claim) or bool(_TOLD_BEFORE.match(claim.sentence, max(0, claim.span[1] - claim.sentence_span[0])))


@fact
def tells_first_state(claim: Claim) -> bool:
    """Whether the words before a figure tell what had been asked or offered before: "had asked for 8%", "first offered 5.5%"."""
    return bool(_FIRST_STATE.search(claim.sentence[: max(0, claim.number_span[0] - claim.sentence_span[0])]))


@fact
def is_vague(claim: Claim) -> bool:
    """Whether the figure is an expression such as "dozens" or "tens of thousands"."""
    return isinstance(claim.value, tuple) and bool(cue("asides", "vague").search(claim.surface))


def states_revision(text: str, moves: str = "grows") -> bool:
    """Whether a sentence says that an earlier figure was revised or wrong, see vocabulary revisions.csv.

    What is put lower is revised if it only grows or is fixed (`moves`, see comparing.time.course); a rate that is cut has changed. The
    word must be said of a figure or a tally: steel that rescuers cut through lowers nothing.

    >>> states_revision("The ministry corrected the toll to 240."), states_revision("The toll rose to 240.")
    (True, False)
    >>> states_revision("The ministry cut the toll to 240."), states_revision("The bank cut the rate to 3%.", "level")
    (True, False)
    >>> states_revision("Rescuers cut through steel to reach the dead.")
    False
    """
    if cue("revisions", "revise").search(text):
        return True
    lowers = (cue("revisions", "lower", after=_TALLY_BEHIND), cue("revisions", "lower", before=_TALLY_AHEAD))
    return moves in ("grows", "fixed") and any(each.search(text) for each in lowers)
