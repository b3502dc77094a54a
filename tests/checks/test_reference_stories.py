"""A small table a story, as a desk keeps it: rows told by other words than their own, and rows that must stay silent."""

from __future__ import annotations

import pandas
import pytest

from claimcheck import References, check

COLUMNS = ["entity", "measure", "value", "unit", "as_of"]
TABLE = [
    ("Calder Star", "year built", "1997", "year", "1997-01-01"),
    ("Princess of Orient", "deaths", "150", "count", "1998-09-18"),
    ("Princess of Orient", "sinking", "1998-09-18", "", "1998-09-18"),
    ("Hurricane Odile", "deaths", "1833", "count", "2006-05-19"),
    ("Hurricane Odile", "year", "2005", "year", "2005-08-29"),
    ("Deep Meridian", "deaths", "11", "count", "2010-04-20"),
    ("Sarn Wings", "fleet", "6", "count", "2018-01-01"),
    ("Tolmar County", "population", "2750000", "count", "2017-07-01"),
    ("Ostrel Mobile", "subscribers", "30000000", "count", "2015-06-01"),
    ("Ostrel Mobile", "subscribers", "41000000", "count", "2019-01-01"),
    ("Flight 772", "deaths", "170", "count", "1989-09-19"),
]


def verdicts(text: str) -> dict[str, str | None]:
    references = References().with_frame(pandas.DataFrame(TABLE, columns=COLUMNS), **{column: column for column in COLUMNS})
    report = check(text, published="2019-05-06", references=references)
    return {finding.claim.surface: finding.verdict for finding in report.findings if finding.check.startswith("reference")}


@pytest.mark.parametrize(
    ("text", "surface", "verdict"),
    [
        ("The Calder Star, built in 1997, sank on Monday.", "1997", "supported"),
        ("In 1998 the Princess of Orient went down in a typhoon.", "1998", "supported"),
        ("The Princess of Orient was repaired in 1998.", "1998", None),
        ("The Princess of Orient went down in a typhoon in 1996.", "1996", None),
        ("The town has not been hit since Odile in 2005.", "2005", "supported"),
        ("Odile killed 1,833 people in 2005.", "1,833 people", "supported"),
        ("Odile killed 1,383 people in 2005.", "1,383 people", "contradicted"),
        ("The Deep Meridian disaster of 2010 killed 17 workers.", "17 workers", "contradicted"),
        ("The Deep Meridian disaster of 2010 killed seven workers.", "seven workers", None),
        ("The storm killed five people and 620,000 fled Tolmar, a county of 2.75 million.", "2.75 million", "supported"),
        ("Ostrel Mobile has 30 million subscribers.", "30 million subscribers", "outdated"),
        ("Ostrel Mobile, which had 30 million subscribers when he took office, is growing.", "30 million subscribers", None),
        ("In 1989 a jet was blown up over the same desert, killing all 170 people aboard.", "170 people", "supported"),
        ("In 1991 a jet was blown up over the same desert, killing all 170 people aboard.", "170 people", None),
        ("In 1989 a jet was blown up over the same desert, killing all 107 people aboard.", "107 people", None),
    ],
)
def test_a_table_of_a_story(text: str, surface: str, verdict: str | None) -> None:
    assert verdicts(text).get(surface) == verdict
