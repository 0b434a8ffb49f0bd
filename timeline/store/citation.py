"""Claims as decisions cite them, and as they are found again after files or rules have changed.

What survives what:

- the same bytes read again, under any name, with the same rules: the key of the claim;
- other rules, which see another date word or another verb in the sentence: key of the document and place of the
  sentence, held against the words that stand there;
- another reader or another edition of the file, where everything has moved: the words of the sentence, in the same
  document or in the file of the same name;
- another database, where the file has other bytes and another name: the words of the sentence, if one document there
  has them.

Of several claims of one sentence the one is meant that has the same title, verb or date words. What is not found is
passed over, and found again when its document comes back.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from timeline.model.citation import Citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.model.claim import Claim
    from timeline.model.facts import DocumentFacts

TELLING = 24
"""Signs of a sentence that stand for it when it is found inside another."""


def cite(claim: Claim, uri: str) -> Citation:
    """A claim that is there, as a decision names it."""
    return Citation(
        *(claim.key, claim.document, uri, claim.start, claim.end, claim.quote),
        *(claim.title, claim.trigger, claim.time_text),
    )


def as_row(citation: Citation) -> dict[str, Any]:
    """As it stands in a decision's payload."""
    return asdict(citation)


def from_row(row: Mapping[str, Any]) -> Citation:
    """Inverse of `as_row`; TypeError for anything else."""
    citation = Citation(**row)
    texts = (citation.claim, citation.document, citation.uri, citation.quote)
    if not all(isinstance(text, str) for text in (*texts, citation.title, citation.trigger, citation.time_text)):
        raise TypeError("a citation is made of texts")
    if not all(isinstance(place, int) for place in (citation.start, citation.end)):
        raise TypeError("the place of a citation is a number")
    return citation


class Finder:
    """Finds cited claims among those that there are now; what it needs for lost ones it makes when one is lost."""

    def __init__(self, claims: Iterable[Claim], facts: Mapping[str, DocumentFacts]) -> None:
        self._claims, self._facts = claims, facts

    def find(self, *groups: Iterable[Citation]) -> list[tuple[str, ...]]:
        """For each group the keys of its claims, each once.

        A claim that one citation names by its key is not taken for the lost claim of another.
        """
        listed = [list(group) for group in groups]
        exact = {cited.claim for group in listed for cited in group if cited.claim in self._keys}
        found: list[tuple[str, ...]] = []
        for group in listed:
            keys = [cited.claim if cited.claim in exact else self._again(cited, exact) for cited in group]
            found.append(tuple(dict.fromkeys(key for key in keys if key is not None)))
        return found

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(claim.key for claim in self._claims)

    @cached_property
    def _of_document(self) -> dict[str, list[Claim]]:
        told: dict[str, list[Claim]] = defaultdict(list)
        for claim in self._claims:
            told[claim.document].append(claim)
        return told

    @cached_property
    def _documents_at(self) -> dict[str, list[str]]:
        """Keys of documents by uri."""
        told: dict[str, list[str]] = defaultdict(list)
        for key, facts in self._facts.items():
            told[facts.uri].append(key)
        return told

    @cached_property
    def _of_quote(self) -> dict[str, list[Claim]]:
        told: dict[str, list[Claim]] = defaultdict(list)
        for claim in self._claims:
            told[_plain(claim.quote)].append(claim)
        return told

    def _again(self, cited: Citation, taken: Iterable[str]) -> str | None:
        """The key of a claim whose own key is gone."""
        here = self._of_document.get(cited.document, [])
        named = [claim for key in self._documents_at.get(cited.uri, ()) for claim in self._of_document.get(key, ())]
        elsewhere = self._of_quote.get(_plain(cited.quote), [])
        for candidates in (
            [claim for claim in here if _in_place(claim, cited)],
            [claim for claim in here if _same_words(claim, cited)],
            [claim for claim in named if _same_words(claim, cited)],
            elsewhere if len({claim.document for claim in elsewhere}) == 1 else [],
        ):
            free = [claim for claim in candidates if claim.key not in taken]
            if free:
                return _meant(free, cited)
        return None


def _in_place(claim: Claim, cited: Citation) -> bool:
    """They overlap, and where they do the same words stand."""
    start, end = max(claim.start, cited.start), min(claim.end, cited.end)
    if start >= end:
        return False
    return claim.quote[start - claim.start : end - claim.start] == cited.quote[start - cited.start : end - cited.start]


def _same_words(claim: Claim, cited: Citation) -> bool:
    """One sentence is the other, or a part of it that is long enough to tell."""
    shorter, longer = sorted((_plain(claim.quote), _plain(cited.quote)), key=len)
    return shorter == longer or (len(shorter) >= TELLING and shorter in longer)


def _meant(candidates: Sequence[Claim], cited: Citation) -> str | None:
    """The one that has most in common; None where there are several and none has anything."""
    best = min(candidates, key=lambda claim: (-_likeness(claim, cited), abs(claim.start - cited.start), claim.key))
    return best.key if len(candidates) == 1 or _likeness(best, cited) else None


def _likeness(claim: Claim, cited: Citation) -> int:
    """Title counts most, then the verb, then the date words."""
    return (
        4 * (claim.title == cited.title)
        + 2 * (claim.trigger == cited.trigger != "")
        + (claim.time_text == cited.time_text != "")
    )


def _plain(quote: str) -> str:
    return " ".join(quote.split())
