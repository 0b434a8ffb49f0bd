"""Hostile text cannot reach a terminal, a spreadsheet or a JSON reader."""

from __future__ import annotations

import json

import pytest

from timeline.render.foreign import cell, clean, json_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – “quoted” naïve 日本", "plain – “quoted” naïve 日本"),
        ("\x1b[2Jgone", "\ufffd[2Jgone"),
        ("\x1b]0;title\x07", "\ufffd]0;title\ufffd"),
        ("\x9b31mred", "\ufffd31mred"),
        ("abc\u202edcba\u2066", "abc\ufffddcba\ufffd"),
        ("a\x00b\x7fc", "a\ufffdb\ufffdc"),
        ("two\nlines\r\n\tmore\u2028last", "two lines more last"),
        ("half \ud800 a sign", "half \ufffd a sign"),
        ("non\u00a0breaking", "non\u00a0breaking"),
        ("family 👩\u200d👩\u200d👧", "family 👩\u200d👩\u200d👧"),
        ("[/foo] :bomb:", "[/foo] :bomb:"),
        ("", ""),
    ],
)
def test_clean(text: str, shown: str) -> None:
    assert clean(text) == shown


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+44 say", "'+44 say"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("-0043-03-15", "-0043-03-15"),
        ("-5", "-5"),
        ("a = b", "a = b"),
        ("two\nlines", "two\nlines"),
        ("\x1b[2J", "\ufffd[2J"),
        ("\ud800", "\ufffd"),
    ],
)
def test_cell(text: str, written: str) -> None:
    assert cell(text) == written


@pytest.mark.parametrize("text", ["\x9b31m", "\u202e", "\u2028", "\ud800", "\x7f", "plain", "日本", "\x1b"])
def test_json_text_is_the_same_value_and_inert(text: str) -> None:
    written = json_text(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert written.isprintable()
