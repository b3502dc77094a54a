"""Names and nouns as word stems: are two wordings names of the same thing, and which group does a noun count?"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimcheck.reading import places, proper_names
from claimcheck.reading.nouns import is_function_word
from claimcheck.reading.tokens import cut
from claimcheck.reading.units import singular
from claimcheck.vocabulary import table

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?|\d+")
_ACRONYM = re.compile(r"\b[A-Z]{2,6}\b|\b(?:[A-Z]\.){2,6}")
_CAPITALISED = re.compile(r"\b(?:[A-Z]\.){2,6}|\b[A-Z]\w*")
_INITIALS = re.compile(r"\b[A-Z]\w*[a-z].*\b[A-Z]")
_ENDINGS = frozenset(
    ("", "a", "an", "ans", "ian", "ians", "ia", "i", "is", "n", "ns", "ish", "ese", "er", "ers", "ic", "ean", "eans", "s", "y", "e")
)
_SHORTEST_ROOT = 4
_TELLING_INITIALS = 3
"""Letters from which an acronym is found inside a longer row of initials (CDC in Centers for Disease Control and Prevention)."""
_CLOSE_ENOUGH = 88
"""rapidfuzz ratio (0 to 100) from which two words of one name are spellings of each other (Zelensky, Zelenskiy; Sevastopol, Sebastopol)."""


@lru_cache(maxsize=4096)
def stems(text: str | None) -> frozenset[str]:
    """The content words of a wording in lower case and singular, without possessives and function words.

    >>> sorted(stems("the deaths of Ukraine's soldiers"))
    ['death', 'soldier', 'ukraine']
    """
    return frozenset(_stem(word) for word in _WORD.findall(text or "") if not is_function_word(word.lower()))


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """The content words of a text without its numbers, as stems."""
    return frozenset(stem for stem in stems(text) if not stem.isdigit())


def names(text: str | None) -> frozenset[str]:
    """The names in a wording: places, and peoples as their place, under the gazetteer's name; other names word by word as stems.

    >>> sorted(names("Ukraine's troops")), sorted(names("British ships")), sorted(names("Condor Air Flight 88"))
    (['Ukraine'], ['United Kingdom'], ['88', 'air', 'condor', 'flight'])
    """
    return _parsed(text or "")[0]


def rest(text: str | None) -> frozenset[str]:
    """The content words of a wording that are no part of a name, as stems.

    >>> sorted(rest("pilot of Flight 88")), sorted(rest("Ukraine's troops"))
    (['pilot'], ['troop'])
    """
    return _parsed(text or "")[1]


@lru_cache(maxsize=8192)
def _parsed(text: str) -> tuple[frozenset[str], frozenset[str]]:
    tokens = cut("of " + text)
    found: set[str] = set()
    taken: set[int] = set()
    for name in proper_names.find(tokens):
        place = name.place or name.side
        found |= {place} if place else {_stem(word) for word in _WORD.findall(name.text) if not is_function_word(word.lower())}
        taken.update(range(name.first, name.last))
    found |= {word for at, word in enumerate(tokens.words) if tokens.kinds[at] == "d" and at not in taken}
    others = [tokens.surface(at, at + 1) for at in range(1, len(tokens)) if at not in taken and tokens.kinds[at] == "w"]
    return frozenset(found), stems(" ".join(others))


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    low = word.lower().replace(".", "")
    for possessive in ("'s", "’s"):
        low = low.removesuffix(possessive)
    return low if low.isdigit() else singular(low)


@lru_cache(maxsize=16384)
def akin(a: str, b: str) -> bool:
    """Whether two stems are one name: equal, a place and its adjective, or two spellings. Two places of the gazetteer are never.

    >>> akin("torvia", "torvian"), akin("Niger", "Nigeria"), akin("zelensky", "zelenskiy"), akin("kyiv", "lviv")
    (True, False, True, False)
    """
    if a == b:
        return True
    if a.isdigit() or b.isdigit() or (a[0].isupper() and b[0].isupper()):
        return False
    a, b = a.lower(), b.lower()
    root = _shared(a, b)
    if root >= _SHORTEST_ROOT and a[root:] in _ENDINGS and b[root:] in _ENDINGS:
        return True
    if min(len(a), len(b)) < 6 or abs(len(a) - len(b)) > 2 or a[0] != b[0]:
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(a, b) >= _CLOSE_ENOUGH


def _shared(a: str, b: str) -> int:
    length = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        length += 1
    return length


@lru_cache(maxsize=16384)
def shared(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    """The stems of `a` that are akin to one of `b`, which begins with the same letter then."""
    initials: dict[str, list[str]] = {}
    for y in b:
        initials.setdefault(y[:1].lower(), []).append(y)
    return frozenset(x for x in a if x in b or any(akin(x, y) for y in initials.get(x[:1].lower(), ())))


@lru_cache(maxsize=16384)
def related(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    """The names of `a` that are akin to one of `b`, or places inside one of them or around one of them.

    >>> sorted(related(frozenset({"Kathmandu", "ruiz"}), frozenset({"Nepal"})))
    ['Kathmandu']
    """
    return frozenset(x for x in a if x in b or any(akin(x, y) or places.contains(x, y) or places.contains(y, x) for y in b))


@lru_cache(maxsize=8192)
def abbreviates(one: str, other: str) -> bool:
    """Whether one wording holds the initials of a name in the other one.

    >>> abbreviates("the CDC", "Centers for Disease Control and Prevention"), abbreviates("USGS", "U.S. Geological Survey")
    (True, True)
    >>> abbreviates("the WHO", "the World Bank"), abbreviates("U.N. officials", "United Nations")
    (False, True)
    """
    return any(_INITIALS.search(long) and _is_short_for(short, long) for short, long in ((one, other), (other, one)))


def _is_short_for(short: str, long: str) -> bool:
    name = "".join(word.replace(".", "") if _ACRONYM.fullmatch(word) else word[0] for word in _CAPITALISED.findall(long))
    told = {word.replace(".", "") for word in _ACRONYM.findall(short)}
    return any(name == word or (len(word) >= _TELLING_INITIALS and word in name) for word in told)


@lru_cache(maxsize=4096)
def groups_of(text: str | None) -> frozenset[str]:
    """The groups of people or things a wording names ("service members" is military, "children" is child).

    >>> sorted(groups_of("Ukrainian civilians, among them children"))
    ['child', 'civilian']
    """
    words = [_stem(word) for word in _WORD.findall(text or "")]
    found: set[str] = set()
    at = 0
    while at < len(words):
        pair = " ".join(words[at : at + 2])
        group = _groups().get(pair) if at + 1 < len(words) else None
        at += 2 if group else 1
        group = group or _groups().get(words[at - 1])
        if group:
            found.add(group)
    return frozenset(found)


def kinship(a: str, b: str) -> str:
    """How two groups stand: "same", "whole" (speakers use one for the other), "part" (one lies inside the other) or "apart".

    >>> kinship("civilian", "person"), kinship("child", "person"), kinship("child", "military")
    ('whole', 'part', 'apart')
    """
    return "same" if a == b else _kin().get((a, b), "apart")


@cache
def _groups() -> dict[str, str]:
    return {row["noun"]: row["group"] for row in table("groups")}


@cache
def _kin() -> dict[tuple[str, str], str]:
    kin = {(row["group"], row["other"]): row["sense"] for row in table("group_kin")}
    return kin | {(b, a): sense for (a, b), sense in kin.items()}
