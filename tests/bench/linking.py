"""What linking costs: `python tests/bench/linking.py [claims …]`, by default 30,000 100,000 300,000 made-up claims.

Every happening has a day, two actors, a deed and a few words of its own, and is told by one to eight documents, in
sentences of different filling; one in five gives only the month. Each size runs in a process of its own.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from timeline.link import link
from timeline.model.claim import Claim
from timeline.model.facts import DocumentFacts
from timeline.model.key import content_key
from timeline.model.participant import Participant
from timeline.model.provenance import Provenance
from timeline.temporal.interval import Interval
from timeline.temporal.ordinal import to_jdn

DEEDS = "sign attack open meet arrest publish elect kill buy close visit protest resign launch win reject find burn"
SYLLABLES = "ka lo mi ru ten bas vor el ny sha dro pik um ga fer zol in qua tas be"
BEGIN, DAYS = to_jdn(1990, 1, 1), 12_000
CLAIMS_OF_A_DOCUMENT = 15


def words(chance: random.Random, count: int) -> list[str]:
    """A made-up vocabulary, the first words the most frequent."""
    return ["".join(chance.choices(SYLLABLES.split(), k=chance.randint(2, 4))) for _ in range(count)]


def claims(count: int) -> Iterator[Claim]:
    """About so many, of a fifteenth as many documents."""
    chance = random.Random(11)
    lexicon = words(chance, 20_000)
    actors = [word.title() for word in words(chance, 3_000)]
    documents = max(1, count // CLAIMS_OF_A_DOCUMENT)
    made = 0
    while made < count:
        day = Interval.of_jdn(BEGIN + chance.randrange(DAYS))
        who = [actors[int(len(actors) * chance.random() ** 2)] for _ in range(2)]
        deed = chance.choice(DEEDS.split())
        own = [lexicon[int(len(lexicon) * chance.random() ** 2)] for _ in range(6)]
        for n in range(min(chance.choice((1, 1, 1, 2, 2, 3, 5, 8)), count - made)):
            filling = [lexicon[int(len(lexicon) * chance.random() ** 2)] for _ in range(10)]
            mixed = chance.sample(own, 5) + filling
            chance.shuffle(mixed)
            quote = f"{who[0]} {deed} {who[1]} {' '.join(mixed)}."
            when = day if chance.random() > 0.2 else Interval.parse(day.edtf[:7])
            yield Claim(
                key=content_key(made),
                document=f"d{chance.randrange(documents)}",
                start=made,
                end=made + len(quote),
                quote=quote,
                title=quote[: len(quote) // 2],
                when=when,
                trigger=deed,
                participants=tuple(Participant(name, "person", "who", n, n) for name in who),
                provenance=Provenance("date.full", None, "stated"),
            )
            made += 1


def measure(count: int) -> None:
    """One line: seconds, microseconds and bytes a claim, events."""
    told = list(claims(count))
    documents = {key: DocumentFacts(key, key) for key in {claim.document for claim in told}}
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    events = link(told, documents)
    spent = time.process_time() - began
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    print(f"{count:8,} {spent:8.1f} {1e6 * spent / count:8.0f} {memory / count:8.0f} {len(events):10,}")


def main(sizes: list[str]) -> None:
    if len(sizes) == 1:
        measure(int(sizes[0]))
        return
    print(f"{'claims':>8} {'seconds':>8} {'µs each':>8} {'B each':>8} {'events':>10}", flush=True)
    for size in sizes or ["30000", "100000", "300000"]:
        subprocess.run([sys.executable, __file__, size], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
