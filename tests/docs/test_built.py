"""What the program writes into the documentation is what it would write today; `make docs` brings it up to date."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from xml.etree import ElementTree

from claimcheck.checks import names

DOCS = Path(__file__).parent.parent.parent / "docs"
BUILD = runpy.run_path(str(DOCS / "build.py"))


def test_it_is_current() -> None:
    stale = [path.name for path, text in BUILD["built"]().items() if path.read_text("utf-8") != text]
    assert stale == [], "run `make docs`"


def test_the_picture_is_an_image_that_shows_the_report() -> None:
    root = ElementTree.fromstring((DOCS / "check.svg").read_text("utf-8"))
    shown = " ".join("".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "claimcheck check examples/draft.md" in shown
    assert "figures read in 1 file" in shown


def test_the_contents_of_the_checks_name_each_of_them_once() -> None:
    assert sorted(re.findall(r"^- \[(\S+)\]\(#\1\)", BUILD["contents"](), re.MULTILINE)) == list(names())
