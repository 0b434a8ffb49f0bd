from __future__ import annotations

from timeline.read.pages import joined


def test_words_and_sentences_divided_by_a_page_are_whole_again() -> None:
    text, starts = joined(["It was an agree-", "ment of both towns, signed", "in May.", "Nothing more."])
    assert text == "It was an agreement of both towns, signed\nin May.\n\nNothing more."
    assert [text[start : start + 4] for start in starts] == ["It w", "ment", "in M", "Noth"]


def test_words_divided_by_a_line_are_whole_again_but_compounds_are_kept() -> None:
    text, _ = joined(["The agree-\nment of May-\nAugust 1990 be\u00adgan."])
    assert text == "The agreement of May-\nAugust 1990 began."


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [f"Annals of the Bridge\nIn year {n} it rained.\n\n{n} of 9\n" for n in range(1, 10)]
    text, starts = joined(pages)
    assert text == "\n\n".join(f"In year {n} it rained." for n in range(1, 10))
    assert len(starts) == 9


def test_few_pages_keep_their_lines() -> None:
    assert joined(["The Bridge\nOne.", "The Bridge\nTwo."])[0] == "The Bridge\nOne.\n\nThe Bridge\nTwo."


def test_empty_pages_keep_their_number() -> None:
    assert joined(["", "It began.", ""]) == ("It began.", [0, 0, 9])
