"""Lines that look well and tell something else, or nothing: what no editor would let pass."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.extract.printing.another import of_another
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.speaker import attribution
from timeline.extract.sentence.words import COMMA, HARD, NAME, NUMBER, TIME
from timeline.languages.events import (
    AUXILIARY,
    BASE,
    COORDINATOR,
    DETERMINER,
    EVENT,
    ING,
    PARTICIPLE,
    PAST,
    PREPOSITION,
    SUBORDINATOR,
    THAT,
    TO,
)
from timeline.model.claim import Claim

_OWNED = 4
"""Words in which `all his victims` names whose they are."""
_LIST = 14
"""Words of a noun with commas and without a verb that is no list."""
_PLACE = 4
"""Words of `In North Norway it` at most."""
_SAID = 3
"""Words of what is quoted, at least."""
_THAN = 4
"""Words of the subject behind `than`, and it, at most."""
_SHORT = 8
"""Words of a line in which an `it` at the end is not explained."""
_NAMED = 5
"""Words in which a name tells who `his brother` is."""


def doubtful(made: Claim, one: Predicate, cut: Parsed) -> bool:
    """Is the line of a kind that goes wrong more often than not?"""
    words = made.title.split()
    if one.form == "noun":
        return _half_a_noun(words, one, cut)
    return (
        _somebodys(words, one, cut)
        or _ends_loosely(words, one, cut)
        or _disagrees(made, words, cut)
        or _opens_loosely(words, one, cut)
        or of_another(words, one, cut)
        or _is_caption(one, cut)
        or _only_described(one, cut)
        or _mismatched(one, words, cut)
        or _compares(one, cut)
        or _whose(words, one, cut)
        or _half_told(made, words, one, cut)
        or _two_subjects(words, one, cut)
        or _in_a_voice(made, words, one, cut)
    )


def _somebodys(words: list[str], one: Predicate, cut: Parsed) -> bool:
    """`that her second album won`, `All his victims suffered`: whose, no word tells; `His brother Karl won` does."""
    sets, opening = cut.events.sets, words[0].lower()
    if one.form in ("finite", "infinitive") and cut.clause_of(one.head).kind in ("main", "coord"):
        return False  # `Their four-year contract expired`, `Two of his men fled`: the sentence before tells whose
    if opening in sets["possessives"]:
        home = cut.clause_of(one.head)
        if home.kind == "rel" and opening in cut.sentence.words[home.first : one.first]:
            return False  # `Vik Abbey, which its first monks entered`: the line tells whose they were
        named = next((at for at, word in enumerate(words[1:], 1) if word[:1].isupper()), len(words))
        beside = any(word[-1:] == "," for word in words[1:named])  # `Her novel, The Mill, appeared`
        known = named <= _NAMED and (beside or not sets["kin"].isdisjoint(words[1:named]))
        return not known and words[1].partition("’")[0].partition("'")[0] not in sets["honoured"]
    if opening not in sets["counting"] and opening not in cut.events.counts:
        return False
    return not sets["possessives"].isdisjoint(words[1:_OWNED])


def _ends_loosely(words: list[str], one: Predicate, cut: Parsed) -> bool:
    """`Ada Lindt lived there`, `was charged for the first`, `The firm announced`: what it was stands elsewhere."""
    last, sets = words[-1].lower(), cut.events.sets
    said = " ".join(words).rpartition(": ")
    if said[0] and len(said[2].split()) < _SAID and not any(sign in said[2] for sign in '“"'):
        return True  # `the firm said: Order now`
    if last in sets["left_hanging"] or (last in sets["ordinals"] and words[-2:-1] and words[-2] in sets["the"]):
        return True
    if last in sets["existing"] and len(words) <= _SHORT // 2 and not _placed(cut):
        return True  # `Ada Lindt lived there`
    if last in sets["hearers"] and len(words) <= _SHORT and cut.clause_of(one.head).kind == "rel":
        return True  # `The family had built it`, of `The family, who had built it, sold it`
    if one.form != "finite" or one.passive or last != cut.sentence.words[one.head].lower():
        return False
    helped = any(cut.events.bits.get(word, 0) & AUXILIARY for word in words)
    return not helped and (one.lemma in sets["made_known"] or one.lemma in sets["two_objects"])


def _placed(cut: Parsed) -> bool:
    """`Born in Cadiz, she died there`: is a place named before?"""
    bits = cut.sentence.bits
    return any(bits[k] & PREPOSITION and bits[k + 1] & NAME for k in range(len(bits) - 1))


def _disagrees(made: Claim, words: list[str], cut: Parsed) -> bool:
    """`[Ada Lindt] do not want`; `[My] kids were born`: the brackets are those of the document."""
    if words[0][:1] != "[":
        return False
    name, _, rest = made.title.partition("] ")
    if f"{name}]" in made.quote:
        return True
    verb = rest.split(" ", 1)[0].lower()
    bit = 0 if verb in cut.events.sets["past_auxiliaries"] else cut.events.bits.get(verb, 0)
    singular = " and " not in name and "," not in name and name[-1:] != "s"
    return singular and bool(bit & BASE) and not bit & (PAST | PARTICIPLE) and name[1:2].isupper()


def _opens_loosely(words: list[str], one: Predicate, cut: Parsed) -> bool:
    """`Born to a miner moved away`, `Herself in court was told`, `Launch the plan`: no subject opens the line."""
    opening, events = words[0].lower(), cut.events
    bit = events.bits.get(opening, 0)
    if opening in events.sets["no_subjects"] or (bit & COORDINATOR and words[0][0].isupper()):
        return True
    if opening == cut.sentence.words[one.head] and one.form in ("finite", "participle") and not bit & BASE:
        return True  # `Docked at Vik`
    second = events.bits.get(words[1].lower(), 0) if len(words) > 1 else 0
    if one.form == "participle" and bit & ING and opening not in events.nouns and "," not in " ".join(words):
        return True  # `Publishing a study released`
    if bit & PARTICIPLE and not bit & (ING | BASE) and "," not in " ".join(words):
        return bool(second & (PREPOSITION | TO | DETERMINER))
    return one.form == "infinitive" and bool(bit & BASE) and events.lemma(opening) == one.lemma


def _in_a_voice(made: Claim, words: list[str], one: Predicate, cut: Parsed) -> bool:
    """`We have mended the road`, of a speaker whom the line does not name; a participle without any verb."""
    sets = cut.events.sets
    if made.speaker is not None and ":" not in made.title and _speaks(made.title, sets):
        return True
    bare = words[0].lstrip('"“').lower() or words[1].lower()
    said = made.title.replace("”", '"').rpartition('"')[2]
    if words[0][0] in '"“' and bare in sets["own_voice"] and not any(sign.isupper() for sign in said):
        return True  # `“I shall decide”`, `“I am old,” he said`: whose words, the line does not tell
    if (
        one.form != "participle"
        or words[0][0] == "["
        or any(cut.events.bits.get(word, 0) & (AUXILIARY | PAST) for word in words)
    ):
        return False
    return not any(k.form == "finite" and cut.sentence.words[k.head] in words for k in cut.predicates)


def _speaks(title: str, sets: Mapping[str, frozenset[str]]) -> bool:
    """`We have mended`, `The road that we mended`; within quotation marks by its first word alone."""
    first, *others = title.lower().split()
    if first in sets["own_voice"]:
        return True
    quoted = any(sign in title for sign in '"“')
    return not quoted and any(word in sets["own_voice"] and word in sets["nobody"] for word in others)


def _is_caption(one: Predicate, cut: Parsed) -> bool:
    """`Ada Lindt, left, with a friend`: where she stands in a picture."""
    bits, at = cut.sentence.bits, one.head
    beside = cut.sentence.words[at] in cut.events.sets["pictured"] and one.first == at
    return beside and at > 1 and bool(bits[at - 1] & COMMA and bits[at - 2] & NAME and bits[at + 1] & COMMA)


def _only_described(one: Predicate, cut: Parsed) -> bool:
    """`among them Ada Lindt, a nurse hurt in Vik`: a participle that looks like a past."""
    bits, at = cut.sentence.bits, one.head
    unsure = one.form == "finite" and one.first == at and bits[at] & PARTICIPLE
    if not unsure or one.lemma in cut.events.sets["no_passive"]:
        return False
    comma = next((k for k in range(at - 1, max(0, at - _NAMED), -1) if bits[k] & COMMA), 0)
    apart = comma and bits[comma - 1] & NAME and cut.sentence.words[comma + 1] in cut.events.sets["indefinite"]
    return bool(apart and at + 1 < len(bits) and bits[at + 1] & (PREPOSITION | TIME))


def _two_subjects(words: list[str], one: Predicate, cut: Parsed) -> bool:
    """`Karl Moe she has had no news`, `Scott was convicted for The crimes`: pieces of a relative clause."""
    home, bits, sentence = cut.clause_of(one.head), cut.sentence.bits, cut.sentence
    if one.form != "finite" or home.kind not in ("rel", "that") or not home.first:
        return False
    if home.kind == "rel":
        subject = words[: words.index(sentence.words[one.first])] if sentence.words[one.first] in words else []
        own = sentence.words[home.first] not in cut.events.sets["owner_relatives"] and one.first > home.first + 1
        if own and words[-1] == sentence.words[one.head] and one.lemma not in cut.events.sets["no_passive"]:
            return not one.passive  # `the post which he | held`: what, stands before
        led = len(subject) > 1 and words[0][0] != "["
        return led and sentence.words[one.first - 1] in cut.events.sets["replaced"]
    after = next((bit for bit in bits[one.head + 1 :] if not bit & (PREPOSITION | TIME)), HARD)
    transitive = one.lemma not in cut.events.sets["no_passive"] and not one.passive
    noun = (
        not bits[home.first - 1] & ~(EVENT | BASE) and bits[home.first] & THAT
    )  # `the myth that | cinema explored, through …`
    return transitive and bool(noun and after & (COMMA | HARD)) and attribution(cut, one) is None


def _half_told(made: Claim, words: list[str], one: Predicate, cut: Parsed) -> bool:
    """Does the verb of the happening, or what is said, stand outside of the line?"""
    verb, home, bits = cut.sentence.words[one.head], cut.clause_of(one.head), cut.sentence.bits
    if one.form == "finite" and verb not in made.title and ":" not in made.title:
        return verb.lower() not in made.title.lower()
    if home.kind == "sub" and one.form == "infinitive":
        spliced = any(word[-1] == "," for word in words)
        return spliced or cut.sentence.words[home.first] in cut.events.sets["likening"]  # `as the leader in talks to …`
    if bits[0] & SUBORDINATOR and one.first == 1 and one.form == "finite" and home.first == 0:
        following = [k for k in cut.predicates if k.form == "finite" and k.head > home.last]
        return bool(following) and following[0].tense == "future"  # `Once finished, the hall will be …`
    if home.kind == "sub" and one.head + 1 < len(bits) and not one.passive:
        after = cut.sentence.words[one.head + 1]
        owned = after in cut.events.sets["possessives"] and one.head + 2 < len(bits)
        if owned and not bits[one.head + 2] & (PREPOSITION | TIME | COMMA | HARD):
            return False  # `after Moe lost her ring`
        return after in cut.events.sets["hearers"]  # `when Moe unveiled it`
    if one.lemma in cut.events.say and one.form == "finite":
        # not of `said: “I know that …”`
        end = next((k for k in range(one.head, len(bits)) if bits[k] & HARD), len(bits))
        those = (c for c in cut.clauses if c.kind == "that" and one.head < c.first < end and bits[c.first] & THAT)
        told = next(those, None)
        marks = any(mark in made.title for mark in ':"“')
        that = cut.sentence.words[told.first] if told is not None else ""
        return told is not None and not marks and that not in words
    return False


def _mismatched(one: Predicate, words: list[str], cut: Parsed) -> bool:
    """`Ada Lindt and Karl Moe was shown`, `Vik were sold`: of a relative clause that is told of somebody else."""
    verb, sets = cut.sentence.words[one.first], cut.events.sets
    if cut.clause_of(one.head).kind != "rel" or verb not in sets["of_one"] | sets["of_several"] or verb not in words:
        return False
    subject = [word.strip("[],") for word in words[: words.index(verb)]]
    several = any(cut.events.bits.get(word, 0) & COORDINATOR and word.isalpha() for word in subject)
    if verb in sets["of_one"]:
        return several
    counted = any(word.lower() in cut.events.counts or word in sets["peoples"] or word[0].isdigit() for word in subject)
    return not (several or counted or any(word.endswith(cut.events.endings["plural"]) for word in subject))


def _compares(one: Predicate, cut: Parsed) -> bool:
    """`bought less than they | did in 2007`: a verb that stands for another; `less than Moe | gave for it in 1848`."""
    bits, words = cut.sentence.bits, cut.sentence.words
    than = cut.events.sets["more_than"]
    near = (k for k in range(max(1, one.first - _THAN), one.first - 1) if words[k] in than and not bits[k + 1] & NUMBER)
    if any(not any(bit & COMMA for bit in bits[k : one.first]) for k in near):
        return True
    if one.first != one.head or not bits[one.head] & AUXILIARY or cut.clause_of(one.head).kind == "main":
        return False
    return not cut.events.sets["than"].isdisjoint(cut.sentence.words[max(0, one.head - 3) : one.head])


def _whose(words: list[str], one: Predicate, cut: Parsed) -> bool:
    """`The houses of his village were sold`, `In Norway it was sold`: who or what is meant stands elsewhere."""
    sets, bits = cut.events.sets, cut.events.bits
    if one.form == "finite" and cut.clause_of(one.head).kind in ("main", "coord"):
        return False
    verb = cut.sentence.words[one.first]
    subject = words[: words.index(verb)] if verb in words else []
    led = subject and bits.get(subject[0].lower(), 0) & PREPOSITION
    if led and 1 < len(subject) <= _PLACE and subject[-1] in sets["neuters"]:
        return not any(word[:1] == "[" for word in subject)
    comma = max((at + 1 for at, word in enumerate(subject) if word[-1:] == ","), default=0) if led else 0
    own = subject[comma:]
    owned = next((at for at, word in enumerate(own) if at and word in sets["possessives"]), 0)
    if not owned or own[owned - 1] not in sets["of"] or any(word[-1:] == "," for word in own[:owned]):
        return False  # `The boat, one of the fastest of its day, sank`: the boat's
    if any(k.form == "finite" and k.head < one.first for k in cut.predicates):
        return False  # `She led two journeys; two of her men died`
    before = own[:owned] if comma else own[1:owned]
    told = AUXILIARY | PAST | COORDINATOR
    return not any(word[:1].isupper() or word[:1] == "[" or bits.get(word, 0) & told for word in before)


def _half_a_noun(words: list[str], one: Predicate, cut: Parsed) -> bool:
    """`Attacks and a long war`, `An award for her part`, `In two trials`: part of what the sentence tells."""
    bits, sets = cut.events.bits, cut.events.sets
    said = [k for k in cut.predicates if k.form == "finite" and cut.sentence.words[k.head] in words]
    if said and all(cut.clause_of(k.head).kind == "rel" for k in said):
        opening = bits.get(words[0].lower(), 0)  # `In an interview which was played in court`
        return bool(opening & PREPOSITION) and not opening & DETERMINER
    if not said and (
        one.lemma in sets["parts_of_nouns"] or (len(words) > _LIST and any(word[-1] == "," for word in words))
    ):
        return True
    if said or any(bits.get(word, 0) & (PAST | AUXILIARY) for word in words):
        return False
    if len(words) > 1 and bits.get(words[1], 0) & COORDINATOR:
        return True
    trigger = cut.sentence.words[one.head]
    if trigger in words[:-2] and bits.get(words[words.index(trigger) + 1], 0) & COORDINATOR:
        return True  # `Terror attacks and the long war at Vik`
    owned = next((at for at, word in enumerate(words) if word in sets["possessives"]), 0)
    if owned and not any(word[:1].isupper() for word in words[1:owned]):
        return True
    return bool(bits.get(words[0].lower(), 0) & (PREPOSITION | SUBORDINATOR))
