"""Data packages: loading, what validate finds, and what no package may do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck.errors import InputError, TableError
from claimcheck.references import References, validate

TABLE = "entity,measure,value,unit,as_of,source,url\nPeru,homes,12,count,2024,Census,https://example.org/c\n"


def package(folder: Path, table: str = TABLE, **resource: Any) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "homes.csv").write_text(table, encoding="utf-8")
    descriptor = {"name": "homes", "resources": [{"path": "homes.csv", **resource}]}
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    return folder


def test_packages_below_a_folder_are_found_and_rows_say_where_they_stand(tmp_path: Path) -> None:
    package(tmp_path / "a")
    package(tmp_path / "b" / "c")
    rows = References.load(tmp_path).rows
    assert [(row.table, row.line) for row in rows] == [("a/homes.csv", 2), ("c/homes.csv", 2)]
    assert {(row.value, row.source) for row in rows} == {("12", "Census")}


def test_several_folders_and_a_table_file(tmp_path: Path) -> None:
    first, second = package(tmp_path / "a"), package(tmp_path / "b")
    assert len(References.load([first, second]).rows) == 2
    assert len(References().with_packages(first, second / "homes.csv").rows) == 2


def test_sources_of_the_package_hold_for_rows_without_one(tmp_path: Path) -> None:
    table = "entity,measure,value\nPeru,homes,12\n"
    row = References.load(package(tmp_path, table, sources=[{"title": "Census", "path": "https://example.org/c"}])).rows[0]
    assert (row.source, row.url) == ("Census", "https://example.org/c")


def test_columns_are_mapped_in_the_descriptor(tmp_path: Path) -> None:
    table = "town,built,day,source,url\nElmsworth,12,2024,Council,https://example.org\n"
    mapping = {"entity": "town", "measure": {"built": "homes built"}, "as_of": "day", "unit": "count", "source": "source", "url": "url"}
    references = References.load(package(tmp_path, table, claimcheck=mapping))
    assert (references.rows[0].entity, references.rows[0].measure) == ("Elmsworth", "homes built")
    assert "homes built: column 'built', in count" in references.describe()[0].mapping


def test_an_event_on_record_to_the_month(tmp_path: Path) -> None:
    table = "entity,measure,value,precision,wordings,source,url\nOstria,flood,1997-07-09,month,flooded|the flood,Met Office,https://example.org\n"
    row = References.load(package(tmp_path, table)).rows[0]
    assert (row.kind, row.value, row.wordings) == ("date", "1997-07", ("flooded", "the flood"))


@pytest.mark.parametrize(
    ("table", "line", "column", "sentence"),
    [
        (TABLE.replace("Census,", ","), 2, "source", "names no source"),
        (TABLE.replace("https://example.org/c", ""), 2, "url", "names no url"),
        (TABLE.replace(",12,", ",dozens,"), 2, "value", "'dozens' is no number"),
        (TABLE.replace("2024", "2024-02-31"), 2, "as_of", "'2024-02-31' is no day of the calendar"),
        (TABLE.replace("count", "parrots"), 2, "value", "names the unit 'parrots'"),
    ],
)
def test_a_bad_row_keeps_a_package_from_loading_and_is_named(table: str, line: int, column: str, sentence: str, tmp_path: Path) -> None:
    folder = package(tmp_path, table)
    problem = validate(folder)[0]
    assert (problem.line, problem.column, problem.severity) == (line, column, "error")
    assert sentence in problem.sentence
    with pytest.raises(TableError, match=rf"homes\.csv, line {line}, column '{column}'"):
        References.load(folder)


def test_constraints_of_the_schema_hold(tmp_path: Path) -> None:
    table = "id,entity,measure,value,source,url\nx,Peru,homes,12,C,https://a\nx,Peru,roads,13,C,https://a\n,Peru,rails,14,C,https://a\n"
    key = {"name": "id", "constraints": {"required": True, "unique": True}}
    measure = {"name": "measure", "constraints": {"enum": ["homes", "rails"]}}
    problems = validate(package(tmp_path, table, schema={"fields": [key, measure]}))
    assert [(problem.line, problem.column) for problem in problems] == [(3, "id"), (4, "id"), (3, "measure")]


@pytest.mark.parametrize(
    ("descriptor", "message"),
    [
        ("", "this is no JSON"),
        ("[]", "is no data package"),
        ('{"resources": []}', "is no data package"),
        ('{"resources": [3]}', "each resource must be an object"),
        ('{"resources": [{}]}', "needs a path"),
        ('{"resources": [{"path": "../secret.csv"}]}', "must be relative"),
        ('{"resources": [{"path": "/etc/passwd"}]}', "must be relative"),
        ('{"resources": [{"path": "https://example.org/a.csv"}]}', "must be relative"),
        ('{"resources": [{"path": "gone.csv"}]}', "is not there"),
        ('{"resources": [{"path": "homes.csv", "schema": 3}]}', "must be an object"),
        ('{"resources": [{"path": "homes.csv", "encoding": "no-such"}]}', "is no text encoding"),
        ('{"resources": [{"path": "homes.csv", "schema": {"fields": [{"name": "colour"}]}}]}', "has no column 'colour'"),
        ('{"resources": [{"path": "homes.csv", "claimcheck": {"entity": "land", "value": "value"}}]}', "has no column 'land'"),
    ],
)
def test_broken_descriptors_are_one_clear_sentence(descriptor: str, message: str, tmp_path: Path) -> None:
    (package(tmp_path) / "datapackage.json").write_text(descriptor, encoding="utf-8")
    with pytest.raises(TableError, match=message) as raised:
        References.load(tmp_path)
    assert str(tmp_path) in str(raised.value)
    assert [problem.severity for problem in validate(tmp_path)] == ["error"]


def test_a_folder_without_packages_and_one_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="holds no data package"):
        References.load(tmp_path)
    with pytest.raises(InputError, match="does not exist"):
        References.load(tmp_path / "gone")
    assert "does not exist" in str(validate(tmp_path / "gone")[0])


def test_a_folder_of_plain_tables_is_read_table_by_table(tmp_path: Path) -> None:
    (tmp_path / "homes.csv").write_text("town,homes\nElmsworth,1250\n")
    (tmp_path / "ships.json").write_text('[{"port": "Holt Bay", "name": "Holt Bay", "ships": 12}]')
    (tmp_path / "readme.txt").write_text("compiled by hand")
    assert [(row.entity, row.value) for row in References.load(tmp_path).rows] == [("Elmsworth", "1250"), ("Holt Bay", "12")]
    assert validate(tmp_path) == ()


def test_what_ships_is_valid_and_read_once() -> None:
    shipped = References.shipped()
    assert shipped is References.shipped()
    assert len(shipped.rows) > 150
    assert all(row.source and row.url for row in shipped.rows)
    assert shipped.notes == ()


def test_a_descriptor_with_a_name_of_its_own_describes_the_table_of_that_name(tmp_path: Path) -> None:
    package(tmp_path)
    (tmp_path / "datapackage.json").unlink()
    (tmp_path / "homes.datapackage.json").write_text(json.dumps({"resources": [{"path": "Homes built in Peru.csv"}]}))
    assert [row.value for row in References.load(tmp_path / "homes.datapackage.json").rows] == ["12"]
