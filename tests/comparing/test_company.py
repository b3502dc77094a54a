"""What stands around a figure bears it out against the small table of a story; short texts, other things and plans do not."""

from __future__ import annotations

import io

import pandas
import pytest

from claimcheck.pipeline import check
from claimcheck.references import References

TABLE = """entity,measure,value,unit,as_of
Brenna Lighthouse fire,deaths,47,count,1988-03-09
Tolvik mine,rescued,29,count,2011-06-02
Tolvik mine,time trapped,17,day,2011-06-02
Harbour Inspection Service,inspectors,310,count,2025-03-01
Harbour Inspection Service,inspectors,420,count,2025-08-20
Marstrup,population,46000,count,2025-01-01
Norden Ferries,employees,2150,count,2025-06-30
ferry Alva,capacity,384,count,2024-01-01
"""
STORY = """Ferry burns off Marstrup; crew is questioned

MARSTRUP - A ferry of Norden Ferries caught fire on Tuesday. Nobody was killed, the Harbour Inspection Service said.

The Alva was on its way to the islands. The cause is not known. Two men were taken to hospital. The captain was first to see smoke.

{sentence}

Services will start again on Monday. The islands have three shops."""


def verdicts(sentence: str) -> dict[str, str]:
    references = References().with_frame(pandas.read_csv(io.StringIO(TABLE), dtype=str))
    report = check(STORY.format(sentence=sentence), published="2025-09-10", references=references)
    return {finding.claim.surface: finding.verdict for finding in report.findings if finding.check.startswith("reference")}


@pytest.mark.parametrize(
    ("sentence", "surface"),
    [
        ("Older people think of the Brenna Lighthouse, where 47 never came home.", "47"),
        ("At Tolvik, in the north, all 29 came up after 17 days.", "29"),
        ("At Tolvik, in the north, all 29 came up after 17 days.", "17 days"),
        ("In the port town of 46,000 everyone knows someone at sea.", "46,000"),
        ("The company pays 2,150 people, most of them in the islands.", "2,150 people"),
        ("The service had 310 inspectors until the summer.", "310 inspectors"),
    ],
)
def test_a_figure_is_borne_out_by_the_company_it_keeps(sentence: str, surface: str) -> None:
    assert verdicts(sentence) == verdicts(sentence) | {surface: "supported"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Along the quay 47 crates were burned.",
        "The firm wants 29 new engines, and a lawyer asked for 17 days.",
        "The new hall will hold 310 visitors.",
        "Some 46,000 litres of fuel were pumped out.",
        "The smell could be noticed 17 kilometres away.",
        "A fine of 47 crowns is due.",
    ],
)
def test_equal_digits_alone_are_nothing(sentence: str) -> None:
    assert verdicts(sentence) == {}


def test_a_figure_that_a_newer_row_has_replaced_is_out_of_date_where_it_is_told_as_if_it_held() -> None:
    assert verdicts("The service, with 310 inspectors, does what it can.") == {"310 inspectors": "outdated"}
    assert verdicts("The service, with 420 inspectors, does what it can.") == {"420 inspectors": "supported"}
    assert verdicts("The service grew from 310 inspectors to 420.").get("310 inspectors") != "outdated"


@pytest.mark.parametrize(
    ("sentence", "surface"),
    [
        ("Older people think of the Brenna Lighthouse, where 74 died in 1988.", "74"),
        ("The Alva has a capacity of 348 passengers.", "348 passengers"),
    ],
)
def test_two_digits_that_changed_places_are_wrong(sentence: str, surface: str) -> None:
    assert verdicts(sentence).get(surface) == "contradicted"


@pytest.mark.parametrize(
    "sentence", ["At the Alva's pier 348 crates were burned.", "The station burned in 1988 and 74 new homes were built."]
)
def test_exchanged_digits_of_other_things_are_nothing(sentence: str) -> None:
    assert verdicts(sentence) == {}
