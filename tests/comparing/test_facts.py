"""What one claim tells is worked out once, and is never taken for what another one told."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any
from weakref import ref

from claimcheck import compare
from claimcheck.comparing.facts import fact, fact_of_two
from claimcheck.model import Claim

Build = Callable[[dict[str, Any]], Claim]


def deaths(claim: Build, number: int) -> Claim:
    said = {"document": None, "sentence": f"{number} people died.", "measure": "deaths", "counted": "person"}
    return claim({**said, "kind": "count", "value": str(number), "unit": "count"})


def test_each_claim_tells_its_own_however_many_come_and_go(claim: Build) -> None:
    figure = fact(lambda one: one.value)
    assert all(figure(deaths(claim, number)) == str(number) for number in range(5000))


def test_a_fact_is_worked_out_once(claim: Build) -> None:
    asked: list[str] = []
    figure = fact(lambda one: asked.append(one.surface))
    one = deaths(claim, 12)
    assert [figure(one), figure(one), asked] == [None, None, ["12"]]


def test_claims_of_long_ago_are_let_go(claim: Build) -> None:
    old = deaths(claim, 1)
    compare(old, deaths(claim, 2))
    gone = ref(old)
    del old
    for number in range(3, 6000):
        fact(lambda one: one.value)(deaths(claim, number))
    gc.collect()
    assert gone() is None


def test_what_two_claims_tell_is_never_taken_for_what_two_others_told(claim: Build) -> None:
    both = fact_of_two(lambda one, other: (one.value, other.value))
    claims = [deaths(claim, number) for number in range(3)]
    for _ in range(2):
        assert [both(one, other) for one in claims for other in claims] == [(one.value, other.value) for one in claims for other in claims]


def test_what_two_claims_tell_is_worked_out_once_in_a_row(claim: Build) -> None:
    asked: list[str] = []
    both = fact_of_two(lambda one, other: asked.append(one.surface))
    one, other = deaths(claim, 12), deaths(claim, 13)
    assert [both(one, other), both(one, other), asked] == [None, None, ["12"]]
