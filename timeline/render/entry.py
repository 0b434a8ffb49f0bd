"""One event as a person reads it: date, title, marks, sources, and what the others say of its date."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.render.foreign import clean
from timeline.render.number import spelled
from timeline.render.when import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.render.page import Row

SHORTEST_KEY = 4


class Entry(NamedTuple):
    """All fields are clean text."""

    key: str
    date: str
    title: str
    marks: tuple[str, ...]
    """`disputed`, `planned`, `denied`, `conditional`, `inferred`; a person's `edited`, `starred`, `#label`."""
    sources: int
    note: str
    """The dates that other sources give, with how many give them: `1992: one source`."""


def entry(row: Row, key_length: int = SHORTEST_KEY) -> Entry:
    """An event of the `timeline` view, with its evidence where it is disputed."""
    marks = ["disputed"] if row["disputed"] else []
    if row["status"] != "reported":
        marks.append(row["status"])
    if row["inferred"]:
        marks.append("inferred")
    marks += [name for name in ("edited", "starred") if row.get(name)]
    marks += [f"#{clean(label)}" for label in row.get("labels") or ()]
    return Entry(
        row["key"][:key_length],
        in_words(row["edtf"], row["precision"]) + (f" {row['clock']}" if row.get("clock") else ""),
        clean(row["title"]),
        tuple(marks),
        row["sources"],
        other_dates(row) if row["disputed"] else "",
    )


def key_length(keys: Sequence[str], least: int = SHORTEST_KEY) -> int:
    """The fewest signs that tell these keys apart, and not fewer than `least`."""
    length = least
    while length < max(map(len, keys), default=0) and len({key[:length] for key in keys}) < len(set(keys)):
        length += 1
    return length


def other_dates(row: Row) -> str:
    """`1992: one source; 1993: two sources`: what the claims of a disputed event say beside its own date.

    Documents with the same sentence are copies, and one source.
    """
    voices: dict[str, set[str]] = {}
    said: dict[str, str] = {}
    source: dict[str, str] = {}
    for claim in row.get("evidence", ()):
        if claim["edtf"] and not _same_but_coarser(claim["edtf"], row["edtf"]):
            copied = said.setdefault(" ".join(claim["quote"].split()), claim["document"])
            voices.setdefault(claim["edtf"], set()).add(source.setdefault(claim["document"], copied))
    told = sorted(voices.items(), key=lambda item: (-len(item[1]), item[0]))
    return "; ".join(f"{in_words(edtf)}: {spelled(len(documents), 'source')}" for edtf, documents in told)


def _same_but_coarser(one: str, other: str | None) -> bool:
    """`2020` says nothing against `2020-11-10`, nor does spring against a day in April."""
    one, other = one.rstrip("~?%"), (other or "").rstrip("~?%")
    if one.startswith(other) or other.startswith(one):
        return True
    from timeline.temporal.interval import Interval  # few entries are disputed

    said, beside = Interval.parse(one), Interval.parse(other)
    return None not in (said.length, beside.length) and (said.covers(beside) or beside.covers(said))
