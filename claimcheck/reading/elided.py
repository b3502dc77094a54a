"""Nouns and units a number leaves out because the sentence gave them before: "and 90 wounded", "the number of victims rose to 55"."""

from __future__ import annotations

from claimcheck.reading import nouns, units
from claimcheck.reading.number_words import letter_of
from claimcheck.reading.parts import Part
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

_ELIDED_AFTER = word_set("after an elided noun")
_NO_ELISION_AFTER = word_set("before a number of its own")
_HARM = word_set("harm to people")
_STATES_AS_NOUNS = word_set("states told as nouns")
_ARTICLES = ("the", "those", "these", "all", "its", "their")
_COPULAS = ("were", "was", "are", "is")
_HARMED = frozenset(row["noun"] for row in table("people")) | {"person"} | word_set("animals")
"""What is killed and hurt is never the thing that did it: "three buses crashed, injuring 14"."""
_COUNTING = word_set("nouns of counting")
_FRONTED = Phrases((f"{word} of", True) for word in _COUNTING)
_LEVEL = word_set("before the level of a number")
_COMPARING = (("compared", "to"), ("out", "of"), ("opposed", "to"), ("relative", "to"))
_PERCENTAGE = ("percentage", "percent", "cent", "percents")
_CLOSING = (")", "]")
_FRONT_JOINTS = _LEVEL | {":", ")", "=", "of"}
_FRONT = 12
"""Tokens in which a fronted unit in brackets ends before its number."""
_WHOLES = (("of",), ("among",))
"""Before a whole whose parts follow: "of 40 pupils, 12 passed"."""


def read(tokens: Tokens, part: Part, counted: Part | None, fronted: list[nouns.Noun]) -> None:
    """The noun or unit that a bare number leaves out, where the sentence gave it before."""
    if part.number.form == "fraction" or _has_fronted_unit(tokens, part):
        return
    if _is_percentage_of(tokens, part.first):
        part.kind, part.unit = "percent", "percent"
        return
    if fronted and tokens.words[part.first - 1] in _LEVEL:
        part.kind, part.unit, part.counted, part.noun = "count", "count", fronted[-1].lemma, fronted[-1].phrase(tokens)
    elif counted is not None and _elides(tokens, part, counted):
        part.take_unit(counted)
    elif _counts_a_state(tokens, part):
        part.kind, part.unit, part.counted, part.noun = "count", "count", tokens.words[part.last], None


def _counts_a_state(tokens: Tokens, part: Part) -> bool:
    """Whether people are counted by their state alone: "the 26 injured", "88 dead, 640 injured"; not the verb of "and 26 injured"."""
    words, first = tokens.words, part.first
    if words[part.last : part.last + 1] == () or words[part.last] not in _STATES_AS_NOUNS or first == 0:
        return False
    return words[first - 1] in _ARTICLES or (words[first - 1] in (",", "and") and words[max(0, first - 2)] in _STATES_AS_NOUNS)


def _is_percentage_of(tokens: Tokens, at: int) -> bool:
    """Whether "a percentage of" stands before a number, not the "30 percent of" that names a whole."""
    words = tokens.words
    if at < 2 or words[at - 1] != "of" or words[at - 2] not in _PERCENTAGE:
        return False
    before = at - 3 - (words[at - 2] == "cent")
    return before < 0 or not (tokens.kinds[before] == "d" or letter_of(words[before]) in "uethsfN½d")


def fronted_nouns(tokens: Tokens) -> list[nouns.Noun]:
    """The nouns of "the number of cars sold rose to 55", in text order."""
    starts = [match[0] for at, word in enumerate(tokens.words) if word in _COUNTING and (match := _FRONTED.at(tokens, at))]
    found = [nouns.after(tokens, start) for start in starts]
    return [noun for noun in found if noun is not None]


def _elides(tokens: Tokens, part: Part, counted: Part) -> bool:
    """Whether a bare number stands where a noun is left out: "and 90 wounded", "including 12 from Leeds", not "a town of 12,000"."""
    value = part.single
    if value is not None and value != value.to_integral_value() and not part.number.scaled and _is_whole(counted):
        return False
    if tokens.words[part.first - 1] in _NO_ELISION_AFTER and not _stands_like(tokens, part, counted):
        return False
    if counted.counted not in _HARMED and _is_harmed(tokens, part):
        return False
    behind = tokens.words[part.first - 1] == "," and counted.last == part.first - 1
    if behind and tokens.words[counted.first - 1 : counted.first] in _WHOLES:
        return True
    after = tokens.words[part.last] if part.last < len(tokens) else "."
    return (
        after in _ELIDED_AFTER
        or after.endswith("ly")
        or nouns.is_function_word(after)
        or (tokens.kinds[part.last : part.last + 1] or "p") == "p"
    )


def _is_harmed(tokens: Tokens, part: Part) -> bool:
    """Whether a number tells the killed or injured: "injuring 14", "14 were hurt", "and 14 injured"."""
    words, at = tokens.words, part.last
    at += words[at : at + 1] != () and words[at] in _COPULAS
    return words[part.first - 1] in _HARM or (words[at : at + 1] != () and words[at] in _HARM)


def _stands_like(tokens: Tokens, part: Part, counted: Part) -> bool:
    """Whether a number behind a preposition repeats a noun all the same: "compared to 88", "at 2,010 points ... at 1,990"."""
    before = tokens.words[max(0, part.first - 2) : part.first]
    if before in _COMPARING:
        return True
    return before[-1] != "of" and counted.first > 0 and tokens.words[counted.first - 1] == before[-1]


def _has_fronted_unit(tokens: Tokens, part: Part) -> bool:
    """Set the unit that stands alone in brackets before a number: "Mean age (years) was 41.2", "Milk (euros per litre): 1.10"."""
    start = max(0, part.first - _FRONT)
    window = tokens.words[start : part.first]
    if "(" not in window or window[-1] not in _FRONT_JOINTS:
        return False
    opening = start + len(window) - 1 - window[::-1].index("(")
    closing = next((at for at in range(opening, part.first) if tokens.words[at] in _CLOSING), None)
    if closing is None:
        return False
    start = opening + 1 + (tokens.words[opening + 1] == "in")
    name = tokens.text[tokens.starts[start] : tokens.ends[closing - 1]] if closing > start else ""
    unit = units.named(name) if name and not name[-1:].isdigit() else None
    if unit is None:
        return False
    part.kind, part.unit = unit.kind, unit.name
    return True


def _is_whole(part: Part) -> bool:
    """Whether a count is a whole number, as counts of things are."""
    return part.single is None or part.single == part.single.to_integral_value()
