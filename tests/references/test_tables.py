"""Tables as people keep them: what becomes a row, what is left out and told, what is refused."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import ClaimcheckError, InputError, TableError
from claimcheck.model import Period
from claimcheck.pipeline import check
from claimcheck.references import References

TABLES = json.loads((Path(__file__).parent.parent / "corpora" / "reference_tables.json").read_text(encoding="utf-8"))


def _named(tables: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(table, id=table["name"]) for table in tables]


def _written(folder: Path, table: dict[str, Any]) -> Path:
    path = folder / "table.csv"
    path.write_text(table["csv"], encoding="utf-8")
    return path


@pytest.mark.parametrize("table", _named([table for table in TABLES if "rows" in table]))
def test_rows_and_notes(table: dict[str, Any], tmp_path: Path) -> None:
    references = References().with_table(_written(tmp_path, table))
    values = [list(row.value) if isinstance(row.value, tuple) else row.value for row in references.rows]
    rows = [[row.entity, row.measure, value, row.unit, row.as_of] for row, value in zip(references.rows, values, strict=True)]
    assert rows == table["rows"]
    assert len(references.notes) == len(table["notes"])
    for note, expected in zip(references.notes, table["notes"], strict=True):
        assert expected in note
        assert "table.csv" in note


@pytest.mark.parametrize("table", _named([table for table in TABLES if "error" in table]))
def test_tables_that_are_refused(table: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(TableError, match=table["error"]):
        References().with_table(_written(tmp_path, table))


ODD = st.sampled_from(["1,250", "12,5", "=A1", "2014-03", "3%"])
CELLS = st.one_of(st.none(), st.text(max_size=12), st.integers(-9, 10**7), st.floats(), st.dates(), ODD)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=6))
@settings(max_examples=150, deadline=None)
def test_no_row_is_lost_silently(cells: list[tuple[object, object, object]]) -> None:
    frame = pandas.DataFrame(cells, columns=["who", "figure", "day"], dtype=object)
    good = pandas.DataFrame([("Peru", 1, "2024")], columns=frame.columns, dtype=object)
    try:
        references = References().with_frame(pandas.concat([frame, good]), entity="who", value="figure", as_of="day", unit="count")
    except TableError:
        return
    assert len(references.rows) == len(cells) + 1 or references.notes


def test_a_frame_with_keywords_for_its_columns() -> None:
    cells = [("Peru", "copper mined", 2.73, "million tonnes", 2023, "Ministry")]
    frame = pandas.DataFrame(cells, columns=["land", "what", "n", "in", "when", "from"])
    columns = {"entity": "land", "measure": "what", "value": "n", "unit": "in", "as_of": "when", "source": "from"}
    row = References().with_frame(frame, **columns, table="mines").rows[0]
    assert (row.table, row.line, row.entity, row.measure) == ("mines", 1, "Peru", "copper mined")
    assert (row.value, row.unit, row.as_of, row.source) == ("2730000", "metric_ton", "2023", "Ministry")


def test_a_wide_frame_with_a_measure_for_each_column() -> None:
    frame = pandas.DataFrame({"t": [3, 5]}, index=pandas.Index(pandas.to_datetime(["2025-01-01", "2025-01-02"]), name="day"))
    references = References().with_frame(frame, measure={"t": "tanks lost"}, as_of="day", fixed={"entity": "Ostria"}, unit="count")
    assert {row.measure for row in references.rows} == {"tanks lost"}
    assert [(row.value, row.as_of) for row in references.rows] == [("3", "2025-01-01"), ("5", "2025-01-02")]


def test_plain_headers_tell_what_keywords_leave_open() -> None:
    nights = pandas.DataFrame({"date": ["2025-03-01"], "drones": [120], "missiles": [4]})
    rows = References().with_frame(nights, fixed={"entity": "Torvia"}, course="flow").rows
    assert [(row.entity, row.measure, row.value, row.as_of, row.course) for row in rows] == [
        ("Torvia", "drones", "120", "2025-03-01", "flow"),
        ("Torvia", "missiles", "4", "2025-03-01", "flow"),
    ]


def test_wrong_keywords_are_named_with_a_hint() -> None:
    frame = pandas.DataFrame({"country": ["Peru"], "value": [1]})
    with pytest.raises(TableError, match=r"has no column 'contry'; did you mean 'country'\?"):
        References().with_frame(frame, entity="contry", value="value")
    with pytest.raises(TableError, match="nothing says whom or what its figures are about"):
        References().with_frame(frame, value="value")
    with pytest.raises(TableError, match="'colour' is no field"):
        References().with_frame(frame, entity="country", value="value", colour="value")


def test_two_versions_of_one_figure_the_later_holds() -> None:
    frame = pandas.DataFrame({"e": ["A", "A"], "v": [1, 2], "d": ["2024", "2024"], "r": ["2024-02-01", "2024-02-01"]})
    references = References().with_frame(frame, entity="e", value="v", as_of="d", recorded_at="r", unit="count")
    assert [row.value for row in references.rows] == ["2"]
    assert "line 2 has 2" in references.notes[0]


def test_adding_a_table_leaves_the_old_references_alone() -> None:
    empty = References()
    filled = empty.with_frame(pandas.DataFrame({"e": ["A"], "v": [1]}), entity="e", value="v")
    assert (len(empty.rows), len(filled.rows)) == (0, 1)
    assert len(filled.with_frame(pandas.DataFrame({"e": ["B"], "v": [2]}), entity="e", value="v").rows) == 2


@pytest.mark.parametrize("suffix", [".json", ".parquet", ".tsv"])
def test_other_formats(suffix: str, tmp_path: Path) -> None:
    frame = pandas.DataFrame({"entity": ["Peru", "NA"], "measure": ["homes", "homes"], "value": [12, 13]})
    path = tmp_path / f"table{suffix}"
    if suffix == ".json":
        frame.to_json(path, orient="records")
    elif suffix == ".parquet":
        frame.to_parquet(path)
    else:
        frame.to_csv(path, sep="\t", index=False)
    assert [(row.entity, row.value) for row in References().with_table(path).rows] == [("Peru", "12"), ("NA", "13")]


@pytest.mark.parametrize(
    ("name", "content", "error", "message"),
    [
        ("gone.csv", None, InputError, "does not exist"),
        ("table.doc", b"x", InputError, "is no table claimcheck can read"),
        ("table.csv", b"entity,value\nA,\xff\n", TableError, r"line 2: the text is not UTF-8"),
        ("table.json", b'[{"entity": "A",]', TableError, r"line 1: this is no JSON"),
        ("table.json", b'{"entity": "A"}', TableError, "must hold a list of records"),
        ("table.json", b"[" * 100_000, TableError, "nested too deeply"),
        ("table.parquet", b"PAR1 no", TableError, "cannot be read"),
    ],
)
def test_broken_files(name: str, content: bytes | None, error: type[ClaimcheckError], message: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error, match=message) as raised:
        References().with_table(path)
    assert name in str(raised.value)


def test_a_large_table_takes_seconds() -> None:
    count = 100_000
    towns, years = [f"Town{n % 7000} Hill" for n in range(count)], [str(1900 + n // 7000) for n in range(count)]
    frame = pandas.DataFrame({"town": towns, "homes": range(count), "day": years})
    start = time.process_time()
    references = References().with_frame(frame, entity="town", value="homes", as_of="day", unit="count")
    assert len(references.rows) == count
    assert time.process_time() - start < 10


def test_a_table_without_a_subject_is_about_what_its_file_is_called(tmp_path: Path) -> None:
    path = tmp_path / "peruvian_fishing_fleet_reported_by_chile.csv"
    path.write_text("date,trawlers\n2024-05-01,312\n")
    references = References().with_table(path)
    assert [(row.entity, row.measure, row.value) for row in references.rows] == [("Peruvian fishing fleet", "trawlers", "312")]
    assert any("after the name of the file" in note for note in references.notes)


def test_years_of_history_are_left_out_with_a_note_and_days_of_periods_are_read(tmp_path: Path) -> None:
    path = tmp_path / "quakes.csv"
    path.write_text("country,end date,deaths\nPeru,-426,3\nPeru,79,4\nPeru,2007-08-16,595\n")
    references = References().with_table(path)
    assert [(row.as_of, row.value) for row in references.rows] == [("2007-08-16", "595")]
    assert len(references.notes) == 1


def test_quarters_are_days_with_their_months() -> None:
    frame = pandas.DataFrame(
        {"Company": ["Sarn Air"] * 3, "Quarter": ["2025-Q1", "Q2 2025", "2025Q3"], "Revenue (million EUR)": [410, 452, 449]}
    )
    references = References().with_frame(frame)
    assert [(row.as_of, row.period) for row in references.rows] == [
        ("2025-03", Period("2025-01", "2025-03")),
        ("2025-06", Period("2025-04", "2025-06")),
        ("2025-09", Period("2025-07", "2025-09")),
    ]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Sarn Air's revenue was 449 million euros in the third quarter of 2025.", "supported"),
        ("Sarn Air's revenue was 419 million euros in the third quarter of 2025.", "contradicted"),
        ("Sarn Air's revenue was 1.3 billion euros in the first nine months of 2025.", None),
        ("Sarn Air's revenue was 1.8 billion euros in 2024.", None),
    ],
)
def test_a_quarter_speaks_for_itself_alone(text: str, verdict: str | None) -> None:
    frame = pandas.DataFrame(
        {"Company": ["Sarn Air"] * 3, "Quarter": ["2025-Q1", "Q2 2025", "2025Q3"], "Revenue (million EUR)": [410, 452, 449]}
    )
    report = check(text, published="2025-11-02", references=References().with_frame(frame))
    assert next((finding.verdict for finding in report.findings if finding.check == "reference-value"), None) == verdict


def test_events_and_their_days_alone_are_a_table() -> None:
    days = References().with_frame(
        pandas.DataFrame({"event": ["Fall of Tarn", "Opening of the Lode canal"], "date": ["1944-08-19", "1958-06-02"]})
    )
    said = {
        "Tarn fell on August 19, 1944.": ["supported"],
        "The Lode canal, opened in 1985, is too narrow.": ["contradicted"],
        "Tarn burned in 1985.": [],
    }
    for text, verdicts in said.items():
        assert [finding.verdict for finding in check(text, published="2025-08-20", references=days).findings] == verdicts


def test_years_of_events_are_dates() -> None:
    frame = pandas.DataFrame({"Team": ["Tarn United", "Holt FC"], "Founded": ["1889", "1901"], "Deaths": ["1918", "1919"]})
    assert [(row.measure, row.kind) for row in References().with_frame(frame).rows if row.entity == "Holt FC"] == [
        ("Founded", "date"),
        ("Deaths", "count"),
    ]
    long = pandas.DataFrame(
        {"name": ["Holt Mine"] * 3, "measure": ["opening", "deaths", "staff"], "value": ["1908", "1911", "2300"], "unit": ["", "", "count"]}
    )
    assert [(row.measure, row.kind) for row in References().with_frame(long).rows] == [
        ("opening", "date"),
        ("deaths", "count"),
        ("staff", "count"),
    ]
