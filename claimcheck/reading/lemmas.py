"""The singular of a noun, by a table of irregular nouns and the regular rules of English spelling."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.vocabulary import table

_IRREGULAR = {row["plural"]: row["singular"] for row in table("nouns")}
_ENDINGS = (
    ("children", "child"),
    ("people", "person"),
    ("women", "woman"),
    ("men", "man"),
    ("wives", "wife"),
    ("sses", "ss"),
    ("shes", "sh"),
    ("ches", "ch"),
    ("xes", "x"),
    ("ies", "y"),
    ("oes", "o"),
)
"""Plural endings and what they stand for, the longest first; Quirk et al., A Comprehensive Grammar of the English Language, 5.79-5.97."""


@lru_cache(maxsize=8192)
def singular(noun: str) -> str:
    """The singular of a noun or of a phrase's last word, as used for a claim's `counted`; a word that is none comes back unchanged.

    >>> [singular(noun) for noun in ("troops", "people", "servicemen", "casualties", "aircraft", "gas", "ballistic missiles")]
    ['troop', 'person', 'serviceman', 'casualty', 'aircraft', 'gas', 'ballistic missile']
    """
    head, space, word = noun.rpartition(" ")
    return head + space + _singular_word(word)


def _singular_word(word: str) -> str:
    lower = word.lower()
    irregular = _IRREGULAR.get(lower)
    if irregular is not None:
        return word if irregular == lower else irregular
    for plural, single in _ENDINGS:
        if lower.endswith(plural) and len(lower) > len(plural) + 1:
            return word[: len(word) - len(plural)] + single
    if lower.endswith("s") and len(lower) > 2 and not lower.endswith(("ss", "us", "is", "'s")):
        return word[:-1]
    return word
