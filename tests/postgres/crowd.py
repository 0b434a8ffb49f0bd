"""One of a crowd on a server: `python -m tests.postgres.crowd write|read URL SECONDS NAME FOLDER`.

A writer tells of each document that was stored in FOLDER/NAME, once it is; a reader looks for halves of anything.
"""

from __future__ import annotations

import os
import sys
import time
from itertools import count
from pathlib import Path

from tests.store.world import link, outcome
from timeline.store import Filter, Store


def write(url: str, until: float, told: Path) -> None:
    """Documents one by one; every fifth time the events are linked as well."""
    file = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for number in count():
        uri = f"{told.name}-{number}.txt"
        with Store.open(url, create=True) as store:
            store.add([outcome(uri, f"{1900 + number % 100} | Thing {uri} | Chad")])
            os.write(file, f"{uri}\n".encode())
            if number % 5 == 4:
                store.relink(link)
        if time.monotonic() > until:
            return


def read(url: str, until: float) -> None:
    """Every event has all its claims, whoever writes."""
    with Store.open(url) as store:
        while time.monotonic() < until:
            rows = list(store.rows(Filter.of(actor="Chad", limit=30)))
            assert all(len(row["evidence"]) == row["mentions"] for row in rows)
            store.count(Filter.of(match="thing"))
            time.sleep(0.1)


if __name__ == "__main__":
    kind, url, seconds, name, folder = sys.argv[1:]
    until = time.monotonic() + float(seconds)
    if kind == "write":
        write(url, until, Path(folder) / name)
    else:
        read(url, until)
