"""Series as people see them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.ledger import Ledger, series_table, sparkline
from claimcheck.model import Attribution, Claim, Interval

Make = Callable[..., Claim]


@pytest.mark.parametrize(
    ("values", "bars"),
    [
        (["1", "8"], "▁█"),
        ([1, 2, 3, 4, 5, 6, 7, 8], "▁▂▃▄▅▆▇█"),
        (["-5", "0", "5"], "▁▄█"),
        (["7"], "▄"),
        ([], ""),
        (["many", "2026-03"], "  "),
        ([("0", "10"), "5"], "▄▄"),
        (["1e400", "1"], "█▁"),
        (["nan", "inf", "3"], "  ▄"),
    ],
)
def test_a_sparkline_has_a_bar_for_each_value(values: list[object], bars: str) -> None:
    assert sparkline(values) == bars  # type: ignore[arg-type]


def test_a_table_shows_days_figures_speakers_and_corrections(ledger: Ledger, make: Make) -> None:
    earlier = make("400", attribution=Attribution("City hall", "said"), as_of=None)
    later = make("410", document="flood-2", said_on="2026-03-04")
    ledger.add([earlier, later])
    made = ledger.correct(earlier, value="405", reason="misread", source="City hall", on="2026-03-05")
    assert series_table([earlier, later], [made]).splitlines() == [
        "as of       said on     figure     who says so    article  claim",
        "----------  ----------  ---------  -------------  -------  --------------",
        "-           2026-03-01  400 homes  City hall      flood-1  flood-1-31-400",
        "2026-03-01  2026-03-04  410 homes  Moravian Post  flood-2  flood-2-31-410",
        "2026-03-05  '400 homes' corrected to 405: misread (City hall)",
        "▁█",
    ]


def test_figures_in_several_units_are_drawn_in_one(make: Make) -> None:
    told = [("100", "mile", "160934.4"), ("200", "kilometer", "200000"), ("240", "kilometer", "240000")]
    series = [make(value, kind="length", unit=unit, bounds=Interval(base, base, "meter")) for value, unit, base in told]
    assert series_table(series).splitlines()[-1] == "▁▄█"


def test_a_table_obeys_no_control_characters_and_stays_narrow(make: Make) -> None:
    text = series_table([make("400", surface="\x1b[31mred\x07\n\u202e400", document="d" * 10_000, outlet="\0")])
    assert all(character.isprintable() or character == "\n" for character in text)
    assert max(map(len, text.splitlines())) < 200


def test_a_figure_without_a_day_has_no_place_on_the_line_of_time(make: Make) -> None:
    undated = make("900", as_of=None, said_on=None)
    assert series_table([undated, make("400"), make("410", as_of="2026-04-01")]).splitlines()[-1] == "▁█"
    assert "▄" not in series_table([undated])
