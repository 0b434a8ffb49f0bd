"""A text slice by slice gives what it gives whole, wherever the cuts fall."""

from __future__ import annotations

import pytest

from tests.pipeline.test_process import understood
from timeline.languages import load
from timeline.pipeline import Options
from timeline.pipeline.many import Many
from timeline.pipeline.process import process
from timeline.pipeline.slices import FARTHEST, slices
from timeline.read import Reading, Source, read
from timeline.segment import segment

CHRONICLE = """Hale Works: a history

Published 8 November 2011

Ada Lindt founded Hale Works on 4 March 1890 in Bern. She sold it in May 1891 to the Alder Valley Railway (AVR).

It was closed on 3 June 1902. Two weeks later the workers struck. On 20 June the AVR dismissed them.

## 4 May 1905

- The directors of the AVR sell the mill
- A fire burns down the mill

The council met again in March. Lindt died in 1911. The following year her house was sold.

From 1914 to 1918 the army occupied the mill. Karl Moe, the owner, fled to Basel on 2 August 1914. He returned in 1919.

## The second century

On 5 January 1923 a storm broke the dam. The water flooded the valley.
Moe left the town. Three days later he came back.

| 1931 | The mill burns down |
| 1932 | It is built again |

Last month the council bought the mill. On Tuesday the mayor, Ida Rohr, opened the museum. Rohr said it would be free.
"""


def _document(text: str) -> object:
    (found,) = read(Source("a.txt", data=text.encode(), format="text"), Reading())
    return found


@pytest.mark.parametrize("size", [50, 120, 300, 700])
@pytest.mark.parametrize("options", [Options(), Options(genre="news"), Options(genre="narrative", whole=True)])
def test_slices_tell_what_the_whole_tells(size: int, options: Options) -> None:
    whole = understood(CHRONICLE, options)
    sliced = process(whole.document, options, size)
    assert isinstance(sliced.claims, Many)
    assert len(sliced.claims.portions) > len(CHRONICLE) // size // 4
    assert tuple(sliced.mentions) == whole.mentions
    assert tuple(sliced.claims) == whole.claims
    assert len(whole.claims) > 14
    assert (sliced.published, sliced.signature) == (whole.published, whole.signature)


def test_one_endless_line_is_cut_at_sentences_and_cited_to_the_character() -> None:
    text = " ".join(f"The council sold mill number {n} on {1 + n % 28} March {1800 + n}." for n in range(150))
    whole = understood(text)
    sliced = process(whole.document, Options(), 500)
    assert tuple(sliced.claims) == whole.claims
    assert len(sliced.claims) == 150
    for claim in sliced.claims:
        assert text[claim.start : claim.end] == claim.quote
        assert text[claim.time_start : claim.time_end] == claim.time_text


@pytest.mark.parametrize("size", [1, 40, 200, 5000])
@pytest.mark.parametrize("text", [CHRONICLE, CHRONICLE.replace("\n", " "), "", " \n\n ", "x" * 12_000])
def test_slices_hold_every_sentence_once_and_leave_no_gap(text: str, size: int) -> None:
    language = load("en")
    found = list(slices(text, language, size))
    assert [one.start for one in found] == [0, *(one.end for one in found[:-1])]
    assert found[-1].end == len(text)
    assert tuple(sentence for one in found for sentence in one.sentences[one.since :]) == segment(text, language)
    assert all(one.since <= FARTHEST + 1 for one in found)


def test_many_values_are_a_sequence() -> None:
    many = Many.of([(1, 2), (), (3,)])
    assert (len(many), list(many), list(reversed(many))) == (3, [1, 2, 3], [3, 2, 1])
    assert (many[1], many[-1], many[:2], len(many.portions)) == (2, 3, (1, 2), 2)
