from __future__ import annotations

import pytest

from timeline.read.clean import clean, clean_name
from timeline.read.decode import decode, is_binary

WORDS = "Żółć — “naïve” café, 3 °C"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marks_and_utf8(encoding: str) -> None:
    assert decode(WORDS.encode(encoding)).text == WORDS
    assert not decode(WORDS.encode(encoding)).remark


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark(encoding: str) -> None:
    assert decode("The bridge opened in 1890.".encode(encoding)).text == "The bridge opened in 1890."


def test_what_is_declared_goes_before_utf8() -> None:
    assert decode("é".encode(), "latin-1").text == "Ã©"
    assert decode("naïve".encode("cp1250", "replace") + b"\xb1", "cp1250").text.endswith("±")
    assert decode("é".encode(), "no-such-thing").text == "é"
    assert decode(b"abc", "base64").text == "abc"


def test_a_guess_is_told() -> None:
    found = decode("Le café de l’été a fermé ses portes après la fête.".encode("cp1252"))
    assert "café" in found.text
    assert "does not tell its encoding" in found.remark


def test_accented_letters_are_no_east_asian_signs() -> None:
    text = "The bridge at Köln was closed.\nThe train left Zürich in June 2020.\n"
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("gb18030", "市政府于2019年5月3日宣布关闭桥梁。据Reuters说桥梁将关闭三年。"),
        ("shift_jis", "東京都は2019年5月3日に橋を閉鎖すると発表した。IBMの報告によると。"),
        ("euc_kr", "서울시는 2019년 5월 3일 다리를 폐쇄한다고 발표했다."),
    ],
)
def test_east_asian_text_is_kept(encoding: str, text: str) -> None:
    pytest.importorskip("charset_normalizer")
    assert decode(text.encode(encoding)).text == text


def test_english_of_windows_keeps_its_pounds() -> None:
    text = "The café “Müller” opened in May – it was built in 1950 and ran until the end of the war, at £300 a year."
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Die Brücke wurde 1921 für £ 300 gebaut.", "cp1252"),
        ("Am 3. März 1921 kaufte er das Gut für £300; die Schlösser gingen an seine Söhne.", "cp1252"),
        ("Łódź została założona w 1423 roku.", "cp1250"),
        ("Ł. Nowak mieszkał w Łodzi.", "cp1250"),
    ],
)
def test_a_letter_in_no_word_is_a_sign_of_print(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_bytes_that_are_no_such_encoding_are_counted() -> None:
    assert decode(b"a\xff\xfeb", "utf-8").remark == "2 bytes are no utf-8 and were replaced."


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\0" * 100, b"abc\0" * 50, b"\x01\x02\x03" * 10])
def test_rubbish_is_binary(data: bytes) -> None:
    assert is_binary(data)


@pytest.mark.parametrize(
    "data", [b"", b"plain", WORDS.encode(), "text".encode("utf-16"), b"a\x1b[31mb\tc\r\n", b"\xe9t\xe9"]
)
def test_text_is_not(data: bytes) -> None:
    assert not is_binary(data)


def test_what_no_store_carries_is_replaced_one_for_one() -> None:
    assert clean("a\0b\ud800c\x1b[31m\u202e") == ("a\ufffdb\ufffdc\x1b[31m\u202e", 2)
    assert clean("plain") == ("plain", 0)


def test_names_can_be_encoded() -> None:
    assert clean_name("caf\udce9") == "caf\\xe9"
