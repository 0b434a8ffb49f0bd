"""Two programs that write and ten that read one file, over and over, for a minute.

    python -m tests.store.crowd FOLDER SECONDS        leaves FOLDER/x.db as they left it, and FOLDER/told.json
    python -m tests.store.crowd FOLDER SECONDS KIND NAME         one of them

It begins with the tests and is judged at their end (tests/conftest.py), since most of the minute it sleeps.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from tests.store.world import WORLD, link, outcome
from timeline.store import Filter, Store

ROOT = Path(__file__).parents[2]
KINDS = ["write"] * 2 + ["read"] * 10
TOLD = "told.json"


def write(path: Path, name: str) -> None:
    """One document; every tenth time the events are linked as well."""
    with Store.open(path, create=True) as store:
        store.add([outcome(f"{name}.txt", f"{1900 + int(name.partition('-')[2]) % 100} | Thing {name} | Chad")])
        if name.endswith("9"):
            store.relink(link)
    time.sleep(0.2)


def read(path: Path, _: str) -> None:
    """What one state of the database has, five times."""
    with Store.open(path) as store:
        for _turn in range(5):
            rows = list(store.rows(Filter.of(actor="Chad", limit=30)))
            assert all(len(row["evidence"]) == row["mentions"] for row in rows)
            store.count(Filter.of(match="thing"))
            time.sleep(0.4)


def one(path: Path, seconds: float, kind: str, name: str) -> int:
    """How often it was done."""
    until, done = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        (write if kind == "write" else read)(path, f"{name}-{done}")
        done += 1
    return done


def all_(folder: Path, seconds: float) -> list[tuple[str, int, str, str]]:
    """What each was, how it ended, and what it said."""
    path = folder / "db" / "x.db"
    with Store.open(path, create=True) as made:
        made.add(WORLD)
        made.relink(link)
    members = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.store.crowd", str(folder), str(seconds), kind, str(number)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number, kind in enumerate(KINDS)
    ]
    told = [member.communicate() for member in members]
    return [(kind, member.returncode, *said) for kind, member, said in zip(KINDS, members, told, strict=True)]


def main() -> None:
    """All of them, or one."""
    folder, seconds = Path(sys.argv[1]), float(sys.argv[2])
    if sys.argv[3:]:
        print(one(folder / "db" / "x.db", seconds, *sys.argv[3:]))  # noqa: T201
    else:
        draft = folder / "draft"
        draft.write_text(json.dumps(all_(folder, seconds)), encoding="utf-8")
        draft.rename(folder / TOLD)


if __name__ == "__main__":
    main()
