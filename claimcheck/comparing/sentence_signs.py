"""What two claims show by the words of their sentences, as questions in the order of what they cost to answer.

To find the names in a sentence takes longer than all the tests of scope, so each question tells beforehand what it may answer: where that
cannot change what the odds decide, it is not asked (see claimcheck.comparing.odds).
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from claimcheck.comparing import story
from claimcheck.comparing.answers import Verdicts
from claimcheck.comparing.events import event_types
from claimcheck.comparing.facts import fact
from claimcheck.comparing.names import shared, words
from claimcheck.comparing.signs import Signs, step
from claimcheck.model import Claim

_SHARES = ((0.2, "little"), (0.33, "a fifth"), (0.5, "a third"), (0.99, "half"))
_LEVELS = (*(named for _, named in _SHARES), "all")
_BESIDE = 45
"""Characters on either side of a figure that are its own words."""
_MANY_WORDS, _MANY_NAMES = 4, 3
"""How many shared words and names are counted."""
_TESTS = ("event", "place", "entity", "measure")
_ONE_SORT = ("one sort of event in both sentences",)


@frozen
class Question:
    """`answers` are all that it may show of claims of which the scope tests have told, `answer` is what it shows of two."""

    answers: Callable[[Verdicts], tuple[Signs, ...]]
    answer: Callable[[Claim, Claim, Verdicts], Signs]


def _scopes(a: Claim, b: Claim, told: Verdicts) -> Signs:
    return (f"scopes share {_share(_scope_words(a), _scope_words(b))}",)


def _sentences(a: Claim, b: Claim, told: Verdicts) -> Signs:
    return (f"sentences share {_share(words(a.sentence), words(b.sentence))}",)


def _told_there(a: Claim, b: Claim, told: Verdicts) -> Signs:
    one, other = _share_of(_scope_words(a), words(b.sentence)), _share_of(_scope_words(b), words(a.sentence))
    return (f"{step(min(one, other), _SHARES, 'all')} of a scope told in the other's sentence",)


def _beside_each(a: Claim, b: Claim, told: Verdicts) -> Signs:
    one, other = _beside(a), _beside(b)
    return f"words beside share {_share(one, other)}", f"{min(_MANY_WORDS, len(shared(one, other)))} words shared beside"


def _stories(a: Claim, b: Claim, told: Verdicts) -> Signs:
    return _of_doubt(story.doubt(a, b), told)


def _of_doubt(doubt: int, told: Verdicts) -> Signs:
    return (f"stories {doubt}", *(f"stories {doubt}, {test}: {told[test]}" for test in _TESTS))


def _names(a: Claim, b: Claim, told: Verdicts) -> Signs:
    one, other = story.telling_names(a.sentence), story.telling_names(b.sentence)
    return (f"{min(_MANY_NAMES, len(shared(one, other)))} names shared" if one and other else "no names in one sentence",)


def _sorts(a: Claim, b: Claim, told: Verdicts) -> Signs:
    return () if event_types(a.sentence).isdisjoint(event_types(b.sentence)) else _ONE_SORT


QUESTIONS = (
    Question(lambda told: tuple((f"scopes share {level}",) for level in _LEVELS), _scopes),
    Question(lambda told: tuple((f"sentences share {level}",) for level in _LEVELS), _sentences),
    Question(lambda told: tuple((f"{level} of a scope told in the other's sentence",) for level in _LEVELS), _told_there),
    Question(
        lambda told: tuple(
            (f"words beside share {level}", f"{n} words shared beside") for level in _LEVELS for n in range(_MANY_WORDS + 1)
        ),
        _beside_each,
    ),
    Question(lambda told: tuple(_of_doubt(doubt, told) for doubt in story.DOUBTS), _stories),
    Question(lambda told: (("no names in one sentence",), *((f"{n} names shared",) for n in range(_MANY_NAMES + 1))), _names),
    Question(lambda told: ((), _ONE_SORT), _sorts),
)
"""The cheapest first."""


def _share(one: frozenset[str], other: frozenset[str]) -> str:
    return step(len(shared(one, other)) / max(1, min(len(one), len(other))), _SHARES, "all")


def _share_of(part: frozenset[str], whole: frozenset[str]) -> float:
    return len(shared(part, whole)) / max(1, len(part))


@fact
def _beside(claim: Claim) -> frozenset[str]:
    """The words close to a figure."""
    first, last = (edge - claim.sentence_span[0] for edge in claim.span)
    return words(claim.sentence[max(0, first - _BESIDE) : first]) | words(claim.sentence[last : last + _BESIDE])


@fact
def _scope_words(claim: Claim) -> frozenset[str]:
    return words(" ".join(filter(None, (claim.measure, claim.counted, claim.noun, claim.entity, claim.place, claim.event))))
