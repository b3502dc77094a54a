"""claimcheck reference: what it says of tables of one's own."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Command

TABLE = "town,homes built (thousand),day,source,url\nElmsworth,12.5,2024,Council,https://example.org\nHolt Bay,n/a,2024,Council,https://example.org\n"
MAPPING = {"entity": "town", "measure": {"homes built (thousand)": "homes built"}, "as_of": "day", "source": "source", "url": "url"}


def package(folder: Path, table: str = TABLE) -> Path:
    folder.mkdir()
    (folder / "homes.csv").write_text(table, "utf-8")
    (folder / "datapackage.json").write_text(json.dumps({"resources": [{"path": "homes.csv", "claimcheck": MAPPING}]}), "utf-8")
    return folder


def test_list_tells_rows_days_measures_and_units(run: Command, tmp_path: Path) -> None:
    done = run("reference", "list", package(tmp_path / "homes"))
    assert (done.code, done.err) == (0, "")
    assert done.out == "homes/homes.csv: 1 row, 1 entity, 2024 to 2024\n  measures: homes built\n  units: count\n"


def test_list_explains_columns_alignment_and_what_was_left_out(run: Command, tmp_path: Path) -> None:
    out = run("reference", "list", "--explain", package(tmp_path / "homes")).out
    assert "homes built: column 'homes built (thousand)'" in out
    assert "entity: column 'town'" in out
    assert "measure 'homes built': " in out
    assert "line 3, column 'homes built (thousand)': the row holds no figure" in out


def test_validate_names_file_line_and_column_and_fails(run: Command, tmp_path: Path) -> None:
    folder = package(tmp_path / "homes", TABLE.replace("12.5", "many"))
    done = run("reference", "validate", folder)
    assert done.code == 1
    assert f"error: {folder / 'homes.csv'}, line 2, column 'homes built (thousand)': 'many' is no number." in done.out
    assert done.out.endswith("1 error, 1 note\n")


def test_validate_passes_with_notes(run: Command, tmp_path: Path) -> None:
    done = run("reference", "validate", package(tmp_path / "homes"))
    assert (done.code, done.out.splitlines()[-1]) == (0, "0 errors, 1 note")


def test_a_table_that_is_not_there_is_one_sentence_and_exit_2(run: Command, tmp_path: Path) -> None:
    done = run("reference", "list", tmp_path / "gone")
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert "does not exist" in done.err


def test_a_list_without_folders_shows_all_that_ships(run: Command) -> None:
    told = run("reference", "list").out
    assert all(
        table in told for table in ("world_events/events.csv", "dated_figures/figures.csv", "populations.csv", "areas.csv", "positions.csv")
    )


def test_a_text_is_no_table(run: Command, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("Nothing.", "utf-8")
    done = run("check", draft, "--reference", draft)
    assert done.code == 2
    assert "is no table claimcheck can read; it reads .csv" in done.err
