"""Whether tagging takes time in proportion to the text, bait by bait: python tests/bench/linear_tagging.py

For every bait, and for the beginning of every rule's own example, CPU time of 100 kB over that of 50 kB, each the best
of some rounds. A ratio above 2.5 in every round is reported.
"""

from __future__ import annotations

import time

from timeline.languages import load
from timeline.resolve import resolve
from timeline.tag import tag

BAITS = [
    " ",
    "1",
    "1 ",
    "May ",
    "1/1/",
    "-",
    "\uff11",
    "\u200b",
    "\n",
    "\n\n",
    "12 ",
    "the ",
    "a ",
    "last ",
    "two ",
    "1,",
]
BAITS += ["1.", "'", "(", "from 1990 to ", "early ", "hundred ", "of ", "\u2019", "A", ". A "]
HALF = 50_000
LIMIT = 2.5


def seconds(text: str) -> float:
    """CPU time of tagging and resolving."""
    language = load("en")
    start = time.process_time()
    resolve(tag(text, language, "news"), text, language, None, "narrative")
    return time.process_time() - start


def main() -> None:
    language = load("en")
    baits = BAITS + sorted({rule.examples[0].text[:14] + " " for rule in language.rules})
    worst = 0.0
    for bait in baits:
        whole = (bait * (2 * HALF // len(bait) + 1))[: 2 * HALF]
        half = whole[:HALF]
        seconds(half)
        rounds = [(seconds(half), seconds(whole)) for _ in range(4)]
        ratio = min(two for _, two in rounds) / max(min(one for one, _ in rounds), 1e-4)
        worst = max(worst, ratio)
        if ratio > LIMIT:
            print(f"{bait!r:24} {1000 * rounds[0][0]:8.1f} ms {1000 * rounds[0][1]:8.1f} ms   x {ratio:.2f}")
    print(f"{len(baits)} baits, worst ratio {worst:.2f}")


if __name__ == "__main__":
    main()
