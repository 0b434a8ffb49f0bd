"""Files that unfold, nest or loop without end, read in a worker with small limits: refused or ended, each alone."""

from __future__ import annotations

import gzip
import json
import re
import socket
import zlib

import pytest

from tests.read import samples
from timeline.pipeline import Limits, Options, Outcome, run
from timeline.read import Source

SMALL = Limits(seconds=1.0, memory=128 << 20)
MEGABYTE = 1 << 20


def flate(data: bytes) -> bytes:
    """A PDF whose one page is packed."""
    data = zlib.compress(data, 9)
    body = (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        % ()
    )
    body += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
    body += b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n" % len(data) + data + b"\nendstream endobj\n"
    return body + b"trailer<</Root 1 0 R>>\n%%EOF"


def pages_in_a_ring() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>>"
        b"endobj\ntrailer<</Root 1 0 R/Prev 9>>\n%%EOF"
    )


def letter(body: str) -> bytes:
    return f"From: a@b.example\nSubject: x\nDate: Fri, 3 May 1991 10:00:00 +0000\n{body}".encode()


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n else str()};" * 10}">' for n in range(9))
    + "]><x>&a8;</x>"
)
HOSTILE: dict[str, bytes] = {
    "flate.pdf": flate(b"BT (x) Tj ET " * (2 * MEGABYTE)),
    "ring.pdf": pages_in_a_ring(),
    "gzips.gz": gzip.compress(gzip.compress(gzip.compress(bytes(64 * MEGABYTE)))),
    "text.docx": samples.docx("<w:p><w:r><w:t>" + "x" * (30 * MEGABYTE) + "</w:t></w:r></w:p>"),
    "laughs.xml": ENTITIES.encode(),
    "files.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>In 1990 &a;</x>',
    "hosts.svgx": b'<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd"><x>It began in 1990.</x>',
    "deep.json": b"[" * 100_000 + b"]" * 100_000,
    "deep.jsonl": b'{"text":' * 100_000 + b"\n" + json.dumps({"text": "It began in 1990."}).encode(),
    "parts.eml": letter("Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n" * 50_000),
    "groups.rtf": b"{\\rtf1 " + b"{\\b " * 1900 + b"It began in 1990.",
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Outcome]]:
    """What became of each, read in one go, so that none may harm another."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, data in HOSTILE.items():
        (folder / name).write_bytes(data)
    found: dict[str, list[Outcome]] = {name: [] for name in HOSTILE}
    sources = [Source(name, path=str(folder / name)) for name in HOSTILE]
    for outcome in run(sources, Options(), jobs=1, limits=SMALL):
        found[re.split("[!#]", outcome.uri)[0]].append(outcome)
    return found


@pytest.mark.parametrize("name", HOSTILE)
def test_each_ends_with_a_reason_or_is_read(name: str, outcomes: dict[str, list[Outcome]]) -> None:
    assert outcomes[name], "a silent nothing"
    for outcome in outcomes[name]:
        assert outcome.state == "done" or outcome.problems
        assert all(problem.message.endswith(".") for problem in outcome.problems)


@pytest.mark.parametrize("name", ["laughs.xml", "files.xml"])
def test_entities_are_refused(name: str, outcomes: dict[str, list[Outcome]]) -> None:
    assert [problem.code for outcome in outcomes[name] for problem in outcome.problems] == ["entities"]


@pytest.mark.parametrize("name", ["gzips.gz", "text.docx"])
def test_bombs_are_refused_or_cut_short(name: str, outcomes: dict[str, list[Outcome]]) -> None:
    codes = {problem.code for outcome in outcomes[name] for problem in outcome.problems}
    assert codes & {"bomb", "memory", "timeout", "binary"}


def test_no_host_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    reached: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: reached.append(address))
    (outcome,) = run([Source("a.svgx", data=HOSTILE["hosts.svgx"])], Options(), jobs=0)
    assert outcome.result is not None
    assert outcome.result.document.text == "It began in 1990."
    assert not reached
