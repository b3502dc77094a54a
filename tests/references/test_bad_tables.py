"""Tables as people keep them, with what goes wrong in them: an error or a note that names file, row and column, never a wrong verdict."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pandas
import pytest

from claimcheck.errors import ClaimcheckError
from claimcheck.pipeline import check
from claimcheck.references import References, validate

HEAD = "entity,measure,value,unit,as_of\n"

BAD = {
    "one key, two figures": (
        HEAD + "Elmland,population,100,count,2024\nElmland,population,120,count,2024\nOstria,population,9,count,2024\n",
        ["line 2", "line 3 has 120"],
    ),
    "units beside the numbers": (
        HEAD + "Elmland,price,100 EUR,,2024\nOstria,price,90 USD,,2024\nVelden,price,80,,2024\n",
        ["line 2", "'value'", "units"],
    ),
    "percent signs in some cells": (
        HEAD + "Elmland,turnout,61.9%,,2024\nOstria,turnout,0.55,,2024\n",
        ["line 3", "'value'", "percent sign"],
    ),
    "fractions for percentages": (HEAD + "Elmland,turnout,0.619,percent,2024\nOstria,turnout,0.552,percent,2024\n", ["line 2", "fraction"]),
    "a day that may be a month": (
        HEAD + "Elmland,deaths,10,count,04/03/2024\nOstria,deaths,9,count,2024-03-04\n",
        ["line 2", "'as_of'", "day first or month first"],
    ),
    "points between thousands": (
        HEAD + "Elmland,population,1.234.567,count,2024\nOstria,population,90,count,2024\n",
        ["line 2", "'value'"],
    ),
    "points between all thousands": (
        HEAD + "Elmland,visitors,29.700,,2024\nOstria,visitors,12.300,,2024\n",
        ["line 2", "'value'", "point between thousands"],
    ),
    "a word in a column of figures": (
        "Town,Seats,Voters\nTarn,12,300\nHolt,many,400\nMelby,9,500\n",
        ["line 3", "'Seats'", "is no number"],
    ),
    "a fraction of a statistic in percent": (
        "Town,Unemployment rate\nTarn,0.062\nHolt,0.071\n",
        ["line 2", "fraction"],
    ),
    "a decimal comma": (
        HEAD + 'Elmland,population,"12,5",count,2024\nOstria,population,90,count,2024\n',
        ["line 2", "'value'", "decimal comma"],
    ),
    "a formula": (HEAD + "Elmland,population,=SUM(A1:A3),count,2024\nOstria,population,90,count,2024\n", ["line 2", "'value'", "formula"]),
    "a unit nobody knows": (HEAD + "Elmland,price,12,floonz,2024\nOstria,price,12,EUR,2024\n", ["line 2", "floonz"]),
    "a year before the calendar": (
        HEAD + "Elmland,deaths,12,count,-426\nOstria,deaths,12,count,2024\n",
        ["line 2", "'as_of'", "year before 1"],
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_used_is_told_with_its_place(name: str, tmp_path: Path) -> None:
    text, told = BAD[name]
    path = tmp_path / "table.csv"
    path.write_text(text, "utf-8")
    problems = "\n".join(map(str, validate(path)))
    assert str(path) in problems
    for words in told:
        assert words in problems


@pytest.mark.parametrize("name", BAD)
def test_and_gives_no_verdict(name: str, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(BAD[name][0], "utf-8")
    try:
        references = References.load(path)
    except ClaimcheckError:
        return
    measure = BAD[name][0].splitlines()[1].split(",")[1]
    report = check(
        f"The {measure} of Elmland stood at 73 in 2024, and {measure} in Elmland came to 73 percent.", "2025-01-10", references=references
    )
    assert [finding for finding in report.findings if finding.check.startswith("reference")] == []


BROKEN = {
    "not UTF-8": ("entity,measure,value\nCôte,population,5\n".encode("latin-1"), ["line 2", "UTF-8"]),
    "UTF-16": ("entity,measure,value\nElmland,population,5\n".encode("utf-16"), ["UTF-8"]),
    "a row too short": (b"entity,measure,value\nElmland,population\n", ["line 2", "2 cells"]),
    "nothing at all": (b"", ["empty"]),
    "two columns of one name": (b"entity,value,value\nElmland,1,2\n", ["'value'"]),
    "no subject": (b"foo,bar\n1,2\n", ["entity="]),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_is_no_table_is_an_error_that_says_why(name: str, tmp_path: Path) -> None:
    data, told = BROKEN[name]
    path = tmp_path / "table.csv"
    path.write_bytes(data)
    with pytest.raises(ClaimcheckError) as raised:
        References.load(path)
    for words in told:
        assert words in str(raised.value)
    assert [str(problem) for problem in validate(path)] != []


def test_a_column_that_is_not_there_is_named_with_the_one_that_may_be_meant(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("country,homes\nPeru,5\n", "utf-8")
    with pytest.raises(ClaimcheckError, match=r"no column 'hones'; did you mean 'homes'\?"):
        References().with_table(path, entity="country", value="hones")


def test_na_is_a_country_in_a_column_of_names(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("country,measure,value,as_of\nNA,population,2600000,2024\nPeru,population,NA,2024\n", "utf-8")
    references = References.load(path)
    assert [row.entity for row in references.rows] == ["NA"]
    assert "line 3" in references.notes[0]


def test_two_sources_for_one_thing_are_both_kept_and_either_bears_a_figure_out(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    rows = "Elmland,population,2635000,count,2024,Statistics Office\nElmland,population,2710000,count,2024,United Nations\n"
    path.write_text("entity,measure,value,unit,as_of,source\n" + rows, "utf-8")
    references = References.load(path)
    assert references.notes == ()
    report = check("Elmland had a population of 2.71 million in 2024.", "2025-01-10", references=references)
    assert [(finding.verdict, finding.evidence[0].source) for finding in report.findings] == [("supported", "United Nations")]


def test_of_two_versions_recorded_on_different_days_both_are_known(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    rows = "Elmland,unemployment rate,5.1,percent,2024-10,2024-11-05\nElmland,unemployment rate,5.3,percent,2024-10,2024-12-05\n"
    path.write_text("entity,measure,value,unit,as_of,recorded_at\n" + rows, "utf-8")
    references = References.load(path)
    assert [row.recorded_at for row in references.rows] == ["2024-11-05", "2024-12-05"]
    assert references.notes == ()


def test_a_descriptor_of_any_name_is_a_package(tmp_path: Path) -> None:
    (tmp_path / "homes.csv").write_text("town,homes\nElmsworth,1250\n", "utf-8")
    descriptor = tmp_path / "homes.datapackage.json"
    descriptor.write_text(
        '{"sources": [{"title": "Land Registry", "path": "https://example.org"}], "resources": [{"path": "homes.csv", '
        '"claimcheck": {"entity": "town", "measure": {"homes": "homes built"}, "unit": "count"}}]}',
        "utf-8",
    )
    assert [(row.measure, row.source) for row in References.load(descriptor).rows] == [("homes built", "Land Registry")]


def test_a_column_of_values_is_named_after_its_file(tmp_path: Path) -> None:
    path = tmp_path / "population_by_country.csv"
    path.write_text("Country,Year,Value\nPeru,2024,34000000\n", "utf-8")
    assert References.load(path).rows[0].measure == "population"


def test_parquet_and_excel_are_read_as_csv_is(tmp_path: Path) -> None:
    frame = pandas.DataFrame({"country": ["Peru", "NA"], "year": [2024, 2024], "population": [34000000, 2600000]})
    frame.to_parquet(tmp_path / "t.parquet")
    assert [(row.entity, row.value) for row in References.load(tmp_path / "t.parquet").rows] == [("Peru", "34000000"), ("NA", "2600000")]
    pytest.importorskip("openpyxl")
    frame.to_excel(tmp_path / "t.xlsx", index=False)
    assert [(row.entity, row.value) for row in References.load(tmp_path / "t.xlsx").rows] == [("Peru", "34000000"), ("NA", "2600000")]


def test_a_hundred_thousand_rows_are_read_and_asked_in_seconds() -> None:
    size = 100_000
    frame = pandas.DataFrame({"town": [f"Town{n}" for n in range(size)], "homes": list(range(size))})
    began = time.process_time()
    references = References().with_frame(frame, entity="town", value="homes", unit="count")
    report = check("Town77777 has 77,777 homes.", "2025-01-10", references=references)
    assert time.process_time() - began < 30
    assert [finding.evidence[0].row for finding in report.findings] == [77778]


def test_a_daily_tally_in_json_bears_out_totals_days_and_months(tmp_path: Path) -> None:
    path = tmp_path / "losses.json"
    days = [{"date": f"2025-03-{day:02}", "tank": 4000 + 7 * day, "drone*": "about"} for day in range(1, 32)]
    path.write_text(json.dumps([{"date": "2025-02-28", "tank": 4000}, *days]), "utf-8")
    references = References().with_table(path, as_of="date", measure={"tank": "tanks lost"}, unit="count", fixed={"entity": "Torvia"})
    said = "Torvia has lost 4,217 tanks since the start of the war. Torvia lost 217 tanks in March. Torvia lost 7 tanks on Monday."
    report = check(said, "2025-03-31", references=references)
    assert [(finding.verdict, finding.claim.value) for finding in report.findings] == [("supported", n) for n in ("4217", "217", "7")]


def test_two_waves_of_one_night_add_up(tmp_path: Path) -> None:
    path = tmp_path / "attacks.csv"
    path.write_text("night,launched\n2025-03-10,80\n2025-03-11,80\n2025-03-11,45\n2025-03-13,60\n", "utf-8")
    measure, fixed = {"launched": "drones launched"}, {"entity": "Torvia"}
    references = References().with_table(path, as_of="night", measure=measure, fixed=fixed, unit="count", course="flow")
    for said, verdict in (
        ("Torvia launched 125 drones overnight.", "supported"),
        ("Torvia launched 165 drones overnight.", "contradicted"),
    ):
        report = check(said, "2025-03-11", references=references)
        assert [finding.verdict for finding in report.findings] == [verdict]
