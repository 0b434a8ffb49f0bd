"""Known names: countries and their people, organisations, regions, large towns; a user's own on top.

The tables lie in `data/`, one file a kind; see `data/README.md` for their sources and licences.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from timeline.errors import InputError

KINDS = ("country", "organisation", "person", "place", "group")
_DATA = Path(__file__).parents[1] / "data"


@dataclass(frozen=True, slots=True)
class Entity:
    """What an alias stands for."""

    name: str
    """Canonical."""
    kind: str
    """`country` | `organisation` | `person` | `place` | `group`."""
    people: bool = False
    """The alias is an adjective or the name of a people: `Armenian`, `Danes`."""
    seat_of: str = ""
    """A capital: the country that is meant when the town acts."""


@dataclass(frozen=True)
class Gazetteer:
    """Aliases of one to several words; longest first wins."""

    entries: Mapping[str, Entity]
    """Alias as written, words parted by one space."""
    longest: Mapping[str, int]
    """First word of an alias → how many words its longest alias has."""

    def find(self, words: list[str], at: int) -> tuple[Entity, int] | None:
        """The longest alias that begins at `words[at]`, and how many words it takes."""
        most = self.longest.get(words[at])
        if most is None:
            return None
        for count in range(min(most, len(words) - at), 0, -1):
            alias = words[at] if count == 1 else " ".join(words[at : at + count])
            entity = self.entries.get(alias)
            if entity is not None:
                return entity, count
        return None


@lru_cache(maxsize=8)
def builtin(code: str) -> Gazetteer:
    """The tables that come with the program, for a language."""
    return _gazetteer(_builtin_entries(code))


def load(path: str | Path, code: str = "en") -> Gazetteer:
    """The tables of the program and a user's own: CSV rows of alias, canonical name, kind (`#` begins a remark).

    The user's rows win. Raises InputError with `.path` and `.line` for an unknown kind or a short row.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"The gazetteer {path} cannot be read: {error}", path=str(path)) from error
    return parse(text, code, str(path))


@lru_cache(maxsize=8)
def parse(text: str, code: str = "en", path: str = "the gazetteer") -> Gazetteer:
    """The same from the text of such a file."""
    entries = dict(builtin(code).entries)
    entries.update(_user_entries(text, path))
    return _gazetteer(entries.items())


def _user_entries(text: str, path: str) -> Iterator[tuple[str, Entity]]:
    try:
        rows = list(csv.reader(text.splitlines()))
    except csv.Error as error:
        raise InputError(f"The gazetteer {path} cannot be read: {error}", path=path) from error
    for line, row in enumerate(rows, 1):
        if not any(row) or row[0].startswith("#") or row[0].strip().lower() == "alias":
            continue
        cells = [cell.strip() for cell in row]
        if len(cells) < 3 or not cells[0] or not cells[1] or cells[2] not in KINDS:
            raise InputError(
                f"Line {line} of {path}: write alias, canonical name, kind (one of {', '.join(KINDS)}).",
                path=path,
                line=line,
            )
        entity = Entity(cells[1], cells[2])
        yield _spaced(cells[0]), entity
        yield _spaced(cells[1]), entity


def _gazetteer(pairs: Iterable[tuple[str, Entity]]) -> Gazetteer:
    entries = dict(pairs)
    longest: dict[str, int] = {}
    for alias in entries:
        first, _, rest = alias.partition(" ")
        count = 1 + (rest.count(" ") + 1 if rest else 0)
        if longest.get(first, 0) < count:
            longest[first] = count
    return Gazetteer(entries, longest)


def _builtin_entries(code: str) -> Iterator[tuple[str, Entity]]:
    """Later rows win: towns first, countries last."""
    countries = [
        (iso, name, _list(also), _list(people)) for iso, name, also, people in _rows(f"countries.{code}.tsv", 4)
    ]
    by_iso = {iso: name for iso, name, _, _ in countries}
    for name, iso, mark, also in _rows("places.tsv", 4):
        town = Entity(name, "place", seat_of=by_iso.get(iso, "") if mark == "C" else "")
        for alias in (name, *_list(also)):
            yield _spaced(alias), town
    for name, also, _ in _rows(f"regions.{code}.tsv", 3):
        for alias in (name, *_list(also)):
            yield _spaced(alias), Entity(name, "place")
    for name, also in _rows(f"organisations.{code}.tsv", 2):
        for alias in (name, *_list(also)):
            yield _spaced(alias), Entity(name, "organisation")
    for _, name, aliases, people in countries:
        for alias in (name, *aliases):
            yield _spaced(alias), Entity(name, "country")
        for alias in people:
            yield _spaced(alias), Entity(name, "country", people=True)


def _rows(name: str, cells: int) -> Iterator[list[str]]:
    path = _DATA / name
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line and line[0] != "#":
            row = line.split("\t")
            yield row + [""] * (cells - len(row))


def _list(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def _spaced(alias: str) -> str:
    """As the word splitter writes it, so that look-ups need no second form."""
    return " ".join(alias.replace("’", "'").replace("'s", " 's").replace(",", " ,").split())
