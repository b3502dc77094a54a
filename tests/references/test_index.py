"""Finding rows by the words of a claim's sentence, whatever the number of rows."""

from __future__ import annotations

import pandas
import pytest

from claimcheck.model import Claim, Row
from claimcheck.reading import extract
from claimcheck.references import References


def references(*rows: tuple[str, str, str, str | None]) -> References:
    frame = pandas.DataFrame(rows, columns=["entity", "measure", "value", "as_of"])
    return References().with_frame(frame, entity="entity", measure="measure", value="value", as_of="as_of", unit="count")


def claim(text: str) -> Claim:
    return extract(text, "2025-03-03")[0]


def names(rows: tuple[Row, ...]) -> set[str]:
    return {str(row.entity) for row in rows}


COUNTRIES = references(
    ("Peru", "homes", "1", None), ("Korea, Rep.", "homes", "2", None), ("Lao PDR", "homes", "3", None),
    ("United States", "homes", "4", None), ("Côte d'Ivoire", "homes", "5", None), ("Elmland", "homes", "6", None),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Peru built 900 homes.", "Peru"),
        ("Peruvian firms built 900 homes.", "Peru"),
        ("South Korea built 900 homes.", "Korea, Rep."),
        ("Laos built 900 homes.", "Lao PDR"),
        ("American firms built 900 homes.", "United States"),
        ("Firms built 900 homes in Ivory Coast.", "Côte d'Ivoire"),
        ("Firms built 900 homes in Cote d'Ivoire.", "Côte d'Ivoire"),
        ("Elmland's builders finished 900 homes.", "Elmland"),
    ],
)
def test_rows_are_found_by_names_peoples_and_formal_names(text: str, entity: str) -> None:
    assert entity in names(COUNTRIES.candidates(claim(text)))


def test_rows_that_nothing_in_the_sentence_names_are_not_handed_out() -> None:
    many = references(*((f"Town{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}ford", "homes", str(n), None) for n in range(600)))
    assert len(many.candidates(claim("Townabford built 900 homes."))) < 100
    assert many.candidates(claim("Nobody fired 900 missiles.")) == ()


def test_of_a_long_series_come_the_rows_around_the_day() -> None:
    days = [f"2024-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
    series = references(*(("Peru", "homes", str(n), day) for n, day in enumerate(days)))
    found = series.candidates(claim("On 5 May 2024 Peru had 900 homes."))
    assert "2024-05-05" in {row.as_of for row in found}
    assert len(found) < 40
    assert [row.as_of for row in series.series(found[0])] == days


def test_a_series_is_in_the_order_of_its_days_whatever_the_order_of_the_table() -> None:
    homes = [("Peru", "homes", value, day) for value, day in (("3", "2024-03"), ("1", "2023"), ("2", "2024-01-31"))]
    table = references(*homes, ("Peru", "roads", "9", "2023"))
    assert [row.value for row in table.series(table.rows[0])] == ["1", "2", "3"]


def test_empty_references_have_nothing() -> None:
    assert References().candidates(claim("Peru built 900 homes.")) == ()
    assert References().describe() == ()
