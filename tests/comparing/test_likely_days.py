"""Years beside the subject of a few rows: borne out where they agree, wrong where nothing but the event's own year can be meant."""

from __future__ import annotations

import io

import pandas
import pytest

from claimcheck.pipeline import check
from claimcheck.references import References

TABLE = """entity,measure,value,unit,as_of
Cyclone Odile,landfall,1998-09-14,,1998-09-14
Tarnow massacre,massacre,1943-06-02,,1943-06-02
Treaty of Brenna,signing,1951-04-18,,1951-04-18
Ruritania,coup,1979-11-08,,1979-11-08
Calder Star,sinking,1987-02-20,,1987-02-20
Anna Sorel,election,1984-05-06,,1984-05-06
Harlow Bridge,opened,1966-09-08,,1966-09-08
Port Ellis,ceasefire,2025-08-27,,2025-08-27
"""
STORY = """Old fears return to the coast

PORT ELLIS - A storm is near. Nobody sleeps. The mayor asked all to stay indoors, and the schools are shut. Shops sold out of water.

The last bus left at 6 p.m. on Friday. Two men stayed.

{sentence}

Nothing else is known. The rain has begun."""


def verdicts(sentence: str) -> list[str | None]:
    references = References().with_frame(pandas.read_csv(io.StringIO(TABLE), dtype=str))
    report = check(STORY.format(sentence=sentence), published="2025-09-10", references=references)
    return [finding.verdict for finding in report.findings if finding.check.startswith("reference")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Odile, in 1998, took the church roof.",
        "Some recall Ruritania in 1979.",
        "Older people think of Tarnow, 1943.",
        "No shot has been fired since August 27.",
    ],
)
def test_a_year_beside_the_name_is_borne_out(sentence: str) -> None:
    assert verdicts(sentence) == ["supported"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Older people talk of Cyclone Odile, in 1999.",
        "Cyclone Odile in 1996 took the church roof.",
        "The Tarnow massacre of 1944 is taught in schools.",
        "The Treaty of Brenna, signed in 1953, forbids it.",
        "The Calder Star, which went down in 1985, was never found.",
        "Harlow Bridge, opened in 1968, is shut.",
    ],
)
def test_a_year_that_is_nearly_the_events_is_wrong(sentence: str) -> None:
    assert verdicts(sentence) == ["contradicted"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ruritania in 1980 had one road.",
        "In 1999 relief funds for victims of Cyclone Odile ran dry.",
        "A film about Cyclone Odile was shown in 1999.",
        "The inquiry into Cyclone Odile, in 1999, blamed the mayor.",
        "The Tarnow massacre trial of 1946 lasted a month.",
        "Survivors of the Tarnow massacre met in 1945.",
        "The Treaty of Brenna was amended in 1953.",
        "The Treaty of Brenna, ratified in 1952, forbids it.",
        "The Calder Star, built in 1985, was never found.",
        "The Calder Star's sister ship sank in 1988.",
        "Anna Sorel, born in 1982, remembers.",
        "Anna Sorel was re-elected in 1986.",
        "Harlow Bridge was closed in 1967 for repairs.",
        "A book on the Tarnow massacre, in 1945, was banned.",
    ],
)
def test_years_of_other_things_are_left_alone(sentence: str) -> None:
    assert verdicts(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Her daughter was born on September 14, 1998.",
        "The shop has stood here since June 2, 1943.",
        "He bought the boat on 20 February 1987.",
        "Their lease, signed on May 6, 1984, has run out.",
    ],
)
def test_another_thing_of_the_very_day_bears_nothing_out(sentence: str) -> None:
    assert "supported" not in verdicts(sentence)
