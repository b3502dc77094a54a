"""A series drawn over time: the points of a plot, and two libraries that draw them, each loaded only when it draws."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from claimcheck import days
from claimcheck.errors import InputError
from claimcheck.ledger.records import Correction
from claimcheck.model import Claim

if TYPE_CHECKING:
    import altair
    from matplotlib.axes import Axes

_IN_DAYS = ("date", "year")

Point = dict[str, Any]


def chart(series: Sequence[Claim], corrections: Iterable[Correction]) -> altair.LayerChart:
    """A chart of altair: a line, bars for the bounds, points coloured by who says so, corrections as crosses.

    Raises InputError where altair is missing.
    """
    alt = _altair()
    axis = "temporal" if _is_of_days(series) else "quantitative"
    figure = {"type": axis, "scale": alt.Scale(zero=False), "title": _title(series)}
    who = alt.Color("source:N", title="who says so")
    day = alt.X("day:T", title="as of")
    shown = [alt.Tooltip(f"{name}:N", title=name.replace("_", " ")) for name in ("said", "as_of", "said_on", "source", "document")]
    said = alt.Chart(alt.Data(values=_points(series))).encode(x=day)
    right = alt.Chart(alt.Data(values=list(map(_mark, corrections)))).encode(x=day)
    chart: altair.LayerChart = alt.layer(
        said.mark_line(color="lightgray").encode(y=alt.Y("figure", **figure)),
        said.mark_rule().encode(y=alt.Y("low", **figure), y2="high", color=who),
        said.mark_point(filled=True, size=70).encode(y=alt.Y("figure", **figure), color=who, tooltip=shown),
        right.mark_point(shape="cross", size=90, color="black").encode(y=alt.Y("figure", **figure), tooltip=["said:N", "reason:N"]),
    )
    return chart


def draw(series: Sequence[Claim], corrections: Iterable[Correction], axes: Axes | None) -> Axes:
    """The same on axes of matplotlib. Raises InputError where matplotlib is missing."""
    drawn = axes if axes is not None else _new_axes()
    points = sorted((point for point in _points(series) if point["figure"] is not None), key=itemgetter("day"))
    drawn.plot(_all(points, "day"), _all(points, "figure"), color="lightgray", zorder=1)
    for source in dict.fromkeys(point["source"] for point in points):
        own = [point for point in points if point["source"] == source]
        dots = drawn.scatter(_all(own, "day"), _all(own, "figure"), label=source, zorder=3)
        closed = [point for point in own if point["low"] is not None and point["high"] is not None]
        drawn.vlines(_all(closed, "day"), _all(closed, "low"), _all(closed, "high"), colors=dots.get_facecolor(), zorder=2)
    marks = list(map(_mark, corrections))
    if marks:
        drawn.scatter(_all(marks, "day"), _all(marks, "figure"), marker="x", color="black", label="corrected", zorder=3)
    drawn.set(xlabel="as of", ylabel=_title(series))
    if points or marks:
        drawn.legend(title="who says so")
    return drawn


def _altair() -> Any:
    try:
        import altair
    except ImportError as error:
        raise InputError("Plots need altair; install claimcheck-figures[plot].") from error
    return altair


def _new_axes() -> Axes:
    try:
        from matplotlib import pyplot
    except ImportError as error:
        raise InputError("Drawing needs matplotlib; install claimcheck-figures[matplotlib].") from error
    return pyplot.subplots(layout="constrained")[1]


def _all(points: Iterable[Point], name: str) -> Any:
    """One value of every point as matplotlib takes it: numbers as they are, days as dates."""
    values = [point[name] for point in points]
    return [date.fromisoformat(value) if isinstance(value, str) else value for value in values]


def _title(series: Sequence[Claim]) -> str:
    if not series:
        return "figure"
    last = series[-1]
    unit = last.bounds.unit if last.bounds else last.unit
    what = " ".join(filter(None, (last.entity or last.counted, last.measure)))
    return what if unit in (None, "count", "date") else f"{what} ({unit})"


def _is_of_days(series: Sequence[Claim]) -> bool:
    return bool(series) and series[0].kind in _IN_DAYS


def _points(series: Sequence[Claim]) -> list[Point]:
    return [point for claim in series if (point := _point(claim))]


def _point(claim: Claim) -> Point | None:
    """A claim as a point of the plot; None for one without any day."""
    day = claim.as_of or claim.said_on
    if day is None:
        return None
    low, high = (claim.bounds.low, claim.bounds.high) if claim.bounds else (None, None)
    return {
        "day": days.first_day(day).isoformat(),
        "figure": _figure(claim),
        "low": _plotted(low, claim.kind),
        "high": _plotted(high, claim.kind),
        "said": claim.surface,
        "as_of": claim.as_of,
        "said_on": claim.said_on,
        "source": claim.attribution.source if claim.attribution else claim.outlet or "not said",
        "document": claim.document,
    }


def _figure(claim: Claim) -> float | str | None:
    """The figure in the unit of its bounds: as stated, else their middle, else the end they have."""
    bounds = claim.bounds
    if isinstance(claim.value, str) and (bounds is None or claim.kind in _IN_DAYS or claim.unit == bounds.unit):
        return _plotted(claim.value, claim.kind)
    low, high = (bounds.low, bounds.high) if bounds else (claim.value[0], claim.value[-1])
    if claim.kind in _IN_DAYS or low is None or high is None:
        return _plotted(low if low is not None else high, claim.kind)
    return (float(low) + float(high)) / 2


def _plotted(value: str | None, kind: str) -> float | str | None:
    if value is None:
        return None
    return days.first_day(value).isoformat() if kind in _IN_DAYS else float(value)


def _mark(correction: Correction) -> Point:
    value = correction.value if isinstance(correction.value, str) else correction.value[1]
    figure = value if "-" in value[1:] else float(value)
    said = f"{correction.surface} corrected to {value}"
    return {"day": days.first_day(correction.on).isoformat(), "figure": figure, "said": said, "reason": correction.reason}
