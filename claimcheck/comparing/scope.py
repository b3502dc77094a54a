"""The named tests of sameness, in the order in which they are asked. Each looks at one field of two claims and gives an Answer."""

from __future__ import annotations

from claimcheck.comparing.answers import Answer, Test
from claimcheck.comparing.events import event_types
from claimcheck.comparing.parts import whole
from claimcheck.comparing.periods import period, since
from claimcheck.comparing.what import change, kind, measure, status
from claimcheck.comparing.where import event, place
from claimcheck.comparing.whom import counted, entity

__all__ = ["TESTS", "Answer", "event_types"]

TESTS: tuple[Test, ...] = (kind, change, measure, counted, entity, place, event, period, since, status, whole)
