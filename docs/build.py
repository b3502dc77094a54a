"""Writes what the documentation takes from the program itself (`make docs`); the tests hold it current.

docs/check.svg is the text report of examples/draft.md as a terminal shows it, docs/checks.md the docstring of every check, and the
README's table of checks their first lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from claimcheck import Ledger, checks, read, reports
from claimcheck.pipeline import check_document
from claimcheck.reading import extract

ROOT = Path(__file__).parent.parent
DRAFT = "examples/draft.md"
COMMAND = f"$ claimcheck check {DRAFT} --ledger newsroom.sqlite"

COLUMNS, INDENT = 116, 8
WIDTH, HEIGHT, MARGIN = 8.4, 19, 16
"""Of one character, one line, and the frame, in pixels at 14 pixels type size."""
COLORS = {"": "#d6dae0", "1": "#ffffff", "2": "#7d8590", "1;31": "#ff7b72", "1;33": "#e3b341", "1;36": "#79c0ff"}
"""The terminal's colours by their ANSI codes: plain, place, gutter, error, warning, note."""

ANSI = re.compile(r"\x1b\[([\d;]*)m")


INTRO = """# The checks

What each check asks, why, and an example that it speaks of and one of which it says nothing. `claimcheck explain NAME` prints the same.

Below an example, `->` stands before the verdict and the words of the message. That a figure is right may be said too (*consistent*,
*supported*), as a note that only `--verbose` shows; an example is called silent where no more than that is said. The tests run all
examples. This page is written from the checks themselves, by `make docs`.
"""

JOBS = {
    "One figure given twice": "conversion currency-switch headline-and-body magnitude-slip repeated-date repeated-figure transposed-digits",
    "Days, years and ages": "age-and-birth-year date-order duration-and-dates weekday-and-date years-ago",
    "Against what was said before (with a ledger)": "article-day corrected-figure earlier-claim earlier-conflict earlier-dispute "
    "falling-toll same-number stale-figure",
    "Against a table": "reference-date reference-derived reference-missing reference-rating reference-value",
    "Against what comes along: distances, populations, areas, prices, exchange rates": "country-area country-population distance "
    "exchange-rate todays-money",
}
"""The checks by job, in the order of the page's contents; those that are not named here do sums within the article."""
SUMS = "Sums and slips within the article"

TABLE = re.compile(r"(?<=<!-- checks -->\n).*?(?=<!-- end of checks -->)", re.DOTALL)
"""Where the README holds the table of checks."""


def main() -> None:
    """Write all of it."""
    for path, text in built().items():
        path.write_text(text, "utf-8")


def built() -> dict[Path, str]:
    """The files that hold what the program says, with their text as it should be."""
    readme = ROOT / "README.md"
    text = TABLE.sub(lambda _: table(), readme.read_text("utf-8"))
    return {ROOT / "docs" / "check.svg": picture(), ROOT / "docs" / "checks.md": page(), readme: text}


def table() -> str:
    """Each check with the question it asks."""
    rows = (f"| `{name}` | {checks.explain(name).splitlines()[0]} |" for name in checks.names())
    return "\n".join(("| check | question |", "|---|---|", *rows, ""))


def page() -> str:
    """The documentation of all checks, from their docstrings."""
    return "\n".join((INTRO, contents(), *(f"## {name}\n\n{checks.explain(name)}\n" for name in checks.names())))


def contents() -> str:
    """The checks by job, each with its question."""
    jobs = {SUMS: [name for name in checks.names() if name not in " ".join(JOBS.values()).split()]}
    jobs |= {job: named.split() for job, named in JOBS.items()}
    return "\n".join(f"**{job}**\n\n{_entries(named)}\n" for job, named in jobs.items())


def _entries(named: list[str]) -> str:
    return "\n".join(f"- [{name}](#{name}): {checks.explain(name).splitlines()[0]}" for name in named)


def picture() -> str:
    """The text report of the sample draft as SVG."""
    lines = [line for text in (COMMAND, *_report().splitlines()) for line in _wrapped(list(_cells(text)))]
    width, height = COLUMNS * WIDTH + 2 * MARGIN, len(lines) * HEIGHT + 2 * MARGIN
    rows = "\n".join(_row(cells, MARGIN + (number + 0.75) * HEIGHT) for number, cells in enumerate(lines) if cells)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img" aria-label="Report of claimcheck">
<rect width="100%" height="100%" rx="8" fill="#161b22"/>
<g font-family="monospace" font-size="14" xml:space="preserve" style="white-space: pre">
{rows}
</g>
</svg>
"""


def _report() -> str:
    """The report as `claimcheck check` gives it, the sample ledger filled by `claimcheck ledger add examples/earlier`."""
    with Ledger(":memory:") as ledger:
        for path in sorted((ROOT / "examples" / "earlier").glob("*.md")):
            article = read(path)
            ledger.add(extract(article.text, article.published, article.title, article.outlet, str(path.relative_to(ROOT))))
        draft = read(ROOT / DRAFT)
        report = check_document(draft, document=DRAFT, ledger=ledger)
    return reports.render("text", [report], color=True).replace(str(ROOT) + "/", "")


Cell = tuple[str, str]
"""A character and the ANSI code of its colour."""


def _cells(text: str) -> Iterator[Cell]:
    style, start = "", 0
    for code in ANSI.finditer(text):
        yield from ((character, style) for character in text[start : code.start()])
        style, start = ("" if code[1] == "0" else code[1]), code.end()
    yield from ((character, style) for character in text[start:])


def _wrapped(cells: list[Cell]) -> Iterator[list[Cell]]:
    """A line broken at blanks where it is too long, the rest indented; an empty line is one."""
    while len(cells) > COLUMNS:
        end = max((at for at in range(COLUMNS) if cells[at][0] == " "), default=COLUMNS - 1) + 1
        yield cells[:end]
        cells = [(" ", "")] * INDENT + cells[end:]
    yield cells


def _row(cells: list[Cell], y: float) -> str:
    """One line of text, each run of a colour at its own column, so that any font keeps the columns."""
    starts = [at for at in range(len(cells)) if at == 0 or cells[at][1] != cells[at - 1][1]]
    runs = zip(starts, [*starts[1:], len(cells)], strict=True)
    return "".join(_run("".join(character for character, _ in cells[start:end]), cells[start][1], start, y) for start, end in runs)


def _run(text: str, style: str, column: int, y: float) -> str:
    if not text.strip():
        return ""
    left = column + len(text) - len(text.lstrip())
    weight = ' font-weight="bold"' if style.startswith("1") else ""
    shown = escape(text.strip(), quote=False)
    place = f'x="{MARGIN + left * WIDTH:.1f}" y="{y:.1f}" textLength="{len(text.strip()) * WIDTH:.1f}"'
    return f'<text {place} fill="{COLORS[style]}"{weight}>{shown}</text>'


if __name__ == "__main__":
    main()
