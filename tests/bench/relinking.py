"""What building all events anew costs, in a database: `python tests/bench/relinking.py [claims …]`, by default 300,000.

Claims of the made-up world of `linking.py` are written to a database in a temporary folder, then linked through the
store. Prints for each size the CPU seconds and µs a claim of the linking and writing, and the most memory that the
process that links ever had.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from itertools import groupby
from pathlib import Path

from tests.bench.linking import claims
from tests.bench.store_world import Outcome
from timeline.link import link
from timeline.model.document import Document
from timeline.store import Store


def fill(path: Path, count: int) -> None:
    """A database of so many claims, not linked yet."""
    told = sorted(claims(count), key=lambda claim: claim.document)
    with Store.open(path, create=True) as store:
        store.add(
            Outcome(Document(key, f"{key}.txt", "", "text", key, key), (), tuple(own), None)
            for key, own in groupby(told, key=lambda claim: claim.document)
        )


def measure(path: Path, count: int) -> None:
    """One line of the table."""
    with Store.open(path) as store:
        began = time.process_time()
        events = store.relink(link)
        spent = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count:9,} {spent:8.1f} {1e6 * spent / count:8.0f} {memory:8.0f} {events:10,}", flush=True)


def main(sizes: list[str]) -> None:
    print(f"{'claims':>9} {'seconds':>8} {'µs each':>8} {'MB':>8} {'events':>10}", flush=True)
    for size in sizes or ["300000"]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "world.db")
            for step in ("fill", "measure"):
                subprocess.run([sys.executable, "-m", "tests.bench.relinking", step, str(path), size], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] in (["fill"], ["measure"]):
        {"fill": fill, "measure": measure}[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main(sys.argv[1:])
