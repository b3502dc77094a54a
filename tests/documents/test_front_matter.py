from __future__ import annotations

import pytest

from claimcheck.documents import formats, parse
from claimcheck.errors import InputError


@pytest.mark.parametrize("format", sorted(formats()))
def test_front_matter_is_read_in_every_format(format: str) -> None:
    document = parse("---\ntitle: Storm hits coast\ndate: 2026-02-05\noutlet: The Courier\n---\nAt least 40 died.", format)
    assert (document.title, document.published, document.outlet) == ("Storm hits coast", "2026-02-05", "The Courier")
    assert document.text == "At least 40 died."


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Storm: 12 dead", "Storm: 12 dead"),
        ("Title:   Storm   ", "Storm"),
        ('title: "Storm \\"Ida\\" \\u2013 day 2"', 'Storm "Ida" – day 2'),
        ("title: 'Lyon''s storm # 2' # working title", "Lyon's storm # 2"),
        ("title: Storm # working title", "Storm"),
        ("title: Storm #2", "Storm"),
        ("title: A#1", "A#1"),
        ("title: 'open", "'open"),
        ('title: "Day\\n2 \\ud800"', "Day 2 \ufffd"),
        ("title: >\n  Storm hits\n  the coast", "Storm hits the coast"),
        ("title: Storm hits\n  the coast", "Storm hits the coast"),
        ("title: ~", None),
        ("title:", None),
        ("tags:\n- a\n- b\n# note\n\nseries:\n  name: Title\ntitle: Storm", "Storm"),
    ],
)
def test_titles(line: str, title: str | None) -> None:
    assert parse(f"---\n{line}\n---\ntext", "text").title == title


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ("2026-02-05", "2026-02-05"),
        ("2026-02", "2026-02"),
        ('"2026-02-05"', "2026-02-05"),
        ("2026-02-05T08:30:00Z", "2026-02-05"),
        ("2026-02-05 08:30:00 +0100 # first edition", "2026-02-05"),
        ("null", None),
        ("", None),
    ],
)
def test_dates(value: str, published: str | None) -> None:
    assert parse(f"---\ndate: {value}\n---\ntext", "text").published == published


@pytest.mark.parametrize(
    "block",
    [
        "headline: Storm hits coast\npublished: 2026-02-05\npublication: The Courier",
        "Headline: Storm hits coast\npublishDate: 2026-02-05T08:30:00Z\npublisher: The Courier",
        "headline: Breaking\ntitle: Storm hits coast\npublished: true\npubdate: 2026-02-05\noutlet: The Courier",
        "title: Storm hits coast\ndate: 2026-02-05\npublished: 2026-02-09\noutlet: The Courier\npublisher: The Group",
    ],
)
def test_other_names_of_title_date_and_outlet(block: str) -> None:
    document = parse(f"---\n{block}\n---\nAt least 40 died.", "text")
    assert (document.title, document.published, document.outlet) == ("Storm hits coast", "2026-02-05", "The Courier")


@pytest.mark.parametrize(
    ("block", "line"), [("title: Storm\nAt least 40 died.", 3), ("date: 2026-02-05\n\nAt least 40 died.", 4), ("title: Storm", 3)]
)
def test_front_matter_that_nothing_closes_is_an_error_for_its_date_would_be_lost(block: str, line: int) -> None:
    with pytest.raises(InputError) as raised:
        parse(f"---\n{block}", "markdown", "storm.md")
    assert str(raised.value).startswith(f"storm.md, line {line}: the front matter is not closed")


@pytest.mark.parametrize("value", ["2026-02-30", "5 February 2026", "2026-02-05x", "tomorrow", "0000-01-01", "20260205"])
def test_a_date_that_is_none_is_an_error_with_file_and_line(value: str) -> None:
    with pytest.raises(InputError) as raised:
        parse(f"---\ntitle: x\ndate: {value}\n---\ntext", "markdown", "drafts/storm.md")
    assert str(raised.value) == f"drafts/storm.md, line 3: {value!r} is not a date; write it as YYYY-MM-DD."


@pytest.mark.parametrize(
    "source",
    [
        "---\n---\ntext",
        "---\nAt least 40 died.\n---\ntext",
        "\n---\ntitle: late\n---\ntext",
        "----\ntitle: no\n----\ntext",
        "---\nsee https://example.org\n---\ntext",
    ],
)
def test_what_is_no_front_matter_is_text(source: str) -> None:
    document = parse(source, "text")
    assert (document.text, document.title) == (source, None)


def test_the_first_heading_of_level_1_is_the_title_and_stays_prose() -> None:
    document = parse("## Region\n\n# Storm **kills** 40 &amp; more\n\n# Later\n", "markdown")
    assert document.title == "Storm kills 40 & more"
    assert "Storm kills 40 & more" in document.text


def test_front_matter_wins_over_the_heading() -> None:
    assert parse("---\ntitle: Told\n---\n# Shown\n", "markdown").title == "Told"


def test_text_has_no_title_of_its_own() -> None:
    assert parse("# Storm\n\nText", "text").title is None


def test_a_summary_is_all_that_stands_beside_the_article_and_speaks_for_it() -> None:
    source = "---\ntitle: Storm\ndescription: 'At least 40 died'\nstandfirst: >\n  The storm was\n  the worst\n---\ntext"
    assert parse(source, "markdown").summary == "The storm was the worst\nAt least 40 died"
    assert parse("---\ntitle: Storm\n---\ntext", "markdown").summary is None
