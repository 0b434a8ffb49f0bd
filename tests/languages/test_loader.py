"""The loader refuses what it does not know, also in the part of a file that it reads later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline.errors import LanguageError
from timeline.languages import load

LANGUAGE = load("en")


def test_what_stands_below_the_line_is_read_when_asked_for() -> None:
    assert set(replace(LANGUAGE, below='[extract.sets]\nif = "if"\n').tables) == {"extract"}


@pytest.mark.parametrize(("below", "told"), [("[extrakt]\n", "extrakt"), ("[extract\n", "en.toml is not TOML")])
def test_it_is_refused_when_it_is_wrong(below: str, told: str) -> None:
    with pytest.raises(LanguageError, match=told):
        _ = replace(LANGUAGE, below=below).tables


def test_the_digest_is_of_the_time_sections() -> None:
    assert len(LANGUAGE.digest) == 64


def test_there_is_no_such_language() -> None:
    with pytest.raises(LanguageError, match="xx"):
        load("xx")
