"""Times that say nothing of a happening: stamps, halves of a match, what something is likened to."""

from __future__ import annotations

from timeline.extract.clauses import Parsed
from timeline.temporal.precision import Precision


def idle(parsed: Parsed, time: int) -> bool:
    """`4.32pm BST The minister says …`, `led 9-8 in the first half`, `as regular as Christmas`."""
    return _stamp(parsed, time) or _of_play(parsed, time) or _likened(parsed, time)


def _stamp(parsed: Parsed, time: int) -> bool:
    """`4.32pm BST The minister says …`: when a line of a running report was written."""
    words, mention = parsed.sentence.words, parsed.sentence.times[time]
    if time or mention.type != "TIME" or len(words) < 2:
        return False
    return mention.text[-2:].isupper() and mention.text[-2:].isalpha() and words[1][:1].isupper()


def _of_play(parsed: Parsed, time: int) -> bool:
    """`Ashmere led 9-8 in the first half`: of a match, where nothing speaks of accounts."""
    when, events = parsed.sentence.times[time].when, parsed.events
    if (
        when is None
        or when.precision is not Precision.HALF
        or any(bit.isdigit() for bit in parsed.sentence.times[time].text)
    ):
        return False
    told = {word.lower() for word in parsed.sentence.words}
    return events.sets["accounts"].isdisjoint(told) and "%" not in "".join(told)


def _likened(parsed: Parsed, time: int) -> bool:
    """`as regular as Christmas`, `just as deep as 800 years ago`."""
    words, sets = parsed.sentence.words, parsed.events.sets
    if not time or words[time - 1] not in sets["likening"]:
        return False
    between = words[max(0, time - 4) : time - 1]
    return not sets["likening"].isdisjoint(between) and sets["as_when"].isdisjoint(between)
