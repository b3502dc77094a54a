"""Which words keep a figure from being called wrong, because it is most likely another one."""

from __future__ import annotations

import pytest

from claimcheck.comparing.another_figure import may_be_another
from claimcheck.model import Row
from claimcheck.reading import extract

ROW = Row("t", 1, "Tenby", "population", "count", "214000", "count", "2025-01-01", None, None)


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("Tenby has 241,000 inhabitants.", False),
        ("Tenby's 241,000 inhabitants will be counted again.", False),
        ("The plan is for 241,000 people in Tenby.", True),
        ("Some 241,000 people are expected to live in Tenby.", True),
        ("The Tenby district, with its suburbs, has 241,000 inhabitants.", True),
        ("Another town has 241,000 inhabitants.", True),
        ("Tenby had 241,000 inhabitants in 1987.", True),
        ("In the valley near Tenby live 241,000 people.", True),
    ],
)
def test_words_that_make_it_another_figure(text: str, another: bool) -> None:
    figures = [claim for claim in extract(text, "2025-02-03") if claim.value == "241000"]
    assert [may_be_another(claim, ROW) for claim in figures] == [another]
