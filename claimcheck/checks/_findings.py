"""Findings within an article: the verdict on a computation, its severity, and the figures it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b

from claimcheck.case import Case
from claimcheck.checks._evidence import same_article
from claimcheck.model import Claim, Evidence, Finding, Span
from claimcheck.reading import sentences

_SIGHT = 400
"""Characters behind a misprint in which its sentence is taken to end."""


def inconsistent(
    check: str,
    claim: Claim,
    others: Sequence[Claim],
    computation: str,
    severity: str = "error",
    conclusion: str = "these cannot all be right",
) -> Finding:
    """Figures that do not go together. `computation` is one line a reporter can redo, `conclusion` what it says of them.

    Where every figure stands in the words of one speaker, it is the speaker's slip: a note that names him.
    """
    speaker = _speaker((claim, *others))
    if speaker is not None:
        return _finding(check, "note", "inconsistent", claim, others, f"{computation}; so {speaker}, in quotation marks.", computation)
    together = f": {conclusion}" if others else ""
    return _finding(check, severity, "inconsistent", claim, others, f"{computation}{together}.", computation)


def consistent(check: str, claim: Claim, others: Sequence[Claim], computation: str, rounding: bool = False) -> Finding:
    """Figures that agree, perhaps only thanks to rounding or a hedge."""
    how = "that fits, only thanks to rounding or a hedge" if rounding else "that fits"
    return _finding(check, "note", "consistent", claim, others, f"{computation}: {how}.", computation)


def misprint(check: str, case: Case, span: Span, message: str, severity: str = "error") -> Finding:
    """Something that stands for no value at all, and so is no claim of the article."""
    document, text = case.document, case.document.text
    sentence = next((part for part in sentences.split(text[: span[1] + _SIGHT]) if part[0] <= span[0] < part[1]), span)
    written = text[slice(*span)]
    place = Claim(
        id=blake2b(f"{document.path}\x1f{span}\x1f{written}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest(),
        document=document.path,
        outlet=document.outlet,
        title=document.title,
        span=span,
        surface=written,
        number_span=span,
        sentence=text[slice(*sentence)],
        sentence_span=sentence,
        kind="misprint",
        value=written,
        unit=None,
        said_on=document.published,
    )
    return _finding(check, severity, "inconsistent", place, (), f"{message}.", message)


def _finding(check: str, severity: str, verdict: str, claim: Claim, others: Iterable[Claim], message: str, computation: str) -> Finding:
    grounds = (Evidence("computation", note=computation), *map(same_article, others))
    return Finding(check, severity, verdict, message, claim, grounds)


def _speaker(claims: Sequence[Claim]) -> str | None:
    """The one speaker in whose quoted words all the figures stand."""
    sources = {claim.attribution.source if claim.attribution else None for claim in claims if claim.quoted}
    if len(claims) < 2 or not all(claim.quoted for claim in claims) or len(sources) > 1:
        return None
    return next(iter(sources), None) or "a speaker"
