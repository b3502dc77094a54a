"""A series as its reader gets it: claims in order of time, as a frame, a table and a plot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from claimcheck.frames import to_frame
from claimcheck.ledger import charts
from claimcheck.ledger.display import series_table
from claimcheck.ledger.records import Correction
from claimcheck.model import Claim

if TYPE_CHECKING:
    import altair
    import pandas
    from matplotlib.axes import Axes

_SHOWN = ["as_of", "said_on", "surface", "low", "high", "source", "document", "id"]


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
        return charts.chart(self, corrections)

    def draw(self, corrections: Iterable[Correction] = (), *, axes: Axes | None = None) -> Axes:
        """The same on axes of matplotlib, new ones where none are given. Raises InputError where matplotlib is missing."""
        return charts.draw(self, corrections, axes)

    def _repr_html_(self) -> str:
        frame = self.to_frame()[_SHOWN].astype(object)
        html: str = frame.where(frame.notna(), "").to_html(index=False)
        return html

    def __str__(self) -> str:
        return series_table(self)
