"""What nobody would print."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    "text",
    [
        "Did the mill burn down in [1912]?",
        "“We wept in [1912].",
        "Net 12 mln vs 10 mln in [1912].",
        "It was at its best in [1912].",
        "She asked: “Why?” I saw the mill burn in [1912].",
        "Captain Moe said in a letter on [3 May 1912=1912-05-03].",
        "Facebook  Twitter The mill burned down in [1912].",
        "This article was amended on [3 May 2012=2012-05-03] because the mill was misspelt.",
    ],
)
def test_no_line(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Read the reportThe mill burned down in [1912] and nobody wept.", "The mill burned down and nobody wept"),
        ("The YouTube channel opened its shop in [2012].", "The YouTube channel opened its shop"),
        ("We built the mill in [1912].", "We built the mill"),
        ("Hale Works Inc <HALE> bought the mill in [1987].", "Hale Works Inc bought the mill"),
    ],
)
def test_the_line(told: Told, text: str, title: str) -> None:
    assert [claim.title for claim in told(text)] == [title]


@pytest.mark.parametrize(("published", "number"), [("2012-05-03", 0), ("1912-05-20", 1), (None, 1)])
def test_what_is_told_in_the_present_did_not_happen_long_ago(told: Told, published: str | None, number: int) -> None:
    text = "The council names five pilots for the harbour on [3 May 1912=1912-05-03]."
    assert len(told(text, published)) == number


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The old miller wept. It burned down in [1490].", ["It burned down"]),
        ("The old miller wept. It emerged in [1490] that the mill had burned.", []),
        ("The town was poor. They said in [1490] that the mill had burned.", []),
        ("The town was poor. This party won the vote in [1912].", ["This party won the vote"]),
        ("The town was poor. This was so in [1912].", []),
        ("The miller and the baker wept. Its shares fell in [1912].", ["Its shares fell"]),
        ("The town was poor. His brother Karl Moe left in [1912].", ["His brother Karl Moe left"]),
        ("He left the town in [1912].", ["He left the town"]),
        ("The town was poor and quiet and far from the sea. By then in [1912] we had won.", []),
    ],
)
def test_who_is_meant(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Despite the cold, he still won in [1912].", ["Despite the cold, he still won"]),
        ("The town was poor. Despite the cold, he still won in [1912].", ["Despite the cold, he still won"]),
        ("Somebody left the town in [1912].", []),
        ("Karl Moe called for calm in [1912], saying: “Go home.”", ["Karl Moe called for calm"]),
        ("The roof was mended.[18 May 1912=1912-05-18]: The mill burned down.", ["The mill burned down"]),
        ("The hall is as cold as in [1912].", []),
        ("Ashmere led 9-8 in the [first half=1912-40].", []),
        ("Profits fell in the [first half=1912-40].", ["Profits fell"]),
    ],
)
def test_more_lines(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("She spoke of the [1912] rise in the price of bread.", []),
        ("He came home after [last week=1912-05-06/1912-05-12]'s talks with Karl Moe.", []),
        ("She wept at the murder of Karl Moe in [1912].", ["She wept at the murder of Karl Moe"]),
    ],
)
def test_a_noun_that_tells_nothing_of_itself(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text) if claim.trigger != "come"] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("They spoke of the terror that gripped the town in [1912].", []),
        ("They will meet at the fair which begins on [3 May 1912=1912-05-03].", []),
        ("The maid told how the miller came in [1912].", []),
        ("They spoke of the case of Karl Moe, who was shot in [1912].", ["Karl Moe was shot"]),
        ("They wept at a fire that killed two men in [1912].", ["A fire killed two men"]),
        ("“I think he got it in [1912],” Karl Moe said.", []),
        ("Prices rose in May after rising 3.5 per cent in [1912] and were down in June.", ["Prices rose 3.5 per cent"]),
        (
            "In June the guards met, and in quick turn retook the quay (lost in [1921] in Operation Heron-8) by boat.",
            [],
        ),
    ],
)
def test_what_hangs_on_another_clause(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The town set itself the aim of owning ten mills by [1930].", []),
        ("Despite being called at dawn in [1912], they took a cab.", []),
        ("That house fell in [1912].", ["That house fell"]),
        ("WHO raised the risk in [1912].", ["WHO raised the risk"]),
        ("Worse, the money was gone. She left the town in [1912].", ["She left the town"]),
        ("CHAPTER SEVEN\n\nThe road was long. In [1912] he left it.", ["He left it"]),
        ("The town wept. Two of his men fled in [1912].", ["Two of his men fled"]),
        ("In [1912] I walked down to the mill and looked at it.", ["I walked down to the mill and looked at it"]),
        ("The bank turned you down in [1912].", ["The bank turned you down"]),
        ("Two sheds had been broken into in [1912].", ["Two sheds had been broken into"]),
        ("Nothing will be closed in [2912].", ["Nothing will be closed"]),
        ("In [1912] more than 6,000 people worked there.", ["More than 6,000 people worked there"]),
        ("He denies that anyone was hurt in [1912].", ["Anyone was hurt"]),
        ("(The mill fell in [1912].)", ["The mill fell in 1912"]),
        (
            "Karl Moe described the mill in [1912] in an article in which he wept.",
            ["Karl Moe described the mill in an article in which he wept"],
        ),
        ("Nobody left in [1912].", []),
    ],
)
def test_what_stands_alone(told: Told, text: str, titles: list[str]) -> None:
    poor = "The town was poor and quiet and lay far from the sea. "
    assert [claim.title for claim in told(poor + text, "1920-01-01")] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Catch her singing in the port in [1912].", []),
        ("The mill fell in [1912] #sad @miller what a day.", []),
        ("It’s another one that the town built in [1912].", []),
        ("The council paid less for bread than it did in [1912].", []),
        ("He was jailed for the murder of Ada Lindt, 19, in [1912].", ["He was jailed for the murder of Ada Lindt"]),
        ("The mill burned down in Ashmere in [1912].The miller", ["The mill burned down in Ashmere"]),
    ],
)
def test_a_line_alone(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The council set aside settlement costs in [1912].", ["The council set aside settlement costs"]),
        ("The firm <Hale Works Inc> bought the mill in [1912].", ["The firm Hale Works Inc bought the mill"]),
    ],
)
def test_what_the_words_around_tell(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The town pledged to cut its rates against [1912] levels.", []),
        ("Output measured at [1912] prices fell to four crowns.", []),
        ("The mill regained its trade in the course of [1912].", ["The mill regained its trade in the course of 1912"]),
        ("Prices lay below a peak of £55 a barrel, which was reached in [1912].", []),
    ],
)
def test_what_a_year_is_told_of(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles


def test_a_quotation_of_nobody(told: Told) -> None:
    assert told("“I left the town in [1912] and wept for days.”") == []


_LONG = "The mill, the inn, the two barns behind it and the sheds by the river, which a cousin of Ada Lindt had let"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (f"{_LONG} to the miners’ club, have stood empty since the hall, a gift of hers, burned in 1912.", True),
        (f"The council met on Tuesday. {_LONG} to the club, have stood empty since the hall burned in 1912.", False),
        (f"The council met on Tuesday. {_LONG} to the miners’ club, were built by Karl Moe, who died in 1912.", True),
        (
            f"The council met on Tuesday. {_LONG} to the miners’ club, were built by Karl Moe, who beat her in 1912.",
            False,
        ),
        (f"The council met on Tuesday. {_LONG} to Karl Moe, who feared fire before his death in 1912.", False),
        (f"The council met on Tuesday. {_LONG} to the club, are in the park that the king opened in 1912.", False),
        (
            f"The council met on Tuesday. {_LONG} to the club, fell in the great spring flood that hit Vik in 1912.",
            True,
        ),
        (f"The council met on Tuesday. {_LONG} to the club, were lost in a strike that began in 1912.", False),
        (
            f"The council met on Tuesday. {_LONG} to the club, have stood empty.Karl Moe sold the hall in 1912.",
            True,
        ),
        (f"The council met on Tuesday. {_LONG} to Karl Moe, are empty.Mr Moe told us the hall burned in 1912.", False),
    ],
)
def test_a_report_tells_nothing_far_into_a_long_sentence(news: Told, text: str, printed: bool) -> None:
    assert any(claim.time_text == "1912" for claim in news(text)) == printed


_FUND = (
    "the fund, set up in Ashmere by a cousin of Ada Lindt to pay for the inn, the two barns and the sheds by the river,"
)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (f"The council met on Tuesday. The limit of {_FUND} was raised in 1912.", True),
        (f"The council met on Tuesday. The limit of {_FUND} fell as the hall burned in 1912.", False),
        (f"The council met on Tuesday. It revives the play of {_FUND} first performed in 1912.", False),
        (f"The council met on Tuesday. In 1912, a week after the feast of {_FUND} a bomb killed a man.", False),
        (f"The council met on Tuesday. Ada Moe, 20, Karl Moe, 22, Ada Berg, 21, {_FUND} were jailed in 1912.", False),
    ],
)
def test_a_long_subject_has_its_verb(news: Told, text: str, printed: bool) -> None:
    assert any(claim.time_text == "1912" for claim in news(text)) == printed
