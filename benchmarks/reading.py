"""How fast reading is, and how it stands up to hostile text: python benchmarks/reading.py [--quick].

Measures sentences per CPU second beside a floor (one regular expression that only finds digits and scale words, over the same text in the
same run), time per sentence from 1,000 to 16,000 sentences and from 1 KB to 1 MB of one text, a megabyte of each kind of hostile text,
memory, and what `import claimcheck` and a first sentence cost in a fresh process. Figures are medians of several runs, those of the
largest sizes of one; other work on the machine makes them worse, never better. The articles are made up from the sentences below.
"""

from __future__ import annotations

import argparse
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import chain, cycle, islice

from claimcheck import extract
from claimcheck.reading import sentences

SENTENCES = """
The ministry said at least 1,240 people had died and more than 3,000 were hurt.
Rescuers worked through the night in the valley, where roads were still blocked.
Brent crude rose 83 cents, or 1.1%, to $77.42 a barrel.
“We have lost everything,” said Marta Oliveira, 61, a teacher from the old town.
The bank raised its key rate by half a point to 4.5 per cent in June.
Officials did not say when the bridge would open again.
The fire burned about 12,000 hectares (30,000 acres) and some 430 homes.
In a statement on Monday the company denied any wrongdoing.
The airline carried 7.9 million passengers in July, 3.2% more than a year earlier.
He has led the party since 2016 and plans to stand again.
Of the 120 drones fired overnight, 112 were shot down, the air force said.
The talks in Geneva ended without a joint declaration.
Unemployment fell to 4.1% from 4.3%, with 112,000 jobs added.
She moved to Lisbon as a child and studied law there.
Nearly two million people – one in ten of the population – face hunger.
The storm is expected to reach the coast by Thursday evening.
Net profit was $2.3bn, or $1.12 a share, compared with $1.9bn a year ago.
Neighbours described a loud bang and then silence.
The dam, 90 metres high and 1.2 km long, will generate 560MW.
Critics say the law will do little to help tenants.
""".strip().split("\n")
FLOOR = re.compile(r"[$£€]?\d[\d,.]*(?:\s?(?:hundred|thousand|million|billion|trillion|bn|m|%|per cent))?", re.IGNORECASE)
HOSTILE = {
    "digits": "1234567890",
    "commas": ",",
    "digits and commas": "1,",
    "million": "million ",
    "currency signs": "$",
    "amounts": "$5 ",
    "no spaces": "abcdefgh",
    "NUL": "\0",
    "right-to-left marks": "\u200f\u202e",
    "numbers": "12 ",
    "list": "12, ",
    "hyphens": "12-",
    "brackets": "12 (",
    "line breaks": "\n",
    "full stops": ".",
    "ranges": "from 5 to ",
    "ages": "Anna, 5, ",
    "halves": "5 and a half ",
    "addresses": "a@b.c ",
    "nouns": "12 big and ",
}
RUNS = 5


def article(count: int) -> str:
    """So many sentences in paragraphs of three."""
    lines = islice(cycle(SENTENCES), count)
    return "".join(line + ("\n\n" if index % 3 == 2 else " ") for index, line in enumerate(lines))


def seconds(work: Callable[[], object]) -> float:
    """The CPU seconds of one run."""
    began = time.process_time()
    work()
    return time.process_time() - began


def median(work: Callable[[], object], runs: int = RUNS) -> float:
    return statistics.median(seconds(work) for _ in range(runs))


def speed() -> Iterator[str]:
    """Articles of thirty sentences, as news has them, beside the floor."""
    texts = [article(30)] * 20
    count = sum(len(sentences.split(text)) for text in texts)
    ours = median(lambda: [extract(text, published="2026-02-05") for text in texts])
    floor = median(lambda: [FLOOR.findall(text) for text in texts])
    yield f"sentences per CPU second, articles of 30: {count / ours:,.0f}"
    yield f"sentences per CPU second, the floor: {count / floor:,.0f} ({ours / floor:.0f} times as fast)"
    lone = median(lambda: [extract(sentence, published="2026-02-05") for sentence in SENTENCES * 10])
    yield f"sentences per CPU second, one by one: {len(SENTENCES) * 10 / lone:,.0f}"


def growth(most: int) -> Iterator[str]:
    """Microseconds per sentence of many articles, and of one text that grows."""
    for count in (1000, 4000, most):
        texts = [article(20)] * (count // 20)
        took = median(lambda texts=texts: [extract(text, published="2026-02-05") for text in texts], _runs(count, 4000))
        yield f"{count:,} sentences in articles of 20: {took / count * 1e6:.0f} µs a sentence"
    for size in (1_000, 10_000, 100_000, 1_000_000):
        text = article(size // 60)[:size]
        count = len(sentences.split(text))
        took = median(lambda text=text: extract(text, published="2026-02-05"), _runs(size, 100_000))
        yield f"one text of {size / 1000:,.0f} KB: {took / count * 1e6:.0f} µs a sentence"


def _runs(size: int, limit: int) -> int:
    """How often a size is measured: the largest once, for it averages over enough by itself."""
    return 3 if size <= limit else 1


def hostile(size: int) -> Iterator[str]:
    """Seconds for a text and for a quarter of it; linear is a ratio of four."""
    for name, unit in HOSTILE.items():
        small, large = (seconds(lambda length=length, unit=unit: extract(unit * (length // len(unit)))) for length in (size // 4, size))
        yield f"{size / 1e6:g} MB of {name}: {large:.2f} s, {large / max(small, 0.001):.1f} times a quarter of it"


def start() -> str:
    """What a fresh process pays for the import and a first sentence."""
    code = (
        "import resource, time\n"
        "import claimcheck\n"
        "claimcheck.extract('The flood killed 14 people.', published='2026-02-05')\n"
        "print(time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split() for _ in range(RUNS)]
    cpu, memory = (statistics.median(float(run[index]) for run in runs) for index in (0, 1))
    return f"import and first sentence in a fresh process: {cpu:.2f} CPU s, {memory:.0f} MB"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    options.add_argument("--quick", action="store_true", help="smaller sizes, a look rather than a measurement")
    quick = options.parse_args().quick
    extract(article(3))
    print(start())
    for line in chain(speed(), growth(4000 if quick else 16000), hostile(100_000 if quick else 1_000_000)):
        print(line, flush=True)
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
