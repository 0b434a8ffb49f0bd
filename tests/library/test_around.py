"""Sentences round a quote."""

from __future__ import annotations

import pytest

from timeline.library.around import around

TEXT = "# News\n\nIt rained. Cars slid.\n\n- The bridge closed.\n- Trams\n  stopped.\n"
CLOSED = TEXT.index("The bridge"), TEXT.index("closed.") + 7


@pytest.mark.parametrize(
    ("number", "before", "after"),
    [
        (1, "Cars slid.", "Trams stopped."),
        (2, "It rained. Cars slid.", "Trams stopped."),
        (9, "News It rained. Cars slid.", "Trams stopped."),
    ],
)
def test_sentences_of_a_text(number: int, before: str, after: str) -> None:
    assert around(TEXT, "en", *CLOSED, number) == (before, after)


def test_at_the_ends_there_is_nothing_more() -> None:
    assert around("It rained.", "en", 0, 10, 3) == ("", "")
    assert around("", "en", 0, 0, 3) == ("", "")


def test_half_a_sentence_is_completed() -> None:
    assert around("The bridge closed and trams stopped.", "en", 11, 17, 1) == ("The bridge", "and trams stopped.")


def test_a_language_without_rules_is_cut_too() -> None:
    assert around("Es regnet. Es friert.", "xx", 0, 10, 1) == ("", "Es friert.")
