"""Numbers that count and measure nothing: names, models, addresses, scores, versions, phone and list numbers."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.reading import nouns
from claimcheck.reading.numerals import Numeral
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens, cut
from claimcheck.vocabulary import table, word_set

_ROLES: dict[str, list[str]] = {}
for _row in table("designators"):
    _ROLES.setdefault(_row["role"], []).append(_row["word"])
_ALWAYS = Phrases((word, True) for word in _ROLES["always"])
_CAPITAL = Phrases((word, True) for word in _ROLES["capital"])
_INDEX = Phrases((word, True) for word in _ROLES["index"])
_STREET = frozenset(_ROLES["street"])
_IDIOMS = Phrases((row["wording"], True) for row in table("idioms"))
_IDIOM_STARTS = frozenset(cut(row["wording"]).words[0] for row in table("idioms"))
_MONTHS = word_set("months")
_BEFORE_HYPHEN = word_set("before a hyphen")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|[@#]\w+")
_CONTEST = word_set("contest")
_NOT_A_NAME = word_set("not a name")


def blocked(tokens: Tokens) -> list[tuple[int, int]]:
    """Token ranges no number is read in: addresses of the web, idioms, phone numbers and other identifiers.

    >>> from claimcheck.reading.tokens import cut
    >>> blocked(cut("It was one of those days"))
    [(2, 4)]
    """
    ranges: list[tuple[int, int]] = []
    words = tokens.words
    for index, word in enumerate(words):
        if word in _IDIOM_STARTS:
            match = _IDIOMS.at(tokens, index)
            if match is not None:
                ranges.append((index, match[0]))
    begin, end = (tokens.starts[0], tokens.ends[-1]) if words else (0, 0)
    if "@" in words or "/" in words or "www" in words or "#" in words:
        for found in _ADDRESS.finditer(tokens.text, begin, end):
            ranges.append(_token_range(tokens, found.start(), found.end()))
    ranges.extend(_identifiers(tokens))
    return ranges


def _token_range(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    inside = [i for i in range(len(tokens)) if tokens.starts[i] < end and tokens.ends[i] > start]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _identifiers(tokens: Tokens) -> list[tuple[int, int]]:
    """Runs of digit groups joined by hyphens, dots, slashes, brackets or single spaces that together are a phone number, ISBN or code."""
    words, kinds, size = tokens.words, tokens.kinds, len(tokens)
    found, at = [], 0
    while at < size:
        if kinds[at] != "d":
            at += 1
            continue
        last, groups, digits, hyphens = at + 1, 1, sum(c.isdigit() for c in words[at]), 0
        while last < size:
            joined = last
            while joined < size and words[joined] in "-–.()/+ " and joined - last < 2:
                joined += 1
            if joined >= size or kinds[joined] != "d" or tokens.starts[joined] - tokens.ends[last - 1] > 3 or "," in words[joined]:
                break
            hyphens += sum(words[i] in "-–/." for i in range(last, joined))
            groups, digits, last = groups + 1, digits + sum(c.isdigit() for c in words[joined]), joined + 1
        start = at
        while start > 0 and words[start - 1] in "(+":
            start -= 1
        plus = start < at and words[start] == "+"
        if _is_identifier(tokens, at, last, groups, digits, hyphens, plus):
            found.append((start, last))
        at = last
    return found


def _is_identifier(tokens: Tokens, first: int, last: int, groups: int, digits: int, hyphens: int, plus: bool) -> bool:
    words = tokens.words
    if plus and digits >= 7:
        return True
    if groups >= 3 and hyphens >= 2 and not any("," in words[i] for i in range(first, last)):
        return True
    sizes = [len(words[i]) for i in range(first, last) if tokens.kinds[i] == "d"]
    thousands = sizes[0] <= 3 and all(size == 3 for size in sizes[1:])
    if groups >= 2 and digits >= 7 and not thousands and not any("," in words[i] or "." in words[i] for i in range(first, last)):
        return hyphens > 0 or groups >= 3 or words[first - 1 if first else 0] in "(+" or (digits >= 9 and sizes[0] != 4)
    return (
        groups == 1
        and digits >= 10
        and "," not in words[first]
        and "." not in words[first]
        and first > 0
        and words[first - 1] in ("number", "call", "is", "at", "phone", ":")
    )


def is_name(tokens: Tokens, number: Numeral, *, counts: bool) -> bool:
    """Whether a numeral is part of a name, an address, an ordinal or another thing that is no quantity.

    `counts` says that a unit, currency or counted noun belongs to it, which only the surest signs overrule.
    """
    first, last = number.first, number.last
    return (
        _glued(tokens, first, last, counts)
        or _named_before(tokens, number, counts)
        or (not counts and (_street(tokens, number) or _model(tokens, number)))
        or _list_mark(tokens, first, last)
        or _titled(tokens, number, counts)
    )


def _glued(tokens: Tokens, first: int, last: int, counts: bool) -> bool:
    """ "G7", "MQ-9", "5G", "COVID-19", "21st", "737s"."""
    words, kinds, size = tokens.words, tokens.kinds, len(tokens)
    if tokens.touches(first):
        before = words[first - 1]
        if kinds[first - 1] == "w" and kinds[first] == "d":
            return not counts or not _money_prefix(before)
        if before in "-–" and first >= 2 and tokens.touches(first - 1) and kinds[first - 2] == "w" and kinds[first] == "d":
            if words[last : last + 1] == ("s",) and tokens.touches(last):
                return True
            return words[first - 2] not in _BEFORE_HYPHEN and not (counts and words[first - 2].islower() and not tokens.capital(first - 2))
        if (
            before in "-–"
            and first >= 2
            and tokens.touches(first - 1)
            and kinds[first - 2] == "w"
            and not tokens.capital(first)
            and not counts
        ):
            return words[first - 2] not in _BEFORE_HYPHEN
        if before in "/." and first >= 2 and tokens.touches(first - 1) and not counts:
            return True
    if last < size and tokens.touches(last) and kinds[last - 1] == "d" and kinds[last] == "w" and not counts:
        return True
    joined = last + 1 < size and words[last] in "-–" and tokens.touches(last) and tokens.touches(last + 1) and kinds[last + 1] == "w"
    return joined and not counts and nouns.after(tokens, last) is None


def _money_prefix(word: str) -> bool:
    return len(word) <= 4


def _named_before(tokens: Tokens, number: Numeral, counts: bool) -> bool:
    """ "Channel 4", "S&P 500", "No. 5", "Boeing 747", "Enigma M4", "PlayStation 5"."""
    first, words = number.first, tokens.words
    if first == 0 or number.scaled or (number.form == "words" and counts):
        return False
    at = first - 1
    if words[at] == "." and at > 0 and words[at - 1] in ("no", "nos", "fig", "art", "sec", "p", "pp", "vol", "ch"):
        return True
    if (
        words[at] == "#"
        or (len(words[first]) >= 3 and not counts and "hotline" in words[max(0, first - 3) : first])
        or (
            len(words[first]) >= 5
            and words[first].isdigit()
            and not counts
            and not _IDENTIFIED.isdisjoint(words[max(0, first - 4) : first])
        )
    ):
        return True
    if _INDEX.before(tokens, first):
        return not counts and tokens.kinds[first] == "d" and "." not in words[first] and "," not in words[first]
    if _list_of_names(tokens, first):
        return True
    always = _ALWAYS.before(tokens, first)
    if always is not None:
        unit_like = words[at] in (
            "kilometer",
            "kilometre",
            "km",
            "track",
            "seat",
            "level",
            "unit",
            "figure",
            "figures",
            "type",
            "area",
            "stage",
            "number",
            "radio",
            "version",
        )
        return not (counts and (unit_like or not tokens.capital(always[0])))
    capital = _CAPITAL.before(tokens, first)
    if capital is not None and tokens.capital(capital[0]) and not counts:
        return True
    return not counts and _capital_name(tokens, number)


_IDENTIFIED = word_set("identifier")


def _list_of_names(tokens: Tokens, first: int) -> bool:
    """The 11 of "Nos. 9 and 11"."""
    words = tokens.words
    return (
        first >= 3
        and words[first - 1] in ("and", "to", "or", ",")
        and tokens.kinds[first - 2] == "d"
        and (
            words[first - 3] in ("nos", "articles", "sections", "pages", "rooms", "chapters", "gates", "numbers", "flights")
            or (words[first - 3] == "." and first >= 4 and words[first - 4] in ("nos", "pp"))
        )
    )


def _capital_name(tokens: Tokens, number: Numeral) -> bool:
    """A bare whole number right after a capitalised word inside a sentence: a name unless the text goes on as a count would."""
    first, last, words = number.first, number.last, tokens.words
    at = first - 1
    if number.form != "digits" or tokens.kinds[at] != "w" or not tokens.capital(at) or words[at] in _MONTHS or words[at] in _NOT_A_NAME:
        return False
    if "," in words[first] or "." in words[first] or len(words[first]) > 4 or at == 0:
        return False
    after = words[last] if last < len(tokens) else "."
    return after not in (
        "killed",
        "injured",
        "wounded",
        "dead",
        "missing",
        "hurt",
        "were",
        "others",
        "more",
        "have",
        "had",
        "%",
        "percent",
        "per",
        "times",
        "-",
    )


def _street(tokens: Tokens, number: Numeral) -> bool:
    """ "1600 Pennsylvania Avenue", "22 Pell Street"."""
    words, last = tokens.words, number.last
    if number.form != "digits" or "," in words[number.first] or "." in words[number.first]:
        return False
    end = last
    while end < len(tokens) and end - last < 3 and tokens.kinds[end] == "w" and tokens.capital(end):
        end += 1
        if words[end - 1] in _STREET and end - last >= 2:
            return True
    return False


def _model(tokens: Tokens, number: Numeral) -> bool:
    """ "787 Dreamliner": bare digits of three or more in front of a capitalised word inside a sentence."""
    first, last = number.first, number.last
    if number.form != "digits" or first == 0 or last >= len(tokens) or not tokens.words[first].isdigit():
        return False
    if tokens.words[last] in ("call", "block") or (tokens.capital(last) and _CAPITAL.at(tokens, last) is not None and not headline(tokens)):
        return True
    if len(tokens.words[first]) < 3:
        return False
    if tokens.kinds[last] != "w" or not tokens.capital(last) or tokens.words[last] in _MONTHS:
        return False
    noun = nouns.after(tokens, last)
    return (noun is None or tokens.capital(noun.head)) and not headline(tokens)


def _list_mark(tokens: Tokens, first: int, last: int) -> bool:
    """ "1. Close the windows", "2) Listen"."""
    if first != 0 or last >= len(tokens) or tokens.kinds[0] != "d" or tokens.words[last] not in (".", ")") or not tokens.touches(last):
        return False
    before = tokens.text[max(0, tokens.starts[0] - 1) : tokens.starts[0]]
    more = tokens.text[tokens.ends[last] : tokens.ends[last] + 2]
    return len(tokens.words[0]) <= 3 and before in ("", "\n") and more.startswith(" ") and bool(more.strip())


def _titled(tokens: Tokens, number: Numeral, counts: bool) -> bool:
    """ "the Chicago Seven", "the Big Ten", "60 Minutes": capitalised inside a sentence that is no headline."""
    first, last = number.first, number.last
    if first == 0:
        return False
    if number.form == "words" and tokens.capital(first) and not number.scaled:
        before = tokens.words[first - 1]
        return not headline(tokens) and before not in ('"', "“", "‘", "'", ":", "—", "–", "-", ".", "…", "(", "•", "?", "!")
    if not counts or number.form != "digits" or last >= len(tokens) or not tokens.capital(last):
        return False
    return tokens.words[last] in ("minutes", "hours", "days", "seconds", "degrees") and not headline(tokens)


def headline(tokens: Tokens) -> bool:
    """Whether a sentence is set in title case, so that capitals tell nothing.

    >>> from claimcheck.reading.tokens import cut
    >>> headline(cut("Twelve Dead After Storm Hits Coast")), headline(cut("Twelve people died in Norfolk."))
    (True, False)
    """
    long = [i for i in range(len(tokens)) if tokens.kinds[i] == "w" and len(tokens.words[i]) > 3]
    return len(long) > 2 and sum(tokens.capital(i) for i in long) >= 0.8 * len(long)


def is_score(tokens: Tokens, a: Numeral, b: Numeral, counts: bool) -> bool:
    """Whether two bare numbers joined by a hyphen are a score, a vote, odds or a designator ("3-1", "won 6-4", "ATR 72-600") and no range.

    `counts` says that a noun follows, which makes rising numbers a range.
    """
    if isinstance(a.value, tuple) or isinstance(b.value, tuple):
        return False
    if a.value >= b.value:
        return True
    if (
        a.first > 1
        and tokens.kinds[a.first - 1] == "w"
        and tokens.capital(a.first - 1)
        and tokens.words[a.first - 1] not in _NOT_A_NAME
        and not headline(tokens)
    ):
        return tokens.words[a.first - 1] not in _MONTHS and not counts
    nearby = tokens.words[max(0, a.first - 6) : a.first] + tokens.words[b.last : b.last + 3]
    return not counts and b.value <= Decimal(200) and any(word in _CONTEST for word in nearby)


def is_pronoun_one(tokens: Tokens, number: Numeral) -> bool:
    """Whether "one" stands for somebody or something instead of counting.

    It counts people, after a verb of harm and in "one in five"; before other nouns ("one lathe", "one account") it is an article.
    """
    first, last, words = number.first, number.last, tokens.words
    if number.form != "words" or number.value != 1 or last - first != 1 or words[first] != "one":
        return False
    after = words[last] if last < len(tokens) else "."
    if after == "in":
        return not (last + 1 < len(tokens) and _is_small(words[last + 1]))
    if after in _COUNTED_BY_ONE:
        return first > 0 and words[first - 1] in ("this", "that", "the", "no", "any", "every", "each", "which")
    return not (first > 0 and words[first - 1] in _HARM)


_COUNTED_BY_ONE = word_set("counted by one")
_HARM = word_set("harm")


def _is_small(word: str) -> bool:
    return word in ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "hundred", "every") or (
        word.isdigit() and len(word) < 4
    )
