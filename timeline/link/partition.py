"""Which claims tell of one happening: a partition of all claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, combinations, product

from timeline.link.blocking import pairs
from timeline.link.cluster import Edges, Pair, average_link, components, small_components
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
CLOSE = round(0.6 * ONE)
"""Mean score with its witnesses of what belongs to a crowd."""
FEW = round(0.15 * ONE)
"""Mean score of the witnesses where half of them belong."""
WITNESSES = 12
"""Members of a component that stand for all."""
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
    together = frozenset(decided.together)
    edges = Edges((pair, ONE) for pair in decided.together)
    for i, j in pairs(similarity.collection):
        score = similarity.edge(i, j, EDGE)
        if score >= EDGE and (i, j) not in together:
            edges.put(i, j, score)
    found: list[Group] = []
    size, crowd = len(similarity.collection.marks), partial(_crowd, similarity=similarity, decided=decided)
    for component, inside in small_components(size, edges, EDGE, crowd):
        found.extend(_linked(component, inside, similarity, decided) if inside else [tuple(component)])
    return sorted(found)


def _crowd(members: Sequence[int], similarity: Similarity, decided: Decided) -> Sequence[int]:
    """Those of a large component that are alike on the whole, each like some that stand for all: what hundreds tell of.

    Nothing of it where they are few, or where a person decided about some.
    """
    step = len(members) // WITNESSES
    witnesses = members[step // 2 :: step][:WITNESSES]
    alike = [max(0, similarity.score(*pair)) for pair in combinations(witnesses, 2)]
    if sum(alike) < FEW * len(alike):
        return ()
    named = {n for pair in (*decided.together, *decided.apart) for n in pair}
    core = []
    for n in members:
        scores = [similarity.score(min(n, one), max(n, one)) for one in witnesses if one != n]
        if n not in named and sum(scores) >= CLOSE * len(scores):
            core.append(n)
    return core if 2 * len(core) >= len(members) else ()


def _linked(
    component: Sequence[int], edges: Mapping[Pair, int], similarity: Similarity, decided: Decided
) -> Iterator[Group]:
    """Average link inside a component; what a person put together is one node from the start."""
    if len(component) == 2 and not decided.together and not decided.apart:
        whole = edges[component[0], component[1]] >= LINK
        yield from [tuple(component)] if whole else [(n,) for n in component]
        return
    inside = set(component)
    nodes = components(component, [pair for pair in decided.together if pair[0] in inside and pair[1] in inside])

    def score(a: int, b: int) -> int:
        if decided.parts(nodes[a], nodes[b]):
            return FORBIDDEN
        crossing = [(i, j) if i < j else (j, i) for i, j in product(nodes[a], nodes[b])]
        return sum(edges[pair] if pair in edges else similarity.score(*pair) for pair in crossing) // len(crossing)

    for group in average_link([len(node) for node in nodes], score, LINK):
        yield tuple(sorted(n for node in group for n in nodes[node]))
