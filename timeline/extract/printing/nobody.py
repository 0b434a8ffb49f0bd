"""Lines of which nothing tells who did it: `He left`, `This party won`, `Despite her cold, she won`, `You retired`."""

from __future__ import annotations

from timeline.extract.scene import Scene
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, QUOTE
from timeline.languages.events import ADVERB, AUXILIARY, PARTICIPLE, PREPOSITION, SUBORDINATOR, THAT, TO, Events
from timeline.model.claim import Claim
from timeline.temporal.precision import Precision

_NAMED = 5
"""Words in which a name can tell whose brother is meant."""
_WHOLE = 4
"""Words of `It was agreed to`."""


def nobody_known(made: Claim, one: Predicate, scene: Scene, cut: Parsed) -> bool:
    """Is the subject a word that stands for somebody, and nothing in the line tells whom?

    A deed of a main clause is told all the same: what `he` did on a day, the sentences around it explain.
    """
    words, events = made.title.split(), scene.events
    if words and words[0].lower() in events.sets["addressed"]:
        return not _to_the_reader(made, one, scene)
    loose = _unknown(words, events) or _led_pronoun(made.title, events) or _pronoun_alone(made, one, cut)
    return loose and not _is_deed(words, one, cut) and not _first_told(made, one, scene, cut)


def _to_the_reader(made: Claim, one: Predicate, scene: Scene) -> bool:
    """`You left on 3 May`, in a letter: a deed of a day, of the one to whom it is written."""
    day = made.when is not None and made.when.precision.rank <= Precision.DAY.rank
    deed = one.form == "finite" and not one.state and one.tense in ("past", "present") and made.status != "conditional"
    return day and deed and '"' not in made.quote and "“" not in made.quote and scene.memory.is_personal()


def _is_deed(words: list[str], one: Predicate, cut: Parsed) -> bool:
    """`They sent a proposal`, `In a vote they rejected it`; not `He said that …`, `This was so`, `It emerged …`."""
    events, opening = cut.events, words[0].lower()
    says = one.lemma in events.report | events.say and not one.passive and not _wrote_to(one, cut)
    again = one.form == "participle" and one.passive and opening in events.sets["replaced"]
    again = again and bool(events.bits.get(words[1].lower(), 0) & AUXILIARY)  # `It was let in 1946, | sold in 1951`
    state = one.state and one.tense != "future"
    if not (one.form == "finite" or again) or state or says or one.lemma in events.sets["opining"]:
        return False
    if opening in events.sets["neuters"] and _is_empty(one, cut):
        return False
    settled = one.passive and one.perfect and one.tense == "past"  # `This had been agreed on 3 May`
    loose = one.tense != "past" or bool(events.bits.get(words[1].lower(), 0) & AUXILIARY and not settled)
    pointing = opening in events.sets["demonstratives"] and loose
    home = cut.clause_of(one.head).kind
    reported = home == "that" and not any(bit & QUOTE for bit in cut.sentence.bits)
    return (reported or home in ("main", "coord")) and not pointing


def _wrote_to(one: Predicate, cut: Parsed) -> bool:
    """`She wrote to the council on 3 May`: a letter was sent; of `She wrote to them that …` somebody tells what."""
    after = cut.sentence.words[one.head + 1 : one.head + 2]
    return one.lemma in cut.events.sets["writing"] and not cut.events.sets["toward_whom"].isdisjoint(after)


def _is_empty(one: Predicate, cut: Parsed) -> bool:
    """`It emerged that …`, `It was said on Monday that …`, `It was claimed, some …`: an `it` of nothing."""
    if one.lemma in cut.events.sets["expletive"]:
        return True
    after = cut.sentence.bits[one.head + 1 :]
    leads = any(bit & THAT for bit in after) or any(bit & COMMA for bit in after[:1])
    return one.lemma in cut.events.report and leads


def _unknown(words: list[str], events: Events) -> bool:
    """`He left`, `This party won`, `Its shares fell`: nothing tells who; `His brother Karl left` does."""
    opening = words[0].lower() if words else ""
    if opening in events.sets["possessives"]:
        return not any(word[:1].isupper() for word in words[1:_NAMED])
    if opening in events.sets["neuters"] and len(words) > _WHOLE:  # `It was agreed to hold a party`
        done, led = (events.bits.get(word, 0) for word in words[2:4])
        return not (done & PARTICIPLE and led & (TO | THAT))
    if opening in events.sets["demonstratives"]:
        return not words[1:2] or not words[1][:1].isupper()  # `This Agreement takes effect`
    return opening in events.sets["replaced"]


def _led_pronoun(title: str, events: Events) -> bool:
    """`Despite being late, they took a cab`: the first subject of all is a pronoun."""
    before, _, after = title.partition(", ")
    if not events.bits.get(before.split(" ", 1)[0].lower(), 0) & (PREPOSITION | SUBORDINATOR):
        return False
    pronoun = after.split(" ", 1)[0] in events.sets["replaced"]
    return pronoun and not any(word[:1].isupper() or word[:1] == "[" for word in before.split()[1:])


def _pronoun_alone(made: Claim, one: Predicate, cut: Parsed) -> bool:
    """`Despite her cold, she won`: the subject of the deed is a pronoun, and no name in the line explains it."""
    at = one.first - 1
    while at > 0 and cut.sentence.bits[at] & ADVERB:
        at -= 1
    subject = cut.sentence.words[at] if at >= 0 else ""
    if one.form != "finite" or subject.lower() not in cut.events.sets["replaced"]:
        return False
    before = made.title.partition(f" {subject} ")[0].split()
    if any(word[:1].isupper() or word[:1] == "[" for word in before[1:]) or before[0].lower() not in cut.events.bits:
        return False
    told = any(
        k.form == "finite" and k.head < one.first and cut.sentence.words[k.head] in before for k in cut.predicates
    )
    return not told or bool(cut.events.bits[before[0].lower()] & PREPOSITION)


def _first_told(made: Claim, one: Predicate, scene: Scene, cut: Parsed) -> bool:
    """Is it the first that the document tells at all? Then nobody stands before who could be meant."""
    if made.start != scene.memory.sentences[0].start:
        return False
    words = [word.lower() for word in cut.sentence.words]
    pronoun = made.title.split(" ", 1)[0].lower()
    at = words.index(pronoun) if pronoun in words else one.first
    before = any(k.form == "finite" and k.head < at for k in cut.predicates)
    return not before or bool(cut.sentence.bits[0] & SUBORDINATOR)
