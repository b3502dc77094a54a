"""A series as its reader gets it: claims in order of time, as a frame, a table and a plot. altair loads only when something is plotted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from claimcheck import days
from claimcheck.errors import InputError
from claimcheck.frames import to_frame
from claimcheck.ledger.display import series_table
from claimcheck.ledger.records import Correction
from claimcheck.model import Claim

if TYPE_CHECKING:
    import altair
    import pandas

_SHOWN = ["as_of", "said_on", "surface", "low", "high", "source", "document", "id"]
_IN_DAYS = ("date", "year")


class History(tuple[Claim, ...]):
    """The claims of one series in order of as_of and then said_on: a tuple that a notebook shows as a table.

    >>> History().to_frame().empty, str(History())
    (True, 'No claims.')
    """

    __slots__ = ()

    def to_frame(self) -> pandas.DataFrame:
        """One row a claim, see `claimcheck.to_frame`."""
        return to_frame(self)

    def plot(self, corrections: Iterable[Correction] = ()) -> altair.LayerChart:
        """The figures over the days for which they are true, with their bounds, coloured by who says so; corrections as crosses.

        A chart of altair, in the base unit of the figures' kind. Raises InputError where altair is missing.
        """
        return _chart([point for claim in self if (point := _point(claim))], list(map(_mark, corrections)), self)

    def _repr_html_(self) -> str:
        frame = self.to_frame()[_SHOWN].astype(object)
        html: str = frame.where(frame.notna(), "").to_html(index=False)
        return html

    def __str__(self) -> str:
        return series_table(self)


def _chart(points: list[dict[str, Any]], marks: list[dict[str, Any]], series: History) -> altair.LayerChart:
    alt = _altair()
    axis = "temporal" if series and series[0].kind in _IN_DAYS else "quantitative"
    figure = {"type": axis, "scale": alt.Scale(zero=False), "title": _title(series)}
    who = alt.Color("source:N", title="who says so")
    day = alt.X("day:T", title="as of")
    shown = [alt.Tooltip(f"{name}:N", title=name.replace("_", " ")) for name in ("said", "as_of", "said_on", "source", "document")]
    said = alt.Chart(alt.Data(values=points)).encode(x=day)
    right = alt.Chart(alt.Data(values=marks)).encode(x=day)
    chart: altair.LayerChart = alt.layer(
        said.mark_line(color="lightgray").encode(y=alt.Y("figure", **figure)),
        said.mark_rule().encode(y=alt.Y("low", **figure), y2="high", color=who),
        said.mark_point(filled=True, size=70).encode(y=alt.Y("figure", **figure), color=who, tooltip=shown),
        right.mark_point(shape="cross", size=90, color="black").encode(y=alt.Y("figure", **figure), tooltip=["said:N", "reason:N"]),
    )
    return chart


def _altair() -> Any:
    try:
        import altair
    except ImportError as error:
        raise InputError("Plots need altair; install claimcheck-figures[plot].") from error
    return altair


def _title(series: History) -> str:
    if not series:
        return "figure"
    last = series[-1]
    unit = last.bounds.unit if last.bounds else last.unit
    what = " ".join(filter(None, (last.entity or last.counted, last.measure)))
    return what if unit in (None, "count", "date") else f"{what} ({unit})"


def _point(claim: Claim) -> dict[str, Any] | None:
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


def _mark(correction: Correction) -> dict[str, Any]:
    value = correction.value if isinstance(correction.value, str) else correction.value[1]
    figure = value if "-" in value[1:] else float(value)
    said = f"{correction.surface} corrected to {value}"
    return {"day": days.first_day(correction.on).isoformat(), "figure": figure, "said": said, "reason": correction.reason}
