"""When two wordings name one thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.comparing.names import akin, groups_of, kinship, names, related, rest, shared, stems

ONE = [
    ("Ukraine's troops", "Ukrainian forces"),
    ("the French", "France"),
    ("British ships", "the United Kingdom"),
    ("Torvia", "Torvian columns"),
    ("Velmaria's premier", "the Velmarians"),
    ("President Zelensky", "Zelenskiy"),
]
TWO = [
    ("Niger", "Nigeria"),
    ("Austria", "Australia"),
    ("Iran", "Iraq"),
    ("Kyiv", "Lviv"),
    ("Torvia", "Torvald"),
    ("Flight 88", "Flight 89"),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_one_name_in_two_wordings(a: str, b: str) -> None:
    assert shared(names(a), names(b))


@pytest.mark.parametrize(("a", "b"), TWO)
def test_two_names_that_look_alike(a: str, b: str) -> None:
    one, other = names(a), names(b)
    assert one - shared(one, other)


def test_a_place_is_related_to_what_it_lies_in() -> None:
    assert related(names("Kharkiv"), names("Ukraine"))
    assert related(names("Ukraine"), names("Kharkiv"))
    assert not related(names("Kharkiv"), names("Poland"))


def test_words_beside_a_name() -> None:
    assert rest("the pilot of Flight 88") == {"pilot"}
    assert names("the captain of the ship") == frozenset()


@pytest.mark.parametrize(
    ("wording", "group"),
    [
        ("troops", "military"),
        ("service members", "military"),
        ("children", "child"),
        ("residents", "resident"),
        ("bodies", "person"),
        ("vessels", "vessel"),
    ],
)
def test_nouns_have_groups(wording: str, group: str) -> None:
    assert group in groups_of(wording)


def test_groups_that_are_used_for_each_other_and_groups_that_are_parts() -> None:
    assert kinship("civilian", "person") == "whole"
    assert kinship("child", "civilian") == "part"
    assert kinship("military", "civilian") == "apart"
    assert kinship("military", "military") == "same"


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=40)


@given(words, words)
def test_any_text_has_stems_and_likeness_is_symmetric(a: str, b: str) -> None:
    for x in stems(a) | names(a):
        for y in stems(b) | names(b):
            assert akin(x, y) == akin(y, x)


@given(words)
def test_every_name_is_akin_to_itself(text: str) -> None:
    found = names(text)
    assert shared(found, found) == found
