"""Claims dated by a length before or after something else: `ten minutes after the crash`."""

from __future__ import annotations

import pytest

from timeline.extract import extract
from timeline.languages import load
from timeline.model.document import Document, Published
from timeline.resolve import resolve
from timeline.segment import segment
from timeline.tag import tag
from timeline.temporal.interval import Interval


@pytest.mark.parametrize(
    ("text", "title", "edtf"),
    [
        ("The jet crashed on Monday. Ten minutes after the crash, police arrived.", "police arrived", "2023-03-13"),
        ("The jet crashed on Monday. Police arrived ten minutes after it fell.", "Police arrived", "2023-03-13"),
        ("The mayor was shot on 3 May 1998. Two months after the shooting a man gave up.", "gave up", "1998-07"),
        ("He was killed on 3 May 1998. A vigil was held one year after he was killed.", "vigil", "1999"),
        ("A vigil was held two years after the king died.", "vigil", None),
        ("Fever began three days before admission on 18 February 2015.", "Fever", "2015-02-15"),
        ("The mayor was chosen in May 1998. One year later he resigned.", "resigned", "1999"),
        (
            "Karl Moe fell on 3 May 1998. He was flown to Oslo where he died two days later.",
            "[Karl Moe] died",
            "1998-05-05",
        ),
        ("The couple parted just before 3 May 1998.", "The couple parted", "1998-05-03~"),
        ("The couple parted before 3 May 1998.", "The couple parted", "../1998-05-03"),
    ],
)
def test_counted(text: str, title: str, edtf: str | None) -> None:
    english, given = load("en"), Published(Interval.parse("2023-03-15"), "given")
    mentions = resolve(tag(text, english), text, english, given)
    claims = extract(
        Document("key", "a.txt", text, "text", "", "", published=given), segment(text, english), mentions, english
    )
    assert [claim.when and claim.when.edtf for claim in claims if title in claim.title] == [edtf]
