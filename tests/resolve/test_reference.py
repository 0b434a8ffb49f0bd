"""The document's date: given > metadata > byline > inferred > none; never the clock."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.languages import load
from timeline.model.document import Document, Published
from timeline.resolve import resolve
from timeline.resolve.genre import choose
from timeline.resolve.reference import find
from timeline.tag import tag
from timeline.temporal.interval import Interval

SEEDS = Path(__file__).parents[2] / "seeds"


def dated(text: str, published: Published | None = None) -> tuple[str, str] | None:
    document = Document("key", "uri", text, "text", "", "", published=published)
    found = find(document, tag(text, load("en")), load("en"))
    return (found.when.edtf, found.how) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A headline\nPublished November 08,2021\nIt rained.", ("2021-11-08", "byline")),
        ("A headline\nBy Ann Lee | Desk / Friday, May 12, 2023\n\nIt rained.", ("2023-05-12", "byline")),
        ("It rained.\n\nDated this 14th day of October 2020\n", ("2020-10-14", "byline")),
        ("It rained.\n\nPage reviewed 7 November 2022.", ("2022-11-07", "byline")),
        ("5 May 2020\n\nDear Ann, it rained.", ("2020-05-05", "byline")),
        ("Log\n\n5 May 2020\nIt rained.\n\n6 May 2020\nIt snowed.\n\n7 May 2020\nIt thawed.", None),
        ("Issued: 03/05/2020\n\nOn 3 May it rained.", ("2020-05-03", "byline")),
        ("Issued: 03/05/2020\n\nOn March 5 it rained.", ("2020-03-05", "byline")),
        ("A notebook. Typed up and posted on Monday 3 October 2022.\n\nIt rained.", ("2022-10-03", "byline")),
        ("A headline\n12:56 pm | April 21 , 2011\n\nIt had rained in 2010.", ("2011-04-21", "byline")),
        ("Voices of the port, tape 4\nRecorded 6 March 2006 at Fen Hall\n\nI was a cook.", ("2006-03-06", "byline")),
        ("Voices of the port\nRecorded by Ann Lee, 3 May 2011\n\nI was a cook.", ("2011-05-03", "byline")),
        ("Recorded crime fell to 40 in the year to 31 March 2019\n\nIt had been 60.", None),
        ("Published: 08NOV2021\nIt rained.", ("2021-11-08", "byline")),
        ("Talk with the mayor, 4 June 2015\n\nOn Monday the school opens.", ("2015-06-04", "byline")),
        ("The siege of Ash, 4 June 1415\n\nThe gate fell in May.", None),
        ("This Agreement is made on 15 March 2019.\n1. The term ends on 31 March 2024.", ("2019-03-15", "byline")),
        ("The agreement was made on 15 March 2019 in Vik. It was to end on 31 March 2024.", None),
        ("In 1991 it rained, and on 5 May 2020 it snowed.", None),
        ("- 30 September 1967 - The last train.\n- 5 May 2020 - The first bus.", None),
        ("TALLINN, March 14, 2018 (Baltic Wire) - It rained on Monday.", ("2018-03-14", "byline")),
        ("A headline\n\nGENEVA (12 May 2020) – It rained on Monday.", ("2020-05-12", "byline")),
        ("Nairobi, Kenya, Aug. 7, 2015 /Post/ -- Acme opened a plant.", ("2015-08-07", "byline")),
        ("Harbour fees rise\n\nAldern Courier, 15 December 2018\n\nIt rained.", ("2018-12-15", "byline")),
        ("The Aldern Times – Monday 4 May 1953, p. 3\nIt rained.", ("1953-05-04", "byline")),
        ("Oslo, 3 May 1921\n\nDear Ann, it rained.", ("1921-05-03", "byline")),
        ("Fees rise\n\n10 July 2021 | Aldern Courier\n\nIt rained.", ("2021-07-10", "byline")),
        (
            "Lee v Moe\n\nJudgment of 9 July 2021\n\n1. By a deed dated 5 May 2020 Moe sold it.",
            ("2021-07-09", "byline"),
        ),
        ("1. By a deed dated 5 May 2020 Moe sold it.", None),
        ("Dated 5 May 2020\n\nIt rained on 6 May 2020. It snowed on 7 May 2020.", None),
        ("A headline\n3 Mar 2015 – 14:02\nIt rained.", ("2015-03-03", "byline")),
        ("A headline\nMarch 3, 2015 Tuesday\nIt rained.", ("2015-03-03", "byline")),
        (
            "A headline | The Post\nJane Roe, Tuesday 3 March 2015 14.02 GMT\nIt rained on Monday.",
            ("2015-03-03", "byline"),
        ),
        ("Jane Roe • March 3, 2015 • 3 min read\nIt rained on Monday.", ("2015-03-03", "byline")),
        ("Pool to close — 3 March 2015 — Aldern Gazette\n\nIt rained on Monday.", ("2015-03-03", "byline")),
        ("For immediate release: March 3, 2015\n\nVIK – The mill closes today.", ("2015-03-03", "byline")),
        ("Sent: 04 March 2016 17:22\nSubject: Lease\n\nHe left last Friday.", ("2016-03-04", "byline")),
        ("Pool closes Sunday 26 April 2009 11.25 BST The pool closed.", ("2009-04-26", "byline")),
        ("It closed on Sunday 26 April 2009 11.25 BST for good.", None),
        ("Jane Roe (3 March 1931 – 4 May 2015)\nThe singer died on Tuesday.", None),
        ("Battle of Ash, 3 May 1421\n\nOn the Tuesday the king rode out.", None),
        (
            "Ships\n\nAnna | 3 May 2015 | Vik\nBerta | 9 June 2016 | Ash\nCarla | 1 July 2016 | Ash\nLost on Tuesday.",
            None,
        ),
        ("Jane Roe\n\nBorn: Vik, 3 March 1931\n\nShe sang on Tuesday.", None),
        ("Pool opens 3 March 2020\n\nIt rained on Tuesday.", None),
        ("Dated 5 May 2020\n\nIt rained on 4 May 2020. It will snow on 7 May 2020.", ("2020-05-05", "byline")),
        ("Siege of Aldern, 3 May 1421\n\nIt rained.", None),
        ("It rained.\nThen Ann Lee, 3 May 1921", None),
        ("(Lagos, 2 June 2014) It rained on Monday.", ("2014-06-02", "byline")),
        ("LONDON—12 Sept 2008—It rained on Monday.", ("2008-09-12", "byline")),
        ("Vik, 24 October 2013: It rained on Monday.", ("2013-10-24", "byline")),
        ("VIK (AX) -- It rained on Monday.\n\nAX-NY-02-08-90 1423EST\n", ("1990-02-08", "byline")),
        ("VIK (AX) -- It rained on Monday.\n\nAX-NY-22-38-90 1423EST\n", None),
        ("Vik, 24 October 2013: It rained.\nOrlo, 3 May 2014: It snowed.", None),
        ("It rained in Vik, 24 October 2013 - and how!", None),
        (
            "Minutes of the council\nHeld in the village hall on Monday 6 February 2017\n\nIt rained.",
            ("2017-02-06", "byline"),
        ),
        ("R. v. MOE\nJudgment delivered 14 June 2013\n\nIt rained.", ("2013-06-14", "byline")),
        ("It rained last year. In 2016 it snowed. It will rise from 1 April 2018.", None),
        ("It rained last year, and in 2020.", None),
        ("It rained. Their report is dated 19 February 2018.", None),
        ("It rained. The award was published on 2 April 2019.", None),
        ("It rained.\nThis page was last updated on 3 May 2020.", ("2020-05-03", "byline")),
        ("It began in 1965, broke out in 1997 and ended in 1998. Last year a board met.", None),
        ("It rained on May 5 last year. On 1 November 2020 it snowed. On Jan. 11 it hailed.", ("2021~", "inferred")),
    ],
)
def test_text(text: str, expected: tuple[str, str] | None) -> None:
    assert dated(text) == expected


def test_what_is_given_wins() -> None:
    given = Published(Interval.parse("2001-01-01"), "given")
    assert dated("Published November 8, 2021\n", given) == ("2001-01-01", "given")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("000", None), ("001", None), ("002", ("2021~", "inferred")), ("003", ("2021-11-08", "byline")), ("004", None)],
)
def test_seed(name: str, expected: tuple[str, str] | None) -> None:
    [path] = SEEDS.glob(f"{name}_*.txt")
    assert dated(path.read_text("utf-8")) == expected


WIRE = "VIK, June 3 (Post) — Rebels seized the airport on Tuesday."


@pytest.mark.parametrize(
    ("uri", "text", "expected"),
    [
        ("wires/2019-06-03 vik.txt", WIRE, "2019-06-03"),
        ("https://post.example/2019/06/04/vik.html", WIRE, "2019-06-03"),
        ("20190603_vik.txt", WIRE, "2019-06-03"),
        ("wires/2019/vik.txt", WIRE, "2019-06-03"),
        ("wires/2019-11-03 vik.txt", WIRE, None),
        ("archive/2018/2019/vik.txt", WIRE, None),
        ("2019-01-02.txt", "VIK, Dec. 31 (Post) — Rebels seized the airport.", "2018-12-31"),
        ("vik 12019.txt", WIRE, None),
        ("vik.txt", f"{WIRE}\n\n© 2017–2019 The Post", "2019-06-03"),
        ("vik.txt", f"{WIRE} A truce was signed on 30 May 2019.", "2019-06-03"),
        ("vik.txt", f"{WIRE} It was the anniversary of the truce of 30 May 2018.", None),
        ("vik.txt", f"{WIRE} A truce was signed on 30 January 2019.", None),
        ("2019-06-03.txt", "Rebels seized the airport on June 3.", None),
        ("2019-06-03.txt", f"{WIRE}\nORLO, July 9 (Post) — It rained.", None),
    ],
)
def test_the_year_of_a_dateline(uri: str, text: str, expected: str | None) -> None:
    found = find(Document("key", uri, text, "text", "", ""), tag(text, load("en")), load("en"))
    assert (found and (found.when.edtf, found.how)) == (expected and (expected, "inferred"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stocks fell in February to 7 from 8 in January and 9 in February 1986.", "1987~"),
        ("Sales rose in the half year to 7 million from 6 million in the same period of 1986.", "1987~"),
        ("Stocks fell in February. In February 1986 the port was dug.", None),
        ("Sales fell in January. The January fall took them below those of January, 1986.", "1987~"),
        ("He was born in May and died in May 1863.", None),
        ("Stocks fell in February to 7 from 9 in February 1986, and in May 1988 they were gone.", None),
        ("The crop of 1986 was lost. Last year it rained. Next will be 1987/88.", None),
        ("The bank lent in 1986. Last year it lent more, and in 1987 less; it hopes for fiscal 1988.", "1987~"),
    ],
)
def test_the_year_of_a_comparison(text: str, expected: str | None) -> None:
    found = dated(text)
    assert (found and found[0]) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "It fell on 3 May 2004. He said so on Tuesday, and again yesterday. Last week he spoke of June.",
            "XXXX-06",
        ),
        ("It fell on 3 May 2004 and was rebuilt in June.", "2004-06"),
        ("On Tuesday, Wednesday and Friday the 8 May 2004 deal held. It was renewed on 9 June.", "2004-06-09"),
    ],
)
def test_a_text_without_date_that_speaks_of_its_week_gives_no_year_to_a_month(text: str, value: str) -> None:
    english = load("en")
    assert [m.value for m in resolve(tag(text, english), text, english) if "June" in m.text] == [value]


def test_a_history_that_compares_once_is_no_news() -> None:
    text = (
        "The war began in 1911. In 1914 the duke fled, in 1917 he died, and in 1920 the mills were burned. In 1951 "
        "they made less than in the same period of 1950. On September 7 it opened."
    )
    english = load("en")
    assert choose(text, tag(text, english), english, None) == "narrative"
    assert choose(text[text.index("they") :], tag(text[text.index("they") :], english), english, None) == "news"


@pytest.mark.parametrize(
    ("opening", "genre"),
    [
        ("The weaver Ada Moe died on Saturday.", "news"),
        ("The weaver Ada Moe died on Saturday night.", "news"),
        ("Today the mill of Ada Moe is a museum.", "narrative"),
        ("The mill of Ada Moe is a museum.", "narrative"),
    ],
)
def test_news_that_opens_with_its_week_looks_back_on_a_life(opening: str, genre: str) -> None:
    text = f"{opening} She was born in 1931, moved in 1953, wed in 1970 and won in 1988. In March her book came out."
    english = load("en")
    published = Published(Interval.parse("2022-10-10"), "given")
    assert choose(text, tag(text, english), english, published) == genre


def test_what_opens_with_a_dateline_is_news() -> None:
    text = "VIK, 14 August 2019 – Hale AG, founded in 1903, listed in 1974, sold in 1984 and in 1994, opened a mill."
    english = load("en")
    for how, genre in (("byline", "news"), ("given", "narrative")):
        assert choose(text, tag(text, english), english, Published(Interval.parse("2019-08-14"), how)) == genre


def test_the_line_that_dates_a_story_is_no_date_of_it() -> None:
    text = "The hall opened on Saturday, in 2016.\n".join(["The Aldern Review, 12 March 2016\n\n", ""])
    document = Document("key", "uri", text, "text", "", "")
    language = load("en")
    published = find(document, tag(text, language), language)
    mentions = resolve(tag(text, language), text, language, published, "narrative")
    (weekday,) = [one for one in mentions if one.text == "Saturday"]
    assert weekday.when == Interval.parse("2016-03-12")


BODY = "The board met in the old mill and told of a good year.\n" * 24
"""A report long enough to be signed."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{BODY}\n\nBergen, 15 May 2024\nFor the board: Ann Lee, chair\n", ("2024-05-15", "byline")),
        (f"{BODY}\n\nA. Lee, Deputy Harbour Master, 18 Nov 2022, 1710\n", ("2022-11-18", "byline")),
        (f"{BODY}\n\nSigned, Ann Lee, 3 June 1921.\n", ("1921-06-03", "byline")),
        (f"{BODY}\n\nSiege of Ash, 3 May 1421\n", None),
        (f"{BODY}\n\nBergen, 15 May 2024\n\nThen they all went home.\n", None),
        (
            "This conversation, shortened, appeared in The Quay no. 58 on 20 May 2022.\n\nI was born in 1943.",
            ("2022-05-20", "byline"),
        ),
        ("This essay was first printed in The Quay, 4 May 1990.\n\nIt rained.", ("1990-05-04", "byline")),
        ("The king appeared in the yard on 20 May 1822.\n\nIt rained.", None),
        ("This story of the king who appeared in May is long.\n\nIt ends on 3 May 1822.", None),
    ],
)
def test_a_text_is_signed_or_tells_of_itself(text: str, expected: tuple[str, str] | None) -> None:
    assert dated(text) == expected
