"""Tables in CSV files of every make, and what is said of those that are broken."""

from __future__ import annotations

import gzip
from pathlib import Path

import pandas
import pytest

from claimcheck import InputError, References, TableError, check

PLAIN = "town,homes,year\nElmsworth,1250,2024\nHolt Bay,310,2024\n"
WANTED = [("Elmsworth", "1250"), ("Holt Bay", "310")]


def values(path: Path) -> list[tuple[str | None, object]]:
    return [(row.entity, row.value) for row in References().with_table(path).rows]


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.encode(),
        b"\xef\xbb\xbf" + PLAIN.encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        PLAIN.replace(",", ";").encode(),
        PLAIN.replace(",", "\t").encode(),
        PLAIN.replace("Holt Bay", '"Holt Bay"').replace("1250", '"1,250"').encode(),
        PLAIN.rstrip().replace("\nHolt", "\n\nHolt").encode(),
    ],
)
def test_a_table_is_the_same_however_it_is_written(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "homes.csv").write_bytes(data)
    assert values(tmp_path / "homes.csv") == WANTED


@pytest.mark.parametrize("name", ["homes.csv.gz", "homes.tsv.gz", "HOMES.CSV.GZ"])
def test_a_packed_table_is_read_as_it_is(name: str, tmp_path: Path) -> None:
    text = PLAIN.replace(",", "\t") if "tsv" in name else PLAIN
    (tmp_path / name).write_bytes(gzip.compress(text.encode()))
    assert values(tmp_path / name) == WANTED
    assert [row.value for row in References.load(tmp_path / name).rows] == ["1250", "310"]


def test_a_packed_file_that_breaks_off_is_told(tmp_path: Path) -> None:
    path = tmp_path / "homes.csv.gz"
    for data in (b"no gzip at all", gzip.compress(PLAIN.encode() * 500)[:-20]):
        path.write_bytes(data)
        with pytest.raises(TableError, match="is no whole gzip file"):
            values(path)
    (tmp_path / "homes.xlsx.gz").write_bytes(gzip.compress(b"x"))
    with pytest.raises(InputError, match="is no table claimcheck can read"):
        values(tmp_path / "homes.xlsx.gz")


def test_the_line_with_a_broken_letter_is_named(tmp_path: Path) -> None:
    data = PLAIN.encode() + "Ålund,7,2024\n".encode("latin-1")
    (tmp_path / "homes.csv").write_bytes(data)
    (tmp_path / "homes.csv.gz").write_bytes(gzip.compress(data))
    for name in ("homes.csv", "homes.csv.gz"):
        with pytest.raises(TableError, match=f"{name}, line 4: the text is not UTF-8"):
            values(tmp_path / name)


def test_lines_are_counted_across_thousands_of_rows(tmp_path: Path) -> None:
    rows = [f"Town{n},{n},2024" for n in range(10_000)]
    path = tmp_path / "homes.csv"
    path.write_text("town,homes,year\n" + "\n".join(rows) + "\n", "utf-8")
    assert [row.line for row in References().with_table(path).rows] == list(range(2, 10_002))
    path.write_text("town,homes,year\n" + "\n".join(rows) + "\nElmsworth,5\n", "utf-8")
    with pytest.raises(TableError, match="line 10002: the row has 2 cells where the header has 3"):
        values(path)


def test_strict_references_are_filed_once() -> None:
    few = References()
    assert few.as_strict() is few.as_strict()
    assert few.as_strict().as_strict() is few.as_strict()
    assert not few.strict


def test_rows_are_had_by_subject_and_measure(tmp_path: Path) -> None:
    path = tmp_path / "homes.csv"
    path.write_text("town,homes,schools,year\nHolt Bay,310,2,2024\nElmsworth,1250,9,2024\nHolt Bay,290,2,2023\n", "utf-8")
    found = References().with_table(path)
    assert [row.value for row in found.about(entity="Holt Bay")] == ["310", "2", "290", "2"]
    assert [row.value for row in found.about(measure="homes")] == ["310", "1250", "290"]
    assert [row.value for row in found.about("Elmsworth", "schools")] == ["9"]
    assert found.about("Nowhere") == ()
    assert check("Elmsworth has 1,250 homes.", "2024-06-01", references=found).findings[0].verdict == "supported"


def test_decimal_commas_are_read_where_semicolons_divide_the_cells(tmp_path: Path) -> None:
    path = tmp_path / "towns.csv"
    path.write_text("town;rate (percent);homes\nElmsworth;12,5;1250\nHolt Bay;3,25;29.700\nTarn;4;n/a\n", "utf-8")
    found = References().with_table(path)
    assert {(row.entity, row.measure): row.value for row in found.rows} == {
        ("Elmsworth", "rate"): "12.5", ("Holt Bay", "rate"): "3.25", ("Tarn", "rate"): "4",
        ("Elmsworth", "homes"): "1250", ("Holt Bay", "homes"): "29700",
    }  # fmt: skip
    assert "decimal commas" in found.notes[0]


@pytest.mark.parametrize(
    "rows",
    ["Elmsworth;1,250\nTarn;2,500\n", "Elmsworth;1.25\nTarn;12.5\n"],
)
def test_semicolons_alone_say_nothing_of_commas_and_points(rows: str, tmp_path: Path) -> None:
    path = tmp_path / "towns.csv"
    path.write_text("town;homes (thousand EUR)\n" + rows, "utf-8")
    found = References().with_table(path)
    assert {row.value for row in found.rows} <= {"1250000", "2500000", "1250", "12500"}
    assert found.notes == ()


def test_every_sheet_of_a_workbook_is_a_table(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    path = tmp_path / "towns.xlsx"
    with pandas.ExcelWriter(path) as book:
        pandas.DataFrame({"About this file": ["Made by the office"]}).to_excel(book, sheet_name="About", index=False)
        pandas.DataFrame({"town": ["Holt Bay"], "homes": [310]}).to_excel(book, sheet_name="Homes", index=False)
        pandas.DataFrame({"town": ["Holt Bay"], "schools": [9]}).to_excel(book, sheet_name="Schools", index=False)
    found = References.load(path)
    assert [(row.table, row.measure, row.value) for row in found.rows] == [
        ("towns.xlsx, sheet Homes", "homes", "310"), ("towns.xlsx, sheet Schools", "schools", "9")
    ]  # fmt: skip
    assert any("sheet About" in note for note in found.notes)
    assert [row.value for row in References().with_table(path, entity="town", measure={"schools": "schools"}).rows] == ["9"]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("t.csv", "", "t.csv is empty"),
        ("t.csv", "town,homes\n", "t.csv holds no row below the names of its columns"),
        ("t.csv", "Homes in 2024\ntown,homes\nTarn,4\n", "line 2: .* no title above it"),
        ("t.csv", "town,homes\nTarn\n", "line 2: .* fill what is missing"),
        ("t.csv", 'town,homes\n"Tarn,4\n', "line 2: .* quotation mark"),
        ("t.csv", "town,homes,homes\nTarn,4,5\n", "two columns 'homes'; rename one"),
        ("t.csv", "town,mayor\nTarn,Ann\n", "nothing says which column holds the figures; .*'town', 'mayor'"),
        ("t.csv", "town,homes\nTarn,=B2\n", "line 2, column 'homes': '=B2' is a formula; save its result"),
        ("t.xlsx", "no workbook", "t.xlsx cannot be read as Excel workbook: .*; export it again"),
        ("t.parquet", "nothing", "t.parquet cannot be read as Parquet file: .*; export it again"),
    ],
)
def test_what_is_wrong_is_one_sentence_with_file_line_and_remedy(name: str, text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(TableError, match=told) as caught:
        References().with_table(tmp_path / name)
    assert "\n" not in str(caught.value)


def test_a_workbook_with_a_title_above_its_header_is_told(tmp_path: Path) -> None:
    pytest.importorskip("openpyxl")
    pandas.DataFrame({"town": ["Tarn"], "homes": [4]}).to_excel(tmp_path / "t.xlsx", index=False, startrow=2)
    with pytest.raises(TableError, match=r"t\.xlsx: the first row does not name all columns"):
        References().with_table(tmp_path / "t.xlsx")


@pytest.mark.parametrize(
    ("said", "verdict"),
    [("18,000", "supported"), ("18,400", "rounding"), ("17,612", "rounding"), ("18,600", "contradicted")],
)
def test_a_figure_in_thousands_speaks_to_the_nearest_thousand(said: str, verdict: str, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("region,year,losses (thousand)\nTarnia,2024,18\n", "utf-8")
    report = check(f"Tarnia reported losses of {said} in 2024.", "2025-01-10", references=References().with_table(path))
    assert [finding.verdict for finding in report.findings] == [verdict]
