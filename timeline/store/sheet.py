"""What is written of one document, made where it was understood: all its rows, but for the numbers that a database
gives. Whoever writes has little more to do than to hand them on.
"""

from __future__ import annotations

import marshal
import zlib
from typing import TYPE_CHECKING, NamedTuple, Protocol

from timeline.store import rows, seal
from timeline.store.portions import PORTION, portions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.model.claim import Claim
    from timeline.model.document import Document, Published
    from timeline.model.mention import TimeMention
    from timeline.model.problem import Problem


class Result(Protocol):
    """What the pipeline made of one document."""

    @property
    def document(self) -> Document: ...
    @property
    def mentions(self) -> Sequence[TimeMention]: ...
    @property
    def claims(self) -> Sequence[Claim]: ...
    @property
    def problems(self) -> Sequence[Problem]: ...
    @property
    def published(self) -> Published | None: ...
    @property
    def signature(self) -> bytes: ...
    @property
    def fingerprint(self) -> str: ...


class Leaf(NamedTuple):
    """Some thousand rows at most of each table, packed."""

    times: bytes
    """Of `time_expression`, without the document's id."""
    claims: bytes
    """Of `claim`, without its id and the document's."""
    names: bytes
    """Of `claim_entity`, but first which claim of the document it is, and the name in place of its id."""
    is_compressed: bool = False

    def compressed(self) -> Leaf:
        """In a sixth of the room."""
        times, claims, names = (zlib.compress(data, 1) for data in (self.times, self.claims, self.names))
        return Leaf(times, claims, names, is_compressed=True)

    def rows(self, which: str) -> list[rows.Row]:
        """`times`, `claims` or `names`."""
        data: bytes = getattr(self, which)
        found: list[rows.Row] = marshal.loads(zlib.decompress(data) if self.is_compressed else data)
        return found


class Sheet(NamedTuple):
    """It can be pickled, and quickly: nearly all of it is bytes."""

    uri: str
    key: str
    bytes_sha256: str
    fingerprint: str
    size: int
    """Of the text, in code points."""
    document: rows.Row
    """Of table `document`, without id and uri."""
    leaves: tuple[Leaf, ...]
    """One, or those of a long document."""
    names: tuple[str, ...]
    """Of everybody who takes part, each once."""
    claims: int
    """How many there are."""
    problems: tuple[Problem, ...]
    seal: int


def sheet(result: Result) -> Sheet:
    """Of one document; of claims with one key the first is kept."""
    document = result.document
    published = result.published or document.published
    row = rows.document_row(document, published, result.signature, result.fingerprint)
    tally, met, names = seal.Tally(), set[str](), dict[str, None]()
    leaves: list[Leaf] = []
    is_small = len(result.mentions) + len(result.claims) <= PORTION
    for times, claims in [(result.mentions, result.claims)] if is_small else _portions(result):
        told = _first(claims, met)
        named = [
            (n, p.name, position, p.kind, p.role, p.start, p.end, p.text)
            for n, claim in enumerate(told, len(met) - len(told))
            for position, p in enumerate(claim.participants)
        ]
        names.update(dict.fromkeys([name for _, name, *_ in named]))
        leaf = Leaf(*tally.packed(sorted(map(rows.mention_row, times)), [*map(rows.claim_row, told)], named))
        leaves.append(leaf if is_small else leaf.compressed())
    return Sheet(
        *(document.uri, document.key, document.bytes_sha256, result.fingerprint, len(document.text), row),
        *(tuple(leaves), tuple(names), len(met), tuple(result.problems), tally.seal(row)),
    )


def _portions(result: Result) -> Iterator[tuple[Sequence[TimeMention], Sequence[Claim]]]:
    """Of a long document, its times, then its claims."""
    yield from ((times, ()) for times in portions(result.mentions))
    yield from (((), claims) for claims in portions(result.claims))


def _first(claims: Sequence[Claim], met: set[str]) -> Sequence[Claim]:
    """Those whose keys are not met yet, each key once; they are met then."""
    keys = {claim.key for claim in claims}
    if len(keys) < len(claims) or not met.isdisjoint(keys):
        claims = [*{claim.key: claim for claim in reversed(claims) if claim.key not in met}.values()][::-1]
    met |= keys
    return claims
