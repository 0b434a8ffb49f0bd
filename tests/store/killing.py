"""Kill a piece of work over and over: at its writes, or at thirty moments.

    python -m tests.store.killing KIND FOLDER writes EVERY
    python -m tests.store.killing KIND FOLDER moments COUNT

FOLDER has `template.db`, which each round begins from, and what KIND needs. A round leaves FOLDER/<kind>-<n>/x.db as
the kill left it, and beside it `acknowledged`: one sign for each transaction that was told to be done. One process
forks all rounds, since starting Python takes longer than the work.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.store.supervised import ask_before_writing, supervise
from tests.store.world import WORLD, link
from timeline import library
from timeline.store import Store, identity, migrate, store, writer


def add(folder: Path, path: Path) -> None:
    """Two short documents, read, dated, stored one by one, linked."""
    store.BATCH = 1
    with library.open(path) as timeline:
        timeline.add(folder / "texts", jobs=0)


def relink(_: Path, path: Path) -> None:
    """The template's documents are stored, and not linked."""
    with Store.open(path) as made:
        made.relink(link)


def live(_: Path, path: Path) -> None:
    """From no file at all: add, link, remove, link."""
    store.BATCH = 1
    with Store.open(path, create=True) as made:
        made.add(WORLD)
        made.relink(link)
        made.remove(WORLD[1].document.uri)
        made.relink(link)


def remove(_: Path, path: Path) -> None:
    """Take a document away, decide something, link twice."""
    with Store.open(path) as made:
        made.remove(WORLD[1].document.uri)
        made.ledger.keep("add", {"title": "A bridge opened"})
        made.relink(link)


def upgrade(folder: Path, path: Path) -> None:
    """To the schema of a later program, which `folder/later` is."""
    migrate.location = lambda: folder / "later"
    identity.REVISIONS = (*identity.REVISIONS, "9001")  # type: ignore[assignment]
    identity.HEAD = "9001"
    migrate.upgrade(path)


KINDS: dict[str, Callable[[Path, Path], None]] = {
    "add": add,
    "link": relink,
    "remove": remove,
    "migrate": upgrade,
    "live": live,
}


def acknowledge(beside: Path, digest: Callable[[], str] | None = None) -> None:
    """From now on this process tells of each transaction that is done, or the state that it led to."""
    run = writer.Writer.run
    file = os.open(beside / "acknowledged", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def told(self: writer.Writer, *args: Any, **kwargs: Any) -> Any:
        done = run(self, *args, **kwargs)
        os.write(file, (digest() + "\n" if digest else "x").encode())
        return done

    writer.Writer.run = told  # type: ignore[method-assign]


def states(kind: str, folder: Path) -> list[str]:
    """The digests of the template and of the database after each transaction of the work."""
    beside = fresh(kind, folder, "states")
    path = beside / "x.db"

    def digest() -> str:
        with Store.open(path) as found:
            return found.digest()

    before = digest()
    KINDS[kind](folder, fresh(kind, folder, "warm") / "x.db")  # what the children need is loaded before they part
    child = os.fork()
    if not child:
        acknowledge(beside, digest)
        KINDS[kind](folder, path)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    told = beside / "acknowledged"
    return [before, *(told.read_text(encoding="ascii").split() if told.exists() else ())]


def fresh(kind: str, folder: Path, name: str) -> Path:
    """A folder with a copy of the template, if there is one."""
    beside = folder / f"{kind}-{name}"
    beside.mkdir()
    if (folder / "template.db").exists():
        shutil.copyfile(folder / "template.db", beside / "x.db")
    return beside


def begin(kind: str, folder: Path, name: str, told: socket.socket | None = None) -> int:
    """Fork a child that does the work, and asks before each write where there is somebody to ask; its process id."""
    beside = folder / f"{kind}-{name}"
    if not beside.exists():
        fresh(kind, folder, name)
    child = os.fork()
    if child:
        return child
    try:
        acknowledge(beside)
        if told is not None:
            ask_before_writing(told)
        KINDS[kind](folder, beside / "x.db")
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def supervised(kind: str, folder: Path, name: str, is_last: Callable[[int], bool]) -> int:
    """How a child ended that asked before each write."""
    ours, told = socket.socketpair()
    child = begin(kind, folder, name, told)
    told.close()
    return supervise(child, ours, is_last)


def at_writes(kind: str, folder: Path, every: int) -> list[int]:
    """How children ended that were killed at their first write, at one so many further, and so on; the last is done.

    Of that one, which leaves `<kind>-all`, the files as they are at write n are in `<kind>-<n>`: what a kill leaves. In
    `<kind>-<n>-killed` is what it did leave.
    """
    writes = 0

    def keep(number: int) -> bool:
        nonlocal writes
        writes = number
        shutil.copytree(folder / f"{kind}-all", folder / f"{kind}-{number}")
        return False

    done = supervised(kind, folder, "all", keep)
    return [*(supervised(kind, folder, f"{n}-killed", n.__eq__) for n in range(1, writes + 1, every)), done]


def at_moments(kind: str, folder: Path, count: int) -> list[int]:
    """The same for moments spread over the time of the work; in `<kind>-<n>-again` it is done to its end then."""
    ends = []
    began = time.monotonic()
    os.waitpid(begin(kind, folder, "unharmed"), 0)
    whole = time.monotonic() - began
    for number in range(count):
        end = 0
        while end == 0:
            child = begin(kind, folder, str(number))
            time.sleep(whole * (number + 0.5) / count)
            os.kill(child, signal.SIGKILL)
            end = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            if end == 0:  # it was faster this time
                shutil.rmtree(folder / f"{kind}-{number}")
                whole *= 0.9
        ends.append(end)
        shutil.copytree(folder / f"{kind}-{number}", folder / f"{kind}-{number}-again")
        (folder / f"{kind}-{number}-again" / "acknowledged").unlink(missing_ok=True)
        assert os.waitpid(begin(kind, folder, f"{number}-again"), 0)[1] == 0
    return ends


def main() -> None:
    """Tell as JSON how each child ended, and which states are right."""
    kind, folder, how, *numbers = sys.argv[1:]
    right = [] if kind in ("migrate", "live") else states(kind, Path(folder))
    kill = at_writes if how == "writes" else at_moments
    print(json.dumps({"ends": kill(kind, Path(folder), *map(int, numbers)), "states": right}))  # noqa: T201


if __name__ == "__main__":
    main()
