"""Files of plain text, packed by gzip or not: whole, or line by line."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO
from zlib import error as Damaged

from claimcheck.errors import InputError, TableError

PACKED = ".gz"


def text_of(path: Path, encoding: str = "utf-8-sig") -> str:
    """The text of a file; TableError names the line where it is not of that encoding."""
    with opened(path, encoding) as stream:
        return stream.read()


@contextmanager
def opened(path: Path, encoding: str = "utf-8-sig") -> Iterator[TextIO]:
    """The open text of a file, its line ends as they are.

    Raises InputError for a file that cannot be read, TableError, here or while the text is read, naming the line that is not of that
    encoding.
    """
    try:
        with _bytes(path, encoding) as stream:
            yield stream
    except LookupError:
        raise TableError(f"{path}: {encoding!r} is no text encoding; write 'utf-8' or 'windows-1252', say.") from None
    except UnicodeDecodeError:
        raise _not_of(path, encoding) from None
    except (gzip.BadGzipFile, EOFError, Damaged):
        raise TableError(f"{path} is no whole gzip file; unpack it, or pack it again.") from None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.") from None


def _bytes(path: Path, encoding: str) -> TextIO:
    if path.suffix.lower() == PACKED:
        return gzip.open(path, "rt", encoding=encoding, newline="")
    return path.open(encoding=encoding, newline="")


def _not_of(path: Path, encoding: str) -> TableError:
    """The error that names the first line whose bytes are not of the encoding."""
    data = gzip.decompress(path.read_bytes()) if path.suffix.lower() == PACKED else path.read_bytes()
    line = 1
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        line += data.count(b"\n", 0, error.start)
    return TableError(f"{path}, line {line}: the text is not {encoding.removesuffix('-sig').upper()}; save the file as UTF-8.")
