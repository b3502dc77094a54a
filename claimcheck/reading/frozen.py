"""Frozen values for the readers, as cheap to build as plain ones: a sentence makes dozens, and so do two claims that are compared.

`attrs.frozen` guards a value at run time too, for the price of one call for each of its fields. Inside the readers, and for what the tests
of sameness answer, the type checker is guard enough, so at run time `frozen` builds plain attrs classes; what leaves them
(`claimcheck.model`) is guarded at run time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attrs import frozen as frozen
else:
    from attrs import define

    def frozen(cls=None, *, eq=True):
        """A class decorator as `attrs.frozen` is one: equal values have equal hashes; with eq=False each value equals itself alone.

        >>> @frozen
        ... class Place:
        ...     name: str
        >>> Place("Oslo") == Place("Oslo"), len({Place("Oslo"), Place("Oslo")})
        (True, 1)
        """
        plain = define(eq=eq, unsafe_hash=eq or None)
        return plain if cls is None else plain(cls)
