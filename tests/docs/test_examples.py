"""Every example of the documentation runs and shows what it says.

A page is a run of fenced blocks that build on each other, in a folder of their own that holds the examples and the reference data.
`console` blocks are compared with what a shell prints, `pycon` blocks are doctests, `python` blocks run; "..." stands for anything.
"""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

from claimcheck.cli import _parser

ROOT = Path(__file__).parent.parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MARK = "\x1e"


@frozen
class Block:
    """A fenced block: its language, its text and the line it begins on."""

    language: str
    text: str
    line: int


def blocks(page: Path) -> list[Block]:
    text = page.read_text("utf-8")
    return [Block(found[1], found[2], text.count("\n", 0, found.start(2)) + 1) for found in FENCE.finditer(text)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a reader of the page has in front of them: the examples, the reference data, and claimcheck installed."""
    for name in ("examples", "reference_data"):
        shutil.copytree(ROOT / name, tmp_path / name)
    programs = tmp_path / ".bin"
    programs.mkdir()
    for name, arguments in (("claimcheck", "-m claimcheck"), ("python", "")):
        (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n', "utf-8")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page)], ids=lambda page: page.stem)
def test_the_examples_of_a_page_run(page: Path, folder: Path) -> None:
    names: dict[str, object] = {"__name__": "__main__"}
    for block in blocks(page):
        where = f"{page.name}, line {block.line}"
        if block.language == "console":
            _run_console(block.text, where)
        elif block.language == "pycon":
            _run_doctest(block.text, names, where)
        elif block.language == "python":
            exec(compile(block.text, where, "exec"), names)
        else:
            assert block.language in ("sh", "yaml", "text"), f"{where}: nothing says how to run {block.language}"


def _run_console(text: str, where: str) -> None:
    commands = list(_commands(text))
    script = "".join(f"{command}\nclaimcheck_status=$?\nprintf '{MARK}'\n(exit $claimcheck_status)\n" for command, _ in commands)
    done = subprocess.run(
        ["bash"], input=f"exec 2>&1\n{script}", capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
    )
    for (command, expected), shown in zip(commands, done.stdout.split(MARK), strict=False):
        assert matches(expected, shown), f"{where}\n$ {command}\n--- expected\n{expected}--- shown\n{shown}"


def _commands(text: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block with the output that follows it."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        yield command, expected


def matches(expected: str, shown: str) -> bool:
    """Whether output is as expected, "..." standing for any text."""
    pattern = ".*".join(map(re.escape, re.sub(r"^\.\.\.\n", "...", expected, flags=re.MULTILINE).split("...")))
    return re.fullmatch(pattern, shown, re.DOTALL) is not None


def _run_doctest(text: str, names: dict[str, object], where: str) -> None:
    example = doctest.DocTestParser().get_doctest(text, names, where, where, 0)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    told: list[str] = []
    runner.run(example, out=told.append, clear_globs=False)
    names.update(example.globs)
    assert runner.failures == 0, "".join(told)


@pytest.mark.parametrize(
    ("expected", "shown", "same"),
    [
        ("a\n", "a\n", True),
        ("a\n", "b\n", False),
        ("...b\n", "a b\n", True),
        ("a\n...\nc\n", "a\nb\nb\nc\n", True),
        ("...\nc\n", "c\n", True),
        ("a...\n", "b\n", False),
        ("", "a", False),
    ],
)
def test_output_is_compared(expected: str, shown: str, same: bool) -> None:
    assert matches(expected, shown) is same


def test_a_console_example_that_is_wrong_fails(folder: Path) -> None:
    with pytest.raises(AssertionError, match="line 7"):
        _run_console("$ claimcheck --version\nclaimcheck 99\n", "line 7")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_a_page_shows_is_one(page: Path) -> None:
    """In blocks that are not run too, such as workflows."""
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for block in blocks(page):
        for line in re.findall(r"(?:^|run: |\$ |\| )(claimcheck .*|make .*)$", block.text, re.MULTILINE):
            words = shlex.split(re.split(r"[|>;]", line)[0])
            if words[0] == "make":
                assert set(words[1:]) <= targets
            else:
                _parser().parse_args(words[1:])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", FENCE.sub("", page.read_text("utf-8"))):
        assert "://" in target or (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_readme_starts_with_the_two_commands_and_names_every_guide() -> None:
    readme = PAGES[0].read_text("utf-8")
    first = blocks(PAGES[0])[0].text.split("\n")
    assert first[:2] == ["make demo", "make test"]
    assert [page.name for page in PAGES[1:] if f"docs/{page.name}" not in readme] == []
