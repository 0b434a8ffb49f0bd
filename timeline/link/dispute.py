"""One happening under dates that cannot both be right: groups that say the same but for the date become one.

Told apart from a happening that came back (an election, a yearly prize, a second siege): the dates lie near for their
precision, the words, the actors and the kind of happening are the same, and no voice tells of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import combinations, product
from math import fsum, sqrt

from timeline.link.cluster import witnesses
from timeline.link.decided import Decided
from timeline.link.forest import root
from timeline.link.mark import Collection, Mark, rarest
from timeline.link.similarity import Similarity, apart, contrary, kin
from timeline.link.window import SHORT, gap

Group = tuple[int, ...]
"""Numbers of marks."""
SURE = 2.2
"""Log odds from which two groups are one happening."""
ONCE = 3.0
"""Added for a kind of happening that seldom comes twice to the same: a birth, an occupation."""
WORDS = 3.0
"""× square root of the likeness of the sentences."""
REACH = ((4, 15), (45, 100), (400, 800))
"""Longest window and the days by which such dates may differ: a slip of days, of a season, of two years."""
LIFETIME = 800
"""The same for what comes once at all."""
SAME = 0.75
"""Sentences at least so alike say the same."""
CONTAINED = 0.9
"""Share of the shorter sentence that the longer must have."""
FEW = 4
"""Words that they must have in common at least."""
CROWD = 40


def merge_disputed(groups: Sequence[Group], similarity: Similarity, decided: Decided) -> list[Group]:
    """The groups, those put together that differ only by their date; the surest first."""
    marks = similarity.collection.marks
    scored = [(_odds(groups[a], groups[b], similarity), a, b) for a, b in _candidates(groups, similarity.collection)]
    merged = dict(enumerate(groups))
    home = {n: n for _, a, b in scored for n in (a, b)}
    for odds, a, b in sorted(scored, key=lambda found: (-found[0], found[1:])):
        one, other = root(home, a), root(home, b)
        if odds >= SURE and one != other and _may_join(merged[one], merged[other], marks, decided):
            low, high = min(one, other), max(one, other)
            merged[low] = tuple(sorted(merged[low] + merged.pop(high)))
            home[high] = low
    return list(merged.values())


def _candidates(groups: Sequence[Group], collection: Collection) -> list[tuple[int, int]]:
    """Pairs of groups that share a kind of happening and two keys."""
    marks, citing = collection.marks, {mark.voice for mark in collection.marks if mark.of_others}
    first: dict[str, dict[int, int]] = {}
    blocks: dict[tuple[str, int], list[int]] = {}
    for n, group in enumerate(groups):
        for kind, keys in _keys([marks[i] for i in group], collection, citing).items():
            seen = first.setdefault(kind, {})
            for key in keys:
                if seen.setdefault(key, n) != n:
                    blocks.setdefault((kind, key), [seen[key]]).append(n)
    return sorted({pair for block in blocks.values() if len(block) <= CROWD for pair in combinations(block, 2)})


def _keys(marks: Iterable[Mark], collection: Collection, citing: Set[int]) -> dict[str, set[int]]:
    """For each kind of happening two names, or a name and a rare word; two of its rarest words for what may well have
    come back; one name of whom it befell. Two of them are one number.

    In a voice that reports what others say, the kind of happening is enough.
    """
    common, size = collection.common, len(collection.weights)
    found: dict[str, set[int]] = {}
    for mark in marks:
        if mark.window is None or not mark.firm:
            continue
        words = rarest(mark.terms, common, 2 if mark.once else 3)
        names = rarest(mark.names, common, 3) if mark.once else []
        pairs = [one * size + other for one, other in combinations(sorted({*names, *words}), 2)]
        pairs += [name * size + name for name in names if mark.personal or name == mark.mortal]
        if mark.once and mark.voice in citing:
            pairs.append(-1 - mark.voice)
        for kind in mark.kinds if pairs else ():
            found.setdefault(kind, set()).update(pairs)
    return found


def _odds(one: Group, other: Group, similarity: Similarity) -> float:
    """The mean log odds over the pairs of those that stand for them; far below zero when two dated claims of them
    cannot be one happening.
    """
    marks = similarity.collection.marks
    dated = [[marks[n] for n in group if marks[n].window] for group in (one, other)]
    crossing = list(product(*dated))
    if not crossing or not all(_may_differ(a, b) for a, b in crossing):
        return -SURE
    differing = [(a, b) for a, b in crossing if a.window and b.window and gap(a.window, b.window)]
    if not all(_not_again(a, b, similarity) for a, b in differing or crossing):
        return -SURE
    pairs = [(marks[i], marks[j]) for i, j in product(witnesses(one), witnesses(other))]
    return fsum(_likeness(a, b, similarity) for a, b in pairs) / len(pairs)


def _likeness(one: Mark, other: Mark, similarity: Similarity) -> float:
    same = one.trigger == other.trigger >= 0 or one.of_others or other.of_others
    once = ONCE if same and _once(one, other) else 0.0
    return similarity.text(one, other) + WORDS * sqrt(similarity.sentences(one, other)) + once


def _may_differ(one: Mark, other: Mark) -> bool:
    """Two told dates of one kind of happening; dates that both lean on their documents differ as the documents do."""
    return _near(one, other) and kin(one, other) and not _contrary(one, other) and (one.stated or other.stated)


def _contrary(one: Mark, other: Mark) -> bool:
    """They cannot be one happening; but one sentence may tell what others differ about: `on 4, by some on 5 May`."""
    if not contrary(one, other):
        return False
    differing = one.voice == other.voice and one.start == other.start and one.negated == other.negated
    cited = one.of_others and other.of_others and one.trigger == other.trigger
    return not (differing and (cited or one.mortal == other.mortal >= 0))


def _once(one: Mark, other: Mark) -> bool:
    """Can it have come to those who are named one time only? `Some books give …` need not name them again."""
    if not (one.once and other.once):
        return False
    return (
        one.of_others
        or other.of_others
        or not one.names
        or not other.names
        or not set(one.names).isdisjoint(other.names)
    )


def _of_others(one: Mark, other: Mark) -> bool:
    """`Moe was arrested in Vik`, `Lind was arrested in Vik`: what befalls a person befell two."""
    return (one.personal or other.personal) and not _same_names(one, other)


def _of_the_same(one: Mark, other: Mark) -> bool:
    """They name somebody, and the one nobody whom the other does not name."""
    return bool(one.names and other.names) and _same_names(one, other)


def _same_names(one: Mark, other: Mark) -> bool:
    names, others = set(one.names), set(other.names)
    return names <= others or others <= names


def _not_again(one: Mark, other: Mark, similarity: Similarity) -> bool:
    """It seldom comes twice; or the same words tell of it, a few days apart."""
    if _of_others(one, other):
        return False
    if _once(one, other) or one.of_others or other.of_others:
        return True
    return max(one.days, other.days) <= SHORT and (
        similarity.sentences(one, other) >= SAME or _contained(one, other, similarity)
    )


def _contained(one: Mark, other: Mark, similarity: Similarity) -> bool:
    """The shorter sentence has hardly a word that the longer has not."""
    weights, common = similarity.collection.weights, set(one.terms).intersection(other.terms)
    least = min(sum(weights[term] for term in mark.terms) for mark in (one, other))
    return len(common) >= FEW and sum(weights[term] for term in common) >= CONTAINED * least


def _near(one: Mark, other: Mark) -> bool:
    """By as much as a slip may differ. Dates of unlike precision get the bound of the finer; of the coarser what seldom
    comes twice; two births of those who bear one name the widest.
    """
    if one.window is None or other.window is None:
        return False
    if one.mortal == other.mortal >= 0 or (one.unique and other.unique and _of_the_same(one, other)):
        return gap(one.window, other.window) <= LIFETIME
    length = (max if one.once and other.once else min)(one.days, other.days)
    reach = next((days for longest, days in REACH if length <= longest), 0)
    return gap(one.window, other.window) <= reach


def _may_join(one: Group, other: Group, marks: Sequence[Mark], decided: Decided) -> bool:
    """No voice tells of both, but where it reports what others say, or under dates that can both be right; and no
    person forbade it.
    """
    if decided.parts(one, other):
        return False
    speaking: list[dict[int, list[Mark]]] = [{}, {}]
    for told, group in zip(speaking, (one, other), strict=True):
        for mark in (marks[n] for n in group):
            if not mark.of_others:
                told.setdefault(mark.voice, []).append(mark)
    both = speaking[0].keys() & speaking[1].keys()
    said = ((a, b) for voice in both for a, b in product(speaking[0][voice], speaking[1][voice]))
    return all(a.mortal == b.mortal >= 0 or not apart(a, b) for a, b in said)
