"""Whether tagging takes time in proportion to the text, bait by bait: python -m tests.bench.linear_tagging

For every bait, and for the beginning of every rule's own example, CPU time of tagging and resolving 100 kB over that of
50 kB. Where it is above the limit it is measured again, up to some times, and the least of each size counts: a machine
that others use is slow by chance, a quadratic rule always.
"""

from __future__ import annotations

import argparse
import time

from tests.tag.baits import baits, repeated
from timeline.languages import load
from timeline.resolve import resolve
from timeline.tag import tag

HALF = 50_000
LIMIT = 2.5
MOST_ROUNDS = 8
LANGUAGE = load("en")


def seconds(text: str) -> float:
    """CPU time of tagging and resolving."""
    start = time.process_time()
    resolve(tag(text, LANGUAGE, "news"), text, LANGUAGE, None, "narrative")
    return time.process_time() - start


def measured(bait: str) -> tuple[float, float]:
    """Seconds for half of it and for the whole."""
    half, whole = repeated(bait, HALF), repeated(bait, 2 * HALF)
    seconds(half)
    one, two = seconds(half), seconds(whole)
    rounds = 1
    while two > LIMIT * one and rounds < MOST_ROUNDS:
        one, two = min(one, seconds(half)), min(two, seconds(whole))
        rounds += 1
    return one, two


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    found = [(bait, *measured(bait)) for bait in baits(LANGUAGE)]
    above = [(bait, one, two) for bait, one, two in found if two > LIMIT * one]
    for bait, one, two in above:
        print(f"{bait!r:24} {1000 * one:8.1f} ms {1000 * two:8.1f} ms   x {two / one:.2f}")
    worst = max(two / one for _, one, two in found)
    slowest = max(found, key=lambda entry: entry[2])
    print(f"{len(found)} baits, {len(above)} above {LIMIT}; worst ratio {worst:.2f}")
    print(f"slowest: {slowest[0]!r}, {1000 * slowest[2]:.0f} ms for 100 kB")


if __name__ == "__main__":
    main()
