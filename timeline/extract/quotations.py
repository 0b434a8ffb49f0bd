"""What stands within quotation marks, also those that a sentence before has opened."""

from __future__ import annotations

from timeline.extract.scene import Scene

SPEECH = 100
"""Sentences of a paragraph that are looked back at for the beginning of a speech: some texts are one paragraph."""


def quoted(scene: Scene, number: int, offset: int, reach: int = SPEECH) -> bool:
    """Is the offset part of speech that its sentence, or one of its paragraph up to `reach` before, has opened?"""
    sentences = scene.memory.sentences
    first = number
    while first and number - first < reach and sentences[first - 1].paragraph == sentences[number].paragraph:
        first -= 1
    before = scene.document.text[sentences[first].start : offset]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
