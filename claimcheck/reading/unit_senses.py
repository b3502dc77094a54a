"""Which unit an ambiguous wording means here: "pounds" the money or the mass, "m" metres or millions, "nm" at sea or on a chip.

vocabulary/<language>/unit_senses.csv lists, per unit and wording, senses in the order they are tried, each with the cue that
calls for it; an empty sense says that the wording is no unit here. Cues are lists of words (cues.csv) or the shapes below, "not" negates.
"""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.reading.frozen import frozen
from claimcheck.reading.tokens import Tokens
from claimcheck.reading.unit_table import words as cell_words
from claimcheck.vocabulary import table

AROUND = 30
"""Tokens on either side in which a word of context counts; keeps the work per unit constant in long sentences."""

AHEAD = 4
"""Tokens after a wording in which the thing measured stands ("m" in "100m women's hurdles")."""

NUMBER = 8
"""Tokens a number with its scale words and hedges may take."""

_ROWS = table("cues")
_CUES: dict[str, tuple[str, frozenset[str]]] = {row["cue"]: (row["where"], frozenset(row["words"].split())) for row in _ROWS}


@frozen(eq=False)
class Place:
    """A wording at tokens first..last, after (or before) a number; `number` is the end of the number (or its start)."""

    tokens: Tokens
    number: int
    first: int
    last: int

    def word(self, index: int) -> str:
        """The word at a token, "" outside the sentence."""
        words = self.tokens.words
        return words[index] if 0 <= index < len(words) else ""

    @property
    def next(self) -> int:
        """The token after the wording, past a hyphen."""
        return self.last + 1 if self.word(self.last) == "-" else self.last

    @property
    def glued_on(self) -> str:
        """The kind of token that touches the wording from behind: "w", "d", "p", or "" for none."""
        tokens = self.tokens
        return tokens.kinds[self.last] if self.last < len(tokens) and tokens.touches(self.last) else ""

    @property
    def number_start(self) -> int:
        """The first token of the number before the wording."""
        at = self.number - 1
        while at > 0 and self.number - at < NUMBER and (self._is_number(at - 1) or (self.word(at - 1) == "-" and self._is_number(at - 2))):
            at -= 1
        return at

    def _is_number(self, at: int) -> bool:
        return at >= 0 and (self.tokens.kinds[at] == "d" or self.word(at) in listed("scale") or self.word(at) in listed("number"))

    @property
    def digits(self) -> str:
        """The numeral the wording follows, "" where it is in words."""
        at = self.number - 1
        while self.word(at) in listed("scale"):
            at -= 1
        return self.word(at) if at >= 0 and self.tokens.kinds[at] == "d" else ""


def listed(cue: str) -> frozenset[str]:
    """The words of a cue."""
    return _CUES[cue][1]


def holds(cue: str, place: Place) -> bool:
    """Whether a cue of unit_senses.csv holds where a wording stands."""
    negated = cue.startswith("not ")
    name = cue.removeprefix("not ")
    shape = _SHAPES.get(name)
    return (shape(place) if shape else _words_stand(name, place)) != negated


def _words_stand(cue: str, place: Place) -> bool:
    where, words = _CUES[cue]
    text, after = place.tokens.words, place.next
    if where == "next":
        return place.word(after) in words
    if where == "of what":
        return place.word(after) == "of" and place.word(after + 1) in words
    if where == "ahead":
        return not words.isdisjoint(text[after : after + AHEAD])
    start = place.number_start
    return not words.isdisjoint(text[max(0, start - AROUND) : start]) or not words.isdisjoint(text[place.last : place.last + AROUND])


# ------------------------------------------------------------------------------------------------ shapes


def _glued(place: Place) -> bool:
    return place.tokens.touches(place.first) and place.first == place.number


def _scaled(place: Place) -> bool:
    return place.word(place.number - 1) in listed("scale")


def _hundreds(place: Place) -> bool:
    return _scaled(place) or len(place.digits.partition(".")[0]) > 2


def _grouped(place: Place) -> bool:
    """Thousands with a comma: nobody counts "12,500m" in millions, sums of money apart."""
    return "," in place.digits


_WON = ("a", "an", "the", "his", "her", "their", "its", "by")
"""Words behind the verb "won", never behind the currency: "Runner 2049 won an award"."""


def _amount(place: Place) -> bool:
    """Million, billion, or four digits and more: nobody wins that many of anything, but that many won."""
    if place.word(place.last) in _WON:
        return False
    return _scaled(place) or (len(place.digits) > 3 and "." not in place.digits[-3:])


def _money_before(place: Place) -> bool:
    start = place.number_start
    return start > 0 and (place.word(start - 1) in listed("money word") or place.tokens.words[start - 1] in ("rm", "rs", "ps"))


def _money_in_sentence(place: Place) -> bool:
    start = place.number_start
    return not listed("money word").isdisjoint(place.tokens.words[max(0, start - AROUND) : start])


def _several_ahead(place: Place) -> bool:
    """A plural noun within a few words: "1.4m postal votes"."""
    for at in range(place.next, min(len(place.tokens), place.next + AHEAD)):
        word = place.word(at)
        if place.tokens.kinds[at] != "w" or place.tokens.touches(at) or (len(word) < 4 and word not in listed("short before a noun")):
            return False
        if word.endswith("s") and not word.endswith(("ss", "us", "is")):
            return True
    return False


def _noun_next(place: Place) -> bool:
    return place.next < len(place.tokens) and place.tokens.kinds[place.next] == "w" and place.word(place.next) not in listed("after stone")


def _inches(place: Place) -> bool:
    """Whether "in" is inches: glued, before a dimension ("2 in thick") or a bracket, after feet, or at the end; not in "5-in-1"."""
    if not place.digits or place.word(place.last) == "-":
        return False
    if _glued(place):
        return place.glued_on in ("", "p")
    feet = place.word(place.number - 2) in ("ft", "feet", "foot", "'", "′")
    after, following = place.word(place.last), place.word(place.last + 1)
    ends = after == ")" or (after in ("", ".") and place.last + 2 >= len(place.tokens))
    converts = after == "(" and following[:1].isdigit()
    return feet or ends or converts or after in listed("dimension") - {"or"} or (after == "of" and following in listed("fallen"))


def _inch_mark(place: Place) -> bool:
    """A straight quotation mark is a mark of inches unless it closes or opens quoted words."""
    open_marks = sum(word in ('"', "“", "”") for word in place.tokens.words[max(0, place.number - 10 * AROUND) : place.number])
    after_number = place.number > 0 and place.tokens.kinds[place.number - 1] != "p"
    return after_number and open_marks % 2 == 0 and (_glued(place) or place.glued_on != "w")


def _foot_mark(place: Place) -> bool:
    """An apostrophe is a mark of feet only before inches, marked as such or small enough, or a dimension: 6'2\", 5'10, 6' tall."""
    inches = place.word(place.last)
    if _glued(place) and inches in listed("dimension") - {"or"}:
        return True
    small = len(place.digits) == 1 and inches.isdecimal() and int(inches) < 12
    return _glued(place) and place.glued_on == "d" and (small or place.word(place.last + 1) in ('"', "'", "″"))


def _ordinal(place: Place) -> bool:
    """Whether "second" belongs to "twenty-second" or "10 second-half goals" and not to "one second", "30-second" or "2.5 second"."""
    if place.word(place.last) == "-" and place.glued_on:
        return True
    return place.first == place.number and place.word(place.number - 1) not in listed("one") and "." not in place.digits


def _no_time_of_day(place: Place) -> bool:
    """Whether digits before "pm" or "am" have decimals that are no minutes: "2.1 pm", not "2.15 pm"."""
    return len(place.digits.partition(".")[2]) in (1, 3)


def _margin_of_votes(place: Place) -> bool:
    """Whether points with decimals are a lead: "2.3 points ahead", "leads by 2.3 points"; tables of a league know whole points only."""
    before = place.tokens.words[max(0, place.number_start - AHEAD) : place.number_start]
    return "." in place.digits and (place.word(place.last) in listed("lead") or not listed("lead").isdisjoint(before))


def _clocked(place: Place) -> bool:
    """Whether "s" is seconds: after decimals ("9.58s") and after minutes ("2min 30s"), not in "1990s" and "the 80s"."""
    return "." in place.digits or place.word(place.number - 2) in ("min", "mins", "m", "minute", "minutes", "h")


def _military_clock(place: Place) -> bool:
    """The hours of "at 1830 hours"."""
    digits = place.digits
    time = len(digits) == 4 and digits.isdecimal() and int(digits) < 2400 and int(digits[2:]) < 60
    return time and place.word(place.number_start - 1) in listed("clock word")


def _clock(place: Place) -> bool:
    """The h of "14h30"."""
    return place.glued_on == "d"


def _rise(place: Place) -> bool:
    """A difference of temperatures: "by 2C", "warmed 1.2 C", "a rise of 3 C", "2C above average"; never "rose to 30 C"."""
    if _words_stand("warmer", place):
        return True
    start = place.number_start
    for at in range(start - 1, max(-1, start - 1 - NUMBER), -1):
        word = place.word(at)
        if word in listed("rise word") or (word == "of" and place.word(at - 1) in listed("rise noun")):
            return True
        if word in listed("no rise") and not (word == "to" and place.word(at - 1) == "up"):
            return False
    return False


def _ordinal_letters(place: Place) -> bool:
    """The st of "21st", not that of "9st 4lb" and "12st"."""
    return not _glued(place) or (place.digits.endswith("1") and not (place.digits.endswith("11") and place.word(place.last).isdecimal()))


def _multiple(place: Place) -> bool:
    """The x of "3x", not that of "4x4" and "2 x 5"."""
    return _glued(place) and not place.glued_on


def _pence(place: Place) -> bool:
    return _glued(place) and place.digits not in listed("resolution")


def _scale_behind(place: Place) -> bool:
    """Whether a code in front of its amount has a scale word behind it: "N500 billion", "COP 28 million", not "N95" and "COP 28"."""
    return place.first >= place.number or place.word(place.last + 1) in listed("scale")


def _temperature_told(place: Place) -> bool:
    """A lower-case "c" or "f" needs a word for temperature in the sentence; their capitals do not."""
    return place.tokens.surface(place.first, place.last).isupper() or _words_stand("temperature", place)


def _rand_amount(place: Place) -> bool:
    """The R of "R500" and "R1.5 billion", not that of "R2" and "R134a"."""
    if place.first >= place.number or place.glued_on != "d":
        return False
    number, suffix = place.word(place.last), place.word(place.last + 1)
    if suffix in listed("scale"):
        return True
    glued = place.last + 1 < len(place.tokens) and place.tokens.touches(place.last + 1) and (suffix.isalpha() or suffix == "-")
    return len(number) > 2 and not glued


_SHAPES: dict[str, Callable[[Place], bool]] = {
    "glued": _glued,
    "spaced": lambda place: not _glued(place),
    "spelled": lambda place: not place.digits,
    "one point": lambda place: place.word(place.number - 1) == "one",
    "scaled": _scaled,
    "hundreds": _hundreds,
    "grouped": _grouped,
    "amount": _amount,
    "money before": _money_before,
    "money in sentence": _money_in_sentence,
    "several ahead": _several_ahead,
    "noun next": _noun_next,
    "word glued on": lambda place: place.glued_on == "w",
    "slash next": lambda place: place.word(place.last) == "/",
    "inches": _inches,
    "inch mark": _inch_mark,
    "foot mark": _foot_mark,
    "ordinal": _ordinal,
    "clocked": _clocked,
    "margin of votes": _margin_of_votes,
    "no time of day": _no_time_of_day,
    "military clock": _military_clock,
    "clock": _clock,
    "rise": _rise,
    "ordinal letters": _ordinal_letters,
    "multiple": _multiple,
    "pence": _pence,
    "rand amount": _rand_amount,
    "scale behind": _scale_behind,
    "temperature told": _temperature_told,
}
_SENSES: dict[str, list[tuple[frozenset[str], str, str]]] = {}
for _row in table("unit_senses"):
    _SENSES.setdefault(_row["unit"], []).append((frozenset(cell_words(_row["wordings"])), _row["cue"], _row["sense"]))
AMBIGUOUS = _SENSES.keys()
"""The units and currencies some of whose wordings mean another, or nothing, elsewhere."""


def sense(place: Place, name: str) -> str:
    """The name of the unit or currency that a wording of `name` means where it stands, "" where it is none."""
    senses = _SENSES.get(name)
    if senses:
        wording = place.tokens.surface(place.first, place.last).lower()
        for wordings, cue, meant in senses:
            if (not wordings or wording in wordings) and holds(cue, place):
                return meant
    return name
