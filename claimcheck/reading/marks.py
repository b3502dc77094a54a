"""One letter per token, so that the grammar of speech sees a sentence as a short string.

speakers.csv       p person, b body or company, u group of persons
saying_nouns.csv   n account or number, m document
saying.csv         v verb of saying
word_classes.csv   r pronoun, d determiner or possessive, i preposition, w relative, c joiner, x auxiliary or adverb, e form of "be",
                   l modal, z negation, D refusal, T time
other words        K with a capital, k without; 9 digits
signs              ' possessive mark, h hyphen, slash or ampersand inside a word, - dash, . full stop of an abbreviation, $ end of the
                   sentence; comma, semicolon, colon, quotation mark and brackets stand for themselves, ~ is any other
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.reading.frozen import frozen
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

_CLASSES = {
    "determiner": "d",
    "possessive": "d",
    "pronoun": "r",
    "preposition": "i",
    "relative": "w",
    "joiner": "c",
    "auxiliary": "x",
    "be": "e",
    "modal": "l",
    "negative": "z",
    "refusal": "D",
    "adverb": "x",
    "time": "T",
}
_KINDS = {"person": "p", "body": "b", "company": "b", "group": "u"}
_NOUNS = {"account": "n", "number": "n", "document": "m", "study": "m"}
_WORDS: dict[str, str] = {row["wording"]: "v" for row in table("saying") if row["role"] in ("say", "tell", "state", "adding")}
_WORDS |= {row["word"]: _KINDS[row["kind"]] for row in table("speakers")}
_WORDS |= {row["word"]: _NOUNS[row["role"]] for row in table("saying_nouns")}
_WORDS |= {row["word"]: _CLASSES[row["role"]] for row in table("word_classes")}
_WORDS |= {"'s": "'", "’s": "'"} | dict.fromkeys(word_set("scales of temperature"), "k")
_SIGNS = {"“": '"', "”": '"', '"': '"', "—": "-", "–": "-", "-": "-", "(": "(", "[": "(", ")": ")", "]": ")", ",": ",", ";": ";", ":": ":"}
_GIVEN_NAMES = frozenset(("jan", "april", "june", "august"))
_STOPS = ".!?…"
_CASES = ("k", "K")
"""The letters of a word without and with a capital."""


@frozen(eq=False)
class Marked:
    """A sentence with its marks: `marks[i]` is the letter of token i, `words[i]` its lower-case text."""

    tokens: Tokens
    words: tuple[str, ...]
    marks: str

    def __len__(self) -> int:
        return len(self.marks)

    def mark(self, index: int) -> str:
        """The letter of a token; "^" before the first one and "$" after the last."""
        if index < 0:
            return "^"
        return self.marks[index] if index < len(self.marks) else "$"


def marked(tokens: Tokens) -> Marked:
    """The sentence with one letter per token.

    >>> from claimcheck.reading.tokens import cut
    >>> marked(cut("The U.N. mission said on Monday 12 had died.")).marks
    'dK.K.bviT9xk$'
    """
    get, words, text, starts = _WORDS.get, tokens.words, tokens.text, tokens.starts
    letters = [
        get(word) or (_CASES[text[starts[index]].isupper()] if word.isalpha() else _unlisted(tokens, index))
        for index, word in enumerate(words)
    ]
    for index in [index for index, letter in enumerate(letters) if letter in "wrdTvxl"]:
        letters[index] = _settled(tokens, letters, index)
    return Marked(tokens, words, "".join(letters))


def _settled(tokens: Tokens, letters: Sequence[str], index: int) -> str:
    """The letter of a listed word where it stands: "WHO", "June Parker", "Doctors Now" and "a/c" are names, "in May" a time."""
    letter = letters[index]
    if letter == "v":
        return "K" if _surname(tokens, index, letters) else "k" if "h" in letters[index + 1 : index + 2] else "v"
    if letter == "d":
        return "K" if tokens.words[index + 1 : index + 2] == ("/",) else "d"
    if letter == "l":
        return "T" if index and tokens.words[index] == "may" and tokens.capital(index) else "l"
    if letter == "x":
        return "K" if index and letters[index - 1] in "Kpub" and tokens.capital(index) else "x"
    named = _is_name(tokens, index, letters) if letter == "T" else _acronym(tokens, index)
    return "K" if named else letter


def uncontracted(word: str) -> str:
    """The pronoun of "she'd"; any other word as it is."""
    return word.replace("’", "'").partition("'")[0] if word.endswith(("'d", "'ve", "'re", "'ll", "’d", "’ve", "’re", "’ll")) else word


def _unlisted(tokens: Tokens, index: int) -> str:
    """The letter of digits, a sign, or a word with an apostrophe in it."""
    kind, word = tokens.kinds[index], tokens.words[index]
    if kind != "w":
        return "9" if kind == "d" else _sign(tokens, index)
    if word.endswith(("n't", "n’t")):
        return "z"
    return "r" if _WORDS.get(uncontracted(word)) == "r" else _CASES[tokens.capital(index)]


def _is_name(tokens: Tokens, index: int, letters: Sequence[str]) -> bool:
    """Whether a month's word is a person's given name: "June Parker", not "in June Parker" or "on 3 June Parker"."""
    if tokens.words[index] not in _GIVEN_NAMES:
        return False
    return letters[index + 1 : index + 2] == ["K"] and (index == 0 or letters[index - 1] not in "i9T") and tokens.capital(index)


def _surname(tokens: Tokens, index: int, letters: Sequence[str]) -> bool:
    """Whether a capital makes a name of a verb's form: "Omar Said was", "Omar Said has"."""
    named = index > 0 and letters[index - 1] in "Kp" and tokens.capital(index) and tokens.capital(index - 1)
    return named and "".join(letters[index + 1 : index + 2]) in ("e", "x")


def _acronym(tokens: Tokens, index: int) -> bool:
    """Whether a function word is written in capitals: WHO, IT."""
    surface = tokens.text[tokens.starts[index] : tokens.ends[index]]
    return len(surface) > 1 and surface.isupper()


def _sign(tokens: Tokens, index: int) -> str:
    sign = tokens.words[index]
    follows, after = tokens.kinds[index + 1 : index + 2], tokens.words[index + 1] if index + 1 < len(tokens.words) else ""
    if sign in "'’" and tokens.touches(index) and tokens.words[index - 1].endswith("s"):
        return "'"
    if sign in _STOPS:
        inside = sign == "." and tokens.touches(index) and (follows == "w" or after in (",", "'s", "’s"))
        return "." if inside else "$"
    if sign in "-/&" and follows and tokens.touches(index) and tokens.touches(index + 1):
        return "h"
    return _SIGNS.get(sign, "~")
