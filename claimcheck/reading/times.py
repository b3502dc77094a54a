"""When a figure is true and which days it covers.

`as_of` is the day for which a figure is true: the day its own clause gives, else the day of publication. The day on which somebody
said it is another thing. A toll of a recent event is as of its telling, not of the event; a month's or quarter's figure is as of its last day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache

from attrs import frozen

from claimcheck import days
from claimcheck.model import Period
from claimcheck.reading.calendar import around, neighbour, shift
from claimcheck.reading.mentions import DateMention, Quantity
from claimcheck.reading.time_words import cues, roles
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table

_STRETCHES = ("month", "quarter", "half", "year", "season", "week", "weekend", "decade", "range", "part", "night")
_LEAD = 4
"""Sentences from the headline on in which an article names the month or quarter that it reports on."""
_FRESH = timedelta(30)
"""Days after an event for which its toll is still being counted."""
_REPORTED_LATE = timedelta(200)
"""Days after the end of a month, quarter or year within which its figures are news."""
_REACH = 40
"""Tokens between a figure and a time that governs it."""


@frozen
class Frame:
    """What an article says once for all its figures: the month or quarter it reports on, and the day of what it tells."""

    reported: DateMention | None = None
    day: str | None = None


@frozen
class _Figure:
    """A figure in its sentence, and what is known of it from outside."""

    tokens: Tokens
    dates: Sequence[DateMention]
    quantity: Quantity
    measure: str | None
    published: str | None
    since: str | None
    frame: Frame

    @property
    def first(self) -> int:
        return self.quantity.number_first

    @property
    def last(self) -> int:
        return self.quantity.number_last


@cache
def _courses() -> dict[str, str]:
    """How a measure runs: grows, level, fixed, flow (series.csv)."""
    return {row["measure"]: row["course"] for row in table("series")}


@cache
def _periods() -> dict[str, str]:
    """The measures that count a day, and those that come out by month or quarter (reporting_periods.csv)."""
    return {row["measure"]: row["period"] for row in table("reporting_periods")}


@cache
def _number_words() -> frozenset[str]:
    return frozenset(row["word"] for row in table("numerals") if row["role"] in ("unit", "teen", "ten") and row["word"] != "one")


def frame(sentences: Iterable[Sequence[DateMention]], published: str | None) -> Frame:
    """The frame of an article from the times of its sentences, in order.

    >>> from claimcheck.reading import dates
    >>> from claimcheck.reading.tokens import cut
    >>> frame([dates.find(cut("Prices rose 2% in January, the office said on Thursday."), "2026-02-05")], "2026-02-05").reported.end
    '2026-01-31'
    """
    lead = [mention for _, mentions in zip(range(_LEAD), sentences, strict=False) for mention in mentions]
    if published is None or len(published) != 10:
        return Frame()
    today = date.fromisoformat(published)
    reported = next((m for m in lead if m.precision in ("month", "quarter", "half", "year") and m.role in ("on", "during") and _is_news(m, today)), None)
    day = next((m.start for m in lead if m.precision == "day" and m.role == "on" and m.start and "0000" < m.start <= published), None)
    return Frame(reported, day if day and date.fromisoformat(day) > today - timedelta(7) else None)


def _is_news(mention: DateMention, today: date) -> bool:
    return mention.end is not None and today - _REPORTED_LATE < date.fromisoformat(mention.end) < today


def of_quantity(
    tokens: Tokens,
    dates: Sequence[DateMention],
    quantity: Quantity,
    measure: str | None = None,
    published: str | None = None,
    *,
    since: str | None = None,
    frame: Frame = Frame(),  # noqa: B008, a frozen value
) -> tuple[Period | None, str | None]:
    """The days a figure covers (None: none in particular) and the day it is true for, as ISO dates.

    `since` is when the event began that the article is about, `frame` what the article says of time once for all its figures.

    >>> from decimal import Decimal
    >>> from claimcheck.reading import dates
    >>> from claimcheck.reading.tokens import cut
    >>> tokens = cut("The airline carried 900 passengers in January.")
    >>> quantity = Quantity(3, 5, 3, 4, Decimal(900), Decimal(100), "count", "count", "passenger")
    >>> of_quantity(tokens, dates.find(tokens, "2026-02-05"), quantity, None, "2026-02-05")
    (Period(start='2026-01-01', end='2026-01-31'), '2026-01-31')
    """
    figure = _Figure(tokens, dates, quantity, measure, published, since, frame)
    begun = _beginning(figure)
    governor = _governor(figure)
    if governor is None:
        return (begun, published) if begun is not None else _by_default(figure)
    if governor.role in ("until", "by"):
        return Period(_start_of(figure) if _courses().get(measure or "") == "grows" else None, governor.end), governor.end
    if governor.precision in _STRETCHES:
        return _over(figure, governor, begun)
    return _on_day(figure, governor, begun)


# ------------------------------------------------------------------------------------------------ which time governs a figure


def _governor(figure: _Figure) -> DateMention | None:
    """The time that dates a figure: one after it in its clause, else one before it that speaks of the whole clause."""
    if figure.quantity.kind == "age":
        return None
    return _after(figure) or _before(figure)


def _may_govern(figure: _Figure, mention: DateMention) -> bool:
    """Whether a time can date a figure at all: known, not ahead, and not the figure's own words ("two years ago")."""
    if mention.start is None or mention.end is None or mention.role in ("since", "before") or mention.precision == "decade":
        return False
    if mention.first < figure.last and figure.first < mention.last:
        return False
    latest = mention.end if mention.role in ("until", "by") else mention.start
    return figure.published is None or latest <= figure.published


def _after(figure: _Figure) -> DateMention | None:
    """The first time after a figure, if neither a mark, nor a comparison, nor a figure that is not listed with it stands between."""
    tokens = figure.tokens
    mention = next((m for m in figure.dates if m.first >= figure.last), None)
    if mention is None or mention.first - figure.last > _REACH or not _may_govern(figure, mention):
        return None
    led = roles().before(tokens, mention.first)
    between = range(figure.last, led[0] if led else mention.first)
    if any(tokens.words[i] in cues("clause") or tokens.words[i] in cues("compared") or tokens.words[i] == "," for i in between):
        return None
    others = [i for i in between if _is_figure(figure, i)]
    if others and "and" not in tokens.words[figure.last : others[0]]:
        return None
    if _periods().get(figure.measure or "") == "day" and "who" in tokens.words[figure.last : mention.first]:
        return None
    if _is_saying(figure, mention) and not _is_said_then(figure, mention):
        return None
    return mention


def _before(figure: _Figure) -> DateMention | None:
    """The nearest time before a figure in its clause that does not belong to another figure."""
    tokens = figure.tokens
    if _is_comparand(figure):
        return None
    for mention in reversed([m for m in figure.dates if m.last <= figure.first]):
        between = tokens.words[mention.last : figure.first]
        if len(between) > _REACH or not cues("clause").isdisjoint(between) or not cues("now").isdisjoint(between) or between[-1:] in _PRESENT:
            return None
        if not _may_govern(figure, mention) or (_is_saying(figure, mention) and not _is_said_then(figure, mention)):
            continue
        resumed = between[:1] == ("when",) or between[:2] in _RESUMING or between[:3] in _RESUMING
        if _is_compared(tokens, mention) and not resumed:
            continue
        apposed = between[:1] == (",",) and "," not in between[1:] and (len(between) == 1 or _is_figure(figure, mention.last + 1))
        if "," in between and (_is_taken(figure, mention) or _is_aside(tokens, mention)) and not (apposed or resumed):
            continue
        return mention
    return None


_PRESENT = (("has",), ("have",))
_RESUMING = ((",", "when"), (",", "where"), (",", "in", "which"), (",", "of", "whom"), (",", "of", "which"), (",", "with"))


def _is_aside(tokens: Tokens, mention: DateMention) -> bool:
    """Whether a time stands in a relative clause, which tells of something else: "the boat, which sank in March, had"."""
    for index in range(mention.first - 1, max(-1, mention.first - _REACH), -1):
        word = tokens.words[index]
        if word in (",", ";", "—"):
            return False
        if word in ("which", "who", "whose", "where") or (word == "that" and index and tokens.words[index - 1] not in cues("said")):
            return True
    return False


def _is_figure(figure: _Figure, index: int) -> bool:
    """Whether a token is a number other than in a name or a time."""
    tokens = figure.tokens
    if tokens.kinds[index] != "d" and tokens.words[index] not in _number_words():
        return False
    named = index > 1 and tokens.kinds[index - 1] == "w" and tokens.capital(index - 1)
    return not named and not any(mention.first <= index < mention.last for mention in figure.dates)


def _is_taken(figure: _Figure, mention: DateMention) -> bool:
    """Whether a time follows a figure of its own between two commas."""
    for index in range(mention.first - 1, max(-1, mention.first - _REACH), -1):
        if figure.tokens.words[index] in (",", ";", "—"):
            return False
        if _is_figure(figure, index):
            return True
    return False


def _is_compared(tokens: Tokens, mention: DateMention) -> bool:
    """Whether a time dates only what is compared: "than in January", "from $310 million a year earlier"."""
    for index in range(mention.first - 1, max(-1, mention.first - 8), -1):
        if tokens.words[index] in (",", ";", "—"):
            return False
        if tokens.words[index] in ("than", "from", "against", "versus", "vs", "compared"):
            return True
    return False


def _is_saying(figure: _Figure, mention: DateMention) -> bool:
    """Whether a time dates a saying: a word of saying stands right before it, or between it and the figure."""
    words = figure.tokens.words
    if not cues("said").isdisjoint(words[max(0, mention.first - 5) : mention.first]) and "," not in words[max(0, mention.first - 2) : mention.first]:
        return True
    return mention.last <= figure.first and not cues("said").isdisjoint(words[max(mention.last, figure.first - 4) : figure.first])


def _is_said_then(figure: _Figure, mention: DateMention) -> bool:
    """Whether that saying is an earlier one that the text looks back on, not the one it reports."""
    if figure.published is None or mention.end is None:
        return False
    if _looks_back(figure.tokens, mention):
        return True
    return date.fromisoformat(figure.published) - date.fromisoformat(mention.end) > timedelta(6) or mention.precision in ("month", "year")


def _looks_back(tokens: Tokens, mention: DateMention) -> bool:
    """Whether a time is counted back from another: "a day earlier", "a week ago"."""
    return tokens.words[mention.last - 1] in ("ago", "earlier", "before", "previously")


# ------------------------------------------------------------------------------------------------ what it says


def _start_of(figure: _Figure) -> str | None:
    """The first day of the event the article is about."""
    return days.first_day(figure.since).isoformat() if figure.since else None


def _beginning(figure: _Figure) -> Period | None:
    """The period of a "since" in the figure's clause; open at the end where it names an event, which goes on."""
    words, published = figure.tokens.words, figure.published
    if figure.quantity.kind in ("age", "duration"):
        return None
    for mention in figure.dates:
        if mention.role != "since" or mention.start is None or not _same_clause(figure, mention.first, mention.last):
            continue
        opening = next(i for i in range(mention.first - 1, -1, -1) if words[i] in ("since", "starting", "beginning", "from", "back", "to"))
        if not cues("superlative").isdisjoint(words[max(0, opening - 6) : opening]):
            continue
        if mention.first - opening > 2 or mention.value and len(mention.value) == 10 and figure.since == mention.value:
            start = figure.since if figure.since and len(figure.since) == 10 and days.overlaps(figure.since, mention.start[:7]) else mention.start
            return Period(_start_of(figure) if mention.precision == "year" and figure.since else start, None)
        return Period(mention.start, published)
    if "since" in words and _courses().get(figure.measure or "") == "grows" and figure.since and _same_clause(figure, words.index("since"), words.index("since")):
        return Period(_start_of(figure), None)
    return None


def _same_clause(figure: _Figure, first: int, last: int) -> bool:
    """Whether no mark and no comparison parts a figure from tokens first..last."""
    low, high = (last, figure.first) if last <= figure.first else (figure.last, first)
    between = figure.tokens.words[low:high]
    return not any(word in cues("clause") or word in ("than", "from") or word == "," for word in between)


def _over(figure: _Figure, mention: DateMention, begun: Period | None) -> tuple[Period | None, str | None]:
    """A figure dated by a month, a quarter, a year, the past week."""
    start, end, published = mention.start, mention.end, figure.published
    assert start is not None and end is not None
    finished = published is None or end < published
    true_on = end if finished and not _rolls(mention, published) else published
    if mention.value and mention.precision == "year":
        true_on = mention.value if finished else published
    grows = _courses().get(figure.measure or "") == "grows"
    if _is_saying(figure, mention) and mention.precision in ("month", "year") and _periods().get(figure.measure or "") != "reported":
        return begun or (Period(_start_of(figure), None) if grows and figure.since else None), start[:7] if mention.precision == "month" else start[:4]
    if grows and not cues("reached").isdisjoint(figure.tokens.words[max(0, figure.quantity.first - 4) : figure.first]):
        return Period(begun.start if begun else _start_of(figure), true_on), true_on
    if _courses().get(figure.measure or "") == "fixed" or figure.quantity.kind in ("length", "mass", "area", "volume", "speed", "temperature"):
        return None, true_on
    return Period(start, end if finished else published), true_on


def _rolls(mention: DateMention, published: str | None) -> bool:
    """Whether a stretch reaches up to publication: "the past week"."""
    return published is not None and mention.precision == "range" and mention.end == (date.fromisoformat(published) - timedelta(1)).isoformat()


def _on_day(figure: _Figure, mention: DateMention, begun: Period | None) -> tuple[Period | None, str | None]:
    """A figure dated by a day; the toll of a fresh event is as of its telling."""
    day, published = mention.end, figure.published
    assert day is not None
    course = _courses().get(figure.measure or "")
    if begun:
        return begun, day
    if _is_increment(figure):
        return Period(mention.start, day), day
    if published and course in ("grows", "fixed", "level") and not _looks_back(figure.tokens, mention) and date.fromisoformat(published) - date.fromisoformat(day) < _FRESH:
        if course == "fixed" or not (_is_counted(figure, mention) or _is_comparand(figure)):
            return None, published
    return (Period(mention.start, day) if course == "flow" or mention.precision == "night" else None), day


def _is_increment(figure: _Figure) -> bool:
    """Whether a figure adds to an earlier one: "24 more bodies"."""
    words = figure.tokens.words
    return words[figure.last : figure.last + 1] in (("more",), ("additional",), ("new",)) and words[figure.last + 1 : figure.last + 2] != ("than",)


def _is_counted(figure: _Figure, mention: DateMention) -> bool:
    """Whether the words say that the count was taken on that day: "on Friday rose to", "had counted 52"."""
    low, high = sorted((mention.last, figure.first)) if mention.last <= figure.first else (max(0, figure.first - 5), mention.first)
    return not cues("counted").isdisjoint(figure.tokens.words[low:high])


def _is_comparand(figure: _Figure) -> bool:
    """Whether a figure is what another is compared with: "from 4.8 percent", "against 40"."""
    words = figure.tokens.words
    first = min(figure.quantity.first, figure.first)
    return bool({"from", "against"} & set(words[max(0, first - 2) : first]))


def _by_default(figure: _Figure) -> tuple[Period | None, str | None]:
    """What a figure without a time of its own takes from its article."""
    published, expected = figure.published, _is_forecast(figure)
    period = _periods().get(figure.measure or "")
    reported = figure.frame.reported
    if published and period == "day" and not expected:
        day = figure.frame.day or published
        return Period(day, day), day
    if period == "reported" and reported is not None and reported.start and reported.end and not expected:
        start, end = _former(figure, reported) if _is_comparand(figure) else (reported.start, reported.end)
        return Period(start, end), end
    return None, published


def _is_forecast(figure: _Figure) -> bool:
    """Whether the words before a figure expect, want or foresee it."""
    words = figure.tokens.words
    for index in range(figure.first - 1, max(-1, figure.first - 14), -1):
        if words[index] in (";", ",", "—", "than"):
            return False
        if words[index] in cues("forecast"):
            return True
    return False


def _former(figure: _Figure, reported: DateMention) -> tuple[str, str]:
    """The period before the reported one: the month before a month, the same quarter or half a year before."""
    start = date.fromisoformat(reported.start or "")
    if reported.precision == "month":
        former = neighbour(start, "month", -1)
    else:
        former = around(shift(start, "year", -1) or start, reported.precision)
    return (former.start or start).isoformat(), (former.end or start).isoformat()
