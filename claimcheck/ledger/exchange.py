"""A whole ledger out to one file and back: JSONL, CSV or Parquet by the file's suffix.

Every file is a run of records, each a mapping of names to JSON values. A "version" record is followed by its "claim" records; "correction"
records come last. Export writes beside the file and renames at the end, so that a file is there whole or not at all. Import writes
whole versions, skips those the ledger holds, and refuses one that is not what was exported.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from attrs import asdict, evolve

from claimcheck import days
from claimcheck.errors import InputError, LedgerError
from claimcheck.ledger import corrections, formats
from claimcheck.ledger.articles import Profile
from claimcheck.ledger.codec import encode_fields, read, version_hash
from claimcheck.ledger.formats import Record
from claimcheck.ledger.records import Added, Correction
from claimcheck.ledger.store import Store
from claimcheck.ledger.versions import Entry, heads, texts_of, write

_BATCH = 5000
"""Claims written in one transaction, more where one version has more."""

Numbered = tuple[int, Record]


class _Broken(ValueError):
    """A record that is not what was exported; the text is the end of a sentence that begins with "this"."""


def export(store: Store, path: str | os.PathLike[str]) -> None:
    """Write the whole ledger, every version and correction, to a file.

    Raises LedgerError for an unknown suffix and for a file that cannot be written.
    """
    target = Path(path)
    form = formats.of(target)
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        form.write(beside, _records(store))
        os.replace(beside, target)
    except OSError as error:
        raise LedgerError(f"{target} cannot be written: {error.strerror or error}.") from error
    finally:
        beside.unlink(missing_ok=True)


def import_(store: Store, path: str | os.PathLike[str]) -> Added:
    """Read an export into a ledger; what the ledger holds already is left alone, so an interrupted import can be run again.

    Raises LedgerError for a file that is no export, ends too early or was changed, naming its line; versions before that line are kept. It
    also raises it for corrections that contradict those of the ledger; all else is kept then.
    """
    source = Path(path)
    if not source.is_file():
        raise LedgerError(f"There is no file {source} to import; check its name.")
    total, late = Added(), []
    try:
        for entries, found in _batches(_items(source, enumerate(formats.of(source).read(source), start=1))):
            total = _sum(total, _write(store, entries))
            late += found
    except UnicodeDecodeError as error:
        raise LedgerError(f"{source} is not UTF-8 text; export the ledger again.") from error
    except OSError as error:
        raise LedgerError(f"{source} cannot be read: {error.strerror or error}.") from error
    refused = _corrected(store, late)
    if refused:
        raise LedgerError(f"{refused[0]} All else of {source} is in the ledger, but for {len(refused)} such correction(s).")
    return total


def _corrected(store: Store, found: Iterable[Correction]) -> list[str]:
    """Write corrections; why some were refused, which contradict what the ledger holds."""
    refused = []
    with store.writing() as db:
        for correction in found:
            try:
                corrections.append(db, (correction,))
            except LedgerError as error:
                refused.append(str(error))
    return refused


def _records(store: Store) -> Iterator[Record]:
    for head in heads(store):
        texts = texts_of(store, head)
        article = {"article": head["document"]}
        yield {
            "record": "version",
            **article,
            **{key: head[key] for key in ("number", "recorded_at", "headline", "published", "words", "parent", "hash")},
            "claims": len(texts),
        }
        for text in texts:
            yield {"record": "claim", **article, **json.loads(text)}
    for correction in corrections.all_corrections(store):
        yield {"record": "correction", **asdict(correction)}


def _items(source: Path, records: Iterator[Numbered]) -> Iterator[Entry | Correction]:
    """The versions and corrections of an export, each checked."""
    for line, record in records:
        try:
            if record["record"] == "version":
                yield _entry(record, list(islice(records, int(record["claims"]))))
            elif record["record"] == "correction":
                yield _correction(record)
            else:
                raise _Broken("claim stands before its version")
        except (KeyError, TypeError, ValueError, InputError) as error:
            reason = str(error) if isinstance(error, _Broken) else "is no record of a ledger"
            raise LedgerError(f"{source}, record {line}: this {reason}; export the ledger again.") from error


def _entry(head: Record, followers: list[Numbered]) -> Entry:
    texts = [encode_fields({key: value for key, value in claim.items() if key not in ("record", "article")}) for _, claim in followers]
    if len(texts) < int(head["claims"]):
        raise _Broken("version is not complete, the file ends too early")
    parent, profile = head.get("parent"), Profile(head.get("headline"), head.get("published"), head["words"])
    if head["hash"] != version_hash(parent, head["recorded_at"], profile.told(), texts):
        raise _Broken("version was changed since its export")
    return Entry(head["article"], head["recorded_at"], profile, [read(text) for text in texts], texts, parent, head["hash"])


def _correction(record: Record) -> Correction:
    said = {key: value for key, value in record.items() if key != "record"}
    value = said.pop("value")
    correction = Correction(
        **{"document": None, "source": None, "url": None} | said, value=value if isinstance(value, str) else tuple(value)
    )
    days.iso(correction.on)
    return correction


def _batches(items: Iterable[Entry | Correction]) -> Iterator[tuple[list[Entry], list[Correction]]]:
    entries: list[Entry] = []
    found: list[Correction] = []
    size = 0
    for item in items:
        if isinstance(item, Correction):
            found.append(item)
            continue
        entries.append(item)
        size += len(item.texts)
        if size >= _BATCH:
            yield entries, []
            entries, size = [], 0
    yield entries, found


def _write(store: Store, entries: Sequence[Entry]) -> Added:
    """Append the versions the ledger does not hold yet, in one transaction."""
    question = "SELECT 1 FROM versions WHERE document = ? AND hash = ?"
    with store.writing() as db:
        new = [entry for entry in entries if db.execute(question, (entry.document, entry.hash)).fetchone() is None]
        return evolve(write(db, new), unchanged=len(entries) - len(new))


def _sum(a: Added, b: Added) -> Added:
    return Added(a.documents + b.documents, a.changed + b.changed, a.unchanged + b.unchanged, a.claims + b.claims)
