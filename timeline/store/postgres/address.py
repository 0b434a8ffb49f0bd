"""The URL of a database: what libpq understands of it, and what may be printed of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.errors import StoreError

SHAPE = "postgresql+psycopg://USER@HOST/DATABASE"
_SCHEME = re.compile(r"postgres(?:ql)?(?:\+psycopg)?://")
_PASSWORD = re.compile(r"(://[^:@/?#]{0,255}):.*@|([?&](?:ssl)?password=)[^&]*", re.DOTALL)
"""Whatever stands behind a name and before the last @, so that no odd sign in a password ends it too early."""


class Address(NamedTuple):
    """Where a database is, and who asks."""

    url: str

    @classmethod
    def of(cls, url: str) -> Address:
        """StoreError for another kind of database."""
        if not _SCHEME.match(url):
            raise StoreError(
                f"there is no way to use {masked(url)}; give a file, or {SHAPE}", path=masked(url), code="scheme"
            )
        return cls(url)

    def __repr__(self) -> str:
        """Wherever a program prints its values."""
        return f"Address({masked(self.url)!r})"

    @property
    def libpq(self) -> str:
        """As libpq reads it (PostgreSQL manual, 34.1.1.2)."""
        return _SCHEME.sub("postgresql://", self.url, count=1)

    @property
    def name(self) -> str:
        """As it may be printed."""
        return masked(self.url)


def masked(text: str) -> str:
    """A text with `***` for the password of every URL in it.

    >>> masked("postgresql+psycopg://ann:se@cr:et@db.example/news?password=x&a=b")
    'postgresql+psycopg://ann:***@db.example/news?password=***&a=b'
    """
    return _PASSWORD.sub(lambda found: f"{found[1]}:***@" if found[1] else f"{found[2]}***", text)
