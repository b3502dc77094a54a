"""The words of time as letters: one letter per token, so that a wording of time is a short pattern over letters.

"April 9, 2023" is `MD,Y`, "the first three months of" `hRnUO`. The vocabulary is calendar.csv; the letter of each of its classes is below.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import repeat

from claimcheck.reading.calendar import EARLIEST, Stretch
from claimcheck.reading.frozen import frozen
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

_CLASSES = {
    "month": "M", "month name": "m", "weekday": "W", "weekday short": "w", "season": "S", "part of day": "p", "day word": "d",
    "night word": "v", "unit": "U", "weekend": "V", "quarter": "Q", "half": "H", "century": "C", "hours": "u", "same period": "P",
    "decade word": "A", "ordinal": "R", "ordinal suffix": "o", "vague number": "N", "plural s": "Z", "quarter letter": "q",
    "year letters": "G", "fiscal": "F", "last": "l", "this": "t", "next": "x", "that": "y", "same": "c", "ago": "g", "earlier": "e",
    "later": "f", "before": "K", "after": "L", "part": "E", "start": "b", "middle": "b", "end": "b", "ended": "j", "on": "z", "into": "I",
    "from": "r", "to": "T", "of": "O", "in": "i", "then": "B", "and": "&", "the": "h", "a": "a", "whole": "k",
}  # fmt: skip
"""Besides: D number that can be a day, Y number that can be a year, n other number, s possessive; marks stand for themselves."""
_STARTS = frozenset("MmWSUVQHCuAZvdYqGFpB")
_SIGHT = 12
"""Tokens looked back over for a word that governs a time."""
NOWHERE = Stretch(None, None, "unknown")


@cache
def _vocabulary() -> tuple[dict[str, str], dict[str, str]]:
    """Letter and meaning of every word the grammar knows."""
    letters, meanings = {"00": "n"}, {}
    letters |= {f"0{number}": "D" for number in range(1, 10)}
    letters |= {str(number): "D" if number < 32 else "n" for number in range(1, 1000)}
    letters |= {str(number): "Y" for number in range(EARLIEST.year, 2101)}
    for row in table("numerals"):
        if row["role"] in ("unit", "teen", "ten"):
            letters[row["word"]], meanings[row["word"]] = "n", row["value"]
    for row in table("calendar"):
        letters[row["wording"]], meanings[row["wording"]] = _CLASSES[row["class"]], row["value"]
    letters |= {mark: mark for mark in ",.-/'"} | {"–": "-", "’": "'", "'s": "s", "’s": "s"}
    return letters, meanings


@cache
def _starts() -> frozenset[str]:
    return frozenset(word for word, letter in _vocabulary()[0].items() if letter in _STARTS)


@cache
def cues(use: str) -> frozenset[str]:
    """The words of time_cues.csv with that use."""
    return frozenset(row["wording"] for row in table("time_cues") if row["use"] == use)


@cache
def _puts_down() -> frozenset[str]:
    return word_set("called or put off for a day")


@cache
def _ahead() -> Phrases[str]:
    return Phrases((wording, "ahead") for wording in cues("ahead"))


@cache
def roles() -> Phrases[str]:
    """The prepositions of time and their senses."""
    return Phrases((row["wording"], row["role"]) for row in table("time_roles"))


@frozen(eq=False)
class Reading:
    """A sentence under the grammar.

    `published` is the day of publication, `anchor` the time named before, `year` that of a date joined to the one being read; `told` is the
    time named in the sentence before, which "that night" may mean.
    """

    tokens: Tokens
    letters: str
    published: date | None
    anchor: Stretch = NOWHERE
    year: int | None = None
    told: Stretch = NOWHERE

    def meaning(self, index: int) -> str:
        """What calendar.csv says of a token; the word itself where it says nothing."""
        word = self.tokens.words[index]
        return _vocabulary()[1].get(word) or word

    def number(self, index: int) -> int:
        """The token's number: of a month, a weekday, or as written."""
        return int(self.meaning(index))

    def at(self, letters: str, first: int, last: int) -> list[int]:
        """The tokens from first to last that carry one of these letters."""
        return [index for index in range(first, last) if self.letters[index] in letters]

    def amount(self, first: int, last: int) -> float | None:
        """The number words among tokens first..last ("a", "two and a half", "twenty-two"); None where they are vague."""
        total = 0.0
        for index in range(first, last):
            letter = self.letters[index]
            if letter in "DnN":
                if not self.meaning(index).isdigit():
                    return None
                total += self.number(index)
            elif letter == "H":
                total += 0.5
            elif letter == "a" and self.letters[index + 1] not in "HN" and self.letters[index - 1 : index] != "H":
                total += 1
        return total or None

    def looks_ahead(self, first: int) -> bool:
        """Whether the words before a time, back to the last mark, speak of the future."""
        words = self.tokens.words
        for index in range(first - 1, max(-1, first - _SIGHT), -1):
            if words[index] in (";", ":", ",", "—"):
                return False
            if _ahead().at(self.tokens, index) and words[index - 1 : index] not in (("had",), ("have",)):
                return True
        return False

    def is_put_down_for(self, first: int) -> bool:
        """Whether something was called or put off for a time: "called an election for", "postponed until"; not what had been."""
        words = self.tokens.words
        if words[first - 1 : first] not in (("for",), ("until",), ("to",)):
            return False
        for index in range(first - 2, max(-1, first - _SIGHT), -1):
            if words[index] in (";", ":", ",", "—"):
                return False
            if words[index] in _puts_down():
                return "had" not in words[max(0, index - 2) : index]
        return False


@frozen(eq=False)
class Named:
    """What a wording names: its days, the claim it makes (value, kind, and the tokens that state it), and a weekday stated with it.

    `first` and `last` are set where these are not the bounds of the whole wording: "2014-18" names two years.
    """

    days: Stretch
    value: str | None = None
    kind: str | None = None
    stated: tuple[int, int] | None = None
    weekday: int | None = None
    first: int | None = None
    last: int | None = None


def may_hold_time(tokens: Tokens) -> bool:
    """Whether any word of a sentence can belong to a time."""
    return not _starts().isdisjoint(tokens.words)


def read(tokens: Tokens, published: date | None, told: Stretch = NOWHERE) -> Reading:
    """A sentence as letters."""
    known = _vocabulary()[0]
    letters = "".join(map(known.get, tokens.words, repeat("_")))
    return Reading(tokens, _months_settled(tokens, letters) if "m" in letters else letters, published, told=told)


def _months_settled(tokens: Tokens, letters: str) -> str:
    """The letters with those month words settled that are names and verbs too: "may", "march", "April"."""
    settled = list(letters)
    for index in [i for i, letter in enumerate(letters) if letter == "m"]:
        settled[index] = "M" if _is_month(tokens, letters, index) else "_"
    return "".join(settled)


def _is_month(tokens: Tokens, letters: str, index: int) -> bool:
    before, after = letters[index - 1 : index], letters[index + 1 : index + 3]
    if not tokens.capital(index):
        return tokens.words[index] not in ("may", "march", "mar") and (before in tuple("Do") or after[:1] in tuple("DY"))
    if after in ("-a", "-_"):
        return False
    if after[:1] in tuple("DYsx") or after in (".D", ".Y", ",Y", "-M", "-m", "&M", "&m") or before in tuple("DoEltxibj-"):
        return True
    named = index + 1 < len(tokens) and tokens.kinds[index + 1] == "w" and tokens.capital(index + 1)
    if before == "h":
        return not named and (tokens.words[index + 1 : index + 2] or ("",))[0] not in ("on", "for", "of", "to", "against")
    if before == "&":
        return index > 1 and letters[index - 2] in "Mm"
    return not named and (before in ("T", "r") or roles().before(tokens, index) is not None)
