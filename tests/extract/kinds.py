"""How much of what 64 documents tell is found: they were written, with what they tell, by people who knew no rule.

`kinds/NAME.txt` or `.md` is a document, `kinds/NAME.toml` lists every dated happening in it. A claim finds one if it
stands on its sentence and has one of its dates. Of documents marked `unread` nobody looked at more than the score.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import timeline

FOLDER = Path(__file__).parent / "kinds"
LEAST = 0.3
"""Share of the shorter of two quotes that must be the other's, too."""


class Wanted(NamedTuple):
    """One happening; `edtf`: the dates that are right."""

    quote: str
    edtf: tuple[str, ...]
    need: str
    status: str


class Gold(NamedTuple):
    """What a document tells."""

    name: str
    unread: bool
    tolerated: tuple[str, ...]
    """What is neither right nor wrong to tell."""
    wanted: tuple[Wanted, ...]


class Told(NamedTuple):
    """A dated claim; clock times are left off."""

    quote: str
    edtf: str
    status: str


class Score(NamedTuple):
    """Counts of one document; `found` by need, `right` of `dated` claims, `status` of those found."""

    gold: Gold
    found: Counter[str]
    right: int
    dated: int
    status: int


def golds() -> Iterator[Gold]:
    """All, by name."""
    for path in sorted(FOLDER.glob("*.toml")):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        wanted = (
            Wanted(one["quote"], tuple(one["edtf"]), one.get("need", "must"), one.get("status", "reported"))
            for one in told["event"]
        )
        yield Gold(path.stem, told.get("unread", False), tuple(told["tolerated"]), tuple(wanted))


def scores(database: Path) -> Iterator[Score]:
    """Of all documents, added to a new database."""
    told: dict[str, list[Told]] = {}
    with timeline.open(database) as opened:
        opened.add(*(path for path in sorted(FOLDER.iterdir()) if path.suffix != ".toml"))
        for row in opened.sql("select document, quote, edtf, status from evidence where edtf is not null"):
            one = Told(" ".join(row["quote"].split()), _without_clock(row["edtf"]), row["status"])
            told.setdefault(Path(row["document"]).stem, []).append(one)
    for gold in golds():
        yield score(gold, told.get(gold.name, []))


def score(gold: Gold, told: Sequence[Told]) -> Score:
    """How what was told of a document meets what it tells."""
    right = [any(meets(one, wanted) for wanted in gold.wanted) for one in told]
    counted = [
        one
        for one, meeting in zip(told, right, strict=True)
        if meeting or not any(w in one.quote for w in gold.tolerated)
    ]
    found: Counter[str] = Counter()
    status = 0
    for wanted in gold.wanted:
        meeting = [one for one in told if meets(one, wanted)]
        found[wanted.need] += bool(meeting)
        status += any(one.status == wanted.status for one in meeting)
    return Score(gold, found, sum(right), len(counted), status)


def meets(told: Told, wanted: Wanted) -> bool:
    """The same words, and a date that is right to the day."""
    return told.edtf in wanted.edtf and _share(told.quote, wanted.quote) >= LEAST


def _without_clock(edtf: str) -> str:
    return "/".join(part.partition("T")[0] for part in edtf.split("/"))


def _share(one: str, other: str) -> float:
    """Of the shorter text, how much the two have in common: one within the other, or the end of one and the start."""
    shorter, longer = sorted((one, other), key=len)
    if shorter in longer:
        return 1.0
    sizes = range(len(shorter) - 1, 0, -1)
    common = (n for n in sizes if longer.endswith(shorter[:n]) or longer.startswith(shorter[-n:]))
    return next(common, 0) / len(shorter)
