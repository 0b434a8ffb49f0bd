"""Which happening each time of a sentence dates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.extract.sentence.clauses import Parsed
from timeline.extract.timing.attach import time_of, trigger
from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]
Cut = Callable[[str], Parsed]


@pytest.mark.parametrize(
    ("sentence", "lemmas"),
    [
        ("In [1912] the mill burned down.", ["burn"]),
        ("The mill burned down in [1912] and was rebuilt in [1914].", ["burn", "rebuild"]),
        ("The fire of [3 May 1912=1912-05-03] gutted the mill.", ["fire"]),
        ("The sale of the mill in [1912] could bring relief.", ["sale"]),
        ("The owner agreed to meet the men on [Monday=2001-05-07].", ["meet"]),
        ("The firm is expected to open a shop in [2015].", ["open"]),
        ("The owner denied having sold shares in [1912].", ["sell"]),
        ("The council [Monday=2001-05-07] approved the plan.", ["approve"]),
        ("On [Monday=2001-05-07], the head of the council, a lawyer from Bergen, resigned.", ["resign"]),
        ("When the mill burned down in [1912], the owner left.", ["burn"]),
        ("The strike began in [1988] when the owner cut wages.", ["begin"]),
        ("The firm will start work abroad for helping its partners from [1 May 2015=2015-05-01].", ["start"]),
        ("Losses grew in [1998], and in [1999] Kari Moe left.", ["grow", "leave"]),
    ],
)
def test_trigger(cut: Cut, sentence: str, lemmas: list[str]) -> None:
    parsed = cut(sentence)
    found = [trigger(parsed, time) for time in parsed.sentence.times]
    assert [one.lemma if one else None for one in found] == lemmas


@pytest.mark.parametrize(
    ("sentence", "word", "time"),
    [
        ("The mill burned down in [1912].", "burned", "1912"),
        ("The owner expects to sell the mill in [1913].", "expects", None),
        ("The owner expects to sell the mill in [1913].", "sell", "1913"),
        ("The mill, burned in [1912], is for sale, said the agent.", "said", None),
        ("The agent said on [Monday=2001-05-07] the mill is for sale.", "said", "Monday"),
        ("Two men were hurt and three killed on [Monday=2001-05-07].", "hurt", "Monday"),
    ],
)
def test_time_of_any_word(cut: Cut, sentence: str, word: str, time: str | None) -> None:
    parsed = cut(sentence)
    found = time_of(parsed, parsed.sentence.words.index(word))
    assert (parsed.sentence.times[found].text if found is not None else None) == time


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "In a long speech yesterday prime minister Karl Moe said he might call a vote.",
            ["In a long speech prime minister Karl Moe said he might call a vote"],
        ),
        ("The inspector praised weekend imprisonment of men who work.", []),
        ("As the men who were freed this week begin their new lives, the town is proud.", []),
    ],
)
def test_a_day_that_is_an_adverb_describes_no_noun(news: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in news(text)] == titles


@pytest.mark.parametrize(
    ("sentence", "lemma"),
    [
        ("In [May=2001-05], the firm is due to open a mill.", "open"),
        ("In [May=2001-05], the firm is expected to open a mill.", "open"),
        ("In [May=2001-05], the firm is to blame.", "be"),
        ("In [May=2001-05], the firm was happy to open a mill.", "be"),
        ("The firm is due to open a mill to serve the men of [May=2001-05].", "serve"),
    ],
)
def test_an_opening_time_is_of_what_lies_ahead(cut: Cut, sentence: str, lemma: str) -> None:
    parsed = cut(sentence)
    (found,) = [trigger(parsed, time) for time in parsed.sentence.times]
    assert found is not None
    assert found.lemma == lemma
