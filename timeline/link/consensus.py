"""What an event says, from what its claims say: the date that most voices give, and the rest that fits it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, combinations

from timeline.link.salience import salience
from timeline.link.stamp import stamped
from timeline.link.window import FAR, NEAR, Window, gap, length, window
from timeline.model.claim import AHEAD, Claim
from timeline.model.event import Event
from timeline.model.facts import DocumentFacts
from timeline.model.key import content_key
from timeline.temporal.interval import Interval

TOLD = ("stated", "resolved")
BASES = ("stated", "resolved", "continued", "inferred", "inherited", "none")
"""From the best known date to none."""
FINALITY = ("reported", "denied", "planned", "conditional")
"""What was reported has happened, whatever was planned; what was called off is no longer planned."""
READABLE = range(25, 121)
"""Characters of a title that neither says too little nor runs on."""


def event(claims: Sequence[Claim], documents: Mapping[str, DocumentFacts], voices: Mapping[str, str]) -> Event:
    """One event from the claims of one happening."""
    if len(claims) == 1:
        return _of_one(claims[0], documents, voices)
    ordered = tuple(sorted(claims, key=lambda claim: _place(claim, documents)))
    dated = _dated(ordered)
    chosen = _date(dated, voices)
    status = min((claim.status for claim in ordered), key=_finality)
    speaking = _title(ordered, chosen.when if chosen else None, status, documents)
    keys = {claim.document for claim in ordered}
    return Event(
        key=content_key(min(claim.key for claim in ordered)),
        title=speaking.title,
        when=chosen.when if chosen else None,
        kind=_kind(dated, chosen),
        status=status,
        actors=_most_named([claim.actors for claim in ordered], speaking.actors),
        places=_most_named([claim.places for claim in ordered], speaking.places),
        claims=ordered,
        documents=len(keys),
        mentions=len(ordered),
        sources=len({voices.get(key, key) for key in keys}),
        disputed=len(dated) > 1 and _disputed(dated, documents),
        inferred=chosen is not None and chosen.provenance.basis not in TOLD,
        salience=salience(keys, chosen.when if chosen else None, documents, voices),
    )


def _of_one(claim: Claim, documents: Mapping[str, DocumentFacts], voices: Mapping[str, str]) -> Event:
    """What nobody else tells of is as its only claim says."""
    when = claim.when
    return Event(
        key=content_key(claim.key),
        title=claim.title,
        when=when,
        kind="point" if when is None else claim.kind,
        status=claim.status,
        actors=claim.actors,
        places=claim.places,
        claims=(claim,),
        documents=1,
        mentions=1,
        sources=1,
        disputed=False,
        inferred=when is not None and claim.provenance.basis not in TOLD,
        salience=salience({claim.document}, when, documents, voices),
    )


def _disputed(dated: Sequence[Claim], documents: Mapping[str, DocumentFacts]) -> bool:
    """Dates are told that cannot both be right: by two voices, or by one that reports what others say.

    Days that follow each other are no dispute where both were reckoned from a weekday or a "last night"; a plan that
    came otherwise is none either, nor is the date of the page that tells of it.
    """
    having = [claim for claim in dated if not stamped(claim, documents.get(claim.document))]
    told = [(window(claim.when), claim) for claim in having if claim.when and claim.provenance.basis in TOLD]
    if not told or max([when[0] for when, _ in told]) <= min([when[1] for when, _ in told]):
        return False
    said = {(when, claim.provenance.basis == "stated") for when, claim in told}
    return any(
        gap(one, other) > (0 if stated or also_stated else NEAR)
        for (one, stated), (other, also_stated) in combinations(sorted(said), 2)
    )


def _place(claim: Claim, documents: Mapping[str, DocumentFacts]) -> tuple[str, str, int, int, str]:
    facts = documents.get(claim.document)
    return (facts.uri if facts else "", claim.document, claim.start, claim.trigger_start or 0, claim.key)


def _dated(claims: Sequence[Claim]) -> list[Claim]:
    """The claims that have a say about the date: those that tell it; where none does, those that infer it.

    A plan has a say about what has happened only where it came true.
    """
    dated = [claim for claim in claims if claim.when is not None]
    told = [claim for claim in dated if claim.provenance.basis in TOLD] or dated
    plans = [claim for claim in told if claim.status in AHEAD]
    if not plans:
        return told
    done = [window(claim.when) for claim in told if claim.when and claim.status not in AHEAD]
    late = {claim.key for claim in plans if claim.when and _far(window(claim.when), done)}
    return [claim for claim in told if claim.key not in late]


def _far(plan: Window, done: Sequence[Window]) -> bool:
    """It came otherwise."""
    return any(gap(plan, when) for when in done)


def _date(dated: Sequence[Claim], voices: Mapping[str, str]) -> Claim | None:
    """The claim whose date most voices bear out, among dates that no other makes finer; then the earliest."""
    values = {claim.when: window(claim.when) for claim in dated if claim.when is not None}
    if len(values) < 2:
        return min(dated, key=_basis, default=None)
    finest = [when for when in values if not any(_finer(other, when, values) for other in values)]
    support: dict[Interval, set[str]] = {when: set() for when in finest}
    exact: dict[Interval, set[str]] = {when: set() for when in values}
    for claim in dated:
        assert claim.when is not None
        voice = voices.get(claim.document, claim.document)
        exact[claim.when].add(voice)
        for when in finest:
            if gap(values[claim.when], values[when]) == 0:
                support[when].add(voice)
    said = {claim.when for claim in dated if claim.speaker is None}  # not only by whom a document cites
    best = min(
        finest,
        key=lambda when: (-len(support[when]), when not in said, when.precision.rank, -len(exact[when]), when.sort_key),
    )
    return min((claim for claim in dated if claim.when == best), key=_basis)


def _basis(claim: Claim) -> tuple[int, str]:
    """The best known date first."""
    return BASES.index(claim.provenance.basis), claim.key


def _finer(one: Interval, other: Interval, windows: Mapping[Interval, tuple[int, int]]) -> bool:
    """The one lies inside the other and says more: so the other is borne out by it, and need not be chosen."""
    if one == other:
        return False
    (first, last), (other_first, other_last) = windows[one], windows[other]
    if not (other_first <= first and last <= other_last):
        return False
    return _plainness(one, length((first, last))) < _plainness(other, length((other_first, other_last)))


def _plainness(when: Interval, days: int) -> tuple[int, bool, bool, str, str]:
    """Smaller says more: fewer days, a time of day, a plain date before an open or doubtful one."""
    return (
        min(days, FAR),
        not when.clock,
        when.approximate or when.uncertain or when.open_end,
        when.clock or "",
        when.edtf,
    )


def _kind(dated: Sequence[Claim], chosen: Claim | None) -> str:
    if chosen is None:
        return "point"
    spans = [claim for claim in dated if claim.kind == "span"]
    if not spans:
        return "point"
    same = [claim.kind for claim in dated if claim.when == chosen.when]
    return "span" if same.count("span") > same.count("point") else "point"


def _title(
    claims: Sequence[Claim], when: Interval | None, status: str, documents: Mapping[str, DocumentFacts]
) -> Claim:
    """The claim that speaks for the event: of its status and days, of readable length, naming what most claims name.

    A toll rises and a count is revised: where figures differ, the latest document has the last word.
    """
    named = [{one.name for one in claim.participants if one.role != "speaker"} for claim in claims]
    names = Counter(chain.from_iterable(named))
    days = None if when is None else window(when)
    revised = _revised(claims)

    def rank(place: int) -> tuple[bool, bool, bool, bool, int, int, int, str]:
        claim = claims[place]
        facts = documents.get(claim.document)
        day = facts.published_day if facts and revised and claim.numbers else None
        return (
            claim.status != status,
            (None if claim.when is None else window(claim.when)) != days,
            not claim.trigger,
            len(claim.title) not in READABLE,
            -(day or 0),
            -sum(map(names.__getitem__, named[place])),
            len(claim.title),
            claim.key,
        )

    return claims[min(range(len(claims)), key=rank)]


def _revised(claims: Sequence[Claim]) -> bool:
    """They give figures, and none that all agree on."""
    figures = [set(claim.numbers) for claim in claims if claim.numbers]
    return len(figures) > 1 and not set.intersection(*figures)


def _most_named(lists: Iterable[tuple[str, ...]], first: tuple[str, ...]) -> tuple[str, ...]:
    """Each name once: those of the title, then the others by how many claims name them."""
    counts = Counter(chain.from_iterable(lists))
    rest = sorted(counts.keys() - set(first), key=lambda name: (-counts[name], name))
    return (*first, *rest)


def _finality(status: str) -> int:
    return FINALITY.index(status) if status in FINALITY else len(FINALITY)
