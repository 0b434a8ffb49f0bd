"""Copies are one voice."""

from __future__ import annotations

from timeline.link.signature import signature
from timeline.link.voices import voices
from timeline.model.facts import DocumentFacts

REPORT = " ".join(f"report{n}" for n in range(300))
OTHER = " ".join(f"other{n}" for n in range(300))


def described(**texts: str) -> dict[str, DocumentFacts]:
    return {key: DocumentFacts(key, key, signature=signature(text)) for key, text in texts.items()}


def test_a_copy_with_another_head_and_tail_is_no_voice_of_its_own() -> None:
    found = voices(described(a=REPORT, b=OTHER, c=f"Agency, Monday. {REPORT} All rights reserved."))
    assert found == {"a": "a", "b": "b", "c": "a"}


def test_copies_of_copies_are_one_voice() -> None:
    words = REPORT.split()
    texts = {f"d{n}": " ".join([*words[n * 20 :], *(f"tail{m}" for m in range(n * 20))]) for n in range(4)}
    assert set(voices(described(**texts)).values()) == {"d0"}


def test_documents_without_a_signature_are_voices_of_their_own() -> None:
    assert voices(described(a="", b="", c="few words")) == {"a": "a", "b": "b", "c": "c"}
