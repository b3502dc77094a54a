"""From paths to drafts, and from bytes to text."""

from __future__ import annotations

import codecs
import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from claimcheck.documents._formats import formats, guessed, parse, shown
from claimcheck.errors import InputError
from claimcheck.model import Document

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BYTES_A_ZERO = 3
"""Every second byte of English in UTF-16 is zero; with fewer than so many bytes for each a file is no UTF-8 text."""
_OF_OTHER_PROGRAMS = frozenset((".doc", ".docx", ".odt", ".rtf", ".pdf", ".pages", ".htm", ".html", ".epub"))


def read(path: str | Path, *, stdin: IO[bytes] | None = None) -> Document:
    """Reads a draft; "-" is standard input (or `stdin`).

    A draft below the working folder is named from there, however its path was given, so that it is one document to a ledger; others keep
    the path as given. The suffix tells the format. Standard input and files without a suffix are Markdown if they open with front matter
    or show a heading, a fence or a link, else plain text. The file is UTF-8, or UTF-16 or UTF-32 with a byte order mark.

    Raises InputError for a path that is missing, a folder, a device or unreadable, for a suffix no reader knows, for bytes that are no
    text, UTF-16 without a mark among them, for an empty file, and for a date in the front matter that is none.
    """
    name = str(path)
    data = (stdin or sys.stdin.buffer).read() if name == "-" else _bytes(name)
    source = _decoded(data, shown(name))
    if not source.strip():
        raise InputError(f"{shown(name)} is empty; give a file that holds an article.")
    path = name if name == "-" else _from_here(name)
    return parse(source, _format(name) or guessed(source, path), path)


def _from_here(name: str) -> str:
    """The path from the working folder for what lies below it, else the path as given."""
    path = os.path.relpath(name) if os.path.splitdrive(name)[0] == os.path.splitdrive(os.getcwd())[0] else name
    return name if path.startswith(os.pardir) else path


def drafts(paths: Iterable[str | Path]) -> list[Path]:
    """The files to check: each path as given or from the working folder (see `read`), each once.

    A folder is replaced by the drafts in it and below it, sorted.
    A draft is a file whose suffix a reader knows; hidden files and folders are passed over, links to folders are not followed. "-" stays.

    Raises InputError for a path that does not exist and for a folder without drafts.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        inside = _within(path) if os.path.isdir(path) else [_existing(path)]
        found.update(dict.fromkeys(Path(_from_here(str(draft))) for draft in inside))
    return list(found)


def _existing(path: Path) -> Path:
    if str(path) != "-" and not os.path.exists(path):
        raise InputError(f"{shown(str(path))} does not exist; check the path.")
    return path


def _unreadable(path: str | Path, error: OSError) -> InputError:
    return InputError(f"{shown(str(path))} cannot be read ({error.strerror}); check its permissions.")


def _within(folder: Path) -> list[Path]:
    suffixes = _suffixes()
    found = []
    pending = [folder]
    while pending:
        for entry in _entries(pending.pop()):
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append(Path(entry.path))
            elif entry.is_file() and Path(entry.name).suffix.lower() in suffixes:
                found.append(Path(entry.path))
    if not found:
        raise InputError(f"{shown(str(folder))} holds no drafts; give files or a folder with files in {', '.join(sorted(suffixes))}.")
    return sorted(found)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        raise _unreadable(folder, error) from None


def _bytes(name: str) -> bytes:
    if os.path.isdir(name):
        raise InputError(f"{shown(name)} is a folder; give a file.")
    _format(str(_existing(Path(name))))
    try:
        with open(name, "rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            if (stat.S_ISCHR(mode) and not file.isatty()) or stat.S_ISBLK(mode):
                raise InputError(f"{shown(name)} is a device; give a file.")
            return file.read()
    except OSError as error:
        raise _unreadable(name, error) from None


def _decoded(data: bytes, name: str) -> str:
    mark, encoding = next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", "utf-8"))
    if not mark and data.count(0) * _BYTES_A_ZERO > len(data):
        raise InputError(f"{name} looks like UTF-16 without a byte order mark; save the file as UTF-8.")
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        offset = error.start + len(mark)
        raise InputError(f"{name}: the bytes at offset {offset} are not {encoding.upper()} text; save the file as UTF-8.") from None


def _format(name: str) -> str | None:
    suffix = Path(name).suffix.lower()
    if not suffix:
        return None
    for reader in formats().values():
        if suffix in reader.suffixes:
            return reader.name
    known = f"{shown(name)} has a suffix no reader knows; known are {', '.join(sorted(_suffixes()))}."
    remedy = " Open it in the program it is from and save it as plain text (.txt)." if suffix in _OF_OTHER_PROGRAMS else ""
    raise InputError(known + remedy)


def _suffixes() -> set[str]:
    return {suffix for reader in formats().values() for suffix in reader.suffixes}
