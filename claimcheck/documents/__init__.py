"""An article as its author keeps it -> Document: the prose, and the map back to line and column of the file.

Each module of this folder whose name does not start with an underscore is a reader; its file name is the format's name (a trailing
underscore only avoids the name of a standard module). A reader declares

    SUFFIXES: tuple[str, ...]                                 the file suffixes it reads
    def read(source: str, start: int) -> Prose: ...           the prose of source[start:], offsets counted in source

Adding a format is adding such a file. Front matter, encodings and line ends are settled before and after the reader, for all of them.
"""

from __future__ import annotations

from claimcheck.documents._files import drafts, read
from claimcheck.documents._formats import formats, parse
from claimcheck.documents._places import line_starts, locate

__all__ = ["drafts", "formats", "line_starts", "locate", "parse", "read"]
