"""Copies of one report are one voice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline.link.forest import root
from timeline.link.signature import resemblance
from timeline.model.facts import DocumentFacts

ALIKE = 0.5
BAND = 12
"""Bytes of a signature (three minima of 64) that must be equal for two documents to be compared at all."""


def voices(documents: Mapping[str, DocumentFacts]) -> dict[str, str]:
    """Document key → the smallest key among the documents that copy each other."""
    voice = {key: key for key in sorted(documents)}
    for one, other in _candidates(documents):
        a, b = root(voice, one), root(voice, other)
        if a != b and resemblance(documents[one].signature, documents[other].signature) >= ALIKE:
            voice[max(a, b)] = min(a, b)
    return {key: root(voice, key) for key in voice}


def _candidates(documents: Mapping[str, DocumentFacts]) -> Iterator[tuple[str, str]]:
    """Neighbours in each group of documents that share a band: enough, for alike is taken on to its neighbours.

    One band after the other: that of all documents is in memory.
    """
    signed = [(key, documents[key].signature) for key in sorted(documents) if documents[key].signature]
    longest = max((len(signature) for _, signature in signed), default=0)
    for start in range(0, longest - BAND + 1, BAND):
        groups: dict[bytes, list[str]] = {}
        for key, signature in signed:
            if start + BAND <= len(signature):
                groups.setdefault(signature[start : start + BAND], []).append(key)
        for group in groups.values():
            for n, key in enumerate(group[1:], 1):
                yield group[n - 1], key
                if n > 1:
                    yield group[0], key
