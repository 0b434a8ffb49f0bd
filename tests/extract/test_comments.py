from __future__ import annotations

import pytest

from timeline.extract.comments import without
from timeline.languages import load

ARTICLE = """The ferry Tern sank off Vik on 3 May 2011. Rescuers saved forty people before noon, the office said.
Divers went down two days later and found the log. The owner denied that she was overloaded.
Reply to questions was refused, at 5:22 pm and again at 6:02 pm. | The inquest opens on 9 June.

"""
THREADS = {
    "a button beside the time": (
        "May 7, 2011 at 5:22 pm | Reply\nI was there in 1999.\nMay 8, 2011 at 6:02 pm | Reply\nNo, in 2001.",
        "May 7, 2011 at 5:22 pm | Reply",
    ),
    "glued": (
        "She sank in 1999! Posted by : Bo | May 7 , 2011 5:22 PM | Report abuse Nonsense . Posted by : K | "
        "May 7 , 2011 6:02 PM | Report abuse",
        "Posted by : Bo | May 7",
    ),
    "a bar alone": (
        "May 7, 2011 at 5:22 pm | I was there.\nMay 8, 2011 at 6:02 pm | So was I.",
        "May 7, 2011 at 5:22 pm |",
    ),
    "lines of buttons": (
        "Mary K\n2 hours ago\nIt sank in 1999.\nReply\nShare\nBo\n1 hour ago\nIn 2001.\nReply · Share",
        "2 hours ago",
    ),
}


@pytest.mark.parametrize("told", THREADS)
def test_comments_begin_where_the_first_is_signed(told: str) -> None:
    thread, first = THREADS[told]
    text = ARTICLE + thread
    read = without(text, load("en").events)
    begun = len(read.rstrip())
    assert len(read) == len(text)
    assert text.startswith(read.rstrip())
    assert text[begun:].lstrip().startswith(first)


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE,
        ARTICLE + "May 7, 2011 at 5:22 pm | Reply\nI was there.",
        "Mary K\n7 May 2011 at 5:22 pm | Reply\nShe sank.\nBo\n8 May 2011 at 6:02 pm | Reply\nIn 2001.",
        ARTICLE + "3 May 2011 10:15 am | The patrol leaves\n3 May 2011 11:20 am | The patrol is back",
        ARTICLE + "| 3 May 2011 | 10:15 am | out |\n| 3 May 2011 | 11:20 am | back |",
        ARTICLE + "10:15 Replying to the coast guard\n10:20 Reporting abuse of the channel",
    ],
)
def test_what_is_no_thread_below_an_article_is_read(text: str) -> None:
    assert without(text, load("en").events) == text


def test_what_follows_the_comments_on_one_article_is_read() -> None:
    thread = THREADS["a button beside the time"][0]
    text = f"{ARTICLE}{thread}\n\n" + f"{ARTICLE * 20}{thread}"
    read = without(text, load("en").events)
    assert len(read) == len(text)
    assert read.count("Divers went down") == 21
    assert "in 1999" not in read
