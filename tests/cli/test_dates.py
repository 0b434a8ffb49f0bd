"""Dates as people write them on a command line."""

from __future__ import annotations

import subprocess
import sys

import pytest

from timeline.cli.dates import read
from timeline.errors import InputError

PLAIN = [
    ("1994", "1994"),
    ("2004-03", "2004-03"),
    ("2020-09-27", "2020-09-27"),
    ("1990/1993~", "1990/1993~"),
    ("199X", "199X"),
    ("March 2004", "2004-03"),
    ("mar 2004", "2004-03"),
    ("Sept. 2004", "2004-09"),
    ("2 March 2004", "2004-03-02"),
    ("March 2, 2004", "2004-03-02"),
    ("March 2 2004", "2004-03-02"),
    ("  March   2004 ", "2004-03"),
    ("44 BC", "-0043"),
    ("44 bce", "-0043"),
    ("44 B.C.", "-0043"),
    ("March 44 BC", "-0043-03"),
    ("15 March 44 BC", "-0043-03-15"),
    ("79 AD", "0079"),
    ("AD 79", "0079"),
    ("300", "0300"),
    ("1990s", "199X"),
]


@pytest.mark.parametrize(("text", "edtf"), PLAIN)
def test_plain_forms(text: str, edtf: str) -> None:
    assert read(text).edtf == edtf


@pytest.mark.parametrize(
    "text", ["", "foo", "the", "31 February 2004", "Marchember 2004", "12", "1994-13", "2004-03-02-01", "\x00", "?"]
)
def test_no_date(text: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert "44 BC" in str(caught.value)


def test_plain_forms_load_no_language_and_ask_no_clock() -> None:
    told = [text for text, _ in PLAIN]
    heavy = ("timeline.languages", "dateparser", "sqlalchemy")
    program = (
        "import sys; from timeline.cli.dates import read\n"
        f"for text in {told!r}: read(text)\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
