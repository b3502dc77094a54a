"""Time expressions of English news: which days they name, and which of them are claims (dates and years stated outright).

A time is a base ("2024", "last week", "two years ago") with up to three modifiers in front of it ("the end of", "early"). Each kind of
base is a pattern over the letters of time_words and a function that says what it names. What leaves out the year is the nearest past one,
as a newspaper would mean it, or a coming one where the words before look ahead ("will", "is due to").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from claimcheck.reading import counted_times, relative_times, stated_dates, stated_years, time_modifiers, time_words
from claimcheck.reading.calendar import EARLIEST, LATEST, Stretch
from claimcheck.reading.clock import clock
from claimcheck.reading.joined_times import joined
from claimcheck.reading.mentions import DateMention
from claimcheck.reading.noun_words import is_plural
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.time_modifiers import NUMBER
from claimcheck.reading.time_words import NOWHERE, Named, Reading, roles
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

__all__ = ["clock", "find", "impossible"]

_BASES = {
    "iso": ("Y-D-D", stated_dates.iso),
    "slashed": ("D/D/Y", stated_dates.slashed),
    "month_of": (r"[ltx]M(?!\.?D)|M,?s?O?h?[ltxcy]U", relative_times.month_of),
    "date": (
        r"(?:[Ww]\.?,?)?(?:h?Do?(?:[-T&]Do?)?O?M(?:\.?,?Y)?|M\.?h?Do?(?:[-T]Do?|&Do?(?!O?M))?(?:,?Y)?)|M\.?,?O?Y",
        stated_dates.calendar_date,
    ),
    "quarter": ("(?:Y-?)?qD(?:,?[O-]?Y)?|h?(?:R|Do)-?[QH](?:,?Y|(?!O))", stated_years.quarter),
    "named_quarter": ("h?M[QH]|h?SQ", stated_years.named_quarter),
    "fiscal": ("(?:F-?U?|G-?)'?[YDn](?:[-/][Dn])?", stated_years.fiscal),
    "decade": ("h?'?[YDn]Z|hA", stated_years.decade),
    "century": ("h?(?:n-)?(?:R|Do)-?C", stated_years.century),
    "several": (f"h?[ltx]{NUMBER}[UQCu](?![ge])", counted_times.several),
    "ago": (f"{NUMBER}[UQCu](?:&aH)?g|[UC]g", counted_times.ago),
    "apart": (f"{NUMBER}[UQCu](?:&aH)?[efzKL]|hU[KL]", counted_times.apart),
    "seasonal": ("h?[ltx]S|h?SO?Y|hS", relative_times.seasonal),
    "weekday": ("[ltx]?W-?p?", relative_times.weekday),
    "then": ("B", relative_times.then),
    "daily": ("dp?|v|h?[lty]p", relative_times.daily),
    "whole": ("h?kU|k-U", counted_times.whole),
    "year_ago": ("h?(?:U-[ge]|[le]-U)[QHP]", counted_times.year_ago),
    "unit": ("h?[ltxyc][UQCV]|h[UQV]", relative_times.unit),
    "elided": ("hR", counted_times.elided),
    "month": ("M", relative_times.month),
    "year": ("Y(?:[-/][Dn])?", stated_years.year),
}
_MODIFIER = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in time_modifiers.MODIFIERS.items()))
_MENTION = re.compile(
    "(?=h?[ABbCcDdEeFfGHklMNnQqRStUVvWwxYy']|a[CNQUu]|h?p[OIT])"
    f"(?P<modifiers>(?:{'|'.join(time_modifiers.MODIFIERS.values())}){{0,3}})"
    f"(?:{'|'.join(f'(?P<{name}>{pattern})' for name, (pattern, _) in _BASES.items())})"
)
_SIGHT = 12
_SUBJECT = 4
"""Tokens within which the verb of a "since" clause follows; a later one belongs to the main clause."""
_HOURS = ("dawn", "noon", "midnight", "dusk", "nightfall")
_AUXILIARIES = ("was", "were", "is", "are", "has", "have", "had")


@cache
def _hedges() -> Phrases[str]:
    """Hedges in front of a time; "cheaper than ten years ago" is a comparison."""
    rows = (row for row in table("hedges") if row["side"] == "before" and not row["wording"].endswith("er than"))
    return Phrases((row["wording"], row["qualifier"]) for row in rows)


def find(tokens: Tokens, published: str | None, before: Sequence[DateMention] = ()) -> tuple[DateMention, ...]:
    """All time expressions of a sentence, in order and without overlap; relative ones have no days where `published` is None.

    `before` are those of the sentence before, of which "that night" may take up the last.

    >>> from claimcheck.reading.tokens import cut
    >>> [(m.start, m.end, m.role, m.value) for m in find(cut("By the end of June, as in 2011, it had ended."), "2026-02-05")]
    [('2025-06-30', '2025-06-30', 'by', None), ('2011-01-01', '2011-12-31', 'on', '2011')]
    """
    if not time_words.may_hold_time(tokens):
        return ()
    reading = time_words.read(tokens, _day(published), _last(before))
    matches = [match for match in _MENTION.finditer(reading.letters) if match.lastgroup]
    return joined(tokens, _mentions(reading, matches)) if matches else ()


def impossible(tokens: Tokens) -> tuple[DateMention, ...]:
    """The dates of a sentence that no calendar has.

    >>> from claimcheck.reading.tokens import cut
    >>> [m.first for m in impossible(cut("They met on 31 June 2024."))]
    [3]
    """
    return tuple(mention for mention in find(tokens, None) if mention.precision == "impossible" and not _begins_a_name(tokens, mention))


def _begins_a_name(tokens: Tokens, mention: DateMention) -> bool:
    """Whether the word behind a month makes a name of it, or is what the number counts: "page 31 June Hill says", "the 31 June rallies"."""
    first, last = mention.stated or (mention.first, mention.last)
    following = tokens.surface(last, last + 1) if last < len(tokens) else ""
    if not tokens.words[last - 1].isalpha() or not word_set("before a date").isdisjoint(tokens.words[max(0, first - 1) : first]):
        return False
    is_day = mention.weekday is not None or following.lower() in word_set("calendar")
    return is_plural(following) or (following[:1].isupper() and not is_day)


def _last(mentions: Sequence[DateMention]) -> Stretch:
    """The days of the last of some times."""
    for mention in reversed(mentions):
        if mention.start and mention.end:
            return Stretch(date.fromisoformat(mention.start), date.fromisoformat(mention.end), mention.precision)
    return NOWHERE


def _day(published: str | None) -> date | None:
    day = date.fromisoformat(published) if published and len(published) == 10 else None
    return day if day and EARLIEST <= day <= LATEST else None


def _mentions(reading: Reading, matches: list[re.Match[str]]) -> list[DateMention]:
    found: list[DateMention] = []
    anchor, before = reading.anchor, None
    for match, year in zip(matches, _years_ahead(reading, matches), strict=True):
        base, first, last = match.lastgroup or "", match.start(match.lastgroup or ""), match.end()
        if base == "date" and reading.letters[first] == "M" and stated_dates.counts_on(reading, first, last):
            base, last = "month", first + 1
        year = year or _year_before(reading, before, first, base, anchor)
        here = Reading(reading.tokens, reading.letters, reading.published, anchor, year, reading.told)
        for named in _BASES[base][1](here, first, last):
            days = _modified(here, match, named.days)
            start = match.start() if named.first is None else named.first
            if days is None or (named.first is None and _is_glued(reading, start)):
                continue
            found.append(_mention(here, base, start, named.last or last, named, days))
            if days.start and base != "apart":
                anchor = _spanned(reading, before, match, anchor, days)
            before = match
    return found


def _spanned(reading: Reading, before: re.Match[str] | None, match: re.Match[str], anchor: Stretch, days: Stretch) -> Stretch:
    """What later times are counted from: the time just named, with the one it runs from ("from January to May")."""
    if before is None or anchor.start is None or days.start is None or anchor.start > days.start:
        return days
    led = reading.letters[before.start() - 1 : before.start()]
    months = before.lastgroup == match.lastgroup == "month" and led != "i"
    runs = reading.letters[before.end() : match.start()] in ("T", "-") and (led == "r" or months)
    return Stretch(anchor.start, days.end, "range") if runs else days


def _years_ahead(reading: Reading, matches: list[re.Match[str]]) -> list[int | None]:
    """For each match the year that a later date joined to it states: "between March 5 and March 9, 2023", "January and February 2024"."""
    years: list[int | None] = [None] * len(matches)
    for index in range(len(matches) - 2, -1, -1):
        following = matches[index + 1]
        between = reading.letters[matches[index].end() : following.start()]
        if following.lastgroup in ("date", "month") and between in ("-", "T", "&", ",", ",&"):
            stated = reading.at("Y", *following.span())
            years[index] = reading.number(stated[0]) if stated else years[index + 1]
    return years


def _year_before(reading: Reading, before: re.Match[str] | None, first: int, base: str, anchor: Stretch) -> int | None:
    """The year of the date before, where this one is joined to it and states none: "from June to August"."""
    if before is None or anchor.start is None or base not in ("date", "month") or before.lastgroup not in ("date", "month"):
        return None
    if reading.letters[before.end() : first] not in ("-", "T", "&", ",", ",&"):
        return None
    here, there = reading.at("M", first, min(first + 8, len(reading.letters)))[0], reading.at("M", *before.span())[0]
    return anchor.start.year + (reading.number(here) < reading.number(there))


def _modified(reading: Reading, match: re.Match[str], days: Stretch) -> Stretch | None:
    """The days that the modifiers in front of a base leave of it, the innermost first."""
    changed: Stretch | None = days
    for part in reversed(list(_MODIFIER.finditer(reading.letters, match.start("modifiers"), match.end("modifiers")))):
        if changed is not None:
            changed = time_modifiers.apply(part.lastgroup or "", reading, part.start(), part.end(), changed)
    return changed


def _mention(reading: Reading, base: str, first: int, last: int, named: Named, days: Stretch) -> DateMention:
    hedge = _hedges().before(reading.tokens, first) if base in ("ago", "year", "decade") else None
    qualifier = hedge[1] if hedge and (base == "ago" or hedge[1] == "approximate") else "exact"
    start, end = (day.isoformat() if day else None for day in (days.start, days.end))
    role = "on" if base == "ago" and reading.letters[first] in "hc" and days.precision != "day" else _role(reading, base, first, last)
    return DateMention(first, last, start, end, role, days.precision, named.value, named.kind, qualifier, named.stated, named.weekday)


def _role(reading: Reading, base: str, first: int, last: int) -> str:
    """The sense of the preposition, past "the coup of" to the "since" that governs it; killed "by Friday's storm" is no time."""
    if base in ("ago", "apart"):
        return _governing(reading.tokens, first) or ("ago" if base == "ago" else "on")
    match = roles().before(reading.tokens, first)
    if match is not None and match[1] == "by" and reading.letters[last : last + 1] == "s":
        return "on"
    if match is None:
        return "since" if _governing(reading.tokens, first) == "since" else "on"
    return (_governing(reading.tokens, first) or "on") if match[1] == "on" else match[1]


def _governing(tokens: Tokens, first: int) -> str | None:
    """The "since" or "before" whose event this time dates: "since the coup of June 2021", "before the talks opened in October"."""
    verb = None
    for index in range(first - 1, max(-1, first - _SIGHT), -1):
        word = tokens.words[index]
        if word in ("since", "before", "until"):
            late = verb is not None and verb - index > _SUBJECT
            return None if late or index + 1 == first or tokens.words[index + 1] in _HOURS else word
        if (tokens.kinds[index] != "w" and word not in ("'s", "’s", "-")) or word in ("and", "but", "or"):
            return None
        verb = index if word in _AUXILIARIES else verb
    return None


def _is_glued(reading: Reading, first: int) -> bool:
    """Whether digits at `first` are the tail of something longer: "F-16 May", "$2014"; the second year of "2014-2018" is not."""
    tokens = reading.tokens
    if tokens.kinds[first] != "d" or not tokens.touches(first) or tokens.words[first - 1] in ("(", "[", '"', "“", "‘", "'", "—", ","):
        return False
    return not (tokens.words[first - 1] in ("-", "–", "/") and reading.letters[first - 2 : first - 1] == "Y")
