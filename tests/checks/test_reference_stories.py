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


STORY = """Storm closes the Marlow Bridge

The Marlow Bridge, the longest of Elmland, was closed on Monday night.

"""
BRIDGE = [
    ("Marlow Bridge", "opened", "1966-09-08", "", "1966-09-08"),
    ("Marlow Bridge", "length", "1597", "meter", "2020-01-01"),
    ("Marlow Bridge", "height of towers", "136", "meter", "2020-01-01"),
    ("Marlow Bridge", "daily traffic", "42000", "vehicles", "2023-12-31"),
    ("ferry disaster at Dunholm", "deaths", "112", "count", "1988-02-17"),
    ("ferry disaster at Dunholm", "sinking", "1988-02-17", "", "1988-02-17"),
    ("refugees from Sarn", "number", "2300000", "count", "2024-07-31"),
    ("Bridge Workers Association", "members", "3150", "count", "2024-07-31"),
]


def of_the_bridge(sentence: str) -> dict[str, str | None]:
    references = References().with_frame(pandas.DataFrame(BRIDGE, columns=COLUMNS), **{column: column for column in COLUMNS})
    report = check(STORY + sentence, published="2025-03-04", references=references)
    return {finding.claim.surface: finding.verdict for finding in report.findings if finding.check.startswith("reference")}


@pytest.mark.parametrize(
    ("sentence", "surface"),
    [
        ("Opened to traffic in September 1966, the crossing has four lanes.", "September 1966"),
        ("The bridge was inaugurated in 1966.", "1966"),
        ("Carts and lorries have crossed the river by the Marlow Bridge since 1966.", "1966"),
        ("Its towers rise 136 metres above the water.", "136 metres"),
        ("About 42,000 vehicles use the bridge every day.", "42,000 vehicles"),
        ("Traffic jams are common for the 42,000.", "42,000"),
        ("The worst was Dunholm, where 112 died in 1988.", "1988"),
        ("Some 3,150 workers belong to the union.", "3,150 workers"),
        ("Some 2.3 million people have fled from Sarn.", "2.3 million people"),
    ],
)
def test_a_table_of_few_rows_bears_out_what_a_sentence_half_says(sentence: str, surface: str) -> None:
    assert [verdict for found, verdict in of_the_bridge(sentence).items() if surface in found] in (["supported"], ["rounding"])


@pytest.mark.parametrize(
    "sentence",
    [
        "The town hall has stood empty since the floods of 1971.",
        "Police counted 136 lorries on the approach road.",
        "Some 42,000 homes had no power.",
        "The storm felled 1,597 trees.",
        "The new tunnel will be 1,800 metres long.",
        "The last storm of this force came in 1987.",
        "A crowd of 42,000 had watched the race a week earlier.",
        "At Dunholm, 9 died in 1988 when a bus left the road.",
    ],
)
def test_a_table_of_few_rows_is_silent_on_the_rest(sentence: str) -> None:
    assert not set(of_the_bridge(sentence).values()) - ({"supported"} if "1988" in sentence else set())


def test_a_year_one_digit_off_beside_the_dead_of_the_same_event() -> None:
    said = of_the_bridge("The worst was Dunholm, where 112 died in 1998.")
    assert said["1998"] == "contradicted"
    assert said["112"] == "supported"


def test_one_name_right_before_a_figure_is_whose_it_is() -> None:
    table = pandas.DataFrame([("Reform Bloc", "vote share", "33.6", "percent", "2025-03-02")], columns=COLUMNS)
    references = References().with_frame(table, **{column: column for column in COLUMNS})
    text = "The Reform Bloc won 33.6 percent of the vote and the Farm League 31.9 percent."
    report = check(text, published="2025-03-04", references=references)
    verdicts = [finding.verdict for finding in report.findings if finding.check.startswith("reference")]
    assert verdicts == ["supported"]


COUNTRY = [
    ("Elmland", "unemployment rate", "6.5", "percent", ""),
    ("Elmland", "area", "128500", "square kilometer", ""),
    ("Elmland", "prevalence of undernourishment", "11.6", "percent", ""),
]


@pytest.mark.parametrize(
    ("text", "verdicts_said"),
    [
        ("Elmland lost 1,285 square kilometres of forest.", []),
        ("The government wants to cut unemployment in Elmland to 4 percent.", []),
        ("The new party pledged to bring unemployment in Elmland down to 3 percent.", []),
        ("Elmland has an area of 128,500 square kilometres.", ["supported"]),
        ("Unemployment in Elmland stands at 4 percent.", ["contradicted"]),
        ("In Elmland the prevalence of undernourishment fell from 31.2% in 1994-96 to 11.6% in 2011-13.", ["supported"]),
    ],
)
def test_aims_and_other_things_are_no_statistics_of_a_country(text: str, verdicts_said: list[str]) -> None:
    references = References().with_frame(pandas.DataFrame(COUNTRY, columns=COLUMNS), **{column: column for column in COLUMNS})
    findings = check(text, published="2014-06-01", references=references).findings
    assert [finding.verdict for finding in findings if finding.check == "reference-value"] == verdicts_said


@pytest.mark.parametrize(
    ("text", "verdicts_said"),
    [
        ("Two men were killed and five people wounded in a shooting in Velm on Saturday.", ["supported", "supported"]),
        ("Seven men were hurt in a shooting in Velm on Saturday.", []),
    ],
)
def test_men_among_the_dead_may_be_all_of_them(text: str, verdicts_said: list[str]) -> None:
    rows = [("Velm", "shooting in Velm", measure, value, "2025-03-01") for measure, value in (("deaths", "2"), ("injuries", "5"))]
    frame = pandas.DataFrame(rows, columns=["entity", "event", "measure", "value", "as_of"]).assign(unit="count")
    columns = {column: column for column in frame.columns}
    findings = check(text, published="2025-03-02", references=References().with_frame(frame, **columns)).findings
    assert [finding.verdict for finding in findings if finding.check == "reference-value"] == verdicts_said
