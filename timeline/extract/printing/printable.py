"""Is a claim worth a line in print?"""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.extract.line.related import tells
from timeline.extract.line.unglued import unglued
from timeline.extract.printing.appointed import appointed
from timeline.extract.printing.doubtful import doubtful
from timeline.extract.printing.far import far_into_news
from timeline.extract.printing.nobody import nobody_known
from timeline.extract.printing.sound import sound, without_age
from timeline.extract.printing.standing import stands
from timeline.extract.printing.tenses import suits
from timeline.extract.scene import Scene
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import NUMBER
from timeline.extract.status import foresees
from timeline.extract.timing.bracketed import named_event
from timeline.extract.who.pieces import is_piece
from timeline.languages.events import (
    AUXILIARY,
    BASE,
    COORDINATOR,
    DETERMINER,
    ING,
    MODAL,
    PAST,
    PREPOSITION,
    THIRD,
    Events,
)
from timeline.model.claim import Claim

_SIGNS = ",.;:!?\"'“”‘’()[]"
_BULLETS = frozenset("-–*•·+")
"""What opens the item of a list."""
_LED = 3
"""Signs of a bullet and the space before its item."""
_BARE = 2
"""Words that tell nothing where the first is a pronoun: `It began`."""
_OPENING = 6
"""Words of `The road that we mended`."""
_NEAR = 3
"""Words between a noun and the participle that describes it."""
_PARAGRAPH = 4000
"""Characters of a paragraph before and after a claim that are looked at."""


def printable(made: Claim, one: Predicate, scene: Scene, cut: Parsed) -> Claim | None:
    """The claim, mended where its line holds a seam; None for what nobody would print.

    Not `Election`, `Took over`, `Announcing the results`, a state that holds today, what `we should …`, a question.
    """
    if (labelled := appointed(made, one, cut)) is not None:
        return labelled
    if (
        made.quote.rstrip("\"'”’) ").endswith("?")
        or not tells(cut, one, made.title)
        or not suits(made, one, cut, scene.today)
        or stands(made, one, cut, scene.today)
    ):
        return None
    if far_into_news(made, one, scene, cut) or _foretold(made, one, scene) or _put_off(made, one, cut):
        return None
    title = without_age(unglued(made.title, scene.document.text[made.trigger_start : made.trigger_end], scene.events))
    made = made if title == made.title else replace(made, title=title)
    if not title or (doubtful(made, one, cut) and not _bullet(made, one, scene, cut)) or _halved(made, scene):
        return None
    return made if sound(made, scene.events) and _worth(made, one, scene, cut) else None


def _bullet(made: Claim, one: Predicate, scene: Scene, cut: Parsed) -> bool:
    """`- Bought back two million shares in May`: a deed of the one who writes the list; not `- Damaged roofs`."""
    if one.head or one.form == "noun" or not made.title.startswith(cut.sentence.words[0]):
        return False
    led = scene.document.text[max(0, made.start - _LED) : made.start].strip()
    after = cut.sentence.bits[1:2]
    return led in _BULLETS and bool(after) and bool(after[0] & (NUMBER | DETERMINER))


def _halved(made: Claim, scene: Scene) -> bool:
    """`[Ormond Street] was built`, of `Great Ormond Street`: is half a name put in brackets?"""
    _, _, after = made.title.partition("[")
    name = after.partition("]")[0]
    return name[:1].isupper() and is_piece(name, scene.memory)


def _foretold(made: Claim, one: Predicate, scene: Scene) -> bool:
    """`set itself the aim of growing by 2030`, told in the past in 2005: the year is not that of the verb."""
    published, when = scene.document.published, made.when
    if published is None or published.how == "inferred" or when is None or when.first_day is None:
        return False
    told = one.form == "finite" and one.tense == "past" and made.status == "reported"
    return told and scene.today is not None and when.first_day > scene.today


def _put_off(made: Claim, one: Predicate, cut: Parsed) -> bool:
    """`The hearing was adjourned to 9 June`, a day now past: nobody did so then."""
    if made.status != "reported" or one.lemma not in cut.events.status["put_off_verbs"]:
        return False
    time = next((k for k in cut.sentence.times if cut.sentence.starts[k] == made.time_start), 0)
    if not one.passive and time <= one.head + 2:
        return False  # `The pact extends until 1912`
    return time > one.head and cut.sentence.words[time - 1] in cut.events.sets["put_off_to"]


def _worth(made: Claim, one: Predicate, scene: Scene, cut: Parsed) -> bool:
    words, events = made.title.split(), scene.events
    opening = words[0].lower() if words else ""
    bits = events.bits.get(opening, 0)
    if named_event(cut, one):
        return len(words) > 1
    if one.form == "noun":
        if words and not _stands_for_itself(made, one, cut):
            return False
        if opening.startswith("["):
            return len(words) > 1  # `[Ada Lindt]’s retirement`
        named = any(word[:1].isupper() for word in words[1:])
        verbal = bits & ING or opening.endswith(events.endings["ing"])
        verbal = verbal and words[1:2] != ["of"]  # `Signing of the Treaty of Vik`
        told = len(words) if named else len(words) - len(made.time_text.split()) * (made.time_text in made.title)
        return not verbal and told >= (4 if named else 5)
    nobody = opening in events.sets["anyone"] and not (made.negated or made.status in ("denied", "planned"))
    if nobody or words[0][:1] in "'’" or unsaid(made.title, one, cut):
        return False  # `Someone died`; not `Nothing will be closed in May`
    if one.lemma in events.sets["doing_so"] or nobody_known(made, one, scene, cut):
        return False
    own = made.speaker is None and _own_voice(words, events)
    if own and (_quotes(made, scene) or not (_speaks_for_itself(words, one, scene, cut) or _comes(made, one, cut))):
        return False
    if (opening in events.sets["general"] and made.status == "conditional") or _ought(made, one, cut):
        return False
    lasts = one.state and one.tense in ("present", "conditional") and not one.perfect and not foresees(cut, one)
    if lasts and _holds_today(made, scene.today):
        return False
    if one.form == "finite" and opening in events.sets["things"] and (one.state or len(words) <= _BARE):
        return False
    if one.form != "remark" and not (_verbal(words, events) or _comes(made, one, cut)):
        return False
    if cut.sentence.words[one.head] in events.sets["compared"] or (one.form == "participle" and _until(made)):
        return False
    if bits & PREPOSITION and one.form != "finite" and "," not in made.title:
        return False
    if one.form == "finite" and (_headless(words, one, bits, events) or _says_nothing(words, one, cut)):
        return False
    return len(words) >= (3 if opening.startswith("[") and one.state else 2)


def _speaks_for_itself(words: list[str], one: Predicate, scene: Scene, cut: Parsed) -> bool:
    """A diary, a body's report; and what the writer of no news did: `I heard evidence over three days`."""
    if _by_a_body(words, scene.events) or scene.memory.is_personal():
        return True
    deed = one.form == "finite" and one.tense == "past" and not one.state and cut.clause_of(one.head).kind == "main"
    return deed and one.lemma not in scene.events.report


def _comes(made: Claim, one: Predicate, cut: Parsed) -> bool:
    """`I'm moving to Vik in May`, `Everybody is coming for my eightieth in 2011`: what is on its way."""
    coming = one.form == "finite" and one.tense == "present" and not (one.state or one.perfect)
    going = coming and bool(cut.sentence.bits[one.head] & ING) and cut.clause_of(one.head).kind == "main"
    return going and made.status == "planned"


def _by_a_body(words: list[str], events: Events) -> bool:
    """`We reported sales of ten million`, `Our head, Ada Moe, left`: a report's own voice."""
    opening = words[0].lower()
    named = opening in events.sets["together_own"] and any(word[:1].isupper() for word in words[1:8])
    return named or opening in events.sets["together"]


def _stands_for_itself(made: Claim, one: Predicate, cut: Parsed) -> bool:
    """`The murder of Karl Moe`, `A summit in Ashmere`; not `The rise in stocks`, `Last week’s talks`, `Its launch`."""
    words, events, bits = made.title.split(), cut.events, cut.sentence.bits
    told = [k for k in cut.predicates if k.form == "finite" and cut.sentence.words[k.head] in words]
    if told and told[0].head < one.head and told[0].tense == "present" and not told[0].perfect:
        return False  # `Hale go into the game on the back of Sunday's win`
    if told:  # a clause: not `The next is harder since yesterday's attack`
        return told[0].tense != "present" or told[0].perfect or not told[0].state or made.kind == "span"
    if not any(sign.isupper() or sign.isdigit() or sign == "[" for sign in made.title[1:]):
        return False  # `A long meeting on prices`: whose?
    if words[0].lower() == cut.sentence.words[one.head] and not words[0].endswith(events.endings["plural"]):
        return False  # `Vote of the members`, `Interview with Moe`: which the sentence tells more of
    near = [k for k in cut.predicates if k.form == "participle" and 0 < k.head - one.head <= _NEAR]
    if any(cut.sentence.words[k.head] == words[-1] for k in near):
        return False  # `The grant awarded`
    after = cut.sentence.words[one.head + 1] if one.head + 1 < len(bits) else "."
    if after.islower() and not bits[one.head + 1]:
        return False  # `settlement | costs`
    if one.lemma in events.sets["traded"] and not re.match(r"\w+ of .?[0-9]", made.title):
        return False
    dated = made.title.lower().startswith(made.time_text.lower() or "?")
    return (
        not dated and words[0].lower() not in events.sets["possessives"] and one.lemma not in events.sets["mere_nouns"]
    )


def unsaid(title: str, one: Predicate, cut: Parsed) -> bool:
    """`The bridge was safe, a report said on Monday`: the day is that of the report, which the line must name."""
    if one.lemma not in cut.events.report or cut.clause_of(one.head).kind != "say":
        return False
    return ":" not in title and cut.sentence.words[one.head] not in title.split()


def _until(made: Claim) -> bool:
    """`agreed a draft extending the loan until 2007`: a time that nothing happened in."""
    when = made.when
    return when is not None and when.open_start


def _verbal(words: list[str], events: Events) -> bool:
    """Is there a word that could be a finite verb?"""
    bare = (word.strip(_SIGNS).lower() for word in words)
    verbs = AUXILIARY | PAST | THIRD | BASE
    return any(events.bits.get(word, 0) & verbs or word.endswith(events.endings["past"]) for word in bare)


def _own_voice(words: list[str], events: Events) -> bool:
    """`I left`, `Since then we have won`; not what stands in quotation marks."""
    spoken = events.sets["own_voice"]
    bare = words[0].lstrip('"“').lower()
    if bare in spoken and bare != words[0].lower():
        return events.say.isdisjoint(events.lemma(word.strip(_SIGNS).lower()) for word in words)
    return bare in spoken or (not {'"', "“"} & set("".join(words)) and not spoken.isdisjoint(words[:_OPENING]))


def _quotes(made: Claim, scene: Scene) -> bool:
    """Does the paragraph quote somebody? Then an `I` of which nobody knows who speaks is not the document's own."""
    text = scene.document.text
    first = max(text.rfind("\n", max(0, made.start - _PARAGRAPH), made.start) + 1, made.start - _PARAGRAPH, 0)
    last = text.find("\n", made.end, made.end + _PARAGRAPH)
    paragraph = text[first : last if last >= 0 else made.end + _PARAGRAPH]
    return "“" in paragraph or '"' in paragraph


def _headless(words: list[str], one: Predicate, bits: int, events: Events) -> bool:
    """`Was awarded the prize`, `Smashed the reef`: a verb that lost its subject; `Will Lindt left` has one."""
    named = len(words) > 1 and words[1][:1].isupper() and bits & MODAL
    if words[0].lower() in events.status["conditions"]:
        return False
    second = events.bits.get(words[1].lower(), 0) if len(words) > 1 else 0
    if bits & MODAL and second & PAST and not second & BASE:
        return False  # `May said that …`
    led = words[0].lower() in events.sets["gerunds"] and any(word[-1] == "," for word in words)
    if bits & AUXILIARY and not named:
        return not led  # `Having lost the vote, Moe left`
    return bool(bits & (PAST | THIRD)) and events.lemma(words[0].lower()) == one.lemma and one.head == one.first


def _says_nothing(words: list[str], one: Predicate, cut: Parsed) -> bool:
    """`Captain Moe said`, `The ministry said in a statement`: the words themselves stand elsewhere."""
    events = cut.events
    if one.lemma not in events.say or one.passive:
        return False
    joined = cut.sentence.bits[cut.clause_of(one.head).first] & COORDINATOR
    if joined and words[-1] == cut.sentence.words[one.head]:
        return True  # `The bank declined, but a spokesman said |`
    alone = not any(k.form == "finite" and k.head < one.first for k in cut.predicates)
    if alone and words[-1] == cut.sentence.words[one.head]:
        return True  # `Asked about the fire, she said |`
    if any(mark in " ".join(words) for mark in ('"', "“", ":", ",")):
        return False
    said = next((at for at, word in enumerate(words) if events.lemma(word.lower()) == one.lemma), len(words))
    rest = words[said + 1 :]
    if one.passive and rest and rest[0] in events.sets["told_of"]:
        return False  # `was told of the plan`, `was recalled to Vik`
    return said < len(words) and (not rest or (len(rest) <= 4 and bool(events.bits.get(rest[0], 0) & PREPOSITION)))


def _ought(made: Claim, one: Predicate, cut: Parsed) -> bool:
    """`The show should draw a crowd in May`: what somebody thinks; `should be finished`, `should open` is a plan.

    So is what has a day to be done by: `The owners should report by 3 May`.
    """
    sets = cut.events.sets
    if one.passive or cut.sentence.words[one.first] not in sets["ought"] or one.lemma in sets["timetabled"]:
        return False
    at = next((k for k in cut.sentence.times if cut.sentence.starts[k] == made.time_start), 0)
    if made.status == "planned" and one.head < at and cut.sentence.words[at - 1] in sets["deadline"] and not one.state:
        return False
    follows = cut.sentence.words[one.head + 1 : one.head + 2]
    return one.lemma not in sets["copula"] or sets["outcomes"].isdisjoint(follows)


def _holds_today(made: Claim, today: int | None) -> bool:
    when = made.when
    if made.kind != "point" or today is None or when is None or when.first_day is None or when.last_day is None:
        return False
    return when.first_day <= today <= when.last_day
