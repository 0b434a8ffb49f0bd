"""What another process may do with a database at this moment."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_FOLD = """
import sqlite3, sys
try:
    print(sqlite3.connect(sys.argv[1], timeout=0).execute("PRAGMA journal_mode=DELETE").fetchone()[0])
except sqlite3.OperationalError as error:
    print("in use" if "locked" in str(error) else error)
"""


def in_use(path: Path) -> bool:
    """Another process is kept from folding the log away; else it has done so."""
    command = [sys.executable, "-I", "-S", "-c", _FOLD, str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.strip()
    assert said in ("in use", "delete"), said
    return said == "in use"
