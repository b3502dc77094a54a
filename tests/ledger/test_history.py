"""A series in a notebook: a tuple, a table, a frame and a plot."""

from __future__ import annotations

import builtins
import io
import pickle
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from claimcheck.errors import InputError
from claimcheck.ledger import History, Ledger
from claimcheck.model import Attribution, Claim, Interval

Make = Callable[..., Claim]


@pytest.fixture
def series(make: Make) -> History:
    """Three reports by two speakers, one of them open upwards."""
    mayor, crews = Attribution("Mayor", "said"), Attribution("Fire crews", "said")
    return History(
        (
            make("400", attribution=mayor, bounds=Interval("395", "405", "count")),
            make("410", document="flood-2", as_of="2026-03-04", said_on="2026-03-05", attribution=crews),
            make("450", document="flood-3", as_of="2026-03", attribution=mayor, bounds=Interval("450", None, "count")),
        )
    )


def layers(chart: Any) -> list[dict[str, Any]]:
    """Each layer of a chart: its mark, what it encodes, and its values."""
    spec = chart.to_dict()
    return [
        {
            "mark": layer["mark"]["type"],
            "fields": {channel: how["field"] for channel, how in layer["encoding"].items() if channel != "tooltip"},
            "types": {channel: how.get("type") for channel, how in layer["encoding"].items() if channel != "tooltip"},
            "values": layer["data"]["values"],
        }
        for layer in spec["layer"]
    ]


def test_the_ledger_hands_out_a_history(ledger: Ledger, make: Make) -> None:
    ledger.add([make("400"), make("410", document="flood-2", as_of="2026-03-04", said_on="2026-03-04")])
    series = ledger.history(make("420", document="flood-3", as_of="2026-03-05", said_on="2026-03-05"))
    assert isinstance(series, History)
    assert isinstance(series, tuple)
    assert series.to_frame()["value"].tolist() == ["400", "410"]
    assert ledger.history("homes destroyed Ostrava") == series


def test_it_can_be_pickled(series: History) -> None:
    assert pickle.loads(pickle.dumps(series)) == series


def test_a_notebook_shows_the_days_the_figure_who_says_so_and_the_claims_id(make: Make) -> None:
    html = History([make("400", surface="<b>400</b> homes", as_of=None)])._repr_html_()
    assert "<b>" not in html
    for text in ("&lt;b&gt;400&lt;/b&gt; homes", "2026-03-01", "flood-1-", "said_on"):
        assert text in html
    assert "None" not in html
    assert "NaN" not in html


def test_figures_are_plotted_over_their_days_with_their_bounds_coloured_by_speaker(series: History) -> None:
    line, bars, points, _ = layers(series.plot())
    assert (line["mark"], bars["mark"], points["mark"]) == ("line", "rule", "point")
    assert points["fields"] == {"x": "day", "y": "figure", "color": "source"}
    assert points["types"] == {"x": "temporal", "y": "quantitative", "color": "nominal"}
    assert bars["fields"] == {"x": "day", "y": "low", "y2": "high", "color": "source"}
    drawn = [(point["day"], point["low"], point["figure"], point["high"], point["source"]) for point in points["values"]]
    assert drawn == [
        ("2026-03-01", 395.0, 400.0, 405.0, "Mayor"),
        ("2026-03-04", 410.0, 410.0, 410.0, "Fire crews"),
        ("2026-03-01", 450.0, 450.0, None, "Mayor"),
    ]


def test_corrections_are_plotted_too(ledger: Ledger, series: History) -> None:
    ledger.add(series)
    ledger.correct(series[0], value="396", reason="four counted twice", on="2026-03-08")
    (mark,) = layers(series.plot(ledger.corrections(series[0])))[3]["values"]
    assert (mark["day"], mark["figure"], mark["reason"]) == ("2026-03-08", 396.0, "four counted twice")


@pytest.mark.parametrize(
    ("fields", "low", "figure", "high"),
    [
        ({"value": ("30", "50"), "bounds": Interval("30", "50", "count")}, 30.0, 40.0, 50.0),
        ({"value": ("30", "50"), "bounds": None}, None, 40.0, None),
        ({"value": "5", "unit": "mile", "kind": "length", "bounds": Interval("8000", "8100", "meter")}, 8000.0, 8050.0, 8100.0),
        ({"value": "2014-03", "kind": "date", "bounds": None}, None, "2014-03-01", None),
    ],
)
def test_any_kind_of_figure_has_its_place(make: Make, fields: dict[str, Any], low: object, figure: object, high: object) -> None:
    (point,) = layers(History([make(surface="it", **fields)]).plot())[2]["values"]
    assert (point["low"], point["figure"], point["high"]) == (low, figure, high)


def test_a_claim_without_a_day_and_an_empty_series_are_no_error(make: Make) -> None:
    assert layers(History([make(as_of=None, said_on=None)]).plot())[2]["values"] == []
    assert layers(History().plot())[2]["values"] == []
    assert "<table" in History()._repr_html_()


@pytest.fixture
def axes() -> Any:
    """Axes of matplotlib that no window shows."""
    return pytest.importorskip("matplotlib.figure").Figure().add_subplot()


def test_matplotlib_draws_figures_bounds_speakers_and_corrections(ledger: Ledger, series: History, axes: Any) -> None:
    ledger.add(series)
    ledger.correct(series[0], value="396", reason="four counted twice", on="2026-03-08")
    assert series.draw(ledger.corrections(series[0]), axes=axes) is axes
    assert list(axes.lines[0].get_ydata()) == [400.0, 450.0, 410.0]
    assert [text.get_text() for text in axes.get_legend().get_texts()] == ["Mayor", "Fire crews", "corrected"]
    assert [[y for _, y in line] for line in axes.collections[1].get_segments()] == [[395.0, 405.0]]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("as of", "home destroyed")
    axes.figure.savefig(io.BytesIO())


def test_matplotlib_draws_dates_and_empty_series_too(make: Make, axes: Any) -> None:
    dates = History([make("2014-03", kind="date", bounds=None, surface="March 2014"), make(as_of=None, said_on=None)])
    assert list(dates.draw(axes=axes).lines[0].get_ydata()) == [date(2014, 3, 1)]
    assert len(History().draw(axes=axes).lines) == 2


@pytest.mark.parametrize(("library", "extra", "how"), [("altair", "plot", History.plot), ("matplotlib", "matplotlib", History.draw)])
def test_without_its_library_the_extra_is_named(
    series: History, monkeypatch: pytest.MonkeyPatch, library: str, extra: str, how: Callable[[History], object]
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == library:
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(InputError, match=rf"install claimcheck-figures\[{extra}\]"):
        how(series)
