from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from tests.segment.writing import Writing
from tests.signs import text_of
from timeline.segment import segment
from timeline.segment.sentences import LONGEST

SEEDS = Path(__file__).parents[2] / "seeds"
LANGUAGE = Writing()


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in segment(text, LANGUAGE)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The pact was signed on Sept. 27 at noon.", "It held."],
        ["The U.S. Army landed in St. Malo.", "No. 5 platoon came last."],
        ["They left at 9 a.m. on Tuesday.", "At ten it rained."],
        ["J. F. Marlowe met Mr. A. Oduya.", "They agreed."],
        ["She joined Orrery Inc. Nobody knew."],  # after an abbreviation only a frequent first word begins a sentence
        ["She joined Orrery Inc.", "The firm grew."],
        ["It was Plan B. It failed."[:14], "It failed."],
        ['"Is it over?" she asked.', '"Yes."', "He sat down."],
        ["He said … and fell silent…", "Then he spoke."],
        ["“We won.”", "“They lost.”"],
        ["It ended in 1994.", "20 people were there."],
        ["The treaty (signed in 1990.) was void.", "[It was never ratified.]", "Ask why."],
        ["The siege was lifted.[3][12]", "The town fell later."],
        ["Prices rose 3.5% to $1.20 a litre.", "Nobody cheered!", "Why?", "Ask them."],
        ["See www.Example.Com and mail a.b@Example.Org for more.", "Thanks."],
        ["They asked twice and she said no.", "Lindt wept."],
        ["See no. 5 of the list, Marlowe vs. Oduya."],
        ["It was so cold .", "Nobody came ."],
        ["日本は勝った。", "「次の日も。」", "雨が降った。"],
        ["Հայաստանը ազատ է։", "Նա գնաց։"],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    joined = ("" if "日" in sentences[0] else " ").join(sentences)
    assert cut(joined) == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It is over, he said.The town slept.", ["It is over, he said.", "The town slept."]),
        ("He left.A week later he came back.", ["He left.", "A week later he came back."]),
        ('She said: "It is over."The town slept.', ['She said: "It is over."', "The town slept."]),
        ('They were tired."We left then," he said.', ["They were tired.", '"We left then," he said.']),
        ("The mill fell.“We wept,” he said.", ["The mill fell.", "“We wept,” he said."]),
        ("He fled in May.1996: The gang was caught.", ["He fled in May.", "1996: The gang was caught."]),
        ("The list (see fig.1990) and v.2016 of the plan.", ["The list (see fig.1990) and v.2016 of the plan."]),
        ("Open the file main.Js now.", ["Open the file main.Js now."]),
        ("The date 10. 6. 1896 is on the ticket.", ["The date 10. 6. 1896 is on the ticket."]),
        ("  \n\t\n", []),
        ("", []),
    ],
)
def test_glued_and_odd(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def test_numbers_listed_as_abbreviations_are_ordinals() -> None:
    german = Writing(abbreviations=frozenset({"27"}), starters=frozenset())
    text = "Am 27. September begann es. Es endete bald."
    assert [text[s.start : s.end] for s in segment(text, german)] == ["Am 27. September begann es.", "Es endete bald."]


QUOTES = [
    ("000_33932fc70c4cd4bf.txt", "The conflict in Nagorno-Karabakh was sparked after", "in the early 1990s."),
    ("000_33932fc70c4cd4bf.txt", "Since the establishment of official relations in 1992,", "tourism and more."),
    ("001_a27fdb1f3a3c3597.txt", "NATO will start its operations in Afghanistan", "part of these operations."),
    ("001_a27fdb1f3a3c3597.txt", "In 2009, the number of Azerbaijani troops", "amounts to 90, said Ibrahim."),
    ("001_a27fdb1f3a3c3597.txt", "The two countries signed a ceasefire", "agreement in 1994."),
]


@pytest.mark.parametrize(("name", "first", "last"), QUOTES)
def test_quotes_of_the_seeds_are_whole_sentences(name: str, first: str, last: str) -> None:
    text = (SEEDS / name).read_bytes().decode("utf-8")
    assert [s for s in cut(text) if s.startswith(first) and s.endswith(last)]


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name)
def test_every_word_of_the_seeds_is_in_one_sentence(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert " ".join(cut(text)).split() == text.replace("\n- ", "\n").split()


@given(text_of("aB1.!?…\"'”)([ \n\r\t#-|>=`*。—", most=200))
def test_spans_are_in_order_trimmed_and_never_fail(text: str) -> None:
    end = 0
    for sentence in segment(text, LANGUAGE):
        assert end <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        end = sentence.end


LONG = [". " * 50_000, "a." * 50_000, "." * 100_000, " " * 100_000 + ".", '"' * 100_000, "A.\n" * 33_000]


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_repeated_signs_take_linear_time(text: str) -> None:
    assert len(segment(text, LANGUAGE)) <= len(text)


def test_a_stretch_without_an_end_is_cut_at_a_space() -> None:
    sentences = cut("word " * 5000)
    assert max(map(len, sentences)) <= LONGEST
    assert " ".join(sentences).split() == ["word"] * 5000
