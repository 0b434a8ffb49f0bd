"""A noun, and nothing in the line that tells which."""

from __future__ import annotations

import pytest

from timeline.extract import extract
from timeline.languages import load
from timeline.model.document import Document, Published
from timeline.resolve import resolve
from timeline.segment import segment
from timeline.tag import tag
from timeline.temporal.interval import Interval

ENGLISH = load("en")
NEWS = "Karl Moe met union leaders in Vik last week. "
LETTER = "I met union leaders in Vik last week and told them what we want. "
HISTORY = "Karl Moe sold the mill in 1931. "


def titles(text: str) -> list[str]:
    published = Published(Interval.parse("2016-05-06"), "given")
    mentions = resolve(tag(text, ENGLISH), text, ENGLISH, published, "auto")
    document = Document("key", "a.txt", text, "text", "", "", published=published)
    return [claim.title for claim in extract(document, segment(text, ENGLISH), mentions, ENGLISH)]


@pytest.mark.parametrize(
    "told",
    [
        "The ballot will begin in August.",
        "The talks collapsed on Monday.",
        "The new scheme is due to expire in August.",
        "The victim opened a door on Monday and was stabbed.",
        "The six voted on Monday.",
    ],
)
def test_of_news_is_not_told(told: str) -> None:
    assert len(titles(NEWS + told)) == 1


@pytest.mark.parametrize(
    "text",
    [
        HISTORY + "The mill burned on 30 June 1935.",
        NEWS + "The ballot on pay will begin in August.",
        NEWS + "The talks in Ashmere collapsed on Monday.",
        NEWS + "The film first opened in April 1968.",
        NEWS + "The victim opened a door in Ashmere on Monday.",
        NEWS + "The mill lost three men on Monday.",
        NEWS + "The mill's roof collapsed on Monday.",
        NEWS + "The river has been rising since Monday.",
        NEWS + "The relief fund was opened on Monday.",
        LETTER + "The painters left on Monday.",
    ],
)
def test_is_told_where_it_tells_more(text: str) -> None:
    assert len(titles(text)) == 2
