"""Corrections: appended, found again, never contradictory."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from claimcheck.errors import LedgerError
from claimcheck.ledger import Ledger
from claimcheck.model import Claim

Make = Callable[..., Claim]


def test_a_correction_is_recorded_with_its_reason_and_source_and_leaves_the_claim_alone(ledger: Ledger, make: Make) -> None:
    ledger.add([make("400")])
    made = ledger.correct("flood-1-31-400", value="410", reason="misread", source="City hall", url="https://example.org/1", on="2026-03-05")
    assert ledger.corrections(make("400")) == ledger.corrections("flood-1-31-400") == (made,)
    assert (made.value, made.reason, made.source, made.url, made.on) == (
        "410",
        "misread",
        "City hall",
        "https://example.org/1",
        "2026-03-05",
    )
    assert (made.document, made.surface) == ("flood-1", "400 homes")
    assert list(ledger.claims()) == [make("400")]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("1,410", "1410"),
        (410, "410"),
        (Decimal("4.10"), "4.10"),
        (" 410 ", "410"),
        ("4e2", "400"),
        (("30", 50), ("30", "50")),
        ("410 homes", "410"),
        ("1.2 million", "1200000"),
        ("four hundred and ten", "410"),
        ("400 to 450", ("400", "450")),
    ],
)
def test_a_value_is_kept_as_a_decimal_string(ledger: Ledger, make: Make, given: object, kept: object) -> None:
    ledger.add([make("400")])
    assert ledger.correct(make("400"), value=given, reason="misread").value == kept  # type: ignore[arg-type]


@pytest.mark.parametrize("value", ["many", "", "nan", "inf", "1e999999", "=1+1", "3,42", "-3", "410 of the 600", "4 1"])
def test_a_value_that_is_no_number_is_an_error_and_nothing_is_written(ledger: Ledger, make: Make, value: str) -> None:
    ledger.add([make("400")])
    with pytest.raises(LedgerError, match="give a number"):
        ledger.correct(make("400"), value=value, reason="misread")
    assert ledger.corrections(make("400")) == ()


@pytest.mark.parametrize(
    ("given", "kept"),
    [("3.42 billion", "3420000000"), ("$3.42 billion", "3420000000"), ("3420000000", "3420000000"), ("3.4 billion dollars", "3400000000")],
)
def test_a_sum_is_corrected_as_a_reporter_writes_it(ledger: Ledger, make: Make, given: str, kept: str) -> None:
    revenue = make("3240000000", kind="money", unit="USD", counted=None, surface="$3.24 billion", measure="revenue")
    ledger.add([revenue])
    assert ledger.correct(revenue, value=given, reason="digits swapped").value == kept


@pytest.mark.parametrize(("given", "why"), [("3.42", "million or billion"), ("3.42 billion euros", "in EUR"), ("61 miles", "in mile")])
def test_a_sum_in_another_unit_or_without_its_scale_is_refused(ledger: Ledger, make: Make, given: str, why: str) -> None:
    revenue = make("3240000000", kind="money", unit="USD", counted=None, surface="$3.24 billion", measure="revenue")
    ledger.add([revenue])
    with pytest.raises(LedgerError, match=why):
        ledger.correct(revenue, value=given, reason="digits swapped")
    assert ledger.corrections(revenue) == ()


@pytest.mark.parametrize(("on", "why"), [("2999-01-01", "lies ahead"), ("2026-02-28", "was said on 2026-03-01")])
def test_a_correction_of_a_day_ahead_or_before_its_claim_is_refused(ledger: Ledger, make: Make, on: str, why: str) -> None:
    ledger.add([make("400")])
    with pytest.raises(LedgerError, match=why):
        ledger.correct(make("400"), value="410", reason="misread", on=on)


def test_a_date_is_corrected_by_a_date(ledger: Ledger, make: Make) -> None:
    date = make("2016-03", kind="date", unit=None, surface="March 2016", bounds=None)
    ledger.add([date])
    assert ledger.correct(date, value="2014-03-18", reason="wrong year").value == "2014-03-18"
    with pytest.raises(LedgerError, match="ISO date"):
        ledger.correct(date, value="18 March 2014", reason="wrong year", on="2026-01-01")


def test_the_same_correction_twice_is_one(ledger: Ledger, make: Make) -> None:
    ledger.add([make("400")])
    for value in ("410", "410"):
        ledger.correct(make("400"), value=value, reason="misread", on="2026-03-05")
    assert len(ledger.corrections(make("400"))) == 1


def test_two_values_of_one_day_contradict_each_other(ledger: Ledger, make: Make) -> None:
    ledger.add([make("400")])
    ledger.correct(make("400"), value="410", reason="misread", on="2026-03-05")
    with pytest.raises(LedgerError, match="corrected to 410 on 2026-03-05 already, not to 420"):
        ledger.correct(make("400"), value="420", reason="misread", on="2026-03-05")
    ledger.correct(make("400"), value="410.0", reason="said again by the mayor", on="2026-03-05")
    ledger.correct(make("400"), value="420", reason="a later count", on="2026-03-06")
    assert [correction.value for correction in ledger.corrections(make("400"))] == ["410", "410.0", "420"]


def test_a_correction_follows_its_claim_into_the_next_version_of_the_article(ledger: Ledger, make: Make) -> None:
    ledger.add([make("400")])
    ledger.correct(make("400"), value="410", reason="misread")
    moved = make("400", at=57)
    ledger.add([moved])
    assert moved.id != make("400").id
    assert [correction.value for correction in ledger.corrections(moved)] == ["410"]
    assert ledger.corrections(make("400", document="another")) == ()


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_correction_needs_a_reason(ledger: Ledger, make: Make, reason: str) -> None:
    ledger.add([make("400")])
    with pytest.raises(LedgerError, match="reason"):
        ledger.correct(make("400"), value="410", reason=reason)


def test_a_claim_the_ledger_does_not_hold_cannot_be_corrected(ledger: Ledger, make: Make) -> None:
    for claim in ("unknown", make("400")):
        with pytest.raises(LedgerError, match="no claim"):
            ledger.correct(claim, value="410", reason="misread")


def test_an_id_that_two_unnamed_articles_share_is_not_guessed(ledger: Ledger, make: Make) -> None:
    one = make("400", document=None)
    other = make("400", document=None, id=one.id, sentence="Fire burnt, in all, 400 homes in Zlin.")
    ledger.add([one])
    ledger.add([other])
    with pytest.raises(LedgerError, match="several claims"):
        ledger.correct(one.id, value="410", reason="misread")
    made = ledger.correct(other, value="410", reason="misread")
    assert (ledger.corrections(one), ledger.corrections(other)) == ((), (made,))
