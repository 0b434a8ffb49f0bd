"""When a happening at any place of a text was."""

from __future__ import annotations

import pytest

from timeline.extract.claims import scene_of, timed_sentences
from timeline.extract.timing.moment import moment
from timeline.languages import load
from timeline.model.document import Document, Published
from timeline.model.expression import Fixed, TimeExpression
from timeline.model.mention import TimeMention
from timeline.segment import segment
from timeline.temporal.interval import Interval

TEXT = (
    "A bomb exploded in the harbour on Friday and killed two men. Police closed the road.\n\n"
    "The governor resigned. The mayor said the explosion was a shock.\n\nThe harbour was built in 1880."
)
TIMES = {"Friday": "2001-05-04", "1880": "1880"}


@pytest.mark.parametrize(
    ("word", "edtf"),
    [
        ("exploded", "2001-05-04"),
        ("killed", "2001-05-04"),
        ("closed", "2001-05-04"),
        ("resigned", "2001-05-04"),
        ("said", None),
        ("built", "1880"),
    ],
)
def test_moment(word: str, edtf: str | None) -> None:
    english = load("en")
    mentions = []
    for words, value in TIMES.items():
        start, when = TEXT.index(words), Interval.parse(value)
        expression = TimeExpression(start, start + len(words), words, "DATE", value, None, "test", Fixed(when))
        mentions.append(TimeMention(expression, value, when, "point", None, ""))
    document = Document("k", "a", TEXT, "text", "", "", published=Published(Interval.parse("2001-05-05"), "given"))
    sentences = segment(TEXT, english)
    scene, timed = scene_of(document, sentences, english), timed_sentences(sentences, mentions)
    found = moment(scene, timed, TEXT.index(word))
    assert (found.value if found else None) == edtf
