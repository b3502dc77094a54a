"""Tables in CSV files of every make, and what is said of those that are broken."""

from __future__ import annotations

import gzip
from pathlib import Path

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
