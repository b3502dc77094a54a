"""Times of day: figures that tell the hour, so that nobody takes them for quantities."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.model import Span
from claimcheck.reading.number_words import is_scale, letter_of
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table

_CLASSES = {
    "half of the day": "X", "letter a or p": "a", "letter m": "m", "zone": "z", "o'clock": "O", "half": "H", "quarter": "Q", "past": "P",
    "to": "T", "noon": "N", "hour": "n", "preposition": "A", "part of day": "E", "opening": "o", "minutes": "M", "in": "i", "the": "h",
    "at": "t", "run at an hour": "R", "and": "U",
}  # fmt: skip
"""The letter of each class of clock.csv. Besides: D hour figure, d other two figures up to 59, F "7.30", K four figures such as 1500."""
_HALF = r"(?:X|a\.?m\.?)"
_TIME = re.compile(
    rf"""[Dd]:[Dd](?::[Dd])?(?:-?{_HALF})?(?:[-TU][Dd]:[Dd](?:-?{_HALF})?)?z?   # 10:15, 9:30 p.m., 14:30 GMT, 6:00-7:30 pm
    |(?:F|D|n){_HALF}?[-TU](?:[Dd]:[Dd]|F|D|n)-?{_HALF}z?                       # 6 to 7.30 p.m., 9am-5pm
    |(?:F|D|n)-?{_HALF}z?                                                      # 7.30pm, 9 p.m.
    |[FKD]z                                                                    # 1500 GMT
    |(?:D|n)-?O                                                                # 6 o'clock
    |[HQ]P[nD]|QT[nD]|[nDd]M?P[nD]|[nDd]MT[nD]                                 # half past six, ten to six
    |(?<=[tA])(?:F|D|n)(?=ihE|tE)                                              # at 7 in the evening
    |(?<=ot)(?:F|D|n)(?=$|,|\.|-)                                              # opens at ten.
    |(?<=h)F(?=R)                                                             # the 6.30 news
    |^K(?=_)                                                                   # 2045 Minister: ... (a log of events)
    |N""",
    re.VERBOSE,
)
_AHEAD = ("a", "at", "until", "till", "by", "from", "around", "about", "before", "after", "past", "is", "was", "nearly", "almost", "just")
"""Words before the quarter of "quarter to seven"; that of "rose in the quarter to 7 percent" is of a year."""
_HOURS = frozenset(str(hour) for hour in range(25))
_MINUTES = frozenset(f"{minute:02d}" for minute in range(60))
_DOTTED = re.compile(r"(?:1?\d|2[0-3])\.[0-5]\d")
_FOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")


@cache
def _letters() -> dict[str, str]:
    return {row["wording"]: _CLASSES[row["class"]] for row in table("clock")} | {mark: mark for mark in ",.-:"} | {"–": "-"}


@cache
def _cues() -> frozenset[str]:
    return frozenset(word for word, letter in _letters().items() if letter in "XmzOPNoER:") | {"quarter"}


def clock(tokens: Tokens) -> tuple[Span, ...]:
    """The token ranges that tell a time of day.

    >>> from claimcheck.reading.tokens import cut
    >>> clock(cut("It struck at 5:25 a.m. and killed 12."))
    ((3, 10),)
    """
    if _cues().isdisjoint(tokens.words) and not (tokens.kinds[:1] == "d" and _FOUR.fullmatch(tokens.words[0])):
        return ()
    known = _letters()
    pairs = zip(tokens.words, tokens.kinds, strict=True)
    letters = "".join([known.get(word) or (_figures(word) if kind == "d" else "_") for word, kind in pairs])
    return tuple(match.span() for match in _TIME.finditer(letters) if _is_time(tokens, *match.span()))


def _figures(word: str) -> str:
    if word in _HOURS:
        return "D"
    if word in _MINUTES:
        return "d"
    return "F" if _DOTTED.fullmatch(word) else "K" if _FOUR.fullmatch(word) else "_"


def _is_of_a_year(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a quarter before "to" is three months or a fourth part: "rose in the quarter to 7 percent", "by a quarter to 9 million"."""
    before, after = tokens.words[first - 1] if first else "", tokens.words[last] if last < len(tokens) else ""
    return (before.isalpha() and before not in _AHEAD) or after in ("%", "percent", "per") or is_scale(letter_of(after))


def _is_time(tokens: Tokens, first: int, last: int) -> bool:
    """Whether colons stand tight between an hour and two figures of minutes, nothing is glued to the front, and no quarter is of a year."""
    words = tokens.words
    if words[first] == "quarter" and words[first + 1] == "to" and _is_of_a_year(tokens, first, last):
        return False
    for index in range(first, last):
        if words[index] == ":" and not (tokens.touches(index) and tokens.touches(index + 1) and len(words[index + 1]) == 2):
            return False
    if last - first == 1 and _FOUR.fullmatch(words[first]) and not tokens.capital(last):
        return False
    return tokens.kinds[first] != "d" or not tokens.touches(first) or words[first - 1] in ("(", "[", '"', "“", "—", "–", "-", "‘", "'", "@")
