from __future__ import annotations

from timeline.read.language import choose

ENGLISH = "The bridge was opened by the king in the spring of that year and it has been in use for a long time."
DUTCH = "De brug werd door de koning geopend en het is niet bekend wanneer er voor het eerst een trein op reed."


def test_the_word_of_the_user_goes_first() -> None:
    assert choose(DUTCH, "en", "nl") == ("en", "")


def test_then_what_the_document_says() -> None:
    assert choose(DUTCH, "auto", "en-GB") == ("en", "")


def test_then_its_words() -> None:
    assert choose(ENGLISH) == ("en", "")
    assert choose("1990") == ("en", "")


def test_a_language_without_rules_is_told() -> None:
    code, doubt = choose(DUTCH)
    assert code == "en"
    assert "'nl'" in doubt
