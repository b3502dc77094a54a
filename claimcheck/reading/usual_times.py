"""The time of a figure that names none: the article's day, the month or quarter it reports on, or the day of publication."""

from __future__ import annotations

from functools import cache, lru_cache

from claimcheck import days
from claimcheck.model import Period
from claimcheck.reading import time_scenes
from claimcheck.reading.framed import is_person
from claimcheck.reading.mentions import DateMention
from claimcheck.reading.time_frames import Frame, former, month_before
from claimcheck.reading.time_scenes import Scene
from claimcheck.reading.time_words import cues
from claimcheck.vocabulary import table, word_set

BY_NIGHT = ("launched", "intercepted", "lost from radar", "hits")
"""Measures of attacks that go on from the evening to the morning."""
_STAFF = ("employed", "jobs", "job cuts", "new jobs")
"""Measures that a firm states for the day on which it speaks, whatever quarter it reports on."""
_RATES = ("percent", "percentage_point")
_SUM = 1_000_000
"""Amounts of money from which on a budget has a line for them."""
_SUBJECT = 9
"""Tokens of the longest subject between a figure and its verb: "civilians and 355 soldiers and police officers have"."""


@cache
def _courses() -> dict[str, str]:
    """How a measure runs: grows, level, fixed, flow (series.csv)."""
    return {row["measure"]: row["course"] for row in table("series")}


@cache
def _periods() -> dict[str, str]:
    """Which measures count a day, and which come out by month or quarter (reporting_periods.csv)."""
    return {row["measure"]: row["period"] for row in table("reporting_periods")}


@lru_cache(maxsize=1024)
def period_of(measure: str | None) -> str | None:
    """What a measure counts: "day", "reported" (a month or quarter), "stock" (a level in force), "none" (a price), None where unknown.

    >>> period_of("launched"), period_of("unemployment rate"), period_of("policy rate"), period_of("deaths")
    ('day', 'reported', 'stock', None)
    """
    return _periods().get((measure or "").removeprefix("expected "))


def course(scene: Scene) -> str | None:
    """How the figure's measure runs; what counts a day flows, what is in force or is a price is fixed, but a price rises in a time."""
    usual = period_of(scene.measure)
    if usual == "day":
        return "flow"
    fixed = usual == "stock" or (usual == "none" and scene.quantity.kind != "percent")
    return "fixed" if fixed else _courses().get(scene.measure or "")


def beginning(scene: Scene) -> str | None:
    """The first day of the event the article is about."""
    return days.first_day(scene.since).isoformat() if scene.since else None


def by_default(scene: Scene, frame: Frame) -> tuple[Period | None, str | None]:
    """What a figure takes from its article: the days it covers and the day it is true for."""
    published, reported = scene.published, frame.reported
    usual = usual_period(scene, frame)
    if usual is None:
        return None, published
    planned = reported is not None and reported.end is not None and reported.end > (published or "")
    if not planned and time_scenes.is_forecast(scene):
        return _foreseen(scene, usual, reported)
    by_month = scene.quantity.kind == "count" and reported is not None and reported.precision != "year"
    if usual == "day" and by_month and frame.told is None and not is_total(scene):
        usual = "reported"
    if usual == "day" and published:
        if is_total(scene):
            return Period(beginning(scene), None) if scene.since else None, published
        told = (frame.night if scene.measure in BY_NIGHT else None) or frame.told or Period(published, published)
        return told, published if course(scene) == "grows" else told.end
    if usual == "reported" and reported is not None and reported.start and reported.end:
        near = scene.before(_SUBJECT) + scene.after(_SUBJECT)
        redrafted = frame.period == "by measure" and not word_set("amends a plan").isdisjoint(near)
        past = time_scenes.is_comparand(scene) and not redrafted
        period = former(reported) if past else Period(reported.start, reported.end)
        return period, min(period.end or "", published or period.end or "")
    monthly = scene.quantity.kind in _RATES or (frame.period == "reported" and not frame.staffed)
    if usual == "reported" and published and monthly and scene.measure in _monthly():
        month = month_before(published)
        month = month_before(month.start or "") if time_scenes.is_comparand(scene) else month
        return month, month.end
    return None, published


@cache
def _monthly() -> frozenset[str]:
    """Statistics that come out month by month, each for the month before."""
    return frozenset(row["measure"] for row in table("reporting_periods") if row["every"] == "month")


def _foreseen(scene: Scene, usual: str, reported: DateMention | None) -> tuple[Period | None, str | None]:
    """What a forecast figure is for: the period reported on that it was made for, or the month whose report its sentence names."""
    published = scene.published
    if usual == "reported" and reported is not None and time_scenes.was_forecast(scene):
        return Period(reported.start, reported.end), published
    report = _report(scene) if usual == "reported" else None
    return (None, published) if report is None else (Period(report.start, report.end), min(report.end or "", published or ""))


def _report(scene: Scene) -> DateMention | None:
    """The month or quarter whose report the sentence names: "the April jobs report is expected to show 5.4 percent"."""
    words = scene.tokens.words
    named = (m for m in scene.dates if m.precision in ("month", "quarter") and m.end is not None)
    return next((m for m in named if not word_set("reports of a statistic").isdisjoint(words[m.last : m.last + 4])), None)


def usual_period(scene: Scene, frame: Frame) -> str | None:
    """Whether a figure counts the article's day ("day") or the month or quarter it reports on ("reported"): by measure, else by event."""
    period, kind = period_of(scene.measure), scene.quantity.kind
    of_event = frame.period == "day" and (course(scene) in ("grows", "flow") or _is_of_those(scene)) and not is_so_far(scene)
    if kind == "count" and (of_event or is_handed_over(scene)):
        return "day"
    if period == "day":
        return "day" if kind in ("count", "percent") else None
    if frame.period == "by measure":
        return "reported" if _is_of_a_budget(scene) else None
    if period in ("none", "stock") or frame.period in ("day", "other") or (frame.staffed and scene.measure in _STAFF):
        return None
    if period == "reported" and kind != "rate":
        return "reported"
    after = scene.tokens.words[scene.quantity.last : scene.quantity.last + 4]
    compared = "than" in after and any(2 <= mention.first - scene.quantity.last <= 4 for mention in scene.dates)
    published = period == "reported" or (kind in ("percent", "percentage_point", "money") and not _is_in_force(scene, frame))
    return frame.period if compared or published else None


def _is_in_force(scene: Scene, frame: Frame) -> bool:
    """Whether a figure of no known statistic is not of the month reported on: a target, a limit, a price, what a currency lost today."""
    if scene.quantity.kind == "money" and not frame.staffed:
        return True
    near = scene.before(_SUBJECT) + scene.after(4)
    return scene.measure is None and not word_set("stands whatever month is reported").isdisjoint(near)


def _is_of_a_budget(scene: Scene) -> bool:
    """Whether a figure is a sum of the state in the year it plans, or a share of what its country makes; debt is of a day."""
    kind, value = scene.quantity.kind, scene.quantity.value
    if scene.measure == "debt" or (kind == "count" and scene.quantity.counted is not None):
        return False
    if period_of(scene.measure) == "reported":
        return True
    if kind == "percent":
        return not word_set("output of a country").isdisjoint(scene.after(5))
    return kind in ("money", "count") and not isinstance(value, tuple) and value >= _SUM


def _is_of_those(scene: Scene) -> bool:
    """Whether a figure can count those of whom the article tells ("Four were children"), not those left behind nor what somebody quotes."""
    if scene.measure is not None or (scene.quantity.counted is not None and not is_person(scene.quantity)):
        return False
    near = scene.before(_SUBJECT) + scene.after(_SUBJECT)
    return word_set("goes on for somebody").isdisjoint(near) and not time_scenes.is_quoted(scene)


def is_so_far(scene: Scene) -> bool:
    """Whether a verb in the present perfect counts up to now: "has burned at least 700 homes", "60 have died"."""
    return not {"has", "have", "since"}.isdisjoint(scene.before(4) + scene.after(_SUBJECT))


def is_total(scene: Scene) -> bool:
    """Whether a figure sums up what came before: "brought to 540 the number of"."""
    near = scene.before(6) + scene.after(8)
    if "to" not in scene.before(3) and "total" not in near:
        near = tuple(word for word in near if word not in cues("raised to"))
    return not cues("total").isdisjoint(near) and {"equal", "same"}.isdisjoint(near)


def is_handed_over(scene: Scene) -> bool:
    """Whether the words near a figure say that so many were given back, which happens on a day."""
    if scene.measure not in (None, "bodies", "deaths", "released", "captured"):
        return False
    near = scene.before(5) + scene.tokens.words[scene.first : scene.last + 5]
    return not cues("handed over").isdisjoint(near) or ("back" in near and not cues("taken").isdisjoint(near))
