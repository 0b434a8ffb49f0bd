"""How fast documents are read and understood: `python tests/bench/reading.py [CORPUS.jsonl] [--documents N]`.

Prints documents and characters a second with one and two workers, the rate of the second and the last tenth of many
small documents, the time of an unchanged second run, and what one large text and one large line take.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

from timeline.pipeline import Options, run
from timeline.read import Source, find

_WORDS = "the a river bridge town council engineer opened closed sold built near after before old new king train"
WORDS = _WORDS.split()


def sentence(chance: random.Random) -> str:
    """Something like news: a date in every third sentence."""
    words = " ".join(chance.choice(WORDS) for _ in range(chance.randint(8, 22)))
    when = f" on {chance.randint(1, 28)} March {chance.randint(1850, 2020)}" if chance.random() < 0.33 else ""
    return f"{words.capitalize()}{when}."


def text(chance: random.Random, size: int) -> str:
    """About so many characters of it."""
    parts: list[str] = []
    length = 0
    while length < size:
        parts.append(sentence(chance))
        length += len(parts[-1]) + 1
    return " ".join(parts)


def timed(name: str, sources: Iterable[object], jobs: int, known: Callable[[str], bool] | None = None) -> set[str]:
    """Run them all and print what it took."""
    start = time.perf_counter()
    stamps, characters, states = [], 0, dict[str, int]()
    digests = set()
    for outcome in run(sources, Options(), jobs=jobs, known=known):  # type: ignore[arg-type]
        stamps.append(time.perf_counter())
        states[outcome.state] = states.get(outcome.state, 0) + 1
        digests.add(outcome.sha256)
        characters += len(outcome.result.document.text) if outcome.result else 0
    took = time.perf_counter() - start
    rate = f"{len(stamps) / took:8.0f} documents/s  {characters / took / 1e6:6.2f} Mchar/s"
    line = f"{name:34} {took:7.2f} s  {rate}  {states}"
    if len(stamps) > 2000:
        tenth = len(stamps) // 10
        first, last = (
            stamps[2 * tenth] - stamps[tenth],
            stamps[-1] - stamps[-1 - tenth],
        )  # the first has the start in it
        line += f"  last tenth at {100 * first / last:.0f} % of the second's rate"
    peaks = [resource.getrusage(who).ru_maxrss >> 10 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(line, f"  peak MB: {peaks[0]} here, {peaks[1]} in a worker")
    return digests


def main() -> None:
    """All of them, or a corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="?")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--megabytes", type=int, default=20)
    args = parser.parse_args()
    if args.corpus:
        for jobs in (1, 2):
            digests = timed(f"corpus, {jobs} workers", find([args.corpus]), jobs)
        timed("corpus, unchanged", find([args.corpus]), 2, digests.__contains__)
        return
    chance = random.Random(1)
    bodies = [text(chance, 1500) for _ in range(500)]
    many = (Source(f"{n}.txt", data=f"{n}. {bodies[n % 500]}".encode()) for n in range(args.documents))
    timed(f"{args.documents} small documents", many, 2)
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder, "large.txt")
        large.write_text("\n\n".join(islice(iter(lambda: text(chance, 1000), ""), args.megabytes * 1000)))
        timed(f"one text of {args.megabytes} MB", find([large]), 1)
        line = Path(folder, "large.jsonl")
        line.write_text(json.dumps({"text": large.read_text()}) + "\n")
        timed(f"one line of {args.megabytes} MB", find([line]), 1)


if __name__ == "__main__":
    main()
