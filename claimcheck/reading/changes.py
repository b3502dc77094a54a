"""Whether a number is itself a change, and which way it goes."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.reading import nouns
from claimcheck.reading.frozen import frozen
from claimcheck.reading.parts import Part
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

_MARGINS = word_set("verb of a margin")


@frozen(eq=False)
class _Change:
    """A wording of change: which way it goes, whether it compares ("more than"), whether "by" makes it a margin ("lost by 12 votes"), and
    the kinds of figures it never changes."""

    direction: str
    compares: bool
    margin: bool
    never: frozenset[str]


def _wordings(side: str) -> Phrases[_Change]:
    return Phrases(
        (
            row["wording"],
            _Change(
                row["direction"], row["wording"].endswith("than"), row["wording"] in _MARGINS, frozenset(row["never"].split("|")) - {""}
            ),
        )
        for row in table("changes")
        if row["side"] == side
    )


_BEFORE, _AFTER = _wordings("before"), _wordings("after")
_NAMES = {tuple(row["wording"].split()): row["direction"] for row in table("changes") if row["side"] == "name"}
VERBS = frozenset(row["wording"] for row in table("changes") if row["side"] == "before")
"""Words of rising and falling that stand in front of a figure."""

_SUBJECT = 7
"""Tokens between two figures of such a list."""
_WANTING = word_set("needed or asked for")
_INDEX = ("point",)
_WHEN = frozenset(("last", "this", "next", "in", "on", "the", "a"))
_SESSION = ("closed", "closing")
"""An index that "closed down 40 points" fell; a chain that "closed down 40 shops" shut them."""
_UNCHANGING = ("age", "magnitude", "duration", "ratio")
_SCALES_OF_CHANGE = ("percent", "percentage_point", "basis_point", "money", "rate", "temperature_difference")
_BESIDE = frozenset(("after", "against", "compared", "versus", "following", "instead"))
"""What leads to the change before: "after 10.1 in April"."""
_TENFOLD = 10
_NO_LEVEL = (("to",), ("votes",), ("percent",), ("%",))
_PLAN = word_set("before a plan")
_MARKS, _NO_MARKS = word_set("level whose unit is known"), word_set("no level to be above")
_HELD = word_set("gained and lost")
_RISES = word_set("rises and falls")
_ADDED = word_set("added and shed")
_BETWEEN = word_set("between change and figure")
_MOST_BETWEEN = 3
"""Such words that may stand together."""
_PHRASAL = {"up": word_set("verb of a phrase with up"), "down": word_set("verb of a phrase with down")}
_TAKE_OFF = word_set("verb of taking off")
_DEFINITE = (("the",), ("its",), ("their",), ("a",), ("last",), ("this",))
_CLAUSE = 6
"""Tokens behind a figure in which its verb stands."""
_AMOUNT = 4
"""Tokens in which a level is named."""
_NEAR, _FAR = 8, 16
"""Tokens before "by", and before "or by" and ", by", in which its verb stands: "reduced the number of jobs by 900"."""


def of_name(statistic: tuple[str, ...]) -> str | None:
    """The way the figures of a statistic go that is a change by its name.

    >>> of_name(("job", "losses")), of_name(("jobs",))
    ('decrease', None)
    """
    return _NAMES.get(statistic)


def read_all(tokens: Tokens, parts: list[Part]) -> None:
    """Set the direction of every part that is a change; "fell 85 points, or 1.2%", "grew 4% in May and 6% in June" go one way."""
    for part in parts:
        part.change = read(tokens, part)
    for a, b in pairwise(parts):
        if a.change and not b.change and ((b.kind in _SCALES_OF_CHANGE and _goes_the_same_way(tokens, a, b)) or _is_compared(tokens, a, b)):
            b.change = a.change


def _goes_the_same_way(tokens: Tokens, a: Part, b: Part) -> bool:
    return _is_reworded(tokens, a, b) or _is_parallel(tokens, a, b) or _is_listed(tokens, a, b)


def _is_listed(tokens: Tokens, a: Part, b: Part) -> bool:
    """ "exports rose 4%, imports 3% and output 2%", "up 5, 6 and 7%": a list of figures of one kind without a verb of their own."""
    between = tokens.words[a.last : b.first]
    if (
        a.kind != b.kind
        or a.kind != "percent"
        or tokens.words[b.last : b.last + 1] == ("of",)
        or between[:1] not in ((",",), ("and",))
        or len(between) > _SUBJECT
    ):
        return False
    subject = between[1:] if between[:2] != (",", "and") else between[2:]
    plain = all(word in ("the", "&") or word.isdecimal() or (word.isalpha() and not nouns.is_function_word(word)) for word in subject)
    return plain and VERBS.isdisjoint(subject)


def _is_compared(tokens: Tokens, a: Part, b: Part) -> bool:
    """ "rose 11.1 percent in May, after 10.1 in April", "27 new cases, against 40 a week before": the change before it."""
    between = tokens.words[a.last : b.first]
    link = next((at for at in range(len(between) - 1, -1, -1) if between[at] in _BESIDE), None)
    if link is None or len(between) > _NEAR or len(between) - link > _MOST_BETWEEN or not VERBS.isdisjoint(between):
        return False
    if tokens.words[b.last : b.last + 1] in _NO_LEVEL or _is_told_of(tokens, b):
        return False
    alike = b.bare or (a.unit == b.unit and (a.counted == b.counted or not b.counted))
    sized = a.single is not None and b.single is not None and abs(b.single) < abs(a.single) * _TENFOLD
    return alike and sized


def _is_told_of(tokens: Tokens, part: Part) -> bool:
    """Whether a figure is a part or subject of something else: "after 2 percent of staff left", "after 40 in April were cut"."""
    words = tokens.words[part.last : part.last + _CLAUSE]
    clause = words[: next((at for at, word in enumerate(words) if word in (",", ".", ";")), len(words))]
    return clause[:1] == ("of",) or not word_set("has a figure as subject").isdisjoint(clause)


def _is_reworded(tokens: Tokens, a: Part, b: Part) -> bool:
    """ "fell 85 points, or 1.2%"."""
    return tokens.words[a.last : b.first] in (("or",), (",", "or"), ("or", "of"), (",", "or", "of"))


def _is_parallel(tokens: Tokens, a: Part, b: Part) -> bool:
    """ "grew 4% in May and 6% in June", "up 4% last year and 2% this year"."""
    if a.kind != b.kind or b.last >= len(tokens) or tokens.words[b.first - 1] not in ("and", ",") or b.first - a.last > _NEAR:
        return False
    ends = tokens.words[a.last], tokens.words[b.last]
    return (ends[0] == ends[1] or _WHEN.issuperset(ends)) and VERBS.isdisjoint(tokens.words[a.last : b.first])


def read(tokens: Tokens, part: Part) -> str | None:
    """increase or decrease where the number itself is the change: "rose 5%", "a 31% increase", "up by 18 sen", "64 new cases"."""
    if part.kind in _UNCHANGING and not (part.kind == "ratio" and part.number.form == "fraction"):
        return None
    if part.more is not None:
        return None if _is_wanted(tokens, part) else part.more
    return _sign(tokens, part) or _before(tokens, part) or _after(tokens, part)


def _is_wanted(tokens: Tokens, part: Part) -> bool:
    """Whether "30 more seats" are only needed or asked for."""
    return not _WANTING.isdisjoint(tokens.words[max(0, part.first - _SUBJECT) : part.first])


def _sign(tokens: Tokens, part: Part) -> str | None:
    """The direction of a signed percentage: "DAX -1.1%", "Sensex +0.4%"."""
    if part.kind not in ("percent", "percentage_point") or part.single is None:
        return None
    if part.single < 0:
        return "decrease"
    at = part.number_first - 1
    return "increase" if at >= 0 and tokens.words[at] == "+" and tokens.touches(at + 1) else None


def _before(tokens: Tokens, part: Part) -> str | None:
    """The direction a verb or noun in front of the figure gives it: "rose 5%", "a rise of 5%", "reduced the number of jobs by 900"."""
    words, at = tokens.words, part.first
    if at == 0:
        return None
    by = words[at - 1] == "by"
    while at > max(0, part.first - _MOST_BETWEEN) and (words[at - 1] in _BETWEEN or (words[at - 1].endswith("ly") and at > 1)):
        at -= 1
    match = _BEFORE.before(tokens, part.first) or (_BEFORE.before(tokens, at) if at < part.first else None)
    if match is not None and part.counted in _HELD and not by and match[0] > 0 and words[match[0] - 1] in _PLAN:
        return None
    if (
        match is not None
        and _is_phrasal(tokens, match[0])
        and not (words[match[0] - 1] in _SESSION and (part.counted in _INDEX or part.kind in _SCALES_OF_CHANGE))
    ):
        return None
    if match is not None and not (by and match[1].margin) and (by or (part.kind not in match[1].never and _moves(part, words[at - 1]))):
        return match[1].direction
    return governing(tokens, at) if by else None


def _is_phrasal(tokens: Tokens, at: int) -> bool:
    """Whether a word of rising is part of another: the up of "make up 5%" and of "run-up", the down of "shot down 12"."""
    verbs = _PHRASAL.get(tokens.words[at]) if at > 0 else None
    return verbs is not None and (tokens.words[at - 1] in verbs or (tokens.words[at - 1] == "-" and tokens.touches(at)))


def governing(tokens: Tokens, at: int) -> str | None:
    """The direction of the nearest verb of change within a few words before a token: before the "by" of "cut the staff by 900"."""
    again = at > 0 and tokens.words[at - 1] in ("or", ",")
    for back in range(at - 1, max(-1, at - (_FAR if again else _NEAR)), -1):
        near = _BEFORE.at(tokens, back) if tokens.kinds[back] == "w" else None
        if near is not None and not _is_phrasal(tokens, back):
            return None if near[1].margin else near[1].direction
    return None


def _after(tokens: Tokens, part: Part) -> str | None:
    """The direction of what follows: "a 31% increase", "76 percent more than", "0.2 points off growth"."""
    if tokens.words[part.last : part.last + 1] == ("off",):
        return "decrease" if not _TAKE_OFF.isdisjoint(tokens.words[max(0, part.first - 3) : part.first]) else None
    match = _AFTER.at(tokens, part.last)
    if match is not None and tokens.words[part.last] == "more" and match[0] == part.last + 1 and _is_wanted(tokens, part):
        return None
    if match is None:
        return None
    from_a_mark = tokens.words[part.last] in ("above", "below") and part.kind in ("", "count", "length") and _is_mark(tokens, match[0])
    return (match[1].direction or None) if part.kind in _SCALES_OF_CHANGE or match[1].compares or from_a_mark else None


def _is_mark(tokens: Tokens, at: int) -> bool:
    """Whether a level stands behind "above" or "below": "the 1.18 million of May", "the record", not "sea level" or "the town"."""
    words, kinds = tokens.words[at : at + _AMOUNT], tokens.kinds[at : at + _AMOUNT]
    return words[:1] in _DEFINITE and _NO_MARKS.isdisjoint(words) and (not _MARKS.isdisjoint(words) or "d" in kinds)


def _moves(part: Part, verb: str) -> bool:
    """Whether a verb in front makes a figure a change: "lost 5%" and "added 900 jobs" do, "lost 900 soldiers" does not."""
    if part.kind in _SCALES_OF_CHANGE or verb in _RISES or part.number.form == "fraction":
        return True
    if part.kind not in ("", "count"):
        return False
    return part.counted in _HELD or (part.counted is None and verb in _ADDED)
