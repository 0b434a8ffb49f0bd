"""Files as programs really write them."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import zipfile
from collections.abc import Callable
from functools import partial

import pytest

from tests.read.reads import of
from tests.read.samples import zipped
from tests.segment.writing import Writing
from timeline.read import Reading, Source, markup, unpack
from timeline.read.compose import compose
from timeline.segment import segment


def texts(name: str, data: str | bytes) -> list[str]:
    documents, problems = of(name, data if isinstance(data, bytes) else data.encode())
    assert not [one for one in problems if one.severity == "failed"]
    return [one.text for one in documents]


def test_a_spreadsheet_tells_its_separator_in_a_line_of_its_own() -> None:
    assert texts("a.csv", "sep=;\r\nDate;Title;Notes\r\n3 May 2019;Bridge;The bridge, at last, was opened.\r\n") == [
        "The bridge, at last, was opened."
    ]


@pytest.mark.parametrize("name", ["Notes", "What happened", "Event", "details", "Remarks"])
def test_columns_that_people_name_so_hold_the_text(name: str) -> None:
    data = f"Date;{name}\r\n3 May 2019;The bridge was opened \u2013 at last.\r\n".encode("cp1252")
    assert texts("a.csv", data) == ["The bridge was opened \u2013 at last."]


def letter(body: str) -> str:
    return f"From: Ann Lee <a@lee.example>\nDate: Tue, 5 May 2020 10:00:00 +0000\nMIME-Version: 1.0\n{body}"


def test_a_page_beside_an_entry_for_a_calendar_is_the_message() -> None:
    parts = (
        "--q\nContent-Type: text/html\n\n<p>The board met.</p>\n--q\nContent-Type: text/calendar\n\nBEGIN:X\n--q--\n"
    )
    assert texts("a.eml", letter(f"Content-Type: multipart/alternative; boundary=q\n\n{parts}")) == ["The board met."]


def test_a_message_within_a_message_is_of_its_own_author_and_day() -> None:
    inner = "From: Karl Moe <k@moe.example>\nDate: Fri, 1 May 2020 09:00:00 +0000\nSubject: News\n\nWe met yesterday.\n"
    parts = f"--q\n\nSee below.\n--q\nContent-Type: message/rfc822\n\n{inner}\n--q--\n"
    found, _ = of("a.eml", letter(f"Content-Type: multipart/mixed; boundary=q\n\n{parts}").encode())
    assert [(one.author, str(one.published and one.published.when), one.text.strip()) for one in found] == [
        ("Ann Lee", "2020-05-05", "See below."),
        ("Karl Moe", "2020-05-01", "We met yesterday."),
    ]
    assert found[1].uri == "a.eml!message 1.eml"


def test_a_voice_that_goes_on_is_named_once() -> None:
    cues = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>The bridge opened\n\n00:02.000 --> 00:03.000\n<v Ann>on 3 May.\n\n"
    )
    assert texts("a.vtt", f"{cues}00:03.000 --> 00:04.000\n<v Karl>It fell.\n") == [
        "Ann: The bridge opened on 3 May.\n\nKarl: It fell."
    ]


def test_the_number_of_a_note_ends_no_date_and_is_no_exponent() -> None:
    page = '<p>It opened in 1890.<a href="#n"><sup>1</sup></a> It burned.</p><p>An area of 10 m<sup>2</sup>.</p>'
    assert markup.words(page) == "It opened in 1890.[1] It burned.\n\nAn area of 10 m2."


@pytest.mark.parametrize("name", ["a.txt", "a.srt", "a.html", "a.jsonl"])
def test_a_word_that_may_be_cut_is_whole(name: str) -> None:
    told = "The bridge was ope\u00adned, and the mayor made a very long speech about the times to come, on 3 May 1990."
    data = {
        "a.txt": told,
        "a.srt": f"1\n00:00:01,000 --> 00:00:02,000\n{told}\n",
        "a.html": f"<html><body><article><p>{told.replace(chr(0xAD), '&shy;')}</p></article></body></html>",
        "a.jsonl": f'{{"text": "{told}"}}\n',
    }[name]
    assert [one.strip() for one in texts(name, data)] == [told.replace("\u00ad", "")]


def test_chapters_begin_where_they_did_when_words_are_made_whole() -> None:
    source = Source("a.txt", data=b"x")
    document = compose(source, Reading(), b"x", "a\u00adb\n\u00adc\u00ad\nd", page_starts=(0, 4, 8))
    assert (document.text, document.page_starts) == ("ab\nc\nd", (0, 3, 5))


OPEN = """<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="text" xmlns:d="dc"
office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><d:creator>Ann Lee</d:creator></office:meta>
<office:master-styles><t:p>Page 1</t:p></office:master-styles><office:body><office:text>
<t:tracked-changes><t:p>It was never sold.</t:p></t:tracked-changes>
<t:p>Sold in 2004.<t:note><t:note-citation>1</t:note-citation>
<t:note-body><t:p>Signed in 2003.</t:p></t:note-body></t:note>
Then<office:annotation><d:creator>Karl</d:creator><t:p>Sure?</t:p></office:annotation> lost.</t:p>
</office:text></office:body></office:document>"""
BOOK = (
    '<p>Sold in 2004.<sup><a epub:type="noteref" href="#n">1</a></sup> Then lost.</p><aside>See also</aside>'
    '<aside epub:type="footnote" id="n"><p><sup>1</sup>Signed in 2003.</p></aside>'
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.rtf", r"{\rtf1 Sold in 2004.{\footnote Signed in 2003.} Then \b lost\b0 .}"),
        ("a.rtf", r"{\rtf1 Sold in 2004.{\super\chftn{\*\footnote\pard\plain {\tab Signed in 2003.}}} Then lost.\par}"),
        ("a.fodt", OPEN),
        ("a.odt", zipped(**{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": OPEN})),
    ],
)
def test_a_note_stands_behind_its_paragraph(name: str, data: str | bytes) -> None:
    assert texts(name, data) == ["Sold in 2004. Then lost.\n\nSigned in 2003."]


def test_a_note_that_a_book_sets_aside_is_told() -> None:
    assert markup.words(BOOK) == "Sold in 2004.[1] Then lost.\n\n[1] Signed in 2003."


def test_an_article_is_told_from_what_stands_around_it() -> None:
    told = [
        "Dam breaks above Velm",
        "The upper dam broke on Thursday night, flooding the old town and cutting the line to Harn, officials said.",
        "The dam was built in 1958 and last inspected on 12 May 2014. Rescuers reached the farm on Friday morning.",
    ]
    page = (
        "<!DOCTYPE html><html><body><div class='cookie-banner'>We use cookies since 1 May 2015. Accept?</div><article>"
        f"<h1>{told[0]}</h1><p>{told[1]}</p><p>{told[2]}</p><table><tr><th>Year</th><th>Flood</th></tr>"
        "<tr><td>1921</td><td>Mill lost</td></tr></table><div class='share'>Tweet this</div></article>"
        "<aside class='related'><ul><li><a href='/x'>Bridge closed on 3 March 2016</a></li></ul></aside>"
        "<section id='comments'><div class='comment'>Bob 5:22 pm | Reply<p>It leaked in 1974, nobody cared.</p></div>"
        "</section></body></html>"
    )
    assert texts("a.html", page) == ["\n\n".join([*told, "| Year | Flood |", "| 1921 | Mill lost |"])]


def test_rows_of_a_letter_are_rows() -> None:
    assert texts("a.rtf", r"{\rtf1\trowd 3 May 1990\cell Opened\cell\row\pard It burned.\par}") == [
        "| 3 May 1990 | Opened |\n\nIt burned."
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["2020-05-03 10:12:01,123 INFO started", "2020-05-03 10:12:02,001 ERROR disk full"],
        ["[2020-05-03T00:00:00Z] The operator came", "[2020-05-04T00:00:00Z] The server fell"],
        ["[03/05/2019, 10:12:01] Ann: the mill burned", "[03/05/2019, 10:13:44] Karl: and the barn"],
        ["3/5/19, 10:12 - Ann: the mill burned", "14/5/19, 09:00 - Karl: sold"],
    ],
)
def test_each_line_of_a_log_or_a_chat_stands_alone(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert [text[one.start : one.end] for one in segment(text, Writing())] == lines


PACKED: dict[str, Callable[[bytes], bytes]] = {
    "gz": partial(gzip.compress, compresslevel=1),
    "bz2": partial(bz2.compress, compresslevel=1),
    "xz": partial(lzma.compress, preset=0),
}


@pytest.mark.parametrize("suffix", sorted(PACKED))
def test_of_a_download_that_broke_off_what_came_is_read(suffix: str) -> None:
    chance = random.Random(3)
    told = "".join(f"The mill made {chance.randrange(10**9)} sacks on 4 May 1990.\n" for _ in range(9000))
    packed = PACKED[suffix](told.encode())
    documents, problems = of(f"a.txt.{suffix}", packed[: len(packed) * 3 // 4])
    assert [one.text for one in documents] == [told[: len(documents[0].text)]]
    assert len(documents[0].text) > len(told) // 2
    assert [(one.severity, one.code) for one in problems] == [("partial", "incomplete")]
    documents, problems = of(f"a.txt.{suffix}", packed[:8])
    assert (documents, [one.severity for one in problems]) == ([], ["failed"])


def test_of_lines_that_broke_off_those_that_came_are_read() -> None:
    chance = random.Random(4)
    lines = [f'{{"id": {n}, "text": "The mill made {chance.randrange(10**9)} sacks."}}\n' for n in range(3000)]
    packed = gzip.compress("".join(lines).encode())
    documents, problems = of("a.jsonl.gz", packed[: len(packed) // 2])
    assert len(documents) > 500
    assert [one.severity for one in problems] == ["failed"]


@pytest.mark.parametrize("plain", [0, 3000])
def test_a_table_of_windows_is_read_and_said_to_be_wherever_its_accents_begin(plain: int) -> None:
    lines = "id;text\n" + "".join(f"{n};In 1990 line {n} was drawn.\n" for n in range(plain))
    lines += "x;The bridge at Köln opened in 2019.\ny;Zürich followed.\n"
    parts = [
        part for part in unpack(Source("t.csv", data=lines.encode("cp1252")), Reading()) if isinstance(part, Source)
    ]
    assert [part.load().decode() for part in parts[-2:]] == [
        '{"id":"x","text":"The bridge at Köln opened in 2019."}',
        '{"id":"y","text":"Zürich followed."}',
    ]
    assert [part.fact("encoding") is not None for part in parts] == [True] + [False] * (plain + 1)


def test_two_who_speak_in_one_cue_have_a_line_each() -> None:
    first = "1\n00:00:01,000 --> 00:00:03,000\n- When did he return?\n- In May 1919.\n\n"
    assert texts("a.srt", f"{first}2\n00:00:03,000 --> 00:00:05,000\nso\n") == [
        "When did he return?\n\nIn May 1919. so"
    ]


def test_rows_of_a_wiki_table_are_lines_and_measures_are_words() -> None:
    table = "{|\n! Year !! Event\n|-\n| 1700 || The [[market]] opened\n|}\n"
    (text,) = texts("a.wikitext", f"It lies {{{{convert|5|km|mi}}}} away.\n{table}{{{{As of|2010|5}}}} it is shut.\n")
    rows = ["It lies 5 km away.", "| Year | Event |", "| 1700 | The market opened |", "As of May 2010 it is shut."]
    assert text.split("\n\n") == rows


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_member_costs_the_archive_no_other(method: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("bad.txt", "The bridge opened on 4 May 1931. " * 50)
        archive.writestr("good.txt", "The mill burned down on 3 May 1912.", zipfile.ZIP_STORED)
    data = bytearray(out.getvalue())
    packed = 30 + len("bad.txt") + 12
    data[packed : packed + 20] = bytes(20)
    documents, problems = of("a.zip", bytes(data))
    assert [one.text for one in documents] == ["The mill burned down on 3 May 1912."]
    assert [(one.uri, one.code) for one in problems] == [("a.zip!bad.txt", "damaged")]
