"""Read a language file, refuse what breaks its rules."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from timeline.errors import LanguageError
from timeline.languages.pattern import Lexicon, Shape, Words, references
from timeline.languages.rule import Rule, rule

FOLDER = Path(__file__).parent
UNIVERSAL = "universal"
_SECTIONS = {
    "name",
    "abbreviations",
    "starters",
    "guard",
    "lexicon",
    "shape",
    "rule",
    "never",
    "lead",
    "trail",
    "weak",
    "cased",
    "resolve",
}
_BELOW = {"extract", "link"}
_LINE = "# ==== events ===="


@dataclass(frozen=True, eq=False)
class Language:
    """A language ready for use. Everything in it is read from `<code>.toml` and `universal.toml`.

    There is one of each code: what is made of a language is kept by the object itself.
    """

    code: str
    name: str
    abbreviations: frozenset[str]
    """Words that a full stop does not end a sentence after, without the stop."""
    lexicon: Lexicon
    rules: tuple[Rule, ...]
    """In order of precedence: of the rules that match at one place, the first wins."""
    never: tuple[str, ...]
    """Texts in which nothing may be found."""
    lead: Mapping[str, str]
    """Words before an expression → their TIMEX3 mod (may be empty); `~` before the mod: not part of the expression."""
    trail: tuple[str, ...]
    """Words after an expression that belong to it: `or so`."""
    cased: frozenset[str]
    """Calendar words that are common words when written small: `may`, `march`, `sun`."""
    weak: frozenset[str]
    """Words too frequent to begin a search at; the second word decides."""
    guard: Mapping[str, frozenset[str]]
    """Words around a match that make it part of a name."""
    resolve: Mapping[str, Any]
    """Cues for placing: prepositions, tense, byline words."""
    starters: frozenset[str]
    """Capitalised words that begin a sentence even after an abbreviation."""
    digest: str
    """Of all that the files say above that line."""
    below: str = field(repr=False)
    """What the file says below `# ==== events ====`: read when it is first asked for."""

    @cached_property
    def tables(self) -> Mapping[str, Any]:
        """What stands below `# ==== events ====`: `extract` and `link`."""
        return _checked(_parse(self.below, f"{self.code}.toml"), _BELOW, f"{self.code}.toml")

    @cached_property
    def genres(self) -> Mapping[str, str]:
        """Rules that count in one genre only → that genre."""
        return {entry.name: entry.genre for entry in self.rules if entry.genre}

    @cached_property
    def events(self) -> Any:
        """Built by `timeline.languages.events.build(tables["extract"], code)`."""
        from timeline.languages.events import build  # type: ignore[import-not-found,unused-ignore]

        return build(self.tables.get("extract", {}), self.code)


def codes() -> tuple[str, ...]:
    """The languages that there are: one file each."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != UNIVERSAL))


@lru_cache
def load(code: str) -> Language:
    """The language of a code, ready for use; LanguageError when there is none or its file breaks a rule."""
    if code not in codes():
        raise LanguageError(f"There is no language {code!r}; there are {', '.join(codes())}.", code=code)
    own, _, below = (FOLDER / f"{code}.toml").read_text("utf-8").partition(_LINE)
    shared = (FOLDER / f"{UNIVERSAL}.toml").read_text("utf-8")
    tables = _parse(own, f"{code}.toml"), _parse(shared, f"{UNIVERSAL}.toml")
    return _language(code, *tables, digest=sha256((own + shared).encode()).hexdigest(), below=below)


def _parse(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"{file} is not TOML: {error}", file=file) from error


def _checked(tables: dict[str, Any], known: set[str], file: str) -> dict[str, Any]:
    if unknown := set(tables) - known:
        raise LanguageError(f"{file} has unknown sections {sorted(unknown)}.", file=file)
    return tables


def _language(code: str, own: dict[str, Any], shared: dict[str, Any], *, digest: str, below: str) -> Language:
    file = f"{code}.toml"
    _checked(own, _SECTIONS, file)
    lexicon = _lexicon(own, _lexicon(shared, {}))
    rules = tuple(rule(entry, f"{UNIVERSAL}.toml") for entry in shared.get("rule", ()))
    rules += tuple(rule(entry, file) for entry in own.get("rule", ()))
    _check(rules, lexicon, file)
    return Language(
        code=code,
        name=str(own.get("name", code)),
        abbreviations=frozenset(own.get("abbreviations", ())),
        lexicon=lexicon,
        rules=rules,
        never=tuple(shared.get("never", ())) + tuple(own.get("never", ())),
        lead=own.get("lead", {}),
        trail=tuple(sorted((f" {words}" for words in own.get("trail", ())), key=len, reverse=True)),
        cased=frozenset(own.get("cased", ())),
        weak=frozenset(own.get("weak", ())),
        guard={name: frozenset(words.split()) for name, words in own.get("guard", {}).items()},
        resolve=own.get("resolve", {}),
        starters=frozenset(own.get("starters", ())),
        digest=digest,
        below=below,
    )


def _lexicon(table: Mapping[str, Any], shared: Lexicon) -> dict[str, Words | Shape]:
    words: dict[str, Words | Shape] = {name: Words(values) for name, values in table.get("lexicon", {}).items()}
    words = {**shared, **words}
    for name, regex in table.get("shape", {}).items():
        words[name] = Shape(regex, _fill(regex, words))
    return words


def _fill(regex: str, words: Mapping[str, Words | Shape]) -> str:
    """A shape may hold lexicons and shapes that stand before it."""
    return re.sub(r"\{([a-z_]+)\}", lambda m: f"(?:{words[m[1]].regex})", regex)


def _check(rules: tuple[Rule, ...], lexicon: Lexicon, file: str) -> None:
    seen: set[str] = set()
    for entry in rules:
        if entry.name in seen:
            raise LanguageError(f"{file}: two rules are named {entry.name}.", file=file, rule=entry.name)
        seen.add(entry.name)
        for name, _ in references(entry.pattern):
            if name not in lexicon:
                raise LanguageError(f"{file}: rule {entry.name}: no lexicon {name}.", file=file, rule=entry.name)
