"""An article as the topic readers see it: headline, dateline, lead, and the names it uses."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, cached_property, lru_cache

from claimcheck.reading import places, proper_names
from claimcheck.reading.lemmas import singular
from claimcheck.reading.nouns import is_function_word
from claimcheck.reading.proper_names import Name
from claimcheck.reading.tokens import Tokens, cut
from claimcheck.vocabulary import either, table, word_set

LONGEST = 400
"""Tokens from which on a "sentence" is no prose (a table, a dump): it is not read for scope."""
_LEAD = 4
"""Sentences after the headline that make the lead."""
_HEADLINE = 30
"""Tokens of the longest headline."""
_DATELINE = re.compile(
    r"(?P<city>[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]+[A-ZÀ-Þ])(?:, (?P<inside>[A-Z][A-Za-zÀ-ÿ. ]*?[a-zÀ-ÿ.]))?"
    r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,5}day))?"
    r"(?: ?\([\w ./-]{2,30}\))?(?: ?[—–-]{1,2} |(?(inside)$|(?!)))"
)
_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_OPENS = r"(?<!\w.)"
"""Behind the first letter of a word: "\\b" in front of it, but where it stands here the search runs from capital to capital."""
_REST = r"[\w’'-]*\w"
_WORD = _CAPITAL + _REST
_INNER_NAME = re.compile(rf"{_CAPITAL}(?<=[\w,'’“\"(] .){_REST}")
_OWNER = re.compile(rf"({_CAPITAL}{_OPENS}[^\W_]+)['’]s\b")
_JOINED = re.compile(rf"({_CAPITAL}{_OPENS}[^\W_]+) and {_CAPITAL}")
_RUN = re.compile(rf"(?P<words>{_CAPITAL}{_OPENS}{_REST}(?: {_WORD})*)(?P<tag> \d| fever| virus| disease| flu)?")
_LOCATED = re.compile(rf"\b(?:[Ii]n|[Aa]cross|into) (?P<name>{_WORD})\b(?!['’]| [A-ZÀ-ÖØ-Þ0-9])")
_ADJECTIVE = re.compile(r"(?:n|an|ian|ish|ese|i|er|ean)s?$")
_ADJECTIVAL = ("n", "ish", "ese", "i", "er", "ns", "ishs", "eses", "is", "ers")
_BODY = re.compile(
    rf"[A-Z]{_OPENS}[a-z]+ (?:[A-Z][a-z]+ ){{0,2}}"
    r"(?:Forces?|Front|Army|Movement|Brigades?|Alliance|Resistance|Militia|Coalition|State|Command|Guards?)\b"
)
"""Names of armed bodies and alliances."""
_Run = tuple[tuple[str, ...], str]
"""Words with capitals that stand together, and the number or "fever" behind them."""
_SHORTEST = 4
"""Letters of the shortest name that an adjective is traced to."""


@cache
def story_words(role: str) -> frozenset[str]:
    """The words of the story_words table in a role."""
    return frozenset(row["word"] for row in table("story_words") if row["role"] == role)


class Story:
    """The parts of an article; sentences too long to be prose are left out."""

    def __init__(self, title: str | None, sentences: Sequence[Tokens]) -> None:
        first, last = sentences[0], sentences[-1]
        self.text = first.text[first.starts[0] : last.ends[-1]] if first.words and last.words else ""
        self.head, body = _headline(title, sentences)
        self.lead = [tokens for tokens in body[:_LEAD] if 0 < len(tokens.words) <= LONGEST]
        self.rest = [tokens for tokens in body[_LEAD : _LEAD + 20] if len(tokens.words) <= LONGEST]
        self.heading = (self.head,) if self.head is not None else ()
        self.city, self.inside, self._dateline_end = _dateline(self.lead[:2])
        self.runs = _runs(self.text)
        self.counts = _counts(self.runs)
        self.known = _known(self.text, self.counts) if self.runs else set()
        self.adjectives = _bodies(self.text) | _adjectives(self.known, self.counts) if self.runs else {}
        self.known.update(self.adjectives.values())
        self.named = tuple([(tokens, proper_names.find(tokens, self.known)) for tokens in self.lead])
        self.opening = self._opening()

    @cached_property
    def alone(self) -> frozenset[str]:
        """The words with a capital that somewhere stand without another one beside them, but for one that opens a sentence."""
        return frozenset(words[-1] for words, _ in self.runs if len(words) == 1 or (len(words) == 2 and _is_opening(words[0])))

    @cached_property
    def located(self) -> frozenset[str]:
        """The names that something is "in" or goes "across"."""
        return frozenset(name for name in _LOCATED.findall(self.text) if not _is_mere(name))

    @cached_property
    def first_names(self) -> frozenset[str]:
        """The first words of full names whose last word stands alone elsewhere: the Ana of "Ana Ruiz", where "Ruiz" is heard again."""
        full = {(words[0], words[-1]) for words, _ in self.runs if len(words) == 2 and _is_full_name(words)}
        return frozenset(first for first, last in full if last in self.alone and first not in self.alone and not places.canonical(last))

    @cached_property
    def no_lands(self) -> frozenset[str]:
        """Words that name no land and no town.

        Surnames, months, initials, what a number or "fever" follows ("Row 3"), parts of longer names ("Abu"), words of parties
        ("Reform") and mere words.
        """
        last = {words[-1] for words, _ in self.runs if _is_full_name(words)}
        lands = {*self.located, *self.adjectives.values(), self.inside, self.city}
        numbered = {words[-1] for words, tag in self.runs if tag}
        of_a_party = story_words("of a party")
        mere = {word for word in self.counts if _is_mere(word) or word.isupper() or word in of_a_party}
        alone = {word for words, _ in self.runs for word in _unless_joined(words)}
        within = self.counts.keys() - alone - lands - self.adjectives.keys()
        return frozenset([word for word in (last & self.alone) - lands | numbered | mere | within if not places.canonical(word)])

    @property
    def names(self) -> list[Name]:
        """The names of headline and lead."""
        return [name for _, names in self.opening for name in names]

    def _opening(self) -> tuple[tuple[Tokens, tuple[Name, ...]], ...]:
        """Headline (where there is one) and lead, each with its names; the town of the dateline is none of them."""
        headline = [(tokens, proper_names.find(tokens, self.known)) for tokens in self.heading]
        end = self._dateline_end
        told = self.named if not end else [(tokens, _behind(tokens, names, end)) for tokens, names in self.named]
        return (*headline, *told)

    def weighted(self, head: int, first: int, later: int) -> list[tuple[int, Tokens, tuple[Name, ...]]]:
        """Headline and lead with a weight for the headline, the first sentence and the later ones."""
        before = len(self.heading)
        return [
            (head if at < before else first if at == before else later, tokens, names) for at, (tokens, names) in enumerate(self.opening)
        ]

    def base(self, name: Name) -> str:
        """The place a name or adjective stands for, else the name itself."""
        return name.place or name.side or self.adjectives.get(name.text, name.text)


@cache
def _acting() -> re.Pattern[str]:
    """A name that does what states at war do, wherever it stands."""
    verbs = "|".join(sorted(story_words("act of war")))
    return re.compile(rf"({_CAPITAL}{_OPENS}[^\W_]+)(?:, which| (?:has |had )?(?:{verbs}))\b")


@cache
def _saying() -> re.Pattern[str]:
    """A name that opens a sentence and does what named bodies and persons do: "Siemens reported"."""
    verbs = either("done by a name")
    return re.compile(rf"({_CAPITAL}{_OPENS}[^\W_]+) (?:{verbs})\b")


def _repeated(text: str, counts: Mapping[str, int]) -> set[str]:
    """Words that only ever open a sentence, twice and more, and once act there: names unless they are known as common nouns."""
    found = {word for word in _saying().findall(text) if counts.get(word, 0) > 1 and not _is_mere(word)}
    if not found:
        return found
    common = _of_statistics() | set(re.findall(r"\w+", text))
    return {word for word in found if word.lower() not in common}


@cache
def _of_statistics() -> frozenset[str]:
    """The common nouns of statistics and events, which open sentences without an article: "Inflation", "Turnout", "Rain"."""
    return frozenset(row["wording"] for name in ("measures", "events") for row in table(name)) | word_set(
        "opens a sentence without article"
    )


def _runs(text: str) -> dict[tuple[tuple[str, ...], str], int]:
    """How often each run of words with capitals stands in a text, split behind possessives, with the number or "fever" behind it."""
    found: defaultdict[_Run, int] = defaultdict(int)
    for words, tag in _RUN.findall(text):
        run: list[str] = []
        for word in words.split(" "):
            run.append(_bare(word))
            if run[-1] != word:
                found[tuple(run), ""] += 1
                run = []
        if run:
            found[tuple(run), tag] += 1
    return found


def _known(text: str, counts: Mapping[str, int]) -> set[str]:
    """The words that a text uses as names: inside sentences, as what owns, acts or is joined to a name, or known to the gazetteer."""
    inner = {_bare(word) for word in _INNER_NAME.findall(text)}
    opening = {word for pattern in (_OWNER, _JOINED, _acting()) for word in pattern.findall(text) if not _is_mere(word)}
    gazetted = set(filter(_is_gazetted, counts))
    return (inner | opening | gazetted | _repeated(text, counts)) - story_words("office")


@lru_cache(maxsize=8192)
def _is_gazetted(word: str) -> bool:
    """Whether the gazetteer knows a word as a place or as whoever belongs to one."""
    return places.canonical(word) is not None or places.demonym(word) is not None


def _counts(runs: Mapping[_Run, int]) -> dict[str, int]:
    """How often each word with a capital stands in a text, in the order of the text."""
    found: defaultdict[str, int] = defaultdict(int)
    for (words, _), times in runs.items():
        for word in words:
            found[word] += times
    return found


@lru_cache(maxsize=8192)
def _is_full_name(words: tuple[str, ...]) -> bool:
    """Whether a run of words with capitals is a name whose last word may stand alone: "Ana Ruiz", not "On Monday Torvia", "New Torvia"."""
    first = next((at for at, word in enumerate(words) if not _is_opening(word)), len(words))
    return len(words) - first > 1 and words[first] not in story_words("part of a place")


@lru_cache(maxsize=8192)
def _unless_joined(words: tuple[str, ...]) -> tuple[str, ...]:
    """The one word of a run that is a name, beside offices and mere words: Torvia of "On Monday President Torvia"."""
    names = tuple(word for word in words if not _is_mere(word) and word not in story_words("office"))
    return names if len(names) == 1 else ()


def _is_opening(word: str) -> bool:
    """Whether a word with a capital is a day, a month or a function word."""
    return is_function_word(word.lower()) or word.lower() in _times()


@lru_cache(maxsize=8192)
def _is_mere(word: str) -> bool:
    """Whether a word with a capital is no name: one that may open a sentence, an office, an institution."""
    return _is_opening(word) or singular(word.lower()) in _common()


@cache
def _times() -> frozenset[str]:
    return frozenset(row["wording"] for row in table("calendar") if row["class"].startswith(("month", "weekday")))


@cache
def _common() -> frozenset[str]:
    named = {row["noun"] for row in table("people")} | {row["word"] for row in table("speakers")}
    return frozenset(named | {singular(word) for word in story_words("attack") | word_set("feasts")})


def _headline(title: str | None, sentences: Sequence[Tokens]) -> tuple[Tokens | None, Sequence[Tokens]]:
    """The headline and the sentences after it; the first line is one where it does not end like a sentence."""
    first = sentences[0]
    stands = len(sentences) > 1 and 0 < len(first) < _HEADLINE and first.words[-1] not in (".", "!", "”", '"')
    if title:
        return cut(title), sentences[1:] if stands and first.surface(0, len(first)) == title.strip() else sentences
    return (first, sentences[1:]) if stands else (None, sentences)


def _behind(tokens: Tokens, names: tuple[Name, ...], offset: int) -> tuple[Name, ...]:
    """The names of a sentence that begin at an offset of the text or later."""
    return tuple([name for name in names if tokens.starts[name.first] >= offset])


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _adjectives(known: set[str], counts: Mapping[str, int]) -> dict[str, str]:
    """Adjective -> name, for names that stand beside an adjective of their own ("Torvian" and "Torvia")."""
    found = {}
    for word in sorted(known):
        match = _ADJECTIVE.search(word) if word.endswith(_ADJECTIVAL) else None
        if match is None or places.demonym(word):
            continue
        single = word.removesuffix("s")
        stem = word[: match.start()]
        options = (stem, single[:-1], single.removesuffix("er"), single.removesuffix("ian") + "y", f"{stem}land", f"{stem}e", f"{stem}a")
        name = next((option for option in options if len(option) >= _SHORTEST and option != word and option in counts), None)
        if name is not None:
            found[word] = name
    return found


def _bodies(text: str) -> dict[str, str]:
    """The first word and the initials of armies, fronts and parties -> their names ("Rapid" and "RSF" for the Rapid Support Forces)."""
    found = {}
    for name in dict.fromkeys(_BODY.findall(text)):
        first, last, initials = name.split()[0], name.rsplit(" ", 1)[-1], "".join(word[0] for word in name.split())
        if not (places.canonical(first) or places.demonym(first) or is_function_word(first.lower())):
            found[first] = name
            if re.search(rf"\b[Tt]he {last}\b(?! [A-Z])", text):
                found[last] = name
        if re.search(rf"\b{initials}\b", text):
            found[initials] = name
    return found


def _dateline(sentences: Sequence[Tokens]) -> tuple[str | None, str | None, int]:
    """The town of the dateline, what the dateline says it lies in, and the offset at which it ends."""
    for tokens in sentences:
        match = _DATELINE.match(tokens.text, tokens.starts[0], min(tokens.ends[-1], tokens.starts[0] + 90))
        if match:
            city = match["city"].title().replace("’S", "’s")
            inside = match["inside"]
            land = (places.canonical(inside) or inside) if inside else places.country_of(city)
            return places.canonical(city) or city, land, match.end()
    return None, None, 0
