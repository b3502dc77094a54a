from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import InputError
from claimcheck.model import Attribution, Claim, Interval, Link, Period
from claimcheck.serial import claim_from_json, to_json

TEXT = st.text(max_size=8)
MAYBE = st.none() | TEXT
SPAN = st.tuples(st.integers(0), st.integers(0))
CLAIMS = st.builds(
    Claim,
    id=TEXT,
    document=MAYBE,
    outlet=MAYBE,
    title=MAYBE,
    span=SPAN,
    surface=TEXT,
    number_span=SPAN,
    sentence=TEXT,
    sentence_span=SPAN,
    kind=TEXT,
    value=TEXT | st.tuples(TEXT, TEXT),
    unit=MAYBE,
    counted=MAYBE,
    bounds=st.none() | st.builds(Interval, MAYBE, MAYBE, TEXT, st.booleans(), st.booleans()),
    period=st.none() | st.builds(Period, MAYBE, MAYBE),
    attribution=st.none() | st.builds(Attribution, TEXT, TEXT),
    quoted=st.booleans(),
    links=st.lists(st.builds(Link, TEXT, TEXT), max_size=2).map(tuple),
    inherited=st.lists(TEXT, max_size=2).map(tuple),
)
PLAIN: dict[str, Any] = to_json(Claim("a1", None, None, None, (0, 2), "40", (0, 2), "40 died", (0, 7), "count", "40", "count"))


@given(CLAIMS)
def test_a_claim_comes_back_from_json_as_it_was(claim: Claim) -> None:
    assert claim_from_json(json.loads(json.dumps(to_json(claim)))) == claim


def test_json_values_are_plain() -> None:
    assert PLAIN["span"] == [0, 2]
    assert PLAIN["links"] == []
    assert to_json((Period("2025", None), "x", 1, None)) == [{"start": "2025", "end": None}, "x", 1, None]


def test_keys_may_be_added_and_defaults_left_out() -> None:
    kept = {key: PLAIN[key] for key in list(PLAIN)[:12]}
    assert claim_from_json({**kept, "new": 1}) == claim_from_json(PLAIN)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kind": None}, "'None' is not of type str"),
        ({"value": 40}, "'40' is not of type str"),
        ({"value": ["1"]}, "not enough values"),
        ({"span": ["0", "2"]}, "'0' is not of type int"),
        ({"span": [0, 2, 4]}, "Too many values"),
        ({"quoted": "no"}, "'no' is not of type bool"),
        ({"bounds": {"low": "1"}}, "key 'high' is missing"),
        ({"links": 3}, "not iterable"),
    ],
)
def test_a_value_of_another_shape_is_an_error_that_names_it(change: dict[str, Any], reason: str) -> None:
    with pytest.raises(InputError, match=f"^The claim 'a1' cannot be read: .*{reason}.*; export it again.$"):
        claim_from_json({**PLAIN, **change})


@pytest.mark.parametrize("data", [[], 3, None, "claim", {}])
def test_what_is_no_claim_is_an_error(data: Any) -> None:
    with pytest.raises(InputError, match=r"cannot be read"):
        claim_from_json(data)
