"""What went wrong on the server, as one sentence for a person."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from timeline.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import psycopg

_SENTENCES = {
    "42501": ("read-only", "this role may not do that in {name} ({error})"),
    "25006": ("read-only", "{name} cannot be written now ({error})"),
    "55P03": ("locked", "{name} is in use by another program; try again when it has finished"),
    "57014": ("time", "{name} took too long ({error})"),
    "53100": ("full", "the disk of the server is full; {name} is as it was before"),
    "53300": ("busy", "{name} has too many connections already; try again later"),
    "22021": ("encoding", "{name} cannot keep this text ({error})"),
    "40001": ("locked", "{name} was written by another program at the same moment; try again"),
    "40P01": ("locked", "{name} was written by another program at the same moment; try again"),
}
"""By SQLSTATE (PostgreSQL manual, appendix A)."""


def trouble(error: BaseException, name: str) -> StoreError:
    """The StoreError for an error of the driver; `code` is a stable slug."""
    state = getattr(error, "sqlstate", None) or ""
    message = _line(error)
    code, sentence = _SENTENCES.get(state, ("database", "{name} cannot be used ({error})"))
    if state in ("57P01", "57P02", "57P03") or state[:2] == "08" or (not state and "connection" in message):
        code, sentence = "lost", "the connection to {name} was lost ({error}); what was begun was not done"
    return StoreError(sentence.format(name=name, error=message), path=name, code=code)


def unreachable(error: psycopg.Error, name: str) -> StoreError:
    """Nobody answers there, or not to us."""
    message = _line(error)
    if "does not exist" in message and "database" in message:
        sentence = f"there is no database {name}; `createdb` on the server makes an empty one"
        return StoreError(sentence, path=name, code="missing")
    told = message.partition("failed: ")[2] or message
    return StoreError(f"{name} cannot be opened ({told})", path=name, code="unreachable")


@contextmanager
def plainly(name: str) -> Iterator[None]:
    """Raise what the driver says as a StoreError."""
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        raise trouble(error, name) from error


def _line(error: BaseException) -> str:
    """What it says, on one line, without where in our SQL it is."""
    told = getattr(getattr(error, "diag", None), "message_primary", None) or str(error)
    return " ".join(told.split()).rstrip(".")
