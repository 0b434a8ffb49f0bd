"""A user's SQL on a server: asked by a child process, which reads and nothing else, and is killed when it takes long.

Walls, one behind the other: the role, where it can only read; a transaction that only reads, and is rolled back; one
SELECT, since nothing else has a cursor; no function that does anything but answer; limits of time here and there.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.store.postgres.migrate import verify
from timeline.store.sql import Answer, Child, question

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.store.postgres.address import Address

_CHILD = Path(__file__).with_name("child.py")


def ask(
    address: Address, sql: str, parameters: Mapping[str, object] | None, *, seconds: float, megabytes: int
) -> Answer:
    """Run one statement; `:name` in it takes its value from `parameters`.

    InputError for a statement that is wrong, writes, or takes more than `seconds` or `megabytes`; StoreError for a
    database that cannot be read.
    """
    import sys

    told = question(sql, parameters, seconds, megabytes) | {"address": address.url, "path": sys.path}
    verify(address)
    known = {name: value for name, value in os.environ.items() if name.startswith("PG") or name in ("HOME", "USER")}
    return Answer(address.name, Child(_CHILD, ("-P", "-S", "-X", "utf8"), known), told)
