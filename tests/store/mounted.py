"""Runs of the program on a file system of their own, which is small, or cannot be written.

    unshare -m python -m tests.store.mounted full|read-only FOLDER

FOLDER has `template.db`, `texts` and `later` (a later program's migrations). A list of what happened goes to stdout as
JSON: the work, the kilobytes that were free, exit code, what was said, and whether the database is whole and as before.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from timeline.cli import run
from timeline.store import Store, identity, migrate

FREE = (0, 12, 40, 120, 400)
"""Kilobytes."""


def program(*arguments: str) -> tuple[int, str]:
    """Exit code and stderr."""
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
        code = run(arguments)
    return code, said.getvalue()


def state(path: Path) -> tuple[list[str], str]:
    """What `check` finds, and the digest."""
    with Store.open(path) as found:
        return sorted({finding.code for finding in found.check()}), found.digest()


def mount(place: Path, options: str) -> None:
    """A file system in memory."""
    place.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], check=True, capture_output=True)


def fill(place: Path, kilobytes: int) -> None:
    """Leave so much room."""
    free = os.statvfs(place)
    (place / "filler").write_bytes(bytes(max(0, free.f_bavail * free.f_frsize - kilobytes * 1024)))


def later(folder: Path) -> None:
    """From now on this is the later program."""
    migrate.location = lambda: folder / "later"
    identity.REVISIONS = (*identity.REVISIONS, "9001")  # type: ignore[assignment]
    identity.HEAD = "9001"


WORKS = {
    "add": ("add", "texts", "-q"),
    "link": ("link",),
    "export": ("export", "-f", "html", "-o", "out.html"),
    "backup": ("backup", "copy.db"),
    "migrate": ("migrate",),
}


def full(folder: Path) -> list[dict[str, Any]]:
    """Each work with less and less room, and then with enough."""
    told = []
    for work, arguments in WORKS.items():
        if work == "migrate":
            later(folder)
        for kilobytes in (*FREE, 1 << 20):
            place = folder / "mounted"
            mount(place, "size=4m")
            shutil.copyfile(folder / "template.db", place / "x.db")
            shutil.copytree(folder / "texts", place / "texts")
            os.chdir(place)
            before = None if work == "migrate" else state(place / "x.db")
            if kilobytes in FREE:
                fill(place, kilobytes)
            code, said = program("--db", "x.db", *arguments)
            left = sorted(set(os.listdir(place)) - {"texts", "filler"})  # noqa: PTH208
            read = 0 if work == "migrate" else program("--db", "x.db", "show", "-n", "1")[0]
            (place / "filler").unlink(missing_ok=True)
            again = program("--db", "x.db", *arguments) if code else (0, "")
            after = state(place / "x.db")
            tidy = sorted(set(os.listdir(place)) - {"texts"})  # noqa: PTH208
            told.append(
                {
                    "work": work,
                    "free": kilobytes,
                    "code": code,
                    "said": said,
                    "left": left,
                    "read": read,
                    "tidy": tidy,
                    "before": before,
                    "after": after,
                    "again": again,
                }
            )
            os.chdir(folder)
            subprocess.run(["umount", "-l", str(place)], check=True)
    return told


def read_only(folder: Path) -> list[dict[str, Any]]:
    """Reading and writing where nothing can be written, at rest and in the mode in which it is being written."""
    told: list[dict[str, Any]] = []
    for mode in ("delete", "wal"):
        place = folder / "mounted"
        mount(place, "size=4m")
        shutil.copyfile(folder / "template.db", place / "x.db")
        subprocess.run(
            [sys.executable, "-c", f"import sqlite3; sqlite3.connect('x.db').execute('PRAGMA journal_mode={mode}')"],
            cwd=place,
            check=True,
        )
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        os.chdir(place)
        for arguments in (["show"], ["sql", "select count(*) from timeline"], ["check", "--deep"], *WORKS.values()):
            code, said = program("--db", "x.db", *(argument.replace("texts", "../texts") for argument in arguments))
            told.append({"work": arguments[0], "mode": mode, "code": code, "said": said})
        told[-1]["left"] = os.listdir(place)  # noqa: PTH208
        os.chdir(folder)
        subprocess.run(["umount", "-l", str(place)], check=True)
    return told


def main() -> None:
    """Tell what happened."""
    kind, folder = sys.argv[1], Path(sys.argv[2])
    print(json.dumps({"full": full, "read-only": read_only}[kind](folder)))  # noqa: T201


if __name__ == "__main__":
    main()
