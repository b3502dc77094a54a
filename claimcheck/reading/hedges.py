"""Hedges: the words around a number that say how exactly it is meant."""

from __future__ import annotations

from claimcheck.reading.parts import Part
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

_BEFORE = Phrases((row["wording"], row["qualifier"]) for row in table("hedges") if row["side"] == "before")
_AFTER = Phrases((row["wording"], row["qualifier"]) for row in table("hedges") if row["side"] == "after")
_BOUNDS = ("at_least", "more_than", "at_most", "less_than")
_BETWEEN = word_set("between hedge and number")
_QUOTES = ('"', "”", "’", "'")
_MOST = 3
"""Hedges that may stack: "no fewer than about some 500"."""

_NOT_AFTER: dict[str, frozenset[str]] = {
    "about": word_set("before about as a topic"),
    "up": word_set("verb before up"),
    **dict.fromkeys(("over", "under", "above", "below"), word_set("before over as no hedge")),
    **dict.fromkeys(("top", "tops", "past", "minimum", "maximum"), word_set("before a noun")),
}
"""Words after which the first word of a hedge is something else: "wrote about 9/11", "went up to 5", "win over 3", "the top 20"."""

_IN_NAMES = ("max", "top", "under", "over")
_NOT_BEFORE_ARTICLE = ("over", "under", "above", "below", "within", "inside", "past", "beyond")
_NO_SPAN = (("ago",), ("later",), ("earlier",), ("old",))
_SPREAD = word_set("spread over a time")
_SPACE = ("length", "area")
_LINES = word_set("line around a place")
_VERBS = word_set("verbs of passing a figure")
_PASSING = ("passes", "crosses", "clears")
_TALLIES = word_set("tally that passes a figure")
_RAISING = word_set("verb of raising up to")
_CAPPING = word_set("verb of capping")
_LIMITING = word_set("verb of limiting")
_OBJECT = 6
"""Tokens in which the object of a verb ends before its figure: "capped its share at N"."""
_AMOUNT = 4
"""Tokens in which an amount ends before the time it takes."""
_BOUND_THE_NEXT = ("over", "under", "above", "below")
_ONLY_GLUED = word_set("hedges only when glued")
_GOES_ON = word_set("after a hedge that goes on")
_MAY_GO_ON = word_set("hedges that may go on")


def read_before(tokens: Tokens, part: Part) -> None:
    """Set the qualifier by the hedges in front of a part, the bound winning over "about" ("up to about 500")."""
    found: list[str] = []
    at = part.first
    while len(found) < _MOST:
        match = _BEFORE.before(tokens, at)
        if match is None and not found and at > 1 and (tokens.words[at - 1] in _BETWEEN or tokens.words[at - 1] in _QUOTES):
            match = _BEFORE.before(tokens, at - 1)
            if match is not None and tokens.words[at - 1] in ("a", "an") and tokens.words[match[0]] in _NOT_BEFORE_ARTICLE:
                match = None
        if match is None or not _may_stand(tokens, match[0]) or _is_of_another(tokens, part, match[0]):
            break
        found.append(match[1])
        at = match[0]
    if not found:
        _read_governing(tokens, part)
        return
    part.first = _past_verb(tokens, at, part.first)
    bound = next((qualifier for qualifier in found if qualifier in _BOUNDS), None)
    if bound or (part.qualifier == "exact" and part.single is not None):
        part.qualifier = bound or found[0]


def _past_verb(tokens: Tokens, first: int, number: int) -> int:
    """Where the words of a hedge begin that belong to the figure; the verb of "has passed 200" belongs to what passes it."""
    while first < number and tokens.words[first] in _VERBS:
        first += 1
    return first


def _is_of_another(tokens: Tokens, part: Part, start: int) -> bool:
    """Whether words of hedging say another thing of this figure: a time, a place, who is left out."""
    word, before = tokens.words[start], tokens.words[start - 1] if start else ""
    if word == "over":
        return (part.kind == "duration" and _spans(tokens, part, start)) or (part.kind in _SPACE and before in _SPREAD)
    if word == "around":
        return part.kind in ("percent", "area") and before in _LINES
    if word in _PASSING:
        return before not in _TALLIES
    if word == "passed" and part.counted == "vote":
        return tokens.words[part.last : part.last + 1] == ("to",)
    if word == "up":
        return before == "back" or not _RAISING.isdisjoint(tokens.words[max(0, start - _OBJECT) : start])
    return word == "all" and part.kind in ("", "count")


def _read_governing(tokens: Tokens, part: Part) -> None:
    """The bound of "capped its share at £150m", "limit rises to 3 percent" and "under the age of five"."""
    words, first = tokens.words, part.first
    link = words[first - 1] if first else ""
    if link in ("at", "to") and part.qualifier == "exact":
        clause = words[max(0, first - _OBJECT) : first - 1]
        if not (_CAPPING if link == "at" else _LIMITING).isdisjoint(clause) and "d" not in tokens.kinds[max(0, first - _OBJECT) : first]:
            part.qualifier = "at_most"
    elif part.kind == "age" and words[max(0, first - 3) : first] == ("the", "age", "of"):
        match = _BEFORE.before(tokens, first - 3)
        part.qualifier = match[1] if match is not None and match[1] in _BOUNDS else part.qualifier


def _spans(tokens: Tokens, part: Part, start: int) -> bool:
    """Whether "over" tells how long an amount takes: "$5 million over three years", not "for over three years", "over three years ago"."""
    if tokens.words[part.last : part.last + 1] in _NO_SPAN:
        return False
    return start > 0 and (tokens.words[start - 1] in _SPREAD or "d" in tokens.kinds[max(0, start - _AMOUNT) : start])


def _may_stand(tokens: Tokens, start: int) -> bool:
    """Whether words that begin at `start` are a hedge where they stand."""
    word = tokens.words[start]
    if word == "c" and tokens.capital(start):
        return False
    if word in ("-", "~") and start > 0 and (tokens.touches(start) or tokens.kinds[start - 1] == "d"):
        return False
    if word in _IN_NAMES and tokens.capital(start) and start > 0 and (tokens.kinds[start - 1] == "d" or tokens.capital(start - 1)):
        return False
    if start > 1 and tokens.words[start - 1] == "-" and tokens.touches(start) and tokens.kinds[start - 2] == "d":
        return False
    before = tokens.words[start - 1] if start else ""
    return before not in _NOT_AFTER.get(word, ())


def read_after(tokens: Tokens, part: Part) -> None:
    """Set the qualifier by the hedge behind a part: "300 or more", "300-odd", "a dozen or so"."""
    match = _AFTER.at(tokens, part.last) if part.last < len(tokens.words) and tokens.words[part.last] in _AFTER.firsts else None
    if match is None:
        return
    last, qualifier = match
    word = tokens.words[part.last]
    after = tokens.words[last] if last < len(tokens) else ""
    if word in _ONLY_GLUED and not tokens.touches(part.last) and not (word == "odd" and after):
        return
    if word in _MAY_GO_ON and last < len(tokens) and tokens.kinds[last] != "p":
        return
    if after in _GOES_ON and (word == "and" or after == "than"):
        return
    if word == "+" and last < len(tokens) and tokens.touches(last) and tokens.kinds[last] != "p":
        return
    if word in ("or", "and") and tokens.words[last - 1] in _BOUND_THE_NEXT and tokens.kinds[last : last + 1] == "d":
        return
    part.last, part.hedged_after = last, True
    if part.qualifier in ("exact", "approximate"):
        part.qualifier = qualifier
