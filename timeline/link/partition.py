"""Which claims tell of one happening: a partition of all claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, product

from timeline.link.blocking import pairs
from timeline.link.cluster import Edges, average_link, components, grown, parted, witnesses
from timeline.link.decided import Decided, decide
from timeline.link.dispute import Group, merge_disputed
from timeline.link.mark import collect
from timeline.link.similarity import ONE, Similarity
from timeline.model.claim import Claim
from timeline.model.decision import Decision
from timeline.model.facts import DocumentFacts

EDGE = round(0.25 * ONE)
"""A pair of at least this score holds a component together."""
LINK = round(0.3 * ONE)
"""Groups of at least this mean score are one happening."""
SURE = round(0.75 * ONE)
"""A pair of at least this score is one happening as far as two claims can tell."""
ENOUGH = 5
"""Two claims that each have so many others of which that is sure need not be compared: where hundreds tell of one
happening they hold together all the same.
"""
LARGEST = 64
"""Average link needs every pair of a component; one with more claims is grown edge by edge."""
FORBIDDEN = -(10**12)
"""No sum of scores outweighs a person's decision."""


def partition(
    claims: Sequence[Claim],
    documents: Mapping[str, DocumentFacts],
    voice: Mapping[str, str],
    decisions: Sequence[Decision] = (),
) -> list[Group]:
    """Numbers of claims (sorted by key) that belong together; every number once."""
    named = {key for decision in decisions for key in (*decision.left, *decision.right)}
    copies = _copies(claims, voice, named)
    speaking = [claims[group[0]] for group in copies]
    similarity = Similarity(collect(speaking, documents, voice))
    decided = decide({claim.key: n for n, claim in enumerate(speaking)}, decisions)
    groups = merge_disputed(_groups(similarity, decided), similarity, decided)
    return [tuple(sorted(n for member in group for n in copies[member])) for group in groups]


def _copies(claims: Sequence[Claim], voice: Mapping[str, str], named: set[str]) -> list[list[int]]:
    """The same sentence under the same date in copies of a document; what a person decided about stays single."""
    like: dict[object, list[int]] = {}
    for n, claim in enumerate(claims):
        who = voice.get(claim.document, claim.document)
        key: object = claim.key
        if claim.key not in named:
            key = (who, claim.trigger, claim.when.edtf if claim.when else None, claim.status)
        like.setdefault(key, []).append(n)
    return sorted(chain.from_iterable(_same(group, claims) for group in like.values()))


def _same(group: list[int], claims: Sequence[Claim]) -> Iterable[list[int]]:
    """Those that say it in the same words."""
    if len(group) == 1:
        return (group,)
    found: dict[str, list[int]] = {}
    for n in group:
        found.setdefault(" ".join(claims[n].quote.split()), []).append(n)
    return found.values()


def _groups(similarity: Similarity, decided: Decided) -> list[Group]:
    size, together = len(similarity.collection.marks), frozenset(decided.together)
    edges = Edges((pair, ONE) for pair in decided.together)
    companions = bytearray(size)
    for i, j in pairs(similarity.collection):
        if companions[i] >= ENOUGH <= companions[j]:
            continue
        score = similarity.edge(i, j, EDGE)
        if score >= EDGE and (i, j) not in together:
            edges.put(i, j, score)
        if score >= SURE:
            companions[i], companions[j] = min(companions[i] + 1, ENOUGH), min(companions[j] + 1, ENOUGH)
    found: list[Group] = []
    for component, places in parted(size, edges):
        found.extend(_linked(component, places, edges, similarity, decided) if places else [tuple(component)])
    return sorted(found)


def _linked(
    component: Sequence[int], places: Sequence[int], edges: Edges, similarity: Similarity, decided: Decided
) -> Iterator[Group]:
    """The happenings of a component; what a person put together is one node from the start."""
    one, other, known = edges.one, edges.other, edges.score
    if len(component) == 2 and not decided.together and not decided.apart:
        yield from [tuple(component)] if known[places[0]] >= LINK else [(n,) for n in component]
        return
    inside = set(component)
    nodes = components(component, [pair for pair in decided.together if pair[0] in inside and pair[1] in inside])
    large = len(component) > LARGEST
    scores = {} if large else {(one[n], other[n]): known[n] for n in places}

    def mean(some: Sequence[int], others: Sequence[int]) -> int:
        if decided.parts(some, others):
            return FORBIDDEN
        crossing = [(i, j) if i < j else (j, i) for i, j in product(witnesses(some), witnesses(others))]
        return sum(scores[pair] if pair in scores else similarity.score(*pair) for pair in crossing) // len(crossing)

    if large:
        strongest = sorted(places, key=lambda n: (-known[n], one[n], other[n]))
        yield from map(tuple, grown(nodes, [(one[n], other[n]) for n in strongest], mean, LINK))
        return
    sizes = [len(node) for node in nodes]
    for group in average_link(sizes, lambda a, b: mean(nodes[a], nodes[b]), LINK):
        yield tuple(sorted(n for node in group for n in nodes[node]))
