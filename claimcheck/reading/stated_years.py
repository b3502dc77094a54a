"""Years, quarters, decades and centuries that a text names; a year stated outright is a claim of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import evolve

from claimcheck.reading.calendar import LATEST, Stretch, around, months
from claimcheck.reading.nouns import is_function_word, is_plural
from claimcheck.reading.time_words import Named, Reading, cues

_MODERN = range(1700, 2061)
"""Years a newspaper names without saying that they are years."""


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
    number, is_count = reading.number(first), counts(reading, last - 1)
    if _runs_on(reading, last) or after in cues("no year after") or before in cues("no year before") or (earlier, before) == ("no", "."):
        return False
    if not cues("address").isdisjoint(words[last : last + 3]):
        return False
    if (first and reading.letters[first - 1] in "MSE") or before in cues("year before"):
        return not is_count or (number in _MODERN and number % 100 != 0 and after not in cues("person"))
    if number not in _MODERN:
        return False
    is_name = first > 0 and tokens.capital(first - 1) and not is_function_word(before)
    if after in cues("noun of a year") and not is_name:
        return True
    if before == "for" and earlier in cues("noun of a year"):
        return True
    if before in cues("year perhaps before") or before in ("(", "[", "-", "–", "/", "'", "’"):
        return not is_count and earlier not in cues("counts before") and not (before in ("to", "by", "from") and earlier in cues("moving"))
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
    return not counts(reading, last - 1, 4)


def _runs_on(reading: Reading, last: int) -> bool:
    """Whether something is glued to the end of a figure: "2014m", "2014%", "2014:1"."""
    tokens = reading.tokens
    if last >= len(tokens) or not tokens.touches(last) or tokens.words[last] in ("'s", "’s"):
        return False
    return tokens.kinds[last] != "p" or tokens.words[last] in ("%", "°", "+", ":")


def counts(reading: Reading, index: int, reach: int = 2) -> bool:
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
    """ "the September quarter", "the June half": the three or six months that end with that month.

    The quarter of a season is that of the calendar, by which national accounts (IMF SDDS) and listed firms report, which shares two of
    the season's three months: "the winter quarter" ends in March, "the summer quarter" in September.
    """
    size = 3 if reading.meaning(last - 1) == "quarter" else 6
    month = reading.number(last - 2)
    if reading.letters[last - 2] == "S":
        month = (month + 3) % 12

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
