"""A heading that is a year dates what its section tells without one."""

from __future__ import annotations

from timeline.languages import load
from timeline.resolve import resolve
from timeline.resolve.sections import Sections
from timeline.tag import tag

TEXT = """A history

2005: Elections

In December 2005 they voted. In March 2009 she told of it.

2006: War

On November 23, the town fell. They had voted in December 2005. On 3 June it was rebuilt.

Losses

It had cost much by May.
"""


def test_the_year_of_the_heading() -> None:
    language = load("en")
    mentions = {m.text: m for m in resolve(tag(TEXT, language, "narrative"), TEXT, language, None, "narrative")}
    assert mentions["November 23"].value == "2006-11-23"
    assert mentions["3 June"].value == "2006-06-03"
    assert mentions["November 23"].note == "the year that heads the section"
    assert mentions["May"].note == "the year of the date told before"


def test_lines_that_head_nothing() -> None:
    text = "1914-1918\n\nIt was so.\n\n- 1919 a list item\n\n1920 was a good year.\n\nEnd"
    sections = Sections(text, load("en"))
    assert [sections.year(offset) for offset in (15, len(text) - 4, len(text))] == [None, None, None]


def test_entries_of_a_section_are_no_headings() -> None:
    text = "2015\nJanuary: talks open\n12 February: a deal\nDecember: it fails\n2016\nMarch: a truce\nAfterwards\nMay\n"
    sections = Sections(text, load("en"))
    told = [sections.year(text.index(word)) for word in ("February", "December", "March", "May")]
    assert told == [2015, 2015, 2016, None]


def test_lines_of_a_paragraph_that_was_broken_head_nothing() -> None:
    text = "She came to the works at Vik as the second fitter on 5 September\n2005 and, a year later, led the\nshop."
    assert Sections(text, load("en")).year(len(text)) is None
    text = "He left for Vik in\n2006 and came\nback."
    assert Sections(text, load("en")).year(len(text)) is None
    assert Sections("A chronicle\n2005\nIt rained.", load("en")).year(20) == 2005
