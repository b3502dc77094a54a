"""A look-up by scope finds what comparing with every claim of the ledger would find."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from claimcheck import extract
from claimcheck.comparing import are_one
from claimcheck.comparing.relation import are_surely_one
from claimcheck.ledger import Ledger
from claimcheck.ledger.series import Same, in_time
from claimcheck.model import Claim

PLACES = (
    ("Maui", "Hawaii"),
    ("Osaka", "Japan"),
    ("Lyon", "France"),
    ("Kharkiv", "Ukraine"),
    ("Luzon", "the Philippines"),
    ("Sicily", "Italy"),
    ("Houston", "Texas"),
    ("Phoenix", "Arizona"),
    ("Crete", "Greece"),
    ("Lagos", "Nigeria"),
    ("Lodvik", "Velmark"),
)
"""Places and what they lie in; the last pair is in no gazetteer."""
DISASTERS = (
    "The earthquake in {inner} killed {n} people, officials said.",
    "At least {n} people died when an earthquake struck {outer}, officials said.",
    "The death toll from the {inner} earthquake rose to {n}.",
    "The wildfire in {inner} destroyed {n} homes.",
    "The {outer} wildfire has destroyed {n} houses.",
    "Floods in {outer} displaced {n} people.",
    "Flooding in {inner}, {outer}, has forced {n} people from their homes.",
    "The flood in {inner} left {n} people missing.",
)
SIDES = (("Ukrainian", "Ukraine"), ("Russian", "Russia"), ("Sudanese", "Sudan"))
WARS = (
    "The ministry said {n} {people} soldiers have been killed since the war began in 2022.",
    "{country} has lost {n} troops since the war began in 2022.",
    "{n} {people} civilians have been killed in the war since 2022.",
    "The army of {country} said it had captured {n} prisoners in the war.",
)
COMPANIES = (("Norland Steel", "Norland"), ("Associated Rail Freight", "ARF"), ("the Port Anselm Harbour Board", "the harbour board"))
JOBS = ("{long} employs {n} people.", "{short} employs {n} workers.", "{long} reported {n} new infections in Lagos.")


def generated(rounds: int) -> Iterator[Claim]:
    """The claims of made-up reports, each kind of story told in several wordings by several desks."""
    draw = random.Random(7)
    for number in range(rounds):
        day = f"2025-{1 + number % 12:02}-{1 + number % 28:02}"
        texts = [draw.choice(DISASTERS).format(inner=inner, outer=outer, n=_figure(draw)) for inner, outer in PLACES]
        texts += [draw.choice(WARS).format(people=people, country=country, n=_figure(draw)) for people, country in SIDES]
        texts += [draw.choice(JOBS).format(long=long, short=short, n=_figure(draw)) for long, short in COMPANIES]
        for index, text in enumerate(texts):
            yield from extract(text[0].upper() + text[1:], published=day, document=f"{number}-{index}")


def _figure(draw: random.Random) -> str:
    return f"{draw.choice((120, 130, 140, 150, 1200, 1300, 1400)):,}"


@pytest.fixture(scope="module")
def claims() -> list[Claim]:
    return [claim for claim in generated(rounds=24) if claim.kind != "year"]


def _recall(ledger: Ledger, claims: list[Claim], same: Same, newest: int = 40) -> float:
    """The share of the claims of one quantity, where that has at most `newest`, that a look-up finds."""
    ledger.add(claims)
    asked = found = 0
    for claim in random.Random(3).sample(claims, 60):
        others = (other for other in claims if other.document != claim.document)
        told = {other.id for other in others if same(*in_time((other, claim)))}
        if len(told) <= newest:
            asked += len(told)
            found += len(told & {other.id for other in ledger.candidates(claim)})
    assert asked > 150
    return found / asked


def test_nearly_every_claim_that_compare_holds_for_the_same_quantity_is_found(ledger: Ledger, claims: list[Claim]) -> None:
    # of a place in no gazetteer nobody can tell what it lies in: the odds also hold it to be another, where a look-up does not
    known = [claim for claim in claims if claim.place not in PLACES[-1]]
    assert _recall(ledger, known, are_one) > 0.9


def test_what_the_words_hold_for_the_same_quantity_is_found(ledger: Ledger, claims: list[Claim]) -> None:
    assert _recall(ledger, claims, lambda one, other: are_one(one, other) and are_surely_one(one, other)) > 0.97
