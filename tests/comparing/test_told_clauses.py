"""Which clauses tell the event of a row, so that their date is the event's or a slip."""

from __future__ import annotations

import pytest

from claimcheck.comparing.told_clauses import is_told_in_a_clause
from claimcheck.model import Row
from claimcheck.reading import extract

ROW = Row("t", 1, "Dunholm", "train collision", "date", "1998-06-03", None, "1998-06-03", None, None, wordings=("collided", "~stopped"))

TOLD = (
    "Dunholm, where two trains collided in 1996, has a memorial.",
    "Visitors come to Dunholm, where a train collision killed 101 people in 1996.",
    "She wrote of Dunholm, site of the train collision of 1996, for years.",
    "It went to Dunholm, the town where trains collided in 1989, by lorry.",
)
NOT_TOLD = (
    "Dunholm, where a collision museum was opened in 1996, has a memorial.",
    "Dunholm, where two trains nearly collided in 1996, has a memorial.",
    "Dunholm, where another train collision killed four in 1996, has a memorial.",
    "Dunholm, where trains stopped in 1996, has a memorial.",
    "The twin town of Dunholm, where two trains collided in 1996, has a memorial.",
    "Dunholm, where two trains collided, got a memorial in 1999.",
    "Dunholm, where the mayor said trains collided in 1996, has a memorial.",
    "Tenby, where two trains collided in 1996, is not Dunholm.",
)


@pytest.mark.parametrize("text", TOLD)
def test_a_clause_that_tells_only_the_event(text: str) -> None:
    assert is_told_in_a_clause(extract(text, "2025-02-03")[-1], ROW)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_clauses_that_tell_something_else(text: str) -> None:
    dates = [claim for claim in extract(text, "2025-02-03") if claim.kind in ("date", "year")]
    assert [is_told_in_a_clause(date, ROW) for date in dates] == [False]
