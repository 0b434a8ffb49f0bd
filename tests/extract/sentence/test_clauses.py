"""Sentences cut into clauses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.extract.sentence.clauses import Parsed

Cut = Callable[[str], Parsed]


def pieces(parsed: Parsed) -> list[tuple[str, str]]:
    words = parsed.sentence.words
    return [(clause.kind, " ".join(words[clause.first : clause.last])) for clause in parsed.clauses]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("The mill burned down.", ["main"]),
        ("The mill burned down and the owner left.", ["main", "main"]),
        ("The mill burned down and was rebuilt.", ["main", "coord"]),
        ("The owner signed leases and contracts.", ["main"]),
        ("When the mill burned down, the owner left.", ["sub", "main"]),
        ("After the fire, the owner left.", ["main", "main"]),
        ("The owner, who had debts, left.", ["main", "rel", "main"]),
        ("The owner said that the mill would close.", ["main", "that"]),
        ("The owner said the mill would close.", ["main", "that"]),
        ("The owner told the men they could stay.", ["main", "that"]),
        ("The owner said in a statement it would close.", ["main", "that"]),
        ("The owner said in a statement on prices it would close.", ["main"]),
        ("The owner said the driver and a passenger died.", ["main", "that"]),
        ("The owner announced the sale and the men left.", ["main", "main"]),
        ("The owner confirmed that Ada Moe, whom he met, will speak.", ["main", "that", "rel", "that"]),
        ("The mill would close, the owner said.", ["main", "say"]),
        ("The mill would close, said Mr Hale.", ["main", "say"]),
        ("The roof fell in, killing two men.", ["main", "part"]),
        ("The mill – which had two wheels – burned down.", ["main", "aside", "main"]),
        ("The mill (now a museum) burned down.", ["main", "aside", "main"]),
        ("The mill closed; the men left.", ["main", "main"]),
    ],
)
def test_kinds(cut: Cut, sentence: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in pieces(cut(sentence))] == kinds


def test_an_interrupted_clause_keeps_its_number(cut: Cut) -> None:
    parsed = cut("The owner, who had debts, left.")
    assert parsed.clauses[0].number == parsed.clauses[2].number != parsed.clauses[1].number


@pytest.mark.parametrize(
    "sentence", ["", "?!", "– – –", "(((", "a b c " * 200, "\x00\ud800", "said said said that that"]
)
def test_odd_text_is_cut_without_loss(cut: Cut, sentence: str) -> None:
    parsed = cut(sentence)
    assert sum(clause.last - clause.first for clause in parsed.clauses) == len(parsed.sentence)
