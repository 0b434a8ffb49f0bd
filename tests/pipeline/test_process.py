from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from tests.pipeline.stages import obedient
from timeline.errors import InputError, LanguageError
from timeline.model.problem import Problem
from timeline.pipeline import Limits, Options, Result, run
from timeline.pipeline.judge import judged
from timeline.pipeline.process import process, times
from timeline.read import Reading, Source, find, read, unpack
from timeline.temporal.interval import Interval

SEEDS = Path(__file__).parents[2] / "seeds"


def understood(text: str, options: Options | None = None, name: str = "a.txt") -> Result:
    wish = options or Options()
    (part,) = unpack(Source(name, data=text.encode()), wish.reading)
    assert isinstance(part, Source)
    (document,) = read(part, wish.reading)
    assert not isinstance(document, Problem)
    return process(document, wish)


def test_a_document_goes_all_the_way() -> None:
    result = understood("The bridge opened on 4 March 1890. It closed in 1956.")
    assert [mention.text for mention in result.mentions] == ["4 March 1890", "1956"]
    assert [str(claim.when) for claim in result.claims] == ["1890-03-04", "1956"]
    for claim in result.claims:
        assert result.document.text[claim.start : claim.end] == claim.quote


def test_a_result_can_be_pickled() -> None:
    result = understood("The bridge opened on 4 March 1890 after two years.")
    assert pickle.loads(pickle.dumps(result)) == result


def test_a_given_date_is_above_all() -> None:
    text = "---\ndate: 1991-05-03\n---\nThe bridge opened on 4 March."
    assert str(understood(text, name="a.md").published.when) == "1991-05-03"  # type: ignore[union-attr]
    given = understood(text, Options(date=Interval.parse("1890-06-01")), "a.md")
    assert given.published
    assert (str(given.published.when), given.published.how) == ("1890-06-01", "given")
    assert [str(mention.when) for mention in given.mentions if mention.text == "4 March"] == ["1890-03-04"]


@pytest.mark.parametrize(("text", "code"), [("No time is told here.", "no-time"), ("---\n***\n---\n", "no-text")])
def test_there_is_no_silent_zero(text: str, code: str) -> None:
    assert code in [problem.code for problem in understood(text).problems]


def test_what_readers_wrote_below_is_kept_and_not_read() -> None:
    article = "The bridge at Vik opened on 4 March 1890. " + "It carried the road to Skarn and the mail. " * 5
    text = (
        article + "\n4 May 2011 at 5:22 pm | Reply\nThe bridge fell in 1901.\n4 May 2011 at 6:02 pm | Reply\nIn 1902.\n"
    )
    result = understood(text)
    assert result.document.text == text
    assert {str(claim.when) for claim in result.claims} == {"1890-03-04"}
    assert {"1901", "1902"} <= {mention.text for mention in result.mentions}
    assert "comments" in [problem.code for problem in result.problems]
    assert "1901" in [str(claim.when) for claim in understood(text, Options(whole=True)).claims]


def test_the_fingerprint_tells_options_apart() -> None:
    options = [
        Options(),
        Options(date=Interval.parse("1990")),
        Options(genre="news"),
        Options(language="en"),
        Options(encoding="latin-1"),
        Options(gazetteer="Old Tom,The bridge,place\n"),
        Options(fields={"text": "body"}),
        Options(fields={"text": "b", "title": "t"}),
    ]
    assert len({one.fingerprint for one in options}) == len(options)
    assert Options(fields={"a": "1", "b": "2"}).fingerprint == Options(fields={"b": "2", "a": "1"}).fingerprint


def test_outcomes_of_one_input() -> None:
    source = Source("a.txt", data=b"x")
    note = Problem("a.txt", "read", "note", "aside", "It is a picture.")
    partial = Problem("a.txt", "read", "partial", "damaged", "Page 2 cannot be read.")
    broken = Problem("a.txt", "read", "failed", "damaged", "It is broken.")
    result = understood("It began in 1990.")
    cases: list[tuple[list[Result | Problem], str]] = [
        ([note], "passed"),
        ([broken], "failed"),
        ([], "failed"),
        ([result], "done"),
        ([result, note], "done"),
        ([result, partial], "partial"),
        ([result, broken], "partial"),
    ]
    for items, state in cases:
        assert judged(source, items).state == state


def test_what_is_wrong_with_a_part_is_kept_with_the_whole() -> None:
    result = understood("It began in 1990.")
    uri = result.document.uri
    part = Problem(f"{uri}!b.docx", "read", "failed", "damaged", "It is a damaged archive.")
    told = Problem(uri, "read", "partial", "damaged", "b.docx: It is a damaged archive.")
    outcome = judged(Source(uri, data=b"x"), [result, result, part])
    assert (outcome.state, outcome.problems[0], len(outcome.results)) == ("partial", told, 2)
    assert outcome.results[0].problems == (told,)


def test_the_seeds_are_the_same_in_this_process_and_in_workers() -> None:
    here = [outcome.result for outcome in run(find([SEEDS]), Options(), jobs=0)]
    there = [outcome.result for outcome in run(find([SEEDS]), Options(), jobs=2)]
    assert here == there
    assert sum(result is not None for result in here) == 5


def test_limits_grow_with_the_document() -> None:
    limits = Limits()
    assert limits.memory_for(100 << 20) > 20 * (100 << 20)
    assert limits.seconds_for(0) == limits.seconds < limits.seconds_for(100 << 20)


def test_reading_is_part_of_the_options() -> None:
    assert Options(encoding="cp1250", fields={"text": "body"}).reading == Reading(
        None, "auto", "cp1250", {"text": "body"}
    )


def test_names_of_the_user_are_known() -> None:
    names = "alias,name,kind\nLindholm,Great Lindholm,place\n"
    (claim,) = understood("The mill of Lindholm burnt on 4 March 1890.", Options(gazetteer=names)).claims
    assert "Great Lindholm" in [participant.name for participant in claim.participants]
    with pytest.raises(InputError, match="Line 1"):
        list(run([Source("a.txt", data=b"x")], Options(gazetteer="Old Tom,x\n")))


def test_a_language_that_there_is_not() -> None:
    with pytest.raises(LanguageError):
        list(run([Source("a.txt", data=b"x")], Options(language="xx")))


def test_stages_are_exchangeable() -> None:
    (outcome,) = run([Source("a.txt", data=b"raise it")], Options(), stages=obedient)
    assert (outcome.state, outcome.problems[0].code) == ("failed", "fault")


def test_times_alone_are_the_times_of_the_whole() -> None:
    whole = understood("Published 8 November 2021. The bridge was closed last week, on Tuesday, and opened in 1994.")
    alone = times(replace(whole.document, published=None), Options())
    assert alone.mentions == whole.mentions
    assert alone.published == whole.published is not None
    assert whole.claims
    assert not alone.claims
