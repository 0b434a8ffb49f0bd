from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.read import samples
from tests.read.reads import everything, of
from tests.read.samples import BODY, SAMPLES
from timeline.model.document import Document
from timeline.read import Reading, Source, formats
from timeline.read.formats.text import first_line
from timeline.temporal.interval import Interval

UNDATED = {"a.txt", "a.srt", "a.vtt", "a.wiki", "a.zip", "a.tar", "a.txt.gz", "a.txt.bz2", "a.txt.xz"}


def first(name: str) -> Document:
    documents, problems = of(name, SAMPLES[name])
    assert not [problem for problem in problems if problem.severity != "note"]
    return documents[0]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_format_gives_its_words(name: str) -> None:
    document = first(name)
    words = " ".join(document.text.split())
    assert "bridge" in words
    assert "4 March 1890" in words


@pytest.mark.parametrize("name", SAMPLES)
def test_the_format_is_told_by_content_before_the_suffix(name: str) -> None:
    expected = [document.text for document in of(name, SAMPLES[name])[0]]
    if name in {"a.txt", "a.md", "a.csv", "a.tsv", "a.json", "a.wiki"}:
        pytest.skip("only the suffix tells it")
    assert [document.text for document in of("a.dat", SAMPLES[name])[0]] == expected


@pytest.mark.parametrize("name", sorted(set(SAMPLES) - UNDATED))
def test_the_publication_date_is_found(name: str) -> None:
    published = first(name).published
    assert published is not None
    assert (str(published.when), published.how) == ("1991-05-03", "metadata")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_given_date_goes_first(name: str) -> None:
    documents, _ = of(name, SAMPLES[name], Reading(date=Interval.parse("2001")))
    assert {(str(d.published.when), d.published.how) for d in documents if d.published} == {("2001", "given")}


def test_every_reader_has_a_sample() -> None:
    used = {first(name).format for name in SAMPLES} | {"record", "zip", "tar", "compressed", "mbox", "warc", "wikidump"}
    assert set(formats()) == used


@pytest.mark.parametrize("entry", formats().values(), ids=lambda entry: entry.name)
def test_a_reader_says_what_it_is(entry: object) -> None:
    assert getattr(entry, "about").endswith(".")  # noqa: B009
    assert bool(getattr(entry, "read")) != bool(getattr(entry, "unpack"))  # noqa: B009


def test_titles_and_publishers() -> None:
    assert first("a.txt").title == "The bridge"
    assert first("a.md").title == "The bridge"
    page = first("a.html")
    assert (page.title, page.publisher, page.language) == ("The bridge & the river", "Bridge News", "en")
    mail = first("a.eml")
    assert (mail.title, mail.author) == ("The brídge", "Ada Lindt")
    assert (first("a.rss").title, first("a.rss").publisher) == ("The bridge", "Bridge News")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The bridge\n\nIt opened.", "The bridge"),
        ("Contact Us\n\nMill burns down in Lindholm\n\nA mill burnt down.", "Mill burns down in Lindholm"),
        ("A mill burnt down in the town of\nlindholm on Monday.", None),
        ("It began in 1990.\n\nIt ended in 1994", None),
        ("Only one line", None),
        ("One line\n\nAnother line", None),
        ("\ufeffMill burns\r\n\r\nA mill burnt.", "Mill burns"),
        ("", None),
    ],
)
def test_the_title_of_a_text(text: str, title: str | None) -> None:
    assert first_line(text) == title


def test_text_is_kept_as_it_is_stored() -> None:
    assert first("a.md").text == samples.MARKDOWN
    assert of("a.txt", "one\r\n\ttwo\u2028\x1b[1m".encode())[0][0].text == "one\r\n\ttwo\u2028\x1b[1m"


def test_parts_are_named_after_their_container() -> None:
    assert [d.uri for d in of("m.mbox", SAMPLES["a.mbox"])[0]] == ["m.mbox#1", "m.mbox#2"]
    assert [d.uri for d in of("m.eml", SAMPLES["a.eml"])[0]] == ["m.eml", "m.eml!note.txt"]
    assert [d.uri for d in of("l.jsonl", SAMPLES["a.jsonl"])[0]] == ["l.jsonl#b1", "l.jsonl#b2"]
    assert [d.uri for d in of("w.warc", SAMPLES["a.warc"])[0]] == ["w.warc#https://bridge.example/1"]
    assert [d.uri for d in of("z.zip", SAMPLES["a.zip"])[0]] == ["z.zip!a.txt"]
    assert [d.uri for d in of("t.txt.gz", SAMPLES["a.txt.gz"])[0]] == ["t.txt.gz"]
    assert [d.uri for d in of("d.xml", SAMPLES["a.xml"])[0]] == ["d.xml#The bridge"]


def test_archives_in_archives() -> None:
    import gzip

    inner = samples.zipped(**{"mail.mbox": SAMPLES["a.mbox"]})
    outer = gzip.compress(samples.tarred({"x/inner.zip": inner, "x/data.jsonl": SAMPLES["a.jsonl"]}))
    documents, problems = of("all.tar.gz", outer)
    assert not problems
    assert [document.uri for document in documents] == [
        "all.tar.gz!x/inner.zip!mail.mbox#1",
        "all.tar.gz!x/inner.zip!mail.mbox#2",
        "all.tar.gz!x/data.jsonl#b1",
        "all.tar.gz!x/data.jsonl#b2",
    ]


def test_records_with_the_same_name_are_told_apart() -> None:
    lines = (json.dumps({"id": 7, "text": f"It opened in {year}."}) + "\n" for year in (1890, 1891))
    assert [d.uri for d in of("a.jsonl", "".join(lines).encode())[0]] == ["a.jsonl#7", "a.jsonl#7@2"]


def test_fields_are_guessed_and_said_once() -> None:
    documents, _ = of("a.jsonl", SAMPLES["a.jsonl"])
    assert [[problem.message for problem in d.problems] for d in documents] == [
        ["Fields guessed: text=body, published=date."],
        [],
    ]


def test_fields_can_be_told() -> None:
    record = {"article": {"words": [BODY, "It was sold."]}, "body": "not this", "when": "1991"}
    reading = Reading(fields={"text": "article.words", "published": "when"})
    (document,), _ = of("a.jsonl", json.dumps(record).encode(), reading)
    assert document.text == f"{BODY}\n\nIt was sold."
    assert document.published is not None
    assert not document.problems


def test_a_record_without_text_names_its_fields() -> None:
    _, (problem,) = of("a.json", b'[{"year": 1990, "n": 2}]')
    assert problem.code == "no-text-field"
    assert "It has: year, n." in problem.message
    _, (problem,) = of("a.json", b'[{"id": 1, "body": null, "notes": ""}]')
    assert (problem.code, problem.message) == ("empty", "Its field body is empty.")


def test_pages_are_kept() -> None:
    document = first("a.pdf")
    assert document.page(document.text.index("bridge")) == 1
    assert document.page(document.text.index("toll")) == 2
    book = first("a.epub")
    assert book.page(book.text.index("closed")) == 2


def test_a_scanned_pdf_is_told() -> None:
    documents, (problem,) = of("a.pdf", samples.pdf("", ""))
    assert not documents
    assert (problem.code, problem.message[:27]) == ("no-text", "Its 2 pages hold no text: s")


def test_a_scanned_page_among_others_is_told() -> None:
    words = "BT /F1 12 Tf 72 720 Td (The bridge opened on 4 March 1890.) Tj ET"
    (document,), (problem,) = of("a.pdf", samples.drawn(words, samples.SCAN, ""))
    assert "4 March 1890" in document.text
    assert (problem.severity, problem.message) == ("partial", "Page 2 of 3 without text (scanned?).")


def test_a_page_of_two_columns_is_read_column_by_column() -> None:
    rows = [
        ("The bridge over the river was", "The toll ended in 1901, when the"),
        ("opened on 4 March 1890 by the", "railway came; the parlia-"),
        ("king of the land and all of his", "ment sold it in 1911 to a smith,"),
        ("court, and it was con-", "who took it to the coast."),
        ("sidered a wonder of the age.", "Nothing of it is left today."),
    ]
    (document,), _ = of("a.pdf", samples.drawn(samples.across(*rows)))
    text = " ".join(document.text.split())
    assert "opened on 4 March 1890 by the king of the land and all of his court, and it was considered a wonder" in text
    assert "a wonder of the age. The toll ended in 1901, when the railway came; the parliament sold it in 1911" in text


def test_marks_of_formatted_documents() -> None:
    assert first("a.docx").text == f"# Bridges\n\n{BODY}"
    assert first("a.odt").text == f"## Bridges\n\n{BODY}\n\n- one\n\n| 1971 | Sold |"
    assert first("a.rtf").text == "The bridge opened on 4 March 1890.\n\nIt closed in 1956 – said the café “owner”."
    table = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>".format(
        *map(samples.paragraph, ("1971", "Sold"))
    )
    assert of("a.docx", samples.docx(table))[0][0].text == "| 1971 | Sold |"


def test_xml_elements_with_words_become_paragraphs() -> None:
    assert first("a.nitf").text == "The bridge\n\nThe bridge opened on 4 March 1890.\n\nIt closed in 1956."


def test_subtitles_become_paragraphs() -> None:
    assert first("a.srt").text == "The bridge opened on 4 March 1890.\n\nIt closed in 1956."
    assert first("a.vtt").text == "Ada: The bridge opened on 4 March 1890.\n\nBen: It closed in 1956."


def test_wikitext_keeps_the_dates_of_templates() -> None:
    text = first("a.wiki").text
    assert "The bridge opened on 4 March 1890." in text
    assert "It closed c. 1956 near the Lind." in text
    assert "## Later" in text
    assert not {"thumb", "Category", "A book"} & set(text.split())


def test_mail_keeps_quoted_lines_apart() -> None:
    assert first("a.eml").text == f"{BODY}\n\n> They say it closed in 1957."
    assert first("a.mbox").text.endswith("From here on.")


@pytest.mark.parametrize("name", ["x.toml", "x.png", "x.py", "~$x.docx", "timeline.db-wal"])
def test_things_that_lie_about_in_a_folder_are_left_aside(name: str, tmp_path: Path) -> None:
    data = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" if name == "x.png" else b"x = 1990"
    (tmp_path / name).write_bytes(data)
    found = Source(name, path=str(tmp_path / name), named=False)
    documents, (problem,) = everything(found)
    assert not documents
    assert problem.severity == "note"
    assert everything(Source(name, path=str(tmp_path / name)))[1:] != ([],) or name != "x.png"


def spoilt(archive: bytes, name: str) -> bytes:
    """An archive with one member that does not match its checksum."""
    with zipfile.ZipFile(io.BytesIO(archive)) as whole:
        info = whole.getinfo(name)
        start = info.header_offset + 30 + len(info.filename.encode())
    return archive[: start + 2] + bytes(byte ^ 0x5A for byte in archive[start + 2 : start + 8]) + archive[start + 8 :]


@pytest.mark.parametrize(
    ("name", "archive", "member", "left"),
    [
        ("a.zip", samples.zipped(**{"a.txt": BODY, "b.txt": BODY * 9}), "a.txt", BODY * 9),
        ("a.epub", SAMPLES["a.epub"], "OEBPS/one.xhtml", "It closed in 1956."),
        ("a.docx", SAMPLES["a.docx"], "docProps/core.xml", f"# Bridges\n\n{BODY}"),
        ("a.odt", SAMPLES["a.odt"], "meta.xml", f"## Bridges\n\n{BODY}\n\n- one\n\n| 1971 | Sold |"),
    ],
)
def test_a_broken_member_costs_itself_alone(name: str, archive: bytes, member: str, left: str) -> None:
    (document,), (problem,) = of(name, spoilt(archive, member))
    assert document.text == left
    assert problem.code == "damaged"
    assert member in problem.uri + problem.message


def test_members_of_the_same_name_are_told_apart() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "The mill burnt in 1890.")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.txt", "The mill burnt in 1891.")
    assert [(d.uri, d.text[-5:]) for d in of("a.zip", out.getvalue())[0]] == [
        ("a.zip!a.txt", "1890."),
        ("a.zip!a.txt@2", "1891."),
    ]
