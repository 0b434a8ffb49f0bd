"""One family tree of errors; each carries its facts as attributes.

TimelineError
├── InputError       something a person or a document gave cannot be read
├── LanguageError    a language file or a gazetteer breaks its own rules
└── StoreError       the database cannot be opened, is not ours, is too new, is locked, is damaged
"""

from __future__ import annotations


class TimelineError(Exception):
    """Something that a person can mend; `str(error)` is one sentence with the next step."""

    def __init__(self, message: str, **facts: object) -> None:
        super().__init__(message)
        self.facts = facts

    def __getattr__(self, name: str) -> object:
        try:
            return self.__dict__["facts"][name]
        except KeyError:
            raise AttributeError(name) from None


class InputError(TimelineError):
    """A file, a text, a date or a query that cannot be read."""


class LanguageError(TimelineError):
    """A language file or gazetteer that breaks its own rules: names the file and the entry."""


class StoreError(TimelineError):
    """A database that cannot be opened or used; it has been left untouched."""
