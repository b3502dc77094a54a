"""What one claim tells is worked out once, and is never taken for what another one told."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any
from weakref import ref

from claimcheck import compare
from claimcheck.comparing.facts import fact
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
