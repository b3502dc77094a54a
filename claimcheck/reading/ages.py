"""Ages: numbers whose unit is understood from how they stand."""

from __future__ import annotations

from claimcheck.reading import nouns, places
from claimcheck.reading.lemmas import singular
from claimcheck.reading.number_words import WORTH, letter_of
from claimcheck.reading.parts import Part
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

OLDEST = 125
"""Years; the oldest age on record is 122 (Jeanne Calment, INED 1997)."""

_UNITS = ("year", "month", "week", "day")
_OLD = word_set("old")
_YOUNGER = word_set("younger and older")
_YEARS_OLD = word_set("short for years old")
_JOINTS = word_set("between age and number")
_CHILDREN = word_set("person of an age")
_PEOPLE = word_set("people of an age")
_AGE = word_set("age")
_CALENDAR = word_set("calendar")
_BOUNDS = word_set("bounds of an age")
_AFTER_NAME = word_set("after an age behind a name")
_AFTER_AGE = word_set("after an age that is said")
_PRONOUNS = word_set("person of an age in a pronoun")
_EXTREMES = word_set("oldest and youngest")
_DONE_AT = word_set("done at an age")
_PAIRS = word_set("people whose ages are listed")
_HARMED = word_set("harm to people")
_PERSONS = frozenset(row["noun"] for row in table("people")) | {"person"}
_LIMITS = ("over", "under")
_AFTER_LIMIT = (".", ",", ";", "and", "or", ")", "when", "—", "–", "-")
_COUNTS = "uetd"
"""The letters that number words before "are under 18" end in."""
_ELDERLY = 100
_SUFFIXES = ("sr", "jr")
_AHEAD = 30
"""Tokens before a number in which the youngest or oldest is spoken of."""
_NEAR = 8
"""Tokens before "ranged from" in which ages are spoken of."""
_GROWN = 12
"""Years from which "raise the pension age to N" speaks of ages."""
_INFANTS = ("toddler", "baby", "infant")
_BEFORE_AGE = ("not", "even", "only", "just", "now", "still", "almost", "nearly", "about")
_BORN_TOGETHER = ("twins", "triplets", "quadruplets")
_AFTER_SOMEBODY = ("and", "is", "was", "are", "were", "has", "had", "who", "said", "says", "died")
_ARTICLES = frozenset(("a", "an", "one", "another", "the"))
_SINGLE = _PERSONS - word_set("group of people") - word_set("crowd of people") - word_set("no single person")
"""Nouns of one person: "a teacher of 45" tells an age, "a crew of 19" does not."""
_PROFESSIONS = _SINGLE | {row["word"] for row in table("speakers") if row["kind"] == "person"}
_OF_A_TRADE, _NO_TRADE = ("ist", "ian", "man", "woman", "er", "or"), word_set("ends like a trade")
"""Endings of the nouns of people by their trade: "an electrician of 29", not "a loan of 29"."""
_NOBODY = word_set("no person before a number")
_NO_NAME = word_set("no person beside a name") | word_set("what firms are called") | word_set("no last name")
_POSSESSIVE = ("'", "’", "'s", "’s")
_ADULT = 18
_INFANT = 3
"""Up to this age "the boy, 2," is as likely a count."""


def read_age(tokens: Tokens, part: Part) -> None:
    """ "77-year-old", "66 years old", "aged 25", "Smith, 66," and "he was 23"."""
    if part.kind == "duration" and part.unit in _UNITS:
        _read_years_old(tokens, part)
        return
    value = part.single if part.bare else None
    if value is None or not 0 < value <= OLDEST or part.number.scaled or value != value.to_integral_value():
        return
    after = tokens.words[part.last] if part.last < len(tokens) else "."
    if after in _YEARS_OLD:
        part.last += 1
    elif _is_a_share(part, after) or not (_age_cue(tokens, part, after) or _is_stated(tokens, part, after)):
        return
    part.kind, part.unit = "age", "year"


def _is_a_share(part: Part, after: str) -> bool:
    """The one of "below school age, one in five"."""
    return part.single == 1 and after in ("in", "out")


def _is_stated(tokens: Tokens, part: Part, after: str) -> bool:
    """Whether the place of a number makes it somebody's age."""
    if (part.hedged_after and tokens.words[part.last - 1] in _YOUNGER) or _is_limit(tokens, part, after):
        return True
    if part.number.form == "words":
        if part.single is not None and part.single > _INFANT and _is_of_him(tokens, part, after):
            return True
        return _is_said_of_extreme(tokens, part, after) or (_is_young(part) and _is_listed(tokens, part))
    digits = part.number.form == "digits"
    return digits and (_behind_name(tokens, part, after) or _is_said(tokens, part, after) or _is_listed(tokens, part))


def _is_young(part: Part) -> bool:
    """Whether a number in words may be a child's age in a list: the five and nine of "two cousins, five and nine, were saved"."""
    return part.single is not None and _INFANT - 2 < part.single < _ADULT


def _is_limit(tokens: Tokens, part: Part, after: str) -> bool:
    """The 60 of "nine hikers got lost, all of them over 60", the 16 of "Twelve are under 16", the 15 of "and 31 of these under 15"."""
    words, at = tokens.words, part.first - 2
    if at < 1 or words[at + 1] not in _LIMITS or part.single is None or not _INFANT < part.single <= _ELDERLY:
        return False
    if after not in _AFTER_LIMIT:
        return False
    if words[at] in ("them", "whom", "these", "those") and words[at - 1] == "of":
        return any(singular(word) in _PERSONS or word in _HARMED or word in _LIMITS for word in words[max(0, at - _AHEAD) : at])
    numbered = tokens.kinds[at - 1] == "d" or letter_of(words[at - 1]) in _COUNTS
    return words[at] in ("are", "were") and part.single >= _GROWN and numbered


def _read_years_old(tokens: Tokens, part: Part) -> None:
    """The "old" of "66 years old" and the "of age" of "18 years of age"."""
    words, at = tokens.words, part.last
    if words[at : at + 1] == ("-",):
        at += 1
    if words[at : at + 1] != () and words[at] in _OLD:
        part.kind, part.last = "age", at + 1
    elif words[at : at + 2] == ("of", "age"):
        part.kind, part.last = "age", at + 2


def _age_cue(tokens: Tokens, part: Part, after: str) -> bool:
    """ "aged 25", "at the age of 40", "raise the pension age to 65", "people under 25", "a boy of nine"."""
    words, at = tokens.words, part.first - 1
    while at >= 0 and words[at] in _JOINTS:
        at -= 1
    if at < 0 or nouns.after(tokens, part.last) is not None:
        return False
    if words[at] in _AGE or (words[part.first - 1] == "than" and words[part.first - 2] in _YOUNGER):
        return True
    if words[part.first - 1] == "of" and at == part.first - 2 and _is_somebody(tokens, part, after):
        return True
    if at == part.first - 2 and words[at + 1] in _BOUNDS:
        return words[at] in _CHILDREN or (words[at + 1] != "of" and words[at] in _PEOPLE)
    if words[part.first - 1] == "from" and words[part.first - 2] in ("range", "ranged", "ranging", "ranges"):
        return not _AGE.isdisjoint(words[max(0, at - _NEAR) : part.first])
    grown = part.single is not None and part.single >= _GROWN
    return (
        grown and words[part.first - 1] in ("to", "at") and "age" in words[max(0, at - 8) : at + 1] and after not in ("%", "percent", "per")
    )


def _is_somebody(tokens: Tokens, part: Part, after: str) -> bool:
    """Whether "of 63" is an age: "a ferryman of 58,", "a couple of 68 and 70"."""
    words, at = tokens.words, part.first - 2
    if part.number.form != "digits" or part.single is None or not _GROWN < part.single <= _ELDERLY:
        return False
    if after not in _AFTER_AGE and after not in _AFTER_SOMEBODY:
        return False
    if words[at] in ("couple", "pair"):
        return True
    single = words[at] in _SINGLE or words[at].endswith(("man", "woman"))
    return (single and not _ARTICLES.isdisjoint(words[max(0, at - 3) : at])) or _describes_a_name(tokens, at)


def _describes_a_name(tokens: Tokens, noun: int) -> bool:
    """Whether a noun stands beside a full name: the electrician of "Ivo Brandt, an electrician of 29"."""
    article = next((at for at in (noun - 1, noun - 2) if at > 2 and tokens.words[at] in ("a", "an")), None)
    return (
        (tokens.words[noun] in _PROFESSIONS or (tokens.words[noun].endswith(_OF_A_TRADE) and tokens.words[noun] not in _NO_TRADE))
        and article is not None
        and tokens.words[article - 1] == ","
        and tokens.capital(article - 2)
        and tokens.capital(article - 3)
    )


def _behind_name(tokens: Tokens, part: Part, after: str) -> bool:
    """The 66 of "Anna Weiss, 66, said", of "Karl Weiss Jr., 66, said" and of "his sisters, both 14, said"."""
    words, first = tokens.words, part.first
    if first < 2 or after not in _AFTER_NAME or (after == "of" and not tokens.capital(min(part.last + 1, len(tokens) - 1))):
        return False
    if after in ("-", "—", "–") and tokens.touches(part.last):
        return False
    if words[first - 1] == "both" or (words[first - 1] == "," and words[first - 2] in _BORN_TOGETHER and after == ","):
        return words[first - 1] == "," or words[first - 2] == ","
    name = first - 3 if words[first - 1] == "now" and first > 2 else first - 2
    if words[name + 1] not in (",", "("):
        return False
    if words[name] == "." and name > 0 and words[name - 1] in _SUFFIXES:
        name -= 1
    if tokens.kinds[name] != "w" or words[name] in _CALENDAR or _names_a_group(tokens, name):
        return False
    common = nouns.is_plural(words[name]) or nouns.is_function_word(words[name])
    older = part.single is not None and part.single > _INFANT and words[name] not in _NOBODY
    return tokens.capital(name) or (after in (",", ")") and (words[name] in _INFANTS or (older and not common)))


def _names_a_group(tokens: Tokens, last: int) -> bool:
    """Whether a name is a body's or a party's: the Labor Union of "the Labor Union, 39,", the Greens; not "the German, 28,"."""
    first = last
    while first > 0 and tokens.words[first] != "the" and (tokens.capital(first) or tokens.words[first] in _POSSESSIVE):
        first -= 1
    long = last - first > 1 or nouns.is_plural(tokens.words[last])
    return tokens.capital(last) and tokens.words[first] == "the" and long and singular(tokens.words[last]) not in _PERSONS


def _is_said(tokens: Tokens, part: Part, after: str) -> bool:
    """The 23 of "when he was 23" and of "the oldest guest, Ada Moss, was 91."."""
    words, at = tokens.words, part.first - 1
    while at > 0 and words[at] in _BEFORE_AGE:
        at -= 1
    if at < 1 or after not in _AFTER_AGE:
        return False
    if words[at] in ("are", "were"):
        return words[at - 1] in _PAIRS and after in (",", "and")
    if words[at] == "and" and words[at + 1] == "now":
        return "born" in words[max(0, at - _AHEAD) : at]
    if words[at] in ("turned", "turns", "turning"):
        return True
    if words[at] == "be" and at >= 2 and words[at - 1] in ("will", "would", "to"):
        return words[at - 2] in _PRONOUNS or (tokens.kinds[at - 2] == "w" and tokens.capital(at - 2) and after in (".", ",", "when", "by"))
    if words[at] not in ("was", "is", "am", "'s", "’s"):
        return False
    if words[at - 1] in _PRONOUNS:
        return True
    before = words[max(0, at - _AHEAD) : at]
    older = part.single is not None and part.single > _INFANT
    if (older and not _EXTREMES.isdisjoint(before)) or (words[at - 1] == "and" and not _PRONOUNS.isdisjoint(before)):
        return True
    named = next(
        (end for end in (at - 2, 1) if end > 0 and words[end + 1] == "," and tokens.capital(end) and tokens.capital(end - 1)), None
    )
    return named is not None and words[at - 1] == "," and after in (".", "when", "and")


def _is_of_him(tokens: Tokens, part: Part, after: str) -> bool:
    """The seven of "He is seven."."""
    before = tokens.words[max(0, part.first - 2) : part.first]
    return len(before) == 2 and before[0] in ("he", "she") and before[1] in ("is", "was") and after in (".", ",", ";", "and", "when")


def _is_said_of_extreme(tokens: Tokens, part: Part, after: str) -> bool:
    """The four of "The youngest was four."."""
    before = tokens.words[max(0, part.first - 5) : part.first]
    return after in (".", ",", ";") and before[-1:] in (("was",), ("is",)) and not _EXTREMES.isdisjoint(before)


def _is_listed(tokens: Tokens, part: Part) -> bool:
    """The 31 and the 28 of "Two men, 31 and 28, were charged", the 82 of "At 82, he still paints" and of "died at 82"."""
    words, first = tokens.words, part.first
    if first == 0:
        return False
    if words[first - 1] == "at" and words[part.last : part.last + 1] in ((), (",",), (".",), ("in",), ("on",)):
        return _is_of_the_next(tokens, part) if first == 1 else words[first - 2] in _DONE_AT
    if not _lists(tokens, first - 1):
        return False
    at, begin = first - 1, max(0, first - _AHEAD)
    while at > begin and _lists(tokens, at):
        at -= 1
    end, stop = part.last, min(len(tokens), part.last + _AHEAD)
    while end < stop and _lists(tokens, end):
        end += 1
    listed = words[at + 1 : end]
    if words[at] not in _PEOPLE and words[at] not in _PAIRS and not _are_as_many(tokens, at, listed):
        return False
    while listed[-1:] == ("and",):
        listed = listed[:-1]
    closed = listed[-1:] == (",",) or (words[end : end + 1] in ((".",), (), (";",)) and words[at] in _PAIRS)
    return listed[:1] == (",",) and closed and "and" in listed


def _is_of_the_next(tokens: Tokens, part: Part) -> bool:
    """Whether the "At 82," that opens a sentence stands before a person: "At 82, he still paints", "At 19, Ana Ruiz is the youngest"."""
    behind = part.last + 1
    full = behind + 1 < len(tokens) and all(tokens.kinds[at] == "w" and tokens.capital(at) for at in (behind, behind + 1))
    person = full and tokens.words[part.last] == "," and _NO_NAME.isdisjoint(tokens.words[behind : behind + 3])
    if (
        person
        and places.canonical(tokens.surface(behind, behind + 2)) is None
        and places.demonym(tokens.surface(behind, behind + 1)) is None
    ):
        return True
    return tokens.words[behind : behind + 1] in (("he",), ("she",))


def _are_as_many(tokens: Tokens, at: int, listed: tuple[str, ...]) -> bool:
    """Whether as many numbers are listed as people were counted: "two passengers, 30 and 33,"."""
    if at == 0 or singular(tokens.words[at]) not in _PERSONS:
        return False
    numbers = sum(word not in (",", "and") for word in listed)
    before = tokens.words[at - 1]
    return numbers > 1 and (before == str(numbers) or WORTH.get(before) == numbers)


def _lists(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    return tokens.kinds[at] == "d" or word in (",", "and") or letter_of(word) in _COUNTS
