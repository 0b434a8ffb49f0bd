"""Files made to harm or to confuse: each ends in a sentence, none in a crash, a hang or a silent nothing."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import zipfile

import pytest

from tests.read import samples
from tests.read.reads import of
from timeline.read.budget import FREE, Budget

MEGABYTE = 1 << 20


def codes(name: str, data: bytes) -> list[str]:
    documents, problems = of(name, data)
    assert documents or problems, "a silent nothing"
    for problem in problems:
        assert problem.message.endswith(".")
        assert len(problem.message) < 400
    return [problem.code for problem in problems if problem.severity != "note"]


@pytest.fixture(autouse=True)
def small_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bombs of a few megabytes are enough to show that the wall stands."""
    monkeypatch.setattr(Budget, "of", classmethod(lambda cls, size: cls(2 * MEGABYTE)))


def test_the_real_wall_lets_honest_archives_pass() -> None:
    assert FREE >= 1 << 28


BLANKS = b" " * (8 * MEGABYTE)
BOOK: dict[str, str | bytes] = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<c><rootfile full-path="b.opf"/></c>',
    "b.opf": '<p><item id="a" href="a.html" media-type="text/html"/><itemref idref="a"/></p>',
    "a.html": BLANKS,
}
BOMBS: dict[str, bytes] = {
    "a.txt.gz": gzip.compress(BLANKS),
    "a.txt.bz2": bz2.compress(BLANKS),
    "a.txt.xz": lzma.compress(BLANKS),
    "a.zip": samples.zipped(**{"a.txt": BLANKS}),
    "nested.zip": samples.zipped(**{f"{n}.zip": samples.zipped(**{"a.txt": BLANKS[: 1 << 20]}) for n in range(9)}),
    "a.tar.gz": gzip.compress(samples.tarred({"a.txt": BLANKS})),
    "a.docx": samples.docx(samples.paragraph("x") * 200_000),
    "a.epub": samples.zipped(**BOOK),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs(name: str) -> None:
    assert "bomb" in codes(name, BOMBS[name])


def test_archives_in_archives_without_end() -> None:
    data = b"x"
    for _ in range(10):
        data = samples.zipped(**{"a.zip": data})
    assert codes("a.zip", data) == ["bomb"]


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "a/../../b.txt", "C:\\b.txt", "..\\b.txt"])
def test_names_that_reach_out_of_an_archive(name: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "It began in 1990.")
    assert codes("a.zip", out.getvalue()) == ["path-trick"]
    assert codes("a.tar", samples.tarred({name: b"It began."})) == ["path-trick"]


def test_links_in_archives_are_not_followed(tmp_path: object) -> None:
    import tarfile

    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("a.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert codes("a.tar", out.getvalue()) == ["empty"]


ENTITIES = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>'


def test_entities_are_refused() -> None:
    assert codes("a.docx", samples.docx(samples.paragraph("&a;"), ENTITIES)) == ["entities"]
    assert codes("a.rss", f"<?xml version='1.0'?>{ENTITIES}<rss>&a;</rss>".encode()) == ["entities"]


DEEP = 100_000


@pytest.mark.parametrize(
    "data", [b"[" * DEEP, b'{"a":' * DEEP, b"[" * DEEP + b"]" * DEEP], ids=["open", "objects", "closed"]
)
def test_deep_json(data: bytes) -> None:
    assert codes("a.json", data)
    assert codes("a.jsonl", data + b'\n{"text": "x"}\n')


@pytest.mark.parametrize("tag", ["div", "b"])
@pytest.mark.parametrize("deep", [300, 20_000])
def test_html_of_any_depth_is_read(tag: str, deep: int) -> None:
    page = f"<html><body>{f'<{tag}>' * deep}It began in 1990.{f'</{tag}>' * deep}<p>It ended in 1994.</p></body></html>"
    (document,), _ = of("a.html", page.encode())
    assert "It began in 1990." in document.text
    assert "It ended in 1994." in document.text


def test_deep_xml_and_rtf() -> None:
    assert codes("a.docx", samples.docx("<w:p>" * 10_000)) == ["too-deep"]
    assert codes("a.rtf", b"{\\rtf1 " + b"{" * 100_000) == ["too-deep"]


def mail(headers: str, body: str = "It began in 1990.") -> bytes:
    return f"From: a@b.example\nSubject: x\nDate: Fri, 3 May 1991 10:00:00 +0000\n{headers}\n{body}".encode()


def test_floods_of_headers() -> None:
    assert not codes("a.eml", mail("To: " + "a@b.example, " * 40_000 + "\n"))
    assert not codes("a.eml", mail("Subject: " + "=?utf-8?q?x?= " * 40_000 + "\n"))
    assert codes("a.eml", mail("X: y\n" * 400_000)) == ["flood"]


def test_multiparts_in_multiparts() -> None:
    head = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(3000))
    assert codes("a.eml", mail(head)) in (["too-deep"], ["flood"])


@pytest.mark.parametrize("charset", ["nope", "utf-16", "base64", "\0", "x" * 500])
def test_charsets_that_are_none(charset: str) -> None:
    (document,), _ = of("a.eml", mail(f"Content-Type: text/plain; charset={charset}\n"))
    assert document.text
    (page,), _ = of("a.html", f'<html><meta charset="{charset}"><p>It began in 1990.</p></html>'.encode())
    assert "It began" in page.text


CUT = {
    name: data for name, data in samples.SAMPLES.items() if name not in ("a.txt", "a.md", "a.csv", "a.tsv", "a.wiki")
}


@pytest.mark.parametrize("name", CUT)
def test_files_cut_in_half(name: str) -> None:
    for share in (0.3, 0.6, 0.95):
        documents, problems = of(name, CUT[name][: int(len(CUT[name]) * share)])
        assert documents or problems, "what came of it is never nothing"


@pytest.mark.parametrize("name", sorted(samples.SAMPLES))
def test_files_with_broken_bytes(name: str) -> None:
    data = bytearray(samples.SAMPLES[name])
    for place in range(7, len(data), 41):
        data[place] ^= 0xA5
    documents, problems = of(name, bytes(data))
    assert documents or problems


@pytest.mark.parametrize("name", sorted({name.rpartition(".")[2] for name in samples.SAMPLES}))
def test_suffixes_that_lie(name: str) -> None:
    assert codes(f"a.{name}", bytes(range(256)) * 40)
    codes(f"a.{name}", b"It began in 1990. It ended in 1994.")


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\0" * 5000, b"\xef\xbb\xbf"])
def test_empty_files(data: bytes) -> None:
    assert codes("a.txt", data) == ["empty"]


def test_values_that_json_should_not_have() -> None:
    lines = [
        {"text": "a\ud800b\0c in 1990", "id": "\ud800"},
        {"text": ["x", ["y"]]},
        {"text": {"a": 1}},
        {"text": True},
        {},
    ]
    data = (
        "\n".join(map(json.dumps, lines))
        + '\n{"text": "x", "n": NaN}\n{"text": "x", "n": '
        + "9" * 5000
        + "}\n[1]\nnull\n"
    )
    documents, problems = of("a.jsonl", data.encode())
    assert documents[0].text == "a\ufffdb\ufffdc in 1990"
    assert documents[0].uri.encode("utf-8")
    assert len(documents) + len(problems) == 9


def test_an_unclosed_quote_in_csv_is_no_endless_row() -> None:
    documents, problems = of("a.csv", b'id,text\n1,"It began in 1990.\n' + b"2,It ended.\n" * 1000)
    assert len(documents) + len(problems) == 1


def test_csv_without_names() -> None:
    assert codes("a.csv", b"1990,1990\n1,2\n") == ["no-fields"]


def test_encrypted_members_are_named() -> None:
    data = bytearray(samples.zipped(**{"a.txt": "It began in 1990."}))
    for magic, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(magic) + place] |= 1
    assert codes("a.zip", bytes(data)) == ["encrypted"]
