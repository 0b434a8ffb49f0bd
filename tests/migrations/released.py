"""Filled databases as each released schema left them: `0001.db.xz` … beside this file.

Made by the program of that schema: WORLD of the store's tests, the saved queries SAVED, and DECIDED decisions.
"""

from __future__ import annotations

import lzma
from pathlib import Path

SAVED = {"echoes": {"source": "echo"}, "mills": {"match": "mill"}}
DECIDED = 3
HERE = Path(__file__).parent
REVISIONS = sorted(path.name.partition(".")[0] for path in HERE.glob("*.db.xz"))


def unpack(revision: str, path: Path) -> None:
    """Write the database of a revision."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(lzma.decompress((HERE / f"{revision}.db.xz").read_bytes()))
