"""A dated participle beside the verb is a clause of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "edtf", "title"),
    [
        ("The school, founded in [1477], is the oldest in the country.", "1477", "The school was founded"),
        ("The mills, bought by the king in [1890], have closed.", "1890", "The mills were bought by the king"),
        ("Elected mayor in [1903], Holm resigned after a scandal.", "1903", "Holm was elected mayor"),
        ("Founded in [1923] by Karl Moe, the firm made lamps.", "1923", "The firm was founded by Karl Moe"),
        (
            "The treaty that followed, signed in [1583], gave the shore away.",
            "1583",
            "The treaty that followed was signed",
        ),
        ("The treaty (signed in [1870]) was torn up.", "1870", "The treaty was signed"),
        ("The match, first planned for [3 May 2019=2019-05-03], was off.", "2019-05-03", "The match was first planned"),
    ],
)
def test_clause(told: Told, text: str, edtf: str, title: str) -> None:
    assert [(claim.when.edtf, claim.title) for claim in told(text) if claim.when] == [(edtf, title)]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The law, passed in [2014] and amended in [2019], bans it.", ["The law was passed", "The law was amended"]),
        (
            "He was arrested in [1938], released in [1945], and emigrated to Peru in [1951].",
            ["He was arrested", "He was released", "He emigrated to Peru"],
        ),
        ("She left school in [1901], joined the firm in [1903].", ["She left school", "She joined the firm"]),
    ],
)
def test_each_verb_of_a_list(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles


@pytest.mark.parametrize(
    "text",
    [
        "The school moved to Thornbury in [1477], after a fire.",
        "Having sold the mill in [1903], Holm left.",
        "The king said in [1903], and meant it, that he would go.",
    ],
)
def test_no_clause_of_its_own(told: Told, text: str) -> None:
    assert not [claim for claim in told(text) if " was " in claim.title or " were " in claim.title]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "She sings in the Vik Youth Orchestra, founded in [1976] by a teacher.",
            ["The Vik Youth Orchestra was founded by a teacher"],
        ),
        ("She wrote to her uncle, Albert Moss, born in Vik in [1892].", ["Albert Moss was born in Vik"]),
        ("She sings in a choir of Karl Moe, founded in [1976] by a teacher.", []),
        ("She wrote to Ada Lindt and Karl Moe, born in [1892].", []),
    ],
)
def test_what_is_founded_is_the_name_before_the_comma(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles
