"""Small claims for the tests of the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from claimcheck.ledger import Ledger
from claimcheck.model import Claim, Interval

Make = Callable[..., Claim]


def make(value: str = "400", document: str | None = "flood-1", at: int = 0, **fields: Any) -> Claim:
    """A count of homes destroyed in Ostrava's flood, unless the fields say otherwise."""
    surface = fields.pop("surface", f"{value} homes")
    sentence = fields.pop("sentence", f"The flood in Ostrava destroyed {surface}.")
    start = at + max(sentence.find(surface), 0)
    return Claim(
        **{
            "id": f"{document}-{start}-{value}",
            "document": document,
            "outlet": "Moravian Post",
            "title": "The flood",
            "span": (start, start + len(surface)),
            "surface": surface,
            "number_span": (start, start + len(str(value))),
            "sentence": sentence,
            "sentence_span": (at, at + len(sentence)),
            "kind": "count",
            "value": value,
            "unit": "count",
            "counted": "home",
            "bounds": Interval(str(value), str(value), "count"),
            "measure": "destroyed",
            "entity": None,
            "place": "Ostrava",
            "event": "flood",
            "as_of": "2026-03-01",
            "said_on": "2026-03-01",
            **fields,
        }
    )


@pytest.fixture(name="make", scope="session")
def make_fixture() -> Make:
    """The builder of claims."""
    return make


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    """An empty ledger in memory."""
    with Ledger(":memory:") as ledger:
        yield ledger
