"""The line with the mark, as a terminal shows it."""

from __future__ import annotations

import pytest

from claimcheck.model import Location
from claimcheck.reports._excerpt import excerpt, printable


def marked(source: str, line: int, column: int, end_line: int, end_column: int) -> list[str]:
    return [text for _, *texts in excerpt(source, Location(None, line, column, end_line, end_column)) for text in texts]


@pytest.mark.parametrize(
    ("source", "place", "lines"),
    [
        ("At least 40 died.\n", (1, 10, 1, 12), ["At least 40 died.", "         ^^"]),
        ("It rained.\r\nSome 40 died.\r\n", (2, 6, 2, 8), ["Some 40 died.", "     ^^"]),
        ("a\t40\tb", (1, 3, 1, 5), ["a   40  b", "    ^^"]),
        ("日本で40人", (1, 4, 1, 7), ["日本で40人", "      ^^^^"]),
        ("cafe\u0301 40", (1, 7, 1, 9), ["cafe\u0301 40", "     ^^"]),
        ("\x1b[31m40\x07", (1, 6, 1, 8), ["\\x1b[31m40\\x07", "        ^^"]),
        ("\u202e04\u202c", (1, 2, 1, 4), ["\\u202e04\\u202c", "      ^^"]),
        ("5\u202f000\u00a0t", (1, 1, 1, 8), ["5 000 t", "^^^^^^^"]),
        ("40", (1, 3, 1, 3), ["40", "  ^"]),
        ("almost\n15,000", (1, 1, 2, 7), ["almost", "^^^^^^", "15,000", "^^^^^^"]),
        ("a\nb\nc\nd\ne", (1, 1, 5, 2), ["a", "^", "b", "^", "c", "^"]),
    ],
)
def test_the_mark_stands_under_the_figure(source: str, place: tuple[int, int, int, int], lines: list[str]) -> None:
    assert marked(source, *place) == lines


def test_long_lines_are_cut_to_a_window_around_the_figure() -> None:
    text, mark = marked("x" * 500_000 + "40" + "y" * 500_000, 1, 500_001, 1, 500_003)
    assert text == "…" + "x" * 40 + "40" + "y" * 54 + "…"
    assert mark == " " * 41 + "^^"


def test_the_window_reaches_the_ends_of_the_line() -> None:
    assert marked("40" + "y" * 200, 1, 1, 1, 3) == ["40" + "y" * 94 + "…", "^^"]
    assert marked("x" * 200 + "40", 1, 201, 1, 203) == ["…" + "x" * 94 + "40", " " * 95 + "^^"]


def test_a_figure_longer_than_the_window_is_marked_as_far_as_it_shows() -> None:
    assert marked("9" * 1000, 1, 1, 1, 1001) == ["9" * 96 + "…", "^" * 96]


def test_printable_text_has_no_power_over_a_terminal() -> None:
    assert printable("40\r\n\x1b]0;x\x07\x9b2J\u2028\ud800\ufeff é日😀") == "40\\r\\n\\x1b]0;x\\x07\\x9b2J\\u2028\\ud800\\ufeff é日😀"
