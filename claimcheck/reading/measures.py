"""The words that tell which statistic a figure is, from the tables `measures` and `statistics`.

A row of `measures` names a wording, the role it plays towards the number and the measure. Roles: `patient`, a verb whose object (or
passive subject) is counted; `people`, the same where only persons can be meant ("lost N soldiers"); `agent`, a verb whose subject is
counted; `state`, what stands after the noun or "were" ("dead", "aboard"); `noun`, a noun that is itself the statistic ("deaths"), as head
of the counted phrase or as what "rose to N"; `value`, a noun that only ever has a value ("death toll"); `head`, a counted noun that names
the measure where no verb does ("members").
"""

from __future__ import annotations

from functools import cache

from claimcheck.reading import capitals
from claimcheck.reading.frozen import frozen
from claimcheck.reading.phrases import Sizes, sizes
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

SHARES = ("percent", "percentage_point", "ratio")
"""Kinds of quantity in which rates and shares come."""


@frozen(eq=False)
class Measure:
    """A statistic: its name, what its entity is (people, actor, owner, ..., none), and the kinds of quantity it comes in."""

    name: str
    about: str
    kinds: frozenset[str]


@frozen(eq=False)
class Frame:
    """One reading of a wording: the role it plays and the measure it gives; `past` where the form may be a participle."""

    role: str
    measure: Measure
    past: bool = False


@frozen(eq=False)
class Mark:
    """A wording of the table found in a sentence, with all its readings; `plural`: it ends like a plural, `open`: in a preposition."""

    first: int
    last: int
    frames: tuple[Frame, ...]
    plural: bool = False
    open: bool = False

    def frame(self, kind: str, *roles: str) -> Frame | None:
        """The first reading in one of the roles that suits the kind of quantity."""
        for frame in self.frames:
            if frame.role in roles and kind in frame.measure.kinds:
                return frame
        return None


# ------------------------------------------------------------------------------------------------ the table


def known(name: str) -> Measure | None:
    """The table's measure of that name."""
    return _measures().get(name)


@cache
def _measures() -> dict[str, Measure]:
    found = {}
    for row in table("statistics"):
        kinds = set(row["kinds"].split())
        if "share" in kinds:
            kinds |= {*SHARES, "rate"}
        if "money" in kinds:
            kinds.add("rate")
        found[row["measure"]] = Measure(row["measure"], row["about"], frozenset(kinds))
    return found


@frozen(eq=False)
class _Lexicon:
    """Wording -> readings, and for each first word what may come next and how long the wordings are, the longest first."""

    frames: dict[tuple[str, ...], tuple[Frame, ...]]
    firsts: dict[str, Sizes]


@cache
def _lexicon() -> _Lexicon:
    frames: dict[tuple[str, ...], tuple[Frame, ...]] = {}
    made: dict[tuple[str, str, bool], tuple[Frame, ...]] = {}
    for row in table("measures"):
        role, name = row["role"], row["measure"]
        for words, past in _forms(row["wording"], role, row["forms"]):
            key = (role, name, past)
            if key not in made:
                made[key] = (Frame(role, _measures()[name], past),)
            frames[words] = frames[words] + made[key] if words in frames else made[key]
    return _Lexicon(frames, sizes(frames))


def _forms(wording: str, role: str, listed: str) -> list[tuple[tuple[str, ...], bool]]:
    """The word forms of a wording, and whether each may be a past participle."""
    first, *rest = wording.replace("-", " - ").split()
    tail = tuple(rest)
    if role in ("patient", "people", "agent"):
        told = verb_forms(first, tail, listed)
        return told + [(words, past) for form, past in told if (words := _without_articles(form)) != form]
    if role in ("noun", "head"):
        words = (first, *tail)
        head = next((at for at, word in enumerate(words) if word in ("of", "in")), len(words)) - 1
        return [(words, False), ((*words[:head], _plural(words[head]), *words[head + 1 :]), False)]
    return [((first, *tail), False)]


def _without_articles(words: tuple[str, ...]) -> tuple[str, ...]:
    """A verb with what follows it as headlines give it: "take to streets", "lose homes"; a verb alone stays as it is."""
    short = tuple(word for word in words if word not in _LEFT_OUT)
    return short if len(short) > 1 else words


def verb_forms(lemma: str, tail: tuple[str, ...], listed: str) -> list[tuple[tuple[str, ...], bool]]:
    """The forms of a verb, each with what follows it, and whether it may be a past participle; `listed` are the irregular ones."""
    forms: dict[tuple[str, ...], bool] = {(lemma, *tail): False}
    given = [tuple(form.replace("-", " - ").split()) for form in listed.split("|")] if listed else []
    for form in given:
        forms[form] = not form[0].endswith(("ing", "s")) or form[0] in ("lies",)
    stem = lemma[:-1] if lemma.endswith("e") else lemma + lemma[-1] if _is_doubled(lemma) else lemma
    if not any(form[0].endswith("ing") for form in given):
        forms[(stem + "ing" if not lemma.endswith("ee") else lemma + "ing", *tail)] = False
    if not any(form[0].endswith("s") and form[0] != lemma for form in given):
        forms[(_plural(lemma), *tail)] = False
    if not given:
        forms[(lemma[:-1] + "ied" if lemma.endswith("y") and lemma[-2] not in "aeo" else stem + "ed", *tail)] = True
    return list(forms.items())


def _is_doubled(lemma: str) -> bool:
    """Whether a verb of one syllable doubles its last letter: trap, trapped."""
    vowels = [at for at, letter in enumerate(lemma) if letter in "aeiou"]
    return len(vowels) == 1 and vowels[0] == len(lemma) - 2 and lemma[-1] not in "wxy"


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return word[:-1] + "ies"
    if word == "man" or word.endswith(("woman", "crewman")):
        return word[:-2] + "en"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def roles(*names: str) -> frozenset[str]:
    """The words of the predicates table in one of the roles."""
    return frozenset(row["word"] for row in table("predicates") if row["role"] in names)


_LEFT_OUT = frozenset(("the", "a", "an", "their", "its"))
"""Words that headlines leave out."""
_OF_CHANGE = frozenset(("from", "by", "on", "to"))
_OF_A_FALL = frozenset(("to", "by", "from", "below", "under", "back", "further", "again", "for", "since", "short", "behind"))
_OF_A_VALUE = frozenset(("at", "under", "above", "below", "with"))
_PARTICLES: dict[tuple[str, ...], frozenset[str]] = {("fallen",): _OF_A_FALL}
_PARTICLES |= {(particle,): _OF_CHANGE for particle in ("up", "down", "off", "out")}
_PARTICLES[("remains",)] = frozenset(("the", "a", "an", "at", "under", "above", "below", "unclear", "unknown", "one"))
_PARTICLES |= {(verb, "in"): _OF_A_VALUE for verb in ("come", "comes", "came", "coming")}
"""Words that are no wording of the table before these: "down from 90", "has fallen to 90", "came in at 90"."""


def is_particle(tokens: Tokens, mark: Mark) -> bool:
    """Whether a wording is a particle that also tells of a change: the "down" of "down 7,300 on last year"."""
    return tokens.words[mark.first : mark.last] in _PARTICLES and _PARTICLES[tokens.words[mark.first : mark.last]] is _OF_CHANGE


def _is_name(tokens: Tokens, at: int, frames: tuple[Frame, ...]) -> bool:
    """Whether a wording is a part of a name or the month: "Human Rights Watch", "since March"."""
    if at == 0 or not tokens.capital(at) or any(frame.role == "value" for frame in frames if tokens.words[at] != "march"):
        return False
    beside = at > 1 and tokens.kinds[at - 1] == "w" and tokens.capital(at - 1)
    return (beside or tokens.words[at] == "march") and not capitals.headline(tokens)


def shortened(tokens: Tokens, mark: Mark, last: int) -> Mark:
    """The wording that a mark would be if it ended at a token: the lives of "took 40 lives in the valley"; the mark where there is none."""
    phrase = tokens.words[mark.first : last]
    meant = _lexicon().frames.get(phrase)
    return mark if meant is None else Mark(mark.first, last, meant, phrase[-1][-1] == "s" or phrase[-1] in _PLURALS, phrase[-1] in _OPEN)


_PLURALS = frozenset(("dead", "wounded", "injured", "missing", "fallen", "people"))
_OPEN = frozenset(("of", "to", "for", "by", "with", "from", "among", *word_set("verbs at the end of a wording")))


def marks(tokens: Tokens) -> tuple[Mark, ...]:
    """The wordings of the table that stand in a sentence, in text order, longest first, none inside another.

    >>> from claimcheck.reading.tokens import cut
    >>> [mark.frames[0].measure.name for mark in marks(cut("the death toll rose and 5 were injured"))]
    ['deaths', 'injuries']
    """
    lexicon, words = _lexicon(), tokens.words
    frames, firsts = lexicon.frames, lexicon.firsts
    found, end = [], 0
    for first in [at for at, word in enumerate(words) if word in firsts]:
        nexts, after = firsts[words[first]], words[first + 1] if first + 1 < len(words) else ""
        for size in (nexts[after] if after in nexts else nexts[""]) if first >= end else ():
            last = first + size
            phrase = words[first:last]
            meant = frames.get(phrase) if last <= len(words) else None
            if (
                meant is None
                or (phrase in _PARTICLES and words[last : last + 1] and words[last] in _PARTICLES[phrase])
                or _is_name(tokens, first, meant)
            ):
                continue
            end = last
            found.append(Mark(first, end, meant, phrase[-1][-1] == "s" or phrase[-1] in _PLURALS, phrase[-1] in _OPEN))
            break
    return tuple(found)
