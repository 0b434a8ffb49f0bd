"""Good documents give the same alone and amid hundreds of broken and hostile ones."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

from tests.read import samples
from timeline.pipeline import Limits, Options, Outcome, run
from timeline.read import find

GOOD, BAD = 200, 300


def good(number: int) -> bytes:
    year = 1700 + number
    return f"# Bridge {number}\n\nThe bridge opened on 4 March {year}. Two years later it fell.\n".encode()


def hostile() -> dict[str, bytes]:
    """Samples of all formats, cut, shuffled and lied about; bombs, tricks, rubbish."""
    chance = random.Random(5)
    found: dict[str, bytes] = {
        "bomb.txt.gz": gzip.compress(bytes(40 << 20)),
        "bomb.zip": samples.zipped(**{f"{n}.txt": b" " * (4 << 20) for n in range(70)}),
        "bomb.docx": samples.docx(samples.paragraph("x") * 20_000),
        "deep.json": b"[" * 200_000,
        "deep.html": b"<html>" + b"<div>" * 50_000,
        "tags.html": b"<html>" + b"<a <a <!--" * 400,
        "wide.csv": b"a," * 300_000 + b"\n" + b"1," * 300_000,
        "flood.eml": b"From: a@b\nDate: x\n" + b"X: y\n" * 300_000,
        "trick.zip": samples.zipped(**{"../../a.txt": "It began in 1990."}),
        "signs.txt": "\x1b]0;x\x07\u202e\ud7ff\u2028[/bold]\x00".encode() * 50 + b" in 1990.",
        "dates.txt": b"1 2 3 4 5 " * 12_000,
        "months.txt": b"may " * 30_000,
        "dots.txt": b". " * 80_000,
    }
    while len(found) < BAD:
        for name, data in samples.SAMPLES.items():
            broken = bytearray(data[: chance.randrange(20, max(21, len(data)))])
            for _ in range(chance.randrange(30)):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            found[f"{len(found)}.{name}"] = bytes(broken)
        found[f"{len(found)}.pdf"] = chance.randbytes(5000)
        found[f"{len(found)}.txt"] = chance.randbytes(500)
    return found


def understood(folder: Path, jobs: int) -> dict[str, Outcome]:
    limits = Limits(seconds=8.0, memory=400 << 20)
    return {outcome.uri: outcome for outcome in run(find([folder]), Options(), jobs=jobs, limits=limits)}


def test_good_documents_are_the_same_alone_and_amid_hostile_ones(tmp_path: Path) -> None:
    for number in range(GOOD):
        (tmp_path / f"good{number:03}.md").write_bytes(good(number))
    alone = understood(tmp_path, 0)
    assert {outcome.state for outcome in alone.values()} == {"done"}
    for name, data in hostile().items():
        (tmp_path / name).write_bytes(data)
    amid = understood(tmp_path, 2)
    assert {uri: amid[uri].result for uri in alone} == {uri: outcome.result for uri, outcome in alone.items()}
    assert all(outcome.problems for outcome in amid.values() if outcome.state in ("failed", "partial"))
    named = {Path(uri.partition("!")[0].partition("#")[0]).name for uri in amid}
    assert named >= {path.name for path in tmp_path.iterdir()}, "an input of which nothing was said"
