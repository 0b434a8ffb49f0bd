"""A long document, read passage by passage, so that no more than one of them is held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.extract.claims import scene_of, told
from timeline.extract.who.gazetteer import Gazetteer
from timeline.extract.who.life import hero
from timeline.extract.who.surnames import capitals
from timeline.languages import Language
from timeline.model.claim import Claim
from timeline.model.document import Document
from timeline.model.mention import TimeMention
from timeline.model.sentence import Sentence

AROUND = 1 << 16
"""Characters around a passage in which it is also looked how often, and with which title, a name is told."""


class Passages:
    """What `extract` gives for the whole, passage by passage: names are known from the whole text from the start."""

    def __init__(
        self, document: Document, language: Language, gazetteer: Gazetteer | None = None, *, whole: bool = False
    ) -> None:
        """As for `extract`."""
        scene = scene_of(document, (), language, gazetteer)
        surnames = replace(scene.memory.surnames, capitals=capitals(document.text))
        self._scene = replace(scene, memory=replace(scene.memory, surnames=surnames))
        self._whole = whole
        self._opens = True

    def claims(
        self, sentences: Sequence[Sentence], mentions: Sequence[TimeMention], since: int = 0
    ) -> tuple[Claim, ...]:
        """The claims of the next passage; sentences before number `since` were read with those before.

        They are only looked back at: for the name that a pronoun stands for, the day that a sentence goes on from.
        """
        if since >= len(sentences):
            return ()
        passage = self._scene.document.text[max(0, sentences[since].start - AROUND) : sentences[-1].end + AROUND]
        self._scene = replace(self._scene, memory=self._scene.memory.onward(sentences, passage))
        if self._opens:
            hero(self._scene.memory)  # whose life it is stands at the beginning
        found = told(self._scene, mentions, whole=self._whole, opens=self._opens)
        self._opens = False
        return tuple(claim for claim in found if claim.start >= sentences[since].start)
