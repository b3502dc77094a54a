"""What digits and hedges allow: the laws every rule obeys, and the values a reader of news would expect."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.intervals import Bounds, about, agree, contains, of_value, place_value, rounding, scale
from claimcheck.model import Interval

Written = tuple[str, str | None, str]
HEDGES = ("exact", "approximate", "almost", "at_least", "more_than", "at_most", "less_than", "range")
WRITTEN = [
    ("55000", "1000", "exact", "54500", "55500"),
    ("2000", "1000", "exact", "1800", "2200"),
    ("3.5", "0.1", "exact", "3.45", "3.55"),
    ("3.50", "0.01", "exact", "3.495", "3.505"),
    ("55000.0", "0.1", "exact", "54999.95", "55000.05"),
    ("13", None, "exact", "13", "13"),
    ("1200000", "100000", "exact", "1150000", "1250000"),
    ("-60", "10", "exact", "-65", "-55"),
    ("600", "100", "approximate", "540", "660"),
    ("9100", "100", "approximate", "8872.5", "9327.5"),
    ("17", "1", "approximate", "16", "18"),
    ("15000", "1000", "almost", None, "15000"),
    ("40000", "10000", "more_than", "40000", None),
    ("300", "100", "at_least", "300", None),
    ("50", "10", "less_than", None, "50"),
    ("40", "10", "at_most", None, "40"),
]


@pytest.mark.parametrize(("value", "step", "hedge", "low", "high"), WRITTEN)
def test_bounds_of_what_is_written(value: str, step: str | None, hedge: str, low: str | None, high: str | None) -> None:
    got = of_value(Decimal(value), Decimal(step) if step else None, hedge)
    assert got[0] == (None if low is None else Decimal(low))
    assert got[1] == (None if high is None else Decimal(high))


def test_more_than_excludes_the_number_and_at_least_does_not() -> None:
    assert of_value(Decimal(300), None, "more_than")[2] is True
    assert of_value(Decimal(300), None, "at_least")[2] is False
    assert of_value(Decimal(300), None, "less_than")[3] is True
    assert of_value(Decimal(300), None, "almost")[3] is True
    assert of_value(Decimal(300), None, "at_most")[3] is False


def test_a_range_is_its_ends_whatever_their_order() -> None:
    assert of_value((Decimal(70000), Decimal(62000)), None, "range") == (Decimal(62000), Decimal(70000), False, False)
    assert of_value((Decimal(200), Decimal(1000)), None, "more_than") == (Decimal(200), None, True, False)


def interval(bounds: Bounds) -> Interval:
    low, high, low_open, high_open = bounds
    return Interval(None if low is None else str(low), None if high is None else str(high), "count", low_open, high_open)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (("14999", None, "exact"), ("15000", "1000", "almost"), True),
        (("15000", None, "exact"), ("15000", "1000", "almost"), False),
        (("40001", None, "exact"), ("40000", "10000", "more_than"), True),
        (("40000", None, "exact"), ("40000", "10000", "more_than"), False),
        (("54600", "100", "exact"), ("55000", "1000", "exact"), True),
        (("54400", "100", "exact"), ("55000", "1000", "exact"), False),
        (("5.1", "0.1", "exact"), ("5.4", "0.1", "exact"), False),
        (("13", "1", "exact"), ("14", "1", "exact"), False),
        (("60", "10", "at_least"), ("60", "10", "at_most"), True),
        (("64", "1", "exact"), ("60", "10", "approximate"), True),
        (("75", "1", "exact"), ("60", "10", "approximate"), False),
    ],
)
def test_two_figures_agree_only_if_some_value_lies_in_both(a: Written, b: Written, same: bool) -> None:
    one, other = (interval(of_value(Decimal(v), Decimal(s) if s else None, q)) for v, s, q in (a, b))
    assert agree(one, other) is same
    assert agree(other, one) is same


def test_days_are_compared_as_days() -> None:
    april = Interval("2023-04-01", "2023-04-30", "day")
    assert agree(april, Interval("2023-04-09", "2023-04-09", "day"))
    assert not agree(april, Interval("2023-05-01", "2023-05-01", "day"))
    assert contains(april, Interval("2023-04-09", "2023-04-09", "day"))


def test_units_never_mix() -> None:
    assert not agree(Interval("1", "2", "meter"), Interval("1", "2", "mile"))
    assert not contains(Interval("1", "2", "meter"), Interval("1", "2", "mile"))


values = st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=3)
steps = st.none() | st.integers(-3, 9).map(lambda power: Decimal(1).scaleb(power))


@given(values, steps)
def test_bounds_hold_the_value_stated(value: Decimal, step: Decimal | None) -> None:
    for hedge in HEDGES:
        low, high, _, _ = of_value(value, step, hedge)
        assert low is None or low <= value
        assert high is None or value <= high


@given(values, steps)
def test_a_hedge_never_makes_a_number_narrower(value: Decimal, step: Decimal | None) -> None:
    assert about(value, step) >= rounding(value, step) >= 0
    bare = of_value(value, step, "exact")
    hedged = of_value(value, step, "approximate")
    assert None not in (*bare[:2], *hedged[:2])
    assert hedged[0] <= bare[0]  # type: ignore[operator]
    assert bare[1] <= hedged[1]  # type: ignore[operator]


@given(values, st.integers(-3, 9), st.integers(-3, 9))
def test_coarser_digits_never_narrow(value: Decimal, a: int, b: int) -> None:
    fine, coarse = sorted((a, b))
    if coarse <= 0 or fine > 0:
        assert rounding(value, Decimal(1).scaleb(fine)) <= rounding(value, Decimal(1).scaleb(coarse))


@given(values, steps, values, steps, st.sampled_from(HEDGES), st.sampled_from(HEDGES))
def test_agreement_is_symmetric_and_containment_implies_it(
    a: Decimal, s: Decimal | None, b: Decimal, t: Decimal | None, p: str, q: str
) -> None:
    one, other = interval(of_value(a, s, p)), interval(of_value(b, t, q))
    assert agree(one, other) == agree(other, one)
    if contains(one, other) and not (other.low == other.high and (other.low_open or other.high_open)):
        assert agree(one, other)


@given(values, steps, st.sampled_from(HEDGES), st.sampled_from(["2", "-2", "0.5"]))
def test_scaling_keeps_the_value_inside(value: Decimal, step: Decimal | None, hedge: str, factor: str) -> None:
    scaled = scale(interval(of_value(value, step, hedge)), Decimal(factor), "other")
    moved = value * Decimal(factor)
    assert scaled.low is None or Decimal(scaled.low) <= moved
    assert scaled.high is None or moved <= Decimal(scaled.high)


@pytest.mark.parametrize(
    ("value", "place"), [("21400", "100"), ("2.50", "0.01"), ("150", "10"), ("7", "1"), ("0", "1"), ("1200000", "100000")]
)
def test_place_of_the_last_digit(value: str, place: str) -> None:
    assert place_value(Decimal(value)) == Decimal(place)
