"""What is found of documents of all kinds, written by people who knew no rule: python -m tests.bench.kinds

One line a document: happenings that a reader would insist on, or think reasonable, found with the exact date; dated
claims that are right; of those found, the status that is right. `unread`: nobody looked at more than these figures.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.extract.kinds import Score, scores


def main() -> None:
    """Add them to a new database, and count."""
    with tempfile.TemporaryDirectory() as folder:
        told = list(scores(Path(folder) / "kinds.db"))
    print(f"{'':32}{'must':>12}{'should':>12}{'right':>12}{'status':>12}")
    for part in (False, True):
        own = [one for one in told if one.gold.unread is part]
        for one in own:
            _line(one.gold.name, [one])
        _line("UNREAD" if part else "READ", own)


def _line(name: str, told: Sequence[Score]) -> None:
    cells = []
    for need in ("must", "should"):
        wanted = sum(one.need == need for each in told for one in each.gold.wanted)
        cells.append((sum(each.found[need] for each in told), wanted))
    cells.append((sum(each.right for each in told), sum(each.dated for each in told)))
    cells.append((sum(each.status for each in told), sum(each.found.total() for each in told)))
    print(f"{name:32}" + "".join(f"{some:5}/{all_:<4}{100 * some / max(all_, 1):3.0f}" for some, all_ in cells))


if __name__ == "__main__":
    main()
