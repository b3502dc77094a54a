from __future__ import annotations

import pytest

from claimcheck.documents import line_starts, locate, parse
from claimcheck.model import Location


@pytest.mark.parametrize(
    ("source", "surface", "place"),
    [
        ("Almost **15,000** people", "Almost 15,000", (1, 1, 1, 16)),
        ("Almost\n> 15,000", "15,000", (2, 3, 2, 9)),
        ("Almost\n15,000 people", "Almost 15,000", (1, 1, 2, 7)),
        ("It cost &euro;5 million.", "€5 million", (1, 9, 1, 24)),
        ("Up 5&percnt;.", "5%", (1, 4, 1, 13)),
        ("Up 5&percnt;", "5%", (1, 4, 1, 13)),
        ("A weight of 5&#8239;000 t", "5\u202f000 t", (1, 13, 1, 26)),
        ("\ufeffAt 40", "40", (1, 4, 1, 6)),
        ("日本 40 😀 7", "7", (1, 9, 1, 10)),
        ("a\u2028b\x0c\n40", "40", (2, 1, 2, 3)),
    ],
)
def test_places_are_those_an_editor_shows(source: str, surface: str, place: tuple[int, int, int, int]) -> None:
    document = parse(source, "markdown", "draft.md")
    start = document.text.index(surface)
    assert locate(document, (start, start + len(surface))) == Location("draft.md", *place)


def test_an_empty_span_is_a_point() -> None:
    assert locate(parse("a\nbc", "text"), (3, 3)) == Location(None, 2, 2, 2, 2)


def test_lines_end_as_in_editors() -> None:
    assert line_starts("a\nb\r\nc\rd\u2028e\x0bf\n") == (0, 2, 5, 7, 13)
