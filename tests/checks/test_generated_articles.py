"""Sound articles, generated from a table, raise nothing; with one figure altered beyond its tolerance they raise exactly one finding.

Each paragraph is a statement whose figures depend on each other, in one of several wordings, with units, rounding and hedges drawn by
hypothesis. Its slip is one figure, wrong by far more than digits and hedge allow.
"""

from __future__ import annotations

from datetime import date, timedelta

from attrs import frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck import Finding, References, check

PUBLISHED = "2024-06-01"
UNITS = {("kilometres", "miles"): 0.621371, ("metres", "feet"): 3.28084, ("hectares", "acres"): 2.47105, ("kilograms", "pounds"): 2.20462}
FILLER = (
    "Schools stayed closed.",
    "Nobody claimed the prize.",
    "The mayor declined to comment.",
    "Rain is forecast for the weekend.",
    "Work on the harbour wall goes on.",
)


@frozen
class Statement:
    """A sound paragraph, and the same with one figure wrong."""

    sound: str
    slip: str


def wrong(value: int) -> int:
    """A figure that no rounding or hedge makes of the value."""
    return value * 2 + 3


@st.composite
def parts(draw: st.DrawFn) -> Statement:
    a, b = draw(st.integers(21, 180)), draw(st.integers(21, 180))
    wording = draw(
        st.sampled_from(
            (
                "The ferry had {t} people on board, {a} passengers and {b} crew.",
                "The clinic treated {a} men and {b} women, a total of {t} patients.",
                "Firefighters saved {a} barns and {b} stables, {t} buildings in all.",
                "The council approved {t} homes, comprising {a} flats and {b} houses.",
                "The two towns sent volunteers, {a} from one and {b} from the other, making {t} in all.",
            )
        )
    )
    return Statement(wording.format(a=a, b=b, t=a + b), wording.format(a=a, b=b, t=wrong(a + b)))


@st.composite
def changes(draw: st.DrawFn) -> Statement:
    old, share = draw(st.integers(21, 400)) * 20, draw(st.sampled_from((5, 10, 15, 20, 25, 30, 40)))
    grows = draw(st.booleans())
    new = old * (100 + (share if grows else -share)) // 100
    verb, noun, than = ("rose", "a rise", "more") if grows else ("fell", "a drop", "less")
    hedge = draw(st.sampled_from(("", "about ", "almost ", "more than "))) if draw(st.booleans()) else ""
    low = {"almost ": -1, "more than ": 1}.get(hedge, 0)
    wording = draw(
        st.sampled_from(
            (
                "Ticket sales {verb} {share} percent from {old} in March to {hedge}{new} in April.",
                "Ticket sales were {hedge}{new} in April, {share} percent {than} than the {old} of March.",
                "Ticket sales {verb} from {old} to {hedge}{new}, {noun} of {share} percent.",
                "Ticket sales {verb} by {share}% to {hedge}{new}, from {old} a year earlier.",
            )
        )
    )
    words = {"verb": verb, "noun": noun, "than": than, "share": share, "old": f"{old:,}", "hedge": hedge}
    return Statement(
        wording.format(new=f"{new - low:,}", **words), wording.format(new=f"{new * 3:,}" if low < 1 else f"{new * 9:,}", **words)
    )


@st.composite
def conversions(draw: st.DrawFn) -> Statement:
    (unit, other), factor = draw(st.sampled_from(sorted(UNITS.items())))
    value = draw(st.integers(12, 900))
    converted = round(value * factor, -1) if draw(st.booleans()) and value > 300 else round(value * factor)
    hedge = draw(st.sampled_from(("", "about ", "some ", "nearly ", "more than ")))
    wording = draw(
        st.sampled_from(
            ("The site is {hedge}{value} {unit} ({new} {other}).", "It took up {hedge}{value} {unit}, or {new} {other}, in all.")
        )
    )
    words = {"hedge": hedge, "value": value, "unit": unit, "other": other}
    return Statement(wording.format(new=f"{converted:.0f}", **words), wording.format(new=f"{wrong(int(converted))}", **words))


@st.composite
def spans(draw: st.DrawFn) -> Statement:
    end, length = draw(st.integers(1970, 2020)), draw(st.integers(8, 70))
    wording = draw(
        st.sampled_from(
            (
                "The bridge was closed in {start} and reopened in {end}, {length} years later.",
                "Born in {start}, the painter died in {end} at the age of {length}.",
                "The general ruled from {start} to {end}, a total of {length} years.",
            )
        )
    )
    words = {"start": end - length, "end": end}
    return Statement(wording.format(length=length, **words), wording.format(length=length + 9, **words))


@st.composite
def weekdays(draw: st.DrawFn) -> Statement:
    day = draw(st.dates(date(1995, 1, 1), date(2023, 12, 31)))
    wording = draw(st.sampled_from(("The fair opened on {0:%A}, {0:%B} {1}, {2}.", "The verdict came on {0:%A}, {1} {0:%B} {2}.")))
    right = wording.format(day, day.day, day.year)
    return Statement(right, right.replace(f"{day:%A}", f"{day + timedelta(days=3):%A}"))


@st.composite
def repeats(draw: st.DrawFn) -> Statement:
    count = draw(st.integers(1, 9)) * 1000 + draw(st.integers(1, 9)) * 100 + draw(st.integers(1, 9)) * 10 + draw(st.integers(1, 9))
    thing, verb = draw(st.sampled_from((("trees", "felled"), ("boats", "sank"), ("roofs", "damaged"))))
    text = f"The storm {verb} {count:,} {thing}. {draw(st.sampled_from(FILLER))} Owners of the {{}} {thing} will be paid."
    return Statement(text.format(f"{count:,}"), text.format(f"{count * 10:,}"))


@st.composite
def shares(draw: st.DrawFn) -> Statement:
    whole, share = draw(st.integers(40, 900)), draw(st.integers(10, 60))
    part = round(whole * share / 100)
    stated = round(part / whole * 100, draw(st.integers(0, 1)))
    wording = draw(
        st.sampled_from(
            (
                "The hail broke {part} of the {whole} greenhouses it hit, or {hedge}{share:g} percent.",
                "Of the {whole} greenhouses, {part} were broken, or {hedge}{share:g} percent.",
                "The hail broke {part} out of {whole} greenhouses, {hedge}{share:g} percent.",
            )
        )
    )
    words = {"part": part, "whole": whole, "hedge": draw(st.sampled_from(("", "about ", "roughly ")))}
    return Statement(wording.format(share=stated, **words), wording.format(share=stated + 27, **words))


@st.composite
def sums_of_money(draw: st.DrawFn) -> Statement:
    sum_ = f"{draw(st.integers(1, 80))}.{draw(st.integers(1, 9))}"
    sign = draw(st.sampled_from("$£€"))
    wording = draw(
        st.sampled_from(
            (
                "The tunnel will cost {sign}{sum} billion. Voters must approve the {sign}{sum} {scale} tunnel.",
                "The bank lost {sign}{sum} billion. The loss of {sign}{sum} {scale} is its largest.",
            )
        )
    )
    return Statement(wording.format(sign=sign, sum=sum_, scale="billion"), wording.format(sign=sign, sum=sum_, scale="million"))


@st.composite
def averages(draw: st.DrawFn) -> Statement:
    days, rate = draw(st.integers(5, 60)), draw(st.integers(6, 45))
    wording = draw(
        st.sampled_from(
            (
                "They walked {total} miles in {days} days, an average of {rate} miles a day.",
                "They walked {total:,} miles in {days} days, or {rate} miles a day.",
            )
        )
    )
    return Statement(
        wording.format(total=days * rate, days=days, rate=rate), wording.format(total=days * rate, days=days, rate=wrong(rate))
    )


STATEMENTS = (parts(), changes(), conversions(), spans(), weekdays(), repeats(), shares(), sums_of_money(), averages())


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, str]:
    """An article of several statements, each kind once, and the same with a slip in one of them."""
    kinds = draw(st.permutations(STATEMENTS))[: draw(st.integers(1, 4))]
    statements = [draw(kind) for kind in kinds]
    at = draw(st.integers(0, len(statements) - 1))
    fillers = [draw(st.sampled_from(FILLER)) for _ in statements]
    sound = [f"{each.sound} {filler}" for each, filler in zip(statements, fillers, strict=True)]
    slipped = [f"{each.slip if index == at else each.sound} {fillers[index]}" for index, each in enumerate(statements)]
    return "\n\n".join(sound), "\n\n".join(slipped)


def problems(text: str) -> list[Finding]:
    return list(check(text, published=PUBLISHED, references=References()).problems)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles())
def test_a_sound_article_raises_nothing_and_one_slip_raises_one_finding(article: tuple[str, str]) -> None:
    sound, slipped = article
    assert [finding.message for finding in problems(sound)] == []
    assert len(problems(slipped)) == 1, [finding.message for finding in problems(slipped)]
