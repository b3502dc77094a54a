"""The tables of words: a set is found by its name, so no name may stand twice and hide the rows behind it."""

from __future__ import annotations

from collections import Counter

import pytest

from claimcheck.vocabulary import table


@pytest.mark.parametrize(("name", "column"), [("word_sets", "name"), ("relation_words", "class")])
def test_no_set_of_words_hides_another_of_its_name(name: str, column: str) -> None:
    assert [wording for wording, times in Counter(row[column] for row in table(name)).items() if times > 1] == []


def test_no_wording_of_a_measure_stands_in_two_rows() -> None:
    rows = Counter((row["wording"], row["role"], row["measure"]) for row in table("measures"))
    assert [wording for wording, times in rows.items() if times > 1] == []
