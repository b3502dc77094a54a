"""The stretches of a sentence that only say who speaks."""

from __future__ import annotations

from claimcheck.reading.framed import Sentence


def speaking(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """The token ranges that only name a speaker: "X said" in front, ", X said" behind, "according to X"."""
    letters, words, found = sentence.letters, sentence.tokens.words, []
    sources = [at for at, letter in enumerate(letters) if letter == "s"] if "s" in letters else []
    if "according" in words:
        sources += [at for at, word in enumerate(words) if word == "according" and words[at + 1 : at + 2] == ("to",)]
    for at in sources:
        first, last, says = at, at + 1, letters[at] == "s"
        if says and first > 0 and letters[first - 1] == ",":
            first = _aside_start(letters, first - 1)
        while says and first > 0 and letters[first - 1] not in ',;"N':
            first -= 1
        while last < len(letters) and letters[last] not in ',;"N' and words[last] != ".":
            last += 1
        behind = not says or (first > 0 and letters[first - 1] in ',"')
        begin = at if first > 0 and letters[first - 1] == "N" else first
        found.append((begin, last if behind and letters[last : last + 1] != "N" else at + 1))
    return tuple(found)


def _aside_start(letters: str, comma: int) -> int:
    """The comma that opens ", in Oslo," before the verb of saying, or the closing one where nothing opens."""
    opening = letters.rfind(",", max(0, comma - 8), comma)
    return opening if opening > 0 and not set(letters[opening:comma]) & set(';N"sb') else comma + 1
