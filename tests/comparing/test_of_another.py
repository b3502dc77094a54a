"""A figure that only equals a row's by its digits: what it counts, and whom its sentence is about, keep it from being borne out."""

from __future__ import annotations

from io import StringIO

import pandas
import pytest

from claimcheck import References, check

TABLE = """entity,measure,value,unit,as_of
Orla Dam,height,148,m,1974
Orla Dam,cost,612,million USD,1974
Orla Dam collapse,deaths,236,count,1987-05-12
Orla Dam collapse,people displaced,18400,count,1987-05-12
Port Bellan,population,96500,count,2020
Bellan Shipping,employees,3470,count,2024-12-31
Bellan Shipping,revenue,845,million USD,2024
Ferry Astra,capacity,1120,count,2011
Ferry Astra,length,171,m,2011
"""
LEAD = """Ferry Astra runs aground near Port Bellan

PORT BELLAN — The ferry Astra, owned by Bellan Shipping, ran aground on Sunday off Port Bellan, the coast guard said. Near the town lies the
Orla Dam, which collapsed in 1987.

The company has had a hard year. Nobody was hurt in the grounding. The weather was fine, the captain said.

"""


def verdicts(sentence: str) -> list[str | None]:
    references = References().with_frame(pandas.read_csv(StringIO(TABLE), dtype=str))
    found = check(LEAD + sentence, published="2025-06-02", references=references).findings
    own = (finding for finding in found if finding.check == "reference-value" and finding.claim.sentence.strip() == sentence)
    return [finding.verdict for finding in own]


@pytest.mark.parametrize(
    "sentence",
    [
        "The coast guard sent 236 sailors to Port Bellan.",
        "Some 236 cars were aboard the Astra.",
        "The Astra sailed 171 nautical miles before it ran aground.",
        "Bellan Shipping paid a fine of $612 million in 2019.",
        "The Astra carried 612 passengers and 148 cars.",
        "In 1987, the Astra's owner had 236 ships.",
        "Police in Port Bellan arrested 236 people.",
        "Rescuers laid 171 meters of boom around the Astra.",
        "A rope of 148 meters was used to pull the Astra free.",
        "The Astra was insured for $612 million.",
        "The Astra was 1,120 meters from the shore.",
        "In 1987, 236 houses were built in Port Bellan.",
    ],
)
def test_equal_digits_of_something_else_bear_nothing_out(sentence: str) -> None:
    assert verdicts(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The Astra can carry 1,120 people.",
        "Bellan Shipping, which had revenue of $845 million last year, apologized.",
        "Bellan Shipping keeps 3,470 posts.",
        "When the Orla Dam burst in 1987, 236 people died.",
        "The town of 96,500 people lives from the port.",
        "The collapse drove 18,400 people from their homes.",
    ],
)
def test_a_row_told_in_other_words_is_borne_out(sentence: str) -> None:
    assert verdicts(sentence) == ["supported"]
