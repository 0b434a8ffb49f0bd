"""What a person can say about the documents; everything else is decided from the documents."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from timeline.errors import InputError
from timeline.model.document import Published
from timeline.model.key import content_key
from timeline.read import Reading
from timeline.read.decode import is_encoding
from timeline.temporal.interval import Interval

RULES_VERSION = 1
"""Raised whenever a rule change should make unchanged documents worth reading again."""


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are read and understood; two equal values give equal claims from equal bytes."""

    date: Interval | None = None
    """The date of every document, given by the user: above what a document says of itself."""
    genre: str = "auto"
    """`auto` | `news` | `narrative` | `colloquial`."""
    language: str = "auto"
    """`auto`, or a code of `languages.codes()`."""
    encoding: str | None = None
    """Of bytes that do not tell theirs."""
    gazetteer: str = ""
    """The user's own names: the text of a CSV file of alias, canonical name, kind."""
    whole: bool = False
    """Every deed of every sentence is a claim, dated by its document where nothing better is known: all that somebody
    did, at the price of many inferred dates."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """For JSON, CSV and the like: which of their names holds `text`, `title`, `published`, `id`, `url`, …"""

    def __post_init__(self) -> None:
        known_genre(self.genre)
        if self.encoding is not None and not is_encoding(self.encoding):
            raise InputError(f"there is no encoding {self.encoding!r}; utf-8, cp1252, latin-1 are some")

    @property
    def reading(self) -> Reading:
        """The part that readers need."""
        return Reading(self.date, self.language, self.encoding, dict(self.fields))

    @property
    def published(self) -> Published | None:
        """`date` as the date of a document."""
        return Published(self.date, "given") if self.date is not None else None

    @property
    def fingerprint(self) -> str:
        """A short key that changes when the same bytes would give other claims."""
        fields = tuple(sorted(self.fields.items()))
        return _fingerprint(
            str(RULES_VERSION),
            str(self.date or ""),
            *(self.genre, self.language, self.encoding or "", self.gazetteer),
            *(["whole"] if self.whole else []),
            fields,
        )


def known_genre(genre: str) -> str:
    """The same; InputError where there is no such genre."""
    if genre != "auto":
        from timeline.resolve.genre import GENRES

        if genre not in GENRES:
            raise InputError(f"there is no genre {genre!r}; there are auto, {', '.join(GENRES)}", genre=genre)
    return genre


@lru_cache(maxsize=64)
def _fingerprint(*told: str | tuple[tuple[str, str], ...]) -> str:
    *plain, fields = told
    return content_key(int(str(plain[0])), *map(str, plain[1:]), json.dumps(dict(fields)))  # type: ignore[arg-type]
