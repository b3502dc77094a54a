"""Dates and years that a text states outright: these are claims of their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import evolve

from claimcheck.reading.calendar import LATEST, Stretch, around, months
from claimcheck.reading.nouns import is_function_word, is_plural
from claimcheck.reading.time_words import NOWHERE, Named, Reading, cues

_SOON = 31
"""Days ahead within which a date without a year is the coming one: news adds the year to what is nearly a year old."""
_MODERN = range(1700, 2061)
"""Years a newspaper names without saying that they are years."""


def iso(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """ "2023-04-09"."""
    words = reading.tokens.words
    if not all(reading.tokens.touches(index) for index in range(first + 1, last)):
        return ()
    return (_day(int(words[first]), int(words[first + 2]), int(words[first + 4]), (first, last)),)


def slashed(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """ "13/4/2023"; a date without days where day and month could be swapped."""
    words = reading.tokens.words
    a, b, year = int(words[first]), int(words[first + 2]), int(words[first + 4])
    if not all(reading.tokens.touches(index) for index in range(first + 1, last)) or min(a, b) > 12:
        return ()
    if a != b and max(a, b) <= 12:
        return (Named(NOWHERE, None, "date", (first, last)),)
    return (_day(year, min(a, b), max(a, b), (first, last)),)


def _day(year: int, month: int, day: int, stated: tuple[int, int], weekday: int | None = None) -> Named:
    try:
        named = date(year, month, day)
    except ValueError:
        return Named(Stretch(None, None, "impossible"), None, "date", stated, weekday)
    return Named(Stretch(named, named, "day"), named.isoformat(), "date", stated, weekday)


def calendar_date(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """A month with a day, a year or both, perhaps a weekday in front; "March 5-9" is two dates."""
    month_at = reading.at("M", first, last)[0]
    years, days = reading.at("Y", first, last), reading.at("D", first, last)
    month, year = reading.number(month_at), reading.number(years[0]) if years else _year_behind(reading, last) or reading.year
    if not days:
        named = months(reading.number(years[0]) * 12 + month - 1, 1, "month")
        return (Named(named, f"{year:04d}-{month:02d}", "date", (first, last)),)
    beside = reading.at("Ww", first, last)
    weekday = reading.number(beside[0]) if beside else None
    start = min(month_at, days[0]) if beside else first
    if len(days) == 1:
        return (_resolved(reading, month, reading.number(days[0]), year, (start, last), weekday),)
    earlier = _resolved(reading, month, reading.number(days[0]), year, (start, days[1] - 1), weekday)
    if year is None and earlier.days.start:
        year = earlier.days.start.year
    if reading.letters[days[1] - 1] == "&" and days[1] > month_at and _counts(reading, last - 1):
        return (evolve(earlier, last=days[1] - 1),)
    later = _resolved(reading, month, reading.number(days[1]), year, (days[1], last), None)
    return evolve(earlier, last=days[1] - 1), evolve(later, first=days[1], last=last)


def _year_behind(reading: Reading, last: int) -> int | None:
    """The year of a day that "last year", "of this year" or "next year" stands behind."""
    at = last + (reading.letters[last : last + 1] in (",", "O"))
    if reading.published is None or reading.letters[at + 1 : at + 2] != "U" or reading.meaning(at + 1) != "year":
        return None
    back = {"l": -1, "t": 0, "x": 1}.get(reading.letters[at])
    return None if back is None else reading.published.year + back


def counts_on(reading: Reading, month_at: int, last: int) -> bool:
    """Whether the figure after a month counts what follows it: "in March 12 people died", but "on March 12 people died"."""
    return reading.tokens.words[month_at - 1 : month_at] == ("in",) and last == month_at + 2 and _counts(reading, last - 1)


def _resolved(reading: Reading, month: int, day: int, year: int | None, stated: tuple[int, int], weekday: int | None) -> Named:
    """A day of a month; without a year the one a newspaper of that day would mean."""
    longest = 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    if year is None and day <= longest:
        year = _nearest_year(reading, stated[0], month, day)
        if year is None:
            return Named(Stretch(None, None, "day"), None, "date", stated, weekday)
    return _day(year or 2000, month, day, stated, weekday)


def _nearest_year(reading: Reading, first: int, month: int, day: int) -> int | None:
    """The year in which that day lies nearest: back, unless it is about to come or the words look ahead."""
    published = reading.published
    if published is None:
        return None
    latest, earliest = (300, -65) if reading.looks_ahead(first) else (_SOON, -(366 * 8))
    for year in range(published.year + 1, published.year - 9, -1):
        try:
            if earliest <= (date(year, month, day) - published).days <= latest:
                return year
        except ValueError:
            continue
    return None


def year(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """A bare year, or two of them ("2014-18", "2019/20"); the two of "the 2026-27 season" name it and state nothing."""
    tokens = reading.tokens
    if not _is_year(reading, first, last):
        return ()
    number = reading.number(first)
    stated = _whole(number, (first, first + 1))
    if last == first + 1:
        return (stated,)
    later = number - number % 100 + int(tokens.words[first + 2])
    later += 100 if later <= number else 0
    tight = tokens.touches(first + 1) and tokens.touches(first + 2) and len(tokens.words[first + 2]) == 2
    if not tight or later - number > 60 or later > LATEST.year:
        return (evolve(stated, last=first + 1),)
    if tokens.words[last : last + 1] in (("season",), ("campaign",)):
        return (evolve(stated, last=last, stated=(first, last), value=None, kind=None),)
    return evolve(stated, last=first + 1), evolve(_whole(later, (first + 2, last)), first=first + 2, last=last)


def _whole(year: int, stated: tuple[int, int]) -> Named:
    return Named(around(date(year, 1, 1), "year"), f"{year:04d}", "year", stated)


def _is_year(reading: Reading, first: int, last: int) -> bool:
    """Whether four digits are a year: by what stands before them, and by no noun after them that they could count."""
    tokens, words = reading.tokens, reading.tokens.words
    before = words[first - 1] if first else ""
    earlier = words[first - 2] if first > 1 else ""
    after = words[last] if last < len(words) else ""
    number, counts = reading.number(first), _counts(reading, last - 1)
    if _runs_on(reading, last) or after in cues("no year after") or before in cues("no year before") or (earlier, before) == ("no", "."):
        return False
    if not cues("address").isdisjoint(words[last : last + 3]):
        return False
    if (first and reading.letters[first - 1] in "MSE") or before in cues("year before"):
        return not counts or (number in _MODERN and number % 100 != 0 and after not in cues("person"))
    if number not in _MODERN:
        return False
    is_name = first > 0 and tokens.capital(first - 1) and not is_function_word(before)
    if after in cues("noun of a year") and not is_name:
        return True
    if before == "for" and earlier in cues("noun of a year"):
        return True
    if before in cues("year perhaps before") or before in ("(", "[", "-", "–", "/", "'", "’"):
        return not counts and earlier not in cues("counts before") and not (before in ("to", "by", "from") and earlier in cues("moving"))
    if before in cues("determiner") and last < len(words):
        return tokens.kinds[last] == "w" and after not in cues("person")
    if before in ("and", "or", "&"):
        return reading.letters[first - 2 : first - 1] == "Y"
    if before == ",":
        return last == len(words) or tokens.kinds[last] == "p"
    if first == 0:
        return after in cues("verb after year")
    if is_name or number % 100 == 0 or tokens.kinds[last : last + 1] != "w" or is_function_word(after):
        return False
    return not _counts(reading, last - 1, 4)


def _runs_on(reading: Reading, last: int) -> bool:
    """Whether something is glued to the end of a figure: "2014m", "2014%", "2014:1"."""
    tokens = reading.tokens
    if last >= len(tokens) or not tokens.touches(last) or tokens.words[last] in ("'s", "’s"):
        return False
    return tokens.kinds[last] != "p" or tokens.words[last] in ("%", "°", "+", ":")


def _counts(reading: Reading, index: int, reach: int = 2) -> bool:
    """Whether a noun that the number at `index`, or a range it begins, could count stands among the next words."""
    tokens = reading.tokens
    if tokens.words[index + 1 : index + 2] in (("-",), ("–",), ("to",)) and tokens.kinds[index + 2 : index + 3] == "d":
        index += 2
    for at in range(index + 1, min(index + 1 + reach, len(tokens))):
        word = tokens.words[at]
        if tokens.kinds[at] != "w" or is_function_word(word):
            return False
        if is_plural(word) and word not in cues("noun of a year"):
            return True
    return False


def fiscal(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """ "fiscal 2024", "FY24": a claim of the year, whose days only the accounts tell; "CY 2008" is the calendar year."""
    at = reading.at("YDn", first, last)[0]
    number = reading.number(at)
    number += 2000 if number < 100 else 0
    if number < 1000:
        return ()
    named = _whole(number, (at, last))
    return (named if reading.tokens.words[first] == "cy" else evolve(named, days=Stretch(None, None, "year")),)


def quarter(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """ "Q3 2024", "2024-Q1", "the third quarter", "H1": without a year the last one that is over, or the coming one."""
    letter = reading.at("q", first, last)
    size = {"3": 3, "6": 6, "quarter": 3, "half": 6}[reading.meaning((letter or reading.at("QH", first, last))[0])]
    number_at = letter[0] + 1 if letter else reading.at("RD", first, last)[0]
    number, years = reading.number(number_at), reading.at("Y", first, last)
    if number * size > 12 or (letter and not reading.tokens.touches(number_at)):
        return ()

    def of(year: int) -> Stretch:
        return months(year * 12 + (number - 1) * size, size, "quarter" if size == 3 else "half")

    if years:
        return (evolve(_whole(reading.number(years[0]), (years[0], years[0] + 1)), days=of(reading.number(years[0]))),)
    return (Named(recurring(reading, first, of)),)


def named_quarter(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """ "the September quarter", "the June half": the three or six months that end with that month."""
    size = 3 if reading.meaning(last - 1) == "quarter" else 6
    month = reading.number(last - 2)

    def of(year: int) -> Stretch:
        return months(year * 12 + month - size, size, "quarter" if size == 3 else "half")

    return (Named(recurring(reading, first, of)),)


def recurring(reading: Reading, first: int, of: Callable[[int], Stretch], begun: bool = False) -> Stretch:
    """What comes every year: the last that is over (or has `begun`), the coming one where words look ahead, or that of the year named."""
    published, anchor = reading.published, reading.anchor
    if anchor.precision == "year" and anchor.start:
        return of(anchor.start.year)
    if published is None:
        return Stretch(None, None, of(2000).precision)
    choices = [of(published.year + offset) for offset in (-1, 0, 1)]
    if reading.looks_ahead(first):
        return next((days for days in choices if days.end and days.end >= published), choices[-1])
    past = (days for days in reversed(choices) if days.start and days.end and (days.start if begun else days.end) < published)
    return next(past, choices[0])


def decade(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """ "the 1970s", "the mid-80s", "the thirties": years, but no claim."""
    at = reading.at("YDnA", first, last)[0]
    number, spelled = reading.number(at), reading.letters[at] == "A"
    led = reading.letters[first] in "h'" or (first > 0 and reading.letters[first - 1] in "E-")
    glued = spelled or number >= 1000 or reading.tokens.touches(last - 1)
    if number % 10 or 100 <= number < 1000 or not glued or (number < 100 and not led):
        return ()
    return (Named(around(date(number if number >= 1000 else 1900 + number, 1, 1), "decade"), None, "year", (at, last)),)


def century(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """ "the 19th century", "the twenty-first century"."""
    number = sum(reading.number(index) for index in reading.at("nRD", first, last))
    if not 11 <= number <= 21:
        return (Named(Stretch(None, None, "century")),)
    return (Named(around(date(number * 100 - 100, 1, 1), "century")),)
