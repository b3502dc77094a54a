"""The whole way: an article in, a report out."""

from __future__ import annotations

from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import IO

from attrs import evolve

from claimcheck import checks, days, documents
from claimcheck.case import Case
from claimcheck.ledger import Ledger
from claimcheck.model import Document, Finding, Report
from claimcheck.reading import extract
from claimcheck.references import References


def check(
    text: str,
    published: date | str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    document: str | None = None,
    ledger: Ledger | None = None,
    references: References | None = None,
    strict: bool = False,
    summary: str | None = None,
) -> Report:
    """Read every figure of a text and hold it against references, a ledger of earlier claims, and the text itself.

    `summary` is a standfirst or description that stands beside the text: its figures are held against it, as the title's are.
    Without `references` those that ship with the package are used; `References()` means none. `strict` is for a text written from tables:
    every figure that the references neither hold nor lead to is an error, see the check reference-missing. Nothing is written to the
    ledger: add `report.claims` to it once the article stands. Raises InputError where `published` is not a date.

    >>> report = check("Russia illegally annexed Crimea in 2016.", published="2026-02-05")
    >>> [(finding.verdict, finding.claim.value) for finding in report.problems]
    [('contradicted', '2016')]
    """
    article = Document(text, text, path=document, title=title, published=days.iso(published), outlet=outlet, summary=summary)
    return check_document(article, document=document, ledger=ledger, references=references, strict=strict)


def check_file(
    path: str | Path,
    *,
    published: date | str | None = None,
    ledger: Ledger | None = None,
    references: References | None = None,
    strict: bool = False,
    stdin: IO[bytes] | None = None,
) -> Report:
    """The same for a document in a file ("-" is standard input): front matter gives title, day and outlet, findings point into the file.

    Raises InputError where the file cannot be read.
    """
    article = documents.read(path, stdin=stdin)
    if published is not None:
        article = evolve(article, published=days.iso(published))
    return check_document(article, document=article.path, ledger=ledger, references=references, strict=strict)


def check_document(
    article: Document,
    *,
    document: str | None = None,
    ledger: Ledger | None = None,
    references: References | None = None,
    strict: bool = False,
) -> Report:
    """A report on a Document, see `claimcheck.read`."""
    article = evolve(article, published=days.of_print(article.published))
    claims = extract(article.text, article.published, article.title, article.outlet, document)
    tables = References.shipped() if references is None else references
    told = claims if document is not None else tuple(evolve(claim, document=_UNNAMED) for claim in claims)
    case = Case(article, told, ledger, tables.as_strict() if strict else tables)
    findings = sorted(checks.run(case), key=lambda f: (f.claim.span, _LOUDNESS[f.severity], f.check))
    return Report(article, claims, tuple(_placed(article, finding) for finding in findings))


_LOUDNESS = {"error": 0, "warning": 1, "note": 2}
_UNNAMED = "\x1funnamed"
"""What an article without a name is called among the checks, which know its own figures by it."""


def _placed(article: Document, finding: Finding) -> Finding:
    """The finding with its place in the author's file and a fingerprint that survives lines moving."""
    claim = finding.claim
    mark = "\x1f".join((finding.check, finding.verdict, claim.sentence, claim.surface, *(str(e.value) for e in finding.evidence)))
    return evolve(
        finding,
        claim=evolve(claim, document=None) if claim.document == _UNNAMED else claim,
        evidence=tuple(evolve(one, document=None) if one.document == _UNNAMED else one for one in finding.evidence),
        location=documents.locate(article, claim.span),
        fingerprint=blake2b(mark.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest(),
    )
