"""Where the words leave much open, signs that were weighed on annotated stories may still make one quantity likely; never a conflict."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from claimcheck import Claim, compare, extract
from claimcheck.comparing import are_one, odds, relation, same_quantity
from claimcheck.comparing.scope import TESTS
from claimcheck.comparing.sentence_signs import QUESTIONS

TABLE = odds.weights()
TEXTS = (
    "Ostran gales leave 41 dead, 300 hurt",
    "The gales cost 43 lives in Ostra, the ministry said. Insurers expect claims of 2.1 billion euros.",
    "Brask Foods sold 340 shops for $2.1 billion on Monday, 12% more than a year ago.",
    "Turnout was 61.4 percent in 2019, when 41 parties ran.",
)


def figure(text: str, surface: str, published: str = "2026-03-02", document: str = "a") -> Claim:
    return next(claim for claim in extract(text, published, document=document) if surface in claim.surface)


def all_claims(*texts: tuple[str, str]) -> list[Claim]:
    return [claim for index, (text, day) in enumerate(texts) for claim in extract(text, day, document=str(index))]


def likely(a: Claim, b: Claim) -> bool:
    told = same_quantity(a, b)
    return relation.ruling(a, b, told) is None and odds.odds(relation.shown(a, b, told)) >= odds.LIKELY


CLAIMS = all_claims(*((text, day) for text in TEXTS for day in ("2026-03-02", "2026-03-05")))


def test_every_weighed_answer_is_one_that_a_scope_test_can_give() -> None:
    tests = {test.__name__ for test in TESTS}
    for sign in TABLE:
        for name, verdict in re.findall(r"(\w+): (\w+)", sign):
            assert name in tests, sign
            assert verdict in ("agree", "entail", "part", "unknown", "clash"), sign


@pytest.mark.parametrize(
    ("nearer", "farther"),
    [("within 1.1 times", "within 5 times"), ("measure: agree, event: agree", "measure: clash"), ("equal", "apart")],
)
def test_what_speaks_for_one_quantity_weighs_more(nearer: str, farther: str) -> None:
    assert TABLE.get(nearer, 0) > TABLE.get(farther, 0)


def test_figures_far_apart_are_not_likely_of_one_quantity_whatever_else_they_share() -> None:
    one = figure("A storm in Ostra destroyed 40 barns.", "40")
    other = figure("The storm in Ostra destroyed 4,100 barns.", "4,100", "2026-03-04", "b")
    assert compare(one, other).label == "different_quantity"


def test_figures_of_two_kinds_are_never_likely() -> None:
    hectares = figure("Ostra lost 40 hectares.", "40", document="b")
    assert compare(figure("Ostra lost 40 barns.", "40"), hectares).label == "different_quantity"


def test_the_order_of_two_claims_does_not_change_their_odds() -> None:
    for a, b in combinations(CLAIMS, 2):
        assert likely(a, b) == likely(b, a), (a.surface, b.surface)


def test_what_is_only_likely_never_conflicts(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = list(combinations(CLAIMS, 2))
    labels = {}
    for threshold in (-99.0, 99.0):
        monkeypatch.setattr(relation, "LIKELY", threshold)
        labels[threshold] = [compare(a, b).label for a, b in pairs]
    assert labels[-99.0] != labels[99.0]
    assert {"conflict"} < set(labels[-99.0])
    for (a, b), label in zip(pairs, labels[-99.0], strict=True):
        assert label != "conflict" or relation.are_surely_one(a, b), (a.surface, b.surface)


def test_questions_on_sentences_are_only_left_out_where_they_decide_nothing() -> None:
    for a, b in combinations(CLAIMS, 2):
        told = same_quantity(a, b)
        if relation.ruling(a, b, told) is None:
            total = odds.odds(odds.signs(a, b, told.verdicts))
            for least in (total - 1, total, total + 0.01, odds.LIKELY):
                assert odds.reach(least, a, b, told.verdicts, ()) == (total >= least), (a.surface, b.surface, least)


def test_questions_on_sentences_answer_nothing_they_did_not_tell_of() -> None:
    for a, b in combinations(CLAIMS, 2):
        told = same_quantity(a, b).verdicts
        if told:
            for question in QUESTIONS:
                assert question.answer(a, b, told) in question.answers(told)


def test_whether_two_figures_are_one_is_told_as_compare_would_tell_it() -> None:
    told = [(are_one(a, b), compare(a, b).label != "different_quantity") for a in CLAIMS for b in CLAIMS]
    assert all(fast == plain for fast, plain in told)
    assert {fast for fast, _ in told} == {True, False}
