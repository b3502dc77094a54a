"""Every notebook runs from top to bottom in a kernel of its own, and shows what it promises."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parent.parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SHOWN = {
    "check_a_draft": ("contradicted", "conflicting", "updated", "18 March 2014", "undocs.org", "58,200 Ukrainian soldiers"),
    "follow_a_figure": (
        "51,700",
        "54,300",
        "Almost 57,000",
        "▁▄█",
        "update",
        "conflicting",
        "corrected to 55900",
        "58,200",
        '"figure": 54300.0',
        "vega-embed",
        "'ukrainian'",
    ),
    "bring_your_own_table": (
        "supported",
        "contradicted",
        "the table has nothing",
        "towns.csv:7",
        "(2025) is 0.7 percentage points",
        "not_found",
        "left out",
        "events.csv",
    ),
}
"""What a reader of each notebook gets to see."""


@cache
def outputs(path: Path) -> tuple[dict[str, Any], ...]:
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(path.parent)}}).execute()
    return tuple(output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs)


@pytest.mark.filterwarnings("ignore")  # Jupyter's own
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_shows_its_results(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    told = "".join(str(output.get("text", "")) + "".join(map(str, output.get("data", {}).values())) for output in outputs(path))
    assert [words for words in SHOWN[path.stem] if words not in told] == []
    assert any("text/html" in output.get("data", {}) for output in outputs(path))
    assert not [output for output in outputs(path) if output.get("name") == "stderr"]


def test_every_job_has_its_notebook_and_none_carries_old_results() -> None:
    assert {path.stem for path in NOTEBOOKS} == set(SHOWN)
    for path in NOTEBOOKS:
        cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
        assert all(cell.execution_count is None and not cell.outputs for cell in cells)
