"""One rule of a language: what it looks like, what it means, and the proof that it works."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.errors import LanguageError


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule must read; `reference` is the document's date, `value` the resolved TIMEX3 value."""

    text: str
    value: str
    match: str
    """The words that are the expression; the whole text when not told."""
    reference: str | None
    genre: str
    mod: str | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the file has it."""

    name: str
    """`date.month_day_year`: TIMEX3 type, then what it reads like."""
    pattern: str
    make: str
    """A function of tag/constructors.py."""
    fixed: Mapping[str, object]
    """Fields that the constructor gets beside what the pattern caught."""
    examples: tuple[Example, ...]
    needs: str
    """A regex that the folded text before must end with; empty: anything."""
    forbids: str
    """A regex that the folded text before must not end with."""
    cased: bool
    """Refuse a lower-case first word that is also a common word: `may`, `march`."""
    lead: str
    """Which words before it belong to it: `all`, `mod` (`early`, but no bare `the`), `none`."""
    after: frozenset[str]
    """The words of which one must stand before it; empty: anything may."""
    after_char: str
    """Signs that do as well."""
    not_after: frozenset[str]
    """Words that, standing before it, make it no time: `page 1844`."""
    forbids_char: str
    """Signs that, standing before it, make it no time: `$`."""
    genre: str
    """The only genre in whose texts it counts as a time (`former` in histories); empty: all."""
    guard: str
    """A function of tag/guards.py that looks at the text as written; empty: none."""


_KEYS = {
    "name", "pattern", "make", "examples", "set", "needs", "forbids", "cased", "lead",
    "not_after", "forbids_char", "guard", "genre", "after", "after_char",
}  # fmt: skip


def rule(entry: Mapping[str, object], file: str) -> Rule:
    """A checked rule; LanguageError names the file and the rule."""
    name = str(entry.get("name", "?"))
    for key in ("name", "pattern", "make", "examples"):
        if not entry.get(key):
            raise LanguageError(f"{file}: rule {name} has no {key}.", file=file, rule=name, key=key)
    unknown = set(entry) - _KEYS
    if unknown:
        raise LanguageError(f"{file}: rule {name} has unknown keys {sorted(unknown)}.", file=file, rule=name)
    examples = entry["examples"]
    fixed = entry.get("set", {})
    if not isinstance(examples, list) or not isinstance(fixed, dict):
        raise LanguageError(f"{file}: rule {name}: examples is a list, set a table.", file=file, rule=name)
    return Rule(
        name=name,
        pattern=str(entry["pattern"]),
        make=str(entry["make"]),
        fixed=fixed,
        examples=tuple(_example(example, file, name) for example in examples),
        needs=str(entry.get("needs", "")),
        forbids=str(entry.get("forbids", "")),
        cased=bool(entry.get("cased", False)),
        lead={True: "all", False: "none"}.get(entry.get("lead", True), str(entry.get("lead"))),  # type: ignore[call-overload]
        genre=str(entry.get("genre", "")),
        after=frozenset(str(entry.get("after", "")).split()),
        after_char=str(entry.get("after_char", "")),
        not_after=frozenset(str(entry.get("not_after", "")).split()),
        forbids_char=str(entry.get("forbids_char", "")),
        guard=str(entry.get("guard", "")),
    )


def _example(entry: object, file: str, name: str) -> Example:
    """`"May 2010 = 2010-05"`, or a table where the example needs a reference."""
    if isinstance(entry, str):
        text, _, value = entry.rpartition(" = ")
        entry = {"text": text, "value": value}
    if not isinstance(entry, dict) or not entry.get("text") or "value" not in entry:
        raise LanguageError(f"{file}: rule {name}: an example needs text and value.", file=file, rule=name)
    text = str(entry["text"])
    return Example(
        text=text,
        value=str(entry["value"]),
        match=str(entry.get("match", text)),
        reference=entry.get("reference"),
        genre=str(entry.get("genre", "news")),
        mod=entry.get("mod"),
    )
