"""Statements whose figures depend on each other, in varied wordings: each sound, and with one figure wrong by far more than digits and
hedges allow.
"""

from __future__ import annotations

from datetime import date, timedelta

from attrs import frozen
from hypothesis import strategies as st

PUBLISHED = "2024-06-01"
UNITS = {
    ("kilometres", "miles"): 0.621371,
    ("metres", "feet"): 3.28084,
    ("hectares", "acres"): 2.47105,
    ("kilograms", "pounds"): 2.20462,
    ("litres", "US gallons"): 0.264172,
    ("nautical miles", "kilometres"): 1.852,
    ("square kilometres", "square miles"): 0.386102,
    ("centimetres", "inches"): 0.393701,
    ("kilometres per hour", "miles per hour"): 0.621371,
    ("tonnes", "short tons"): 1.10231,
}


@frozen
class Statement:
    """A sound paragraph, the same with one figure wrong, and the check that is to say so."""

    sound: str
    slip: str
    check: str


def wrong(value: int) -> int:
    """A figure that no rounding or hedge makes of the value."""
    return value * 2 + 3


def _worded(draw: st.DrawFn, *wordings: str) -> str:
    return draw(st.sampled_from(wordings))


@st.composite
def totals(draw: st.DrawFn) -> Statement:
    a, b = draw(st.integers(21, 180)), draw(st.integers(21, 180))
    wording = _worded(
        draw,
        "The ferry had {t} people on board, {a} passengers and {b} crew.",
        "The clinic treated {a} men and {b} women, a total of {t} patients.",
        "Firefighters saved {a} barns and {b} stables, {t} buildings in all.",
        "The council approved {t} homes, comprising {a} flats and {b} houses.",
        "The two towns sent volunteers, {a} from one and {b} from the other, making {t} in all.",
        "The show has {t} works - {a} oils and {b} watercolours - from three continents.",
        "Of {t} inspections, {a} found no fault; the other {b} led to fines.",
    )
    return Statement(wording.format(a=a, b=b, t=a + b), wording.format(a=a, b=b, t=wrong(a + b)), "total-of-parts")


@st.composite
def parts(draw: st.DrawFn) -> Statement:
    whole = draw(st.integers(40, 900))
    part = draw(st.integers(12, whole - 5))
    wording = _worded(
        draw,
        "Some {whole} people were hurt, including {part} children.",
        "The bank will close {part} of its {whole} branches.",
        "Of the {whole} passengers, {part} were rescued.",
        "Rescuers reached {part} out of the {whole} villages.",
    )
    slip = wording.format(whole=whole, part=f"{wrong(whole):,}")
    return Statement(wording.format(whole=whole, part=part), slip, "part-larger-than-whole")


@st.composite
def breakdowns(draw: st.DrawFn) -> Statement:
    numbers = [draw(st.integers(40, 90)) for _ in range(3)]
    text = "The landslide killed {0} people. Of the dead, {1} were in Ostra, {2} in Velm and {3} in Tarn."
    return Statement(text.format(sum(numbers), *numbers), text.format(sum(numbers), *numbers[:2], numbers[2] + 30), "known-whole")


@st.composite
def changes(draw: st.DrawFn) -> Statement:
    old, share = draw(st.integers(21, 400)) * 20, draw(st.sampled_from((5, 10, 15, 20, 25, 30, 40)))
    grows = draw(st.booleans())
    new = old * (100 + (share if grows else -share)) // 100
    verb, noun, than = ("rose", "a rise", "more") if grows else ("fell", "a drop", "less")
    hedge = draw(st.sampled_from(("", "about ", "almost ", "more than "))) if draw(st.booleans()) else ""
    low = {"almost ": -1, "more than ": 1}.get(hedge, 0)
    wording = _worded(
        draw,
        "Ticket sales {verb} {share} percent from {old} in March to {hedge}{new} in April.",
        "Ticket sales were {hedge}{new} in April, {share} percent {than} than the {old} of March.",
        "Ticket sales {verb} from {old} to {hedge}{new}, {noun} of {share} percent.",
        "Ticket sales {verb} by {share}% to {hedge}{new}, from {old} a year earlier.",
        "Ticket sales {verb} {share} percent, the theatre said, to {hedge}{new} from {old}.",
    )
    words = {"verb": verb, "noun": noun, "than": than, "share": share, "old": f"{old:,}", "hedge": hedge}
    slip = wording.format(new=f"{new * 3:,}" if low < 1 else f"{new * 9:,}", **words)
    return Statement(wording.format(new=f"{new - low:,}", **words), slip, "percent-change")


@st.composite
def directions(draw: st.DrawFn) -> Statement:
    old = draw(st.integers(20, 900))
    new = draw(st.integers(old + old // 4 + 2, old * 3))
    wording = _worded(
        draw,
        "The number of pupils rose to {new} from {old}.",
        "The number of pupils climbed from {old} to {new}.",
        "The school has {new} pupils, up from {old} a year ago.",
        "The number of pupils fell to {old} from {new}.",
        "The number of pupils dropped from {new} to {old}.",
    )
    low, high = f"{old:,}", f"{new:,}"
    return Statement(wording.format(old=low, new=high), wording.format(old=high, new=low), "direction")


@st.composite
def differences(draw: st.DrawFn) -> Statement:
    old, step = draw(st.integers(300, 900)), draw(st.integers(20, 90))
    wording = _worded(
        draw,
        "He said {new} bridges had been repaired, {step} more than the {old} of May.",
        "The number of bridges rose to {new}, {step} more than the {old} of May.",
    )
    words = {"old": old, "new": old + step}
    return Statement(wording.format(step=step, **words), wording.format(step=wrong(step), **words), "difference")


@st.composite
def points(draw: st.DrawFn) -> Statement:
    old, gain = draw(st.integers(200, 700)), draw(st.integers(11, 90))
    wording = _worded(
        draw,
        "Turnout went up to {new} percent from {old} percent, a gain of {gain} percentage points.",
        "Turnout rose {gain} percentage points to {new} percent from {old} percent.",
    )
    words = {"old": old / 10, "new": (old + gain) / 10}
    return Statement(wording.format(gain=gain / 10, **words), wording.format(gain=wrong(gain) / 10, **words), "percent-or-point")


@st.composite
def conversions(draw: st.DrawFn) -> Statement:
    (unit, other), factor = draw(st.sampled_from(sorted(UNITS.items())))
    value = draw(st.integers(12, 900))
    converted = round(value * factor, -1) if draw(st.booleans()) and value * factor > 200 else round(value * factor)
    hedge = draw(st.sampled_from(("", "about ", "some ", "nearly ", "more than ")))
    wording = _worded(
        draw, "It measured {hedge}{value} {unit} ({new} {other}).", "It measured {hedge}{value} {unit}, or {new} {other}, in all."
    )
    words = {"hedge": hedge, "value": value, "unit": unit, "other": other}
    return Statement(wording.format(new=f"{converted:.0f}", **words), wording.format(new=wrong(int(converted)), **words), "conversion")


@st.composite
def spans(draw: st.DrawFn) -> Statement:
    end, length = draw(st.integers(1970, 2020)), draw(st.integers(8, 70))
    wording = _worded(
        draw,
        "The bridge was closed in {start} and reopened in {end}, {length} years later.",
        "The general ruled from {start} to {end}, a total of {length} years.",
        "Construction began in {start} and took {length} years, ending in {end}.",
    )
    words = {"start": end - length, "end": end}
    return Statement(wording.format(length=length, **words), wording.format(length=length + 9, **words), "duration-and-dates")


@st.composite
def ages(draw: st.DrawFn) -> Statement:
    end, age = draw(st.integers(1970, 2020)), draw(st.integers(20, 90))
    wording = _worded(
        draw, "Born in {start}, the painter died in {end} at the age of {age}.", "The painter, born in {start}, died in {end}, aged {age}."
    )
    words = {"start": end - age, "end": end}
    return Statement(wording.format(age=age, **words), wording.format(age=age + 9, **words), "age-and-birth-year")


@st.composite
def anniversaries(draw: st.DrawFn) -> Statement:
    years = draw(st.integers(3, 60))
    wording = _worded(draw, "The dam broke {years} years ago, in {year}.", "In {year}, {years} years ago, the dam broke.")
    return Statement(wording.format(years=years, year=2024 - years), wording.format(years=years + 9, year=2024 - years), "years-ago")


@st.composite
def periods(draw: st.DrawFn) -> Statement:
    start, length = draw(st.integers(1950, 1990)), draw(st.integers(3, 30))
    wording = _worded(draw, "She led the orchestra from {0} to {1}.", "She led the orchestra between {0} and {1}.")
    return Statement(wording.format(start, start + length), wording.format(start + length, start), "date-order")


@st.composite
def events(draw: st.DrawFn) -> Statement:
    year = draw(st.integers(1950, 2015))
    wording = _worded(
        draw,
        "The airport opened in {0}. Hotels followed. When the airport opened in {1}, the ferry stopped.",
        "The airport opened in {0}. Hotels followed. Since the airport opened in {1}, noise has been a nuisance.",
    )
    return Statement(wording.format(year, year), wording.format(year, year - 1), "repeated-date")


@st.composite
def weekdays(draw: st.DrawFn) -> Statement:
    day = draw(st.dates(date(1995, 1, 1), date(2023, 12, 31)))
    wording = _worded(draw, "The fair opened on {0:%A}, {0:%B} {1}, {2}.", "The verdict came on {0:%A}, {1} {0:%B} {2}.")
    right = wording.format(day, day.day, day.year)
    return Statement(right, right.replace(f"{day:%A}", f"{day + timedelta(days=3):%A}"), "weekday-and-date")


@st.composite
def dates(draw: st.DrawFn) -> Statement:
    month, last = draw(st.sampled_from((("April", 30), ("June", 30), ("September", 30), ("November", 30))))
    text = "The lease of the mill ended on {0} {1} 2023."
    return Statement(text.format(draw(st.integers(1, last)), month), text.format(last + 1, month), "impossible-value")


def _count(draw: st.DrawFn) -> int:
    thousands, *rest = draw(st.permutations(range(1, 10)))[:4]
    return int("".join(map(str, (thousands, *rest))))


@st.composite
def _told_twice(draw: st.DrawFn, check: str) -> Statement:
    count = _count(draw)
    digits = str(count)
    other = {
        "magnitude-slip": count * 10,
        "transposed-digits": int(digits[0] + digits[2] + digits[1] + digits[3]),
        "repeated-figure": count + (1 if digits[3] != "9" else -1),
    }[check]
    thing, verb = {
        "magnitude-slip": ("boats", "sank"),
        "transposed-digits": ("trees", "felled"),
        "repeated-figure": ("roofs", "damaged"),
    }[check]
    text = f"The storm {verb} {count:,} {thing}. The mayor declined to comment. Owners of the {{:,}} {thing} will be paid."
    return Statement(text.format(count), text.format(other), check)


@st.composite
def headlines(draw: st.DrawFn) -> Statement:
    count = _count(draw)
    swapped = int(str(count)[0] + str(count)[2] + str(count)[1] + str(count)[3])
    text = "Storm closes {:,} bridges in Torvia\n\nThe storm closed {:,} bridges in Torvia on Saturday."
    return Statement(text.format(count, count), text.format(swapped, count), "headline-and-body")


@st.composite
def shares(draw: st.DrawFn) -> Statement:
    whole, share = draw(st.integers(40, 900)), draw(st.integers(10, 60))
    part = round(whole * share / 100)
    stated = round(part / whole * 100, draw(st.integers(0, 1)))
    wording = _worded(
        draw,
        "The hail broke {part} of the {whole} greenhouses it hit, or {hedge}{share:g} percent.",
        "Of the {whole} greenhouses, {part} were broken, or {hedge}{share:g} percent.",
        "The hail broke {part} out of {whole} greenhouses, {hedge}{share:g} percent.",
    )
    words = {"part": part, "whole": whole, "hedge": draw(st.sampled_from(("", "about ", "roughly ")))}
    return Statement(wording.format(share=stated, **words), wording.format(share=stated + 27, **words), "ratio")


@st.composite
def polls(draw: st.DrawFn) -> Statement:
    backing = draw(st.integers(30, 69))
    opposed = draw(st.integers(10, 100 - backing))
    text = "According to the poll {0} percent of residents back the tunnel and {1} percent oppose it."
    return Statement(text.format(backing, opposed), text.format(backing, 103 - backing), "shares-of-a-hundred")


@st.composite
def sums_of_money(draw: st.DrawFn, check: str) -> Statement:
    amount = f"{draw(st.integers(1, 80))}.{draw(st.integers(1, 9))}"
    sign, other = draw(st.permutations("$£€"))[:2]
    wording = _worded(
        draw,
        "The tunnel will cost {sign}{sum} billion. Voters must approve the {again}{sum} {scale} tunnel.",
        "The bank lost {sign}{sum} billion. The loss of {again}{sum} {scale} is its largest.",
    )
    again, scale = (sign, "million") if check == "magnitude-slip" else (other, "billion")
    sound = wording.format(sign=sign, sum=amount, again=sign, scale="billion")
    return Statement(sound, wording.format(sign=sign, sum=amount, again=again, scale=scale), check)


@st.composite
def averages(draw: st.DrawFn) -> Statement:
    days, rate = draw(st.integers(5, 60)), draw(st.integers(6, 45))
    wording = _worded(
        draw,
        "They walked {total} miles in {days} days, an average of {rate} miles a day.",
        "They walked {total:,} miles in {days} days, or {rate} miles a day.",
        "Each of the {days} winners receives {rate} euros, {total} euros in all.",
    )
    sound = wording.format(total=days * rate, days=days, rate=rate)
    return Statement(sound, wording.format(total=days * rate, days=days, rate=wrong(rate)), "average-or-rate")


@st.composite
def long_numbers(draw: st.DrawFn) -> Statement:
    number = draw(st.integers(1_100_000, 9_900_000))
    text = "The dairy poured away {} litres of milk."
    return Statement(text.format(f"{number:,}"), text.format(f"{number:,}"[:-1]), "malformed-number")


STATEMENTS: dict[str, st.SearchStrategy[Statement]] = {
    "age-and-birth-year": ages(),
    "average-or-rate": averages(),
    "conversion": conversions(),
    "currency-switch": sums_of_money("currency-switch"),
    "date-order": periods(),
    "difference": differences(),
    "direction": directions(),
    "duration-and-dates": spans(),
    "headline-and-body": headlines(),
    "impossible-value": dates(),
    "known-whole": breakdowns(),
    "magnitude-slip": _told_twice("magnitude-slip") | sums_of_money("magnitude-slip"),
    "malformed-number": long_numbers(),
    "part-larger-than-whole": parts(),
    "percent-change": changes(),
    "percent-or-point": points(),
    "ratio": shares(),
    "repeated-date": events(),
    "repeated-figure": _told_twice("repeated-figure"),
    "shares-of-a-hundred": polls(),
    "total-of-parts": totals(),
    "transposed-digits": _told_twice("transposed-digits"),
    "weekday-and-date": weekdays(),
    "years-ago": anniversaries(),
}
"""The statements by the check that is to hear of their slips."""
