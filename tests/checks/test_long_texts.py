"""Nothing keeps a newsroom waiting: the time of a check grows with the length of a text, not with its square."""

from __future__ import annotations

from time import process_time

import pytest

import claimcheck as cc

SENTENCES = (
    "Of the 60 passengers, 40 were rescued, 12 died and 8 are missing. ",
    "The pact was signed in 2011, three years after the vote of 2008. ",
    "Ida Brandt won 48.2 percent of the vote and Per Okafor 39.7 percent. ",
    "The trawler sank 190 miles (306 kilometers) off the coast. ",
    "Prices fell by 3.2% in May after a rise of 1.1% in April. ",
    "The club freed him on May 13, nine days after the blast of May 4. It paid 700 euros, or 100 euros a day, in seven days. ",
    "The dead were 14 women and nine men. The previous record low was 38 per cent. ",
    "killed 12 people and wounded 30 people and ",
)


def seconds(text: str) -> float:
    begin = process_time()
    cc.check(text, published="2026-03-04")
    return process_time() - begin


@pytest.mark.parametrize("sentence", SENTENCES)
def test_time_is_linear_in_the_text(sentence: str) -> None:
    seconds(sentence * 20)
    assert seconds(sentence * 800) < 7 * seconds(sentence * 200)


def test_time_is_linear_in_a_paragraph_of_percentages() -> None:
    towns = [
        f"Town {n} sold {2000 + 7 * n:,} tons in May. It had sold {1500 + 11 * n:,} tons in April, and prices rose {11 + n % 37} percent. "
        for n in range(800)
    ]
    seconds("".join(towns[:20]))
    assert seconds("".join(towns)) < 7 * seconds("".join(towns[:200]))


def test_time_is_linear_where_no_figure_is_given_twice() -> None:
    sentences = [f"The harbour took in {1000 + 37 * n:,} crates and sold {200 + 13 * n:,} tons. " for n in range(800)]
    seconds("".join(sentences[:20]))
    assert seconds("".join(sentences)) < 7 * seconds("".join(sentences[:200]))
