"""The happenings of a sentence that its times date, each with its own time and its own words."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.extract.denial import denied
from timeline.extract.line.apposition import apposition
from timeline.extract.scene import Dating, Happening, dating
from timeline.extract.sentence.clauses import Parsed
from timeline.extract.sentence.predicates import Predicate
from timeline.extract.sentence.words import COMMA, HARD, NUMBER, TIME
from timeline.extract.status import given_until, put_off_to
from timeline.extract.timing.attach import intends, trigger
from timeline.extract.timing.belonging import by_paper, ended_record, of_a_source, of_something
from timeline.extract.timing.borrowed import owner
from timeline.extract.timing.bracketed import bracketed, named_before
from timeline.extract.timing.cleft import cleft, put_first
from timeline.extract.timing.gerund import led_in
from timeline.extract.timing.occasion import at_occasion
from timeline.extract.timing.territory import Pair, territory
from timeline.extract.timing.worth import dates_nothing
from timeline.languages.events import ADVERB, COORDINATOR, HAVE, ING, PREPOSITION
from timeline.model.expression import Relative, Shift
from timeline.model.mention import TimeMention
from timeline.temporal.precision import Precision

_DAY = 10
"""Signs of one day: `2020-05-03`."""
_REMEMBERED = 16
"""Words after an anniversary in which what it remembers is named."""


def happenings(parsed: Parsed, listed: bool) -> Iterator[Happening]:
    """In order of their times; `listed`: the sentence is a list item or a table row."""
    yield from _remembered(parsed)
    pairs = _pairs(parsed, listed)
    several = pairs if len(pairs) > 1 else []
    beside = {time: found.whole for one, time in several if (found := apposition(parsed, one, time)) is not None}
    for one, time in pairs:
        taken = frozenset(k for pair in pairs if pair[1] != time for k in territory(parsed, pair, one, time))
        taken |= frozenset(put_first(parsed, time))
        aside = frozenset(k for at, whole in beside.items() if at != time and one.head not in whole for k in whole)
        yield Happening(one, _dated(parsed, one, time), time, taken, aside)


def _dated(parsed: Parsed, one: Predicate, time: int) -> Dating:
    """`sold 500 shares since 5 March`: all of them since then, not on that day."""
    date, mention = dating(parsed.sentence.times[time], one), parsed.sentence.times[time]
    return date._replace(when=mention.when, kind=mention.kind) if _since_then(parsed, one, time) else date


def _since_then(parsed: Parsed, one: Predicate, time: int) -> bool:
    """A deed in the simple past and a bare `since` behind it, in one clause."""
    if parsed.sentence.times[time].bound != "since" or one.form != "finite" or one.tense != "past" or one.perfect:
        return False
    bare = parsed.sentence.words[time - 1] in parsed.events.sets["since"]
    return bare and one.head < time and not one.state and parsed.clause_at[one.head] == parsed.clause_at[time]


def _of_what_it_found(parsed: Parsed, one: Predicate, time: int) -> bool:
    """`It blamed poor sales | since May`: of what nobody counts, the stretch is that of the noun."""
    if one.passive or not _since_then(parsed, one, time):
        return False
    between = parsed.sentence.bits[one.head + 1 : time - 1]
    return bool(between) and not any(bit & (NUMBER | PREPOSITION) for bit in between)


def _of_what_was(parsed: Parsed, one: Predicate, time: int) -> bool:
    """`After the floods last year, the town plans to build …`: what is to come was not done last year."""
    meaning = parsed.sentence.times[time].expression.meaning
    back = isinstance(meaning, Relative) and meaning.offset < 0 and meaning.leans != "mention"
    back = back or (isinstance(meaning, Shift) and meaning.sign < 0 and meaning.leans == "document")
    verb = one if one.form == "finite" else parsed.clause_of(one.head).finite
    if not back or one.form not in ("finite", "infinitive") or verb is None or verb.head > one.head:
        return False
    if one.form == "infinitive" and any(bit & HAVE for bit in parsed.sentence.bits[one.first : one.head]):
        return False  # `is said to have left last year`
    return verb.tense == "future" or (one.form == "infinitive" and verb.tense == "present" and not verb.perfect)


def _remembered(parsed: Parsed) -> Iterator[Happening]:
    """`the first anniversary of the victory`: what an anniversary remembers happened years before."""
    for time, mention in parsed.sentence.times.items():
        if mention.origin is not None:
            near = (one for one in parsed.predicates if one.form == "noun" and 0 < one.head - time <= _REMEMBERED)
            one = next(near, None)
            if one is not None:
                yield Happening(one, dating(mention._replace(when=mention.origin, kind="point"), one))


def _pairs(parsed: Parsed, listed: bool) -> list[Pair]:
    """Of two times that agree on one happening, the finer is kept."""
    pairs: list[Pair] = []
    for time, mention in parsed.sentence.times.items():
        tied = by_paper(parsed, time) or _when_clause(parsed, time) or at_occasion(parsed, time)
        if tied is None and dates_nothing(parsed, time):
            continue
        own = _of_its_own(parsed, time)
        one = own or trigger(parsed, time) or named_before(parsed, time)
        if one is None or (one.weak and listed) or _habit(parsed, one, time, listed):
            continue
        one = _remark(parsed, one, time) or owner(parsed, one, time) or own
        one = _outcome(parsed, one) or one
        if one is None:
            continue
        if _of_a_time(parsed, one) or _of_what_it_found(parsed, one, time) or _of_what_was(parsed, one, time):
            continue
        rival = next((pair for pair in pairs if pair[0] is one), None)
        if rival is not None and _takes_effect(parsed, time):
            continue
        if rival is None:
            pairs.append((one, time))
            continue
        other, before = _noun_beside(parsed, rival[1], time), parsed.sentence.times[rival[1]]
        if other is not None:
            pairs.append((other, time))
        elif not _agree(before, mention):
            if put_off_to(parsed, one, time) or not _of_what_led(parsed, rival[1], time):
                pairs.append((one, time))
        elif _finer(mention, before):
            pairs[pairs.index(rival)] = (one, time)
    return [pair for pair in pairs if not _only_says(parsed, pair, pairs)]


def _of_what_led(parsed: Parsed, rival: int, time: int) -> bool:
    """`reached Vesta in 2022 | after flybys of Earth in 2019`: of what is only named, not of the verb."""
    words, bits = parsed.sentence.words, parsed.sentence.bits
    leads = [k for k in range(rival + 1, time) if words[k] in parsed.events.sets["around_date"]]
    return any(not bits[k - 1] & COORDINATOR for k in leads)  # `wrote to Moe in May | and to Lindt in June`


def _only_says(parsed: Parsed, pair: Pair, pairs: list[Pair]) -> bool:
    """`Sales rose in May, figures showed on Tuesday`: what is told has a time of its own."""
    clause = parsed.clause_of(pair[1])
    if clause.kind != "say":
        return False
    return any(parsed.clause_of(one.head).last <= clause.first for one, _ in pairs)


def _of_its_own(parsed: Parsed, time: int) -> Predicate | None:
    """The happening to which the words before a time tie it."""
    ties = (
        _given_until,
        _denied_deed,
        cleft,
        bracketed,
        by_paper,
        ended_record,
        _of_its_day,
        _when_clause,
        at_occasion,
        led_in,
    )
    return next((one for tie in ties if (one := tie(parsed, time)) is not None), None)


def _given_until(parsed: Parsed, time: int) -> Predicate | None:
    """`The court has until Friday | to rule on it`: what is to be done by then."""
    return next((one for one in parsed.predicates if given_until(parsed, one, time)), None)


def _denied_deed(parsed: Parsed, time: int) -> Predicate | None:
    """`The owners deny that he | passed the work | when he was there on 3 May`: what is denied, of that day."""
    place, words = parsed.clause_at[time], parsed.sentence.words
    clause, above = parsed.clauses[place], parsed.clauses[place - 1] if place else None
    if clause.kind != "sub" or above is None or above.finite is None or above.kind != "that":
        return None
    when = words[clause.first].lower() in parsed.events.sets["when"]
    return above.finite if when and denied(parsed, above.finite, above) else None


def _of_its_day(parsed: Parsed, time: int) -> Predicate | None:
    """`will pay for the flood of 3 August`: the day of the flood."""
    if not time or parsed.sentence.words[time - 1] not in parsed.events.sets["of"]:
        return None
    verb = parsed.clause_of(time).finite
    if verb is not None and verb.tense != "past":
        return None
    one = next((one for one in parsed.predicates if one.form == "noun" and one.head == time - 2), None)
    return None if one is None or of_something(parsed, one.head) else one


def _habit(parsed: Parsed, one: Predicate, time: int, listed: bool) -> bool:
    """`you have to boil it in the morning`, `take no boots in summer`: what nobody in particular does."""
    verb = one if one.form == "finite" else parsed.clause_of(one.head).finite
    if verb is None or one.form == "noun" or verb.tense != "present" or verb.perfect:
        return False
    if of_a_source(parsed, verb):
        return False
    if one.form == "participle" and one.tense == "past":  # `the school, founded in 1477, is the oldest`
        return False
    sentence = parsed.sentence
    bits = sentence.bits[parsed.whole(parsed.clause_of(verb.head).number)[0].first : verb.first]
    first = not any(other.form == "finite" and other.head < verb.first for other in parsed.predicates)
    set_off = sum(1 for bit in bits if bit & COMMA) > 1  # `The plant, damaged in May, is to reopen in June`
    loose = not bits or (bits[-1] & (COMMA | COORDINATOR) and not set_off) or all(bit & ADVERB for bit in bits)
    if first and not listed and loose:
        return True
    subject = sentence.words[verb.first - 1].lower() if verb.first else ""
    mention = sentence.times[time]
    after = sentence.words[time + 1] if time + 1 < verb.first else ""
    if sentence.words[time] in parsed.events.calendar and after in parsed.events.nouns:
        return True  # `Sunday attendances are low`
    clock = mention.type == "TIME" and "on" not in mention.text and not mention.text[-4:].isdigit()
    clock = clock and parsed.events.calendar.isdisjoint(mention.text.split())  # `on Friday 3 May at 7 pm`
    going = verb.first < verb.head and sentence.bits[verb.head] & ING and mention.type == "DATE"
    return clock or (
        not going
        and subject in parsed.events.sets["general"]
        and not intends(parsed, verb)
        and not _set(parsed, verb, time)
    )


def _outcome(parsed: Parsed, one: Predicate | None) -> Predicate | None:
    """`Should the talks fail by May, | the mill will close`: what hangs on a dated condition."""
    clause, place = (parsed.clause_of(one.head), parsed.clause_at[one.head] + 1) if one else (None, 0)
    if clause is None or clause.first or place >= len(parsed.clauses):
        return None
    if parsed.sentence.words[0].lower() not in parsed.events.status["conditions"]:
        return None
    main = parsed.clauses[place]
    if main.kind != "main" or main.finite is None or main.finite.tense not in ("future", "conditional"):
        return None
    return None if any(main.first <= k < main.last for k in parsed.sentence.times) else main.finite


def _set(parsed: Parsed, verb: Predicate, time: int) -> bool:
    """`If the snow allows, we leave on 3 May`: on one day, not every year; `you are in the fields by 5 am`."""
    when = parsed.sentence.times[time].when
    day = when is not None and when.precision is Precision.DAY and not when.clock and len(when.edtf) == _DAY
    opens = verb.first < 2 or parsed.sentence.bits[verb.first - 2] & (COMMA | HARD | TIME | COORDINATOR)
    opens = opens or parsed.sentence.words[verb.first - 2].lower() in parsed.events.sets["around_date"]  # `before you`
    return bool(day and opens) and parsed.sentence.times[time].type == "DATE"


def _remark(parsed: Parsed, one: Predicate, time: int) -> Predicate | None:
    """`Agathocles, in charge since 317 BCE, took …`: said of the subject, not of the verb."""
    bits = parsed.sentence.bits
    clause = parsed.clause_of(one.head)
    if clause is not parsed.clause_of(time) or time + 1 >= one.first or not bits[time + 1] & COMMA:
        return None
    before = next((k for k in range(time - 1, clause.first, -1) if bits[k] & COMMA), None)
    if before is None or parsed.sentence.times[time].bound == "":
        return None
    if any(before < k.head < time for k in parsed.predicates):
        return None
    return Predicate(before + 1, max(time - 1, before + 1), parsed.sentence.words[time - 1].lower(), "remark")


def _of_a_time(parsed: Parsed, one: Predicate) -> bool:
    """`in 2014, which was the warmest year`: said of the time itself."""
    clause = parsed.clause_of(one.head)
    before = clause.first - 1
    if clause.kind != "rel" or not one.state:
        return False
    while before >= 0 and parsed.sentence.bits[before] & COMMA:
        before -= 1
    return before >= 0 and before in parsed.sentence.times


def _takes_effect(parsed: Parsed, time: int) -> bool:
    """`left the pact in 2014, with effect from 2015`: when what was done then began to hold."""
    return not parsed.events.sets["effect"].isdisjoint(parsed.sentence.words[max(0, time - 3) : time])


def _noun_beside(parsed: Parsed, rival: int, time: int) -> Predicate | None:
    """`convicted in 2008 of the murder of Ann Lee in 2003`: the happening between the two times of one verb."""
    between = (one for one in reversed(parsed.predicates) if one.form == "noun" and rival < one.head < time)
    beside = (one for one in parsed.predicates if one.form == "noun" and 0 < time - one.head <= 2)
    return next(between, None) or next(beside, None)


def _when_clause(parsed: Parsed, time: int) -> Predicate | None:
    """`tense since 1991 when the army occupied …`: a state gives way to the deed that the when-clause tells."""
    clause, place = parsed.clause_of(time), parsed.clause_at[time] + 1
    last = clause.last - bool(parsed.sentence.bits[clause.last - 1] & COMMA)  # `the worst since 1931, when …`
    if time != last - 1 or place >= len(parsed.clauses):
        return None
    following = parsed.clauses[place]
    if following.kind != "sub" or parsed.sentence.words[following.first].lower() not in parsed.events.sets["when"]:
        return None
    return following.finite if clause.finite is not None and clause.finite.state else None


def _agree(one: TimeMention, other: TimeMention) -> bool:
    if one.when is not None and one.when == other.when and one.bound == other.bound:
        return True
    if one.bound or other.bound or one.when is None or other.when is None:
        return False
    return one.when.covers(other.when) or other.when.covers(one.when)


def _finer(one: TimeMention, other: TimeMention) -> bool:
    return one.when is not None and other.when is not None and one.when.precision.rank < other.when.precision.rank
