from __future__ import annotations

from claimcheck.model import Period
from claimcheck.reading import extract


def first(text: str) -> tuple[Period | None, str | None]:
    claim = extract(text, published="2026-06-08")[0]
    return claim.period, claim.as_of


BODY = "The Orra shelter took in 40 dogs in May, its board said."


def test_a_headline_takes_its_time_from_the_text() -> None:
    assert first(f"Shelter takes in 40 dogs\n\n{BODY}") == (Period("2026-05-01", "2026-05-31"), "2026-05-31")


def test_not_from_another_figure() -> None:
    assert first(f"Shelter takes in 50 dogs\n\n{BODY}") == (None, "2026-06-08")


def test_a_sentence_is_no_headline() -> None:
    assert first(f"The shelter took in 40 dogs.\n\n{BODY}")[0] is None
