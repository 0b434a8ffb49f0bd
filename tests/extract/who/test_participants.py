"""Who and where, in canonical form, with their roles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "actors", "places"),
    [
        ("Danish troops invaded Sweden in [1658].", ["Denmark", "Sweden"], []),
        ("The Azeris rebuilt the bridge in [2021].", ["Azerbaijan"], []),
        ("A Norwegian-brokered truce began in [1993].", ["Norway"], []),
        ("Talks were held in Norway in [1993].", ["Norway"], ["Norway"]),
        ("Talks were held in Oslo in [1993].", [], ["Oslo"]),
        ("Oslo rejected the plan in [1993].", ["Norway"], []),
        ("The U.N. sent troops in [1960].", ["United Nations"], []),
        ("Mr Hugh Pelham warned Ms Nadia Sethi in [2019].", ["Hugh Pelham", "Nadia Sethi"], []),
        ("Finnish Prime Minister Aino Virta resigned in [2019].", ["Finland", "Aino Virta"], []),
        ("The Swedish Foreign Ministry protested in [2019].", ["Sweden", "Swedish Foreign Ministry"], []),
        ("Hiero II ruled from [0270=0270/0275].", ["Hiero II"], []),
        ("Losses piled up in [1998].", [], []),
        ("The Committee on Compliance met in [2016].", ["Committee on Compliance"], []),
        ("He set up a company called Brightwater Mills in [2006].", ["Brightwater Mills"], []),
        ("Ada Lindt won a place at Queen's College in [1942].", ["Ada Lindt", "Queen's College"], []),
        ("Norway's Bank closed in [1942].", ["Norway", "Bank"], []),
        ("General Hutton of the Board of Trade left in [1878].", ["Hutton", "Board of Trade"], []),
        ("He won the Military Cross in the Crimean War in [1856].", [], []),
        ("Frankish raiders plundered the harbour in [0280].", [], []),
        ("The Claimant gave notice in [2019].", [], []),
        ("A week after the Termination Date Pelham left in [2019].", ["Pelham"], []),
        ("Chairman April Friday left in [2019].", ["April Friday"], []),
        ("A former Soviet republic joined Poland in [1999].", ["Poland"], []),
        ("He took Flight 77 in [2001].", [], []),
        ("Eleven men left in [1912].", [], []),
        ("Carmaker CEO Hugh Pelham resigned in [2019].", ["Hugh Pelham"], []),
        ("An earthquake shook Ashmere in [1912].", [], ["Ashmere"]),
        ("Rain fell in the Thornbury region in [1912].", [], ["Thornbury"]),
        ("The village of Thornbury burned in [1912].", [], ["Thornbury"]),
        ("A fire broke out in Thornbury, Ashmere, in [1912].", [], ["Thornbury", "Ashmere"]),
        ("In Thornbury, Pelham spoke in [1912].", ["Pelham"], ["Thornbury"]),
        ("It joined the football club Thornbury in [1912].", ["Thornbury"], []),
        ("The Kremlin rejected the plan in [1993].", ["Russia"], []),
        ("Culture minister Reet Moe resigned in [1993].", ["Reet Moe"], []),
        ("Paul Lind of the University of Ash died in [1993].", ["Paul Lind", "University of Ash"], []),
        ("Chipmaker Hale was founded in [1993].", ["Hale"], []),
        ("The Bank of Thornbury failed in [1993].", ["Bank of Thornbury"], []),
        ("Fighters of the Red Front burned the mill in [1993].", ["Red Front"], []),
        ("She was elected to the Swedish Academy in [1993].", ["Sweden", "Swedish Academy"], []),
        ("Her mother’s first novel, The Salt Road, appeared in [1961].", [], []),
        ("The ferry left San Telmo for the capital, Thornbury, in [1961].", [], ["San Telmo", "Thornbury"]),
    ],
)
def test_names(told: Told, text: str, actors: list[str], places: list[str]) -> None:
    (claim,) = told(text)
    assert (list(claim.actors), list(claim.places)) == (actors, places)


def test_the_two_countries_are_those_of_the_sentence_before(told: Told) -> None:
    text = "In [1658] Danish troops fought those of Sweden. The two countries signed a peace in [1660]."
    claim = told(text)[1]
    assert claim.title == "[Denmark, Sweden] signed a peace"
    assert set(claim.actors) == {"Denmark", "Sweden"}
    assert all(one.start == one.end and one.text == "two countries" for one in claim.participants)


def test_the_two_countries_stay_unknown_among_three(told: Told) -> None:
    text = "Denmark, Sweden and Norway met in [1658]. The two countries signed a peace in [1660]."
    assert told(text)[1].actors == ()


def test_both_sides_and_the_alliance(told: Told) -> None:
    text = (
        "NATO met in [1994]. The alliance sent ships in [1995]. Serbia and Bosnia talked. Both sides signed in [1996]."
    )
    claims = told(text)
    assert claims[1].actors == ("NATO",)
    assert set(claims[2].actors) == {"Serbia", "Bosnia and Herzegovina"}


def test_short_forms_and_surnames_are_made_whole(told: Told) -> None:
    text = (
        'Ashmere Orchards Limited ("Ashmere") hired Hugh Pelham. Ashmere left in [2009]. '
        "Pelham stayed in [2010]. "
        "The Free Farmers Union (FFU) won. The FFU lost in [2011]."
    )
    assert [claim.actors for claim in told(text)] == [
        ("Ashmere Orchards Limited",),
        ("Hugh Pelham",),
        ("Free Farmers Union",),
    ]


def test_a_full_name_has_no_owner_and_no_country(told: Told) -> None:
    text = "# Finland's Hugh Pelham freed\n\nPelham left in [2009]. It ended.\n"
    assert next(claim.actors for claim in told(text)) == ("Hugh Pelham",)
    text = "Finnish police freed US Hugh Pelham. Pelham left in [2009]."
    assert told(text)[0].actors == ("Hugh Pelham",)


def test_whom_the_document_is_about_acts_where_nobody_is_named(told: Told) -> None:
    text = "# Hale Instruments: who we are\n\nThe shares were listed in [2004]. Hale bought Lumen Optik in [2010].\n"
    assert [claim.actors for claim in told(text)] == [("Hale Instruments",), ("Hale Instruments", "Lumen Optik")]


def test_the_speaker_is_no_actor_but_for_denials(told: Told) -> None:
    said = told("Aino Virta said that Norway closed the border in [1940].")[0]
    assert (said.speaker, said.actors) == ("Aino Virta", ("Norway",))
    denied = told("Aino Virta denied that Norway closed the border in [1940].")[0]
    assert (denied.speaker, denied.actors) == ("Aino Virta", ("Aino Virta", "Norway"))


def test_roles(told: Told) -> None:
    (claim,) = told("Denmark was invaded by Sweden in [1658].")
    assert {one.name: one.role for one in claim.participants} == {"Denmark": "whom", "Sweden": "who"}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # each by the verb of its own clause
        ("A line was surveyed in [1863] but Karl Moe refused.", {"Karl Moe": "who"}),
        # all who stand behind `by`
        (
            "The mill was founded in [1901] by Ada Lind, a nurse, and her brother, Karl Lind.",
            {"Ada Lind": "who", "Karl Lind": "who"},
        ),
        # whom nothing was done to
        ("Troops went to Norway in [1940].", {"Norway": "about"}),
        ("The army of Karl Moe took Ada Lind prisoner in [1940].", {"Karl Moe": "about", "Ada Lind": "whom"}),
        # of another deed that the line does not tell
        ("Ada Lind opened a mill in [1901]; Karl Moe sang.", {"Ada Lind": "who"}),
        (
            "Ada Lind was dismissed by Roads Minister Karl Moe in [1940].",
            {"Ada Lind": "whom", "Karl Moe": "who"},
        ),
        ("Ada Lind left for Oslo, Norway, in [1940].", {"Ada Lind": "who", "Norway": "about"}),
        ("Ada Lind was wounded and died in [1940].", {"Ada Lind": "who"}),
        # a capital that names nobody
        ("European leaders met Ada Lind in [1901].", {"Ada Lind": "whom"}),
    ],
)
def test_roles_by_what_stands_around(told: Told, text: str, roles: dict[str, str]) -> None:
    assert {one.name: one.role for one in told(text)[0].participants if one.role != "where"} == roles


def test_all_whom_they_stands_for_act(told: Told) -> None:
    claim = told("Ada Moe and Karl Lind ran a mill. They sold it to Paul Orrin in [1901].")[0]
    assert {one.name: one.role for one in claim.participants} == {
        "Ada Moe": "who",
        "Karl Lind": "who",
        "Paul Orrin": "about",
    }


def test_spans_are_those_of_the_words(told: Told) -> None:
    text = "Danish troops invaded Sweden in 1658."
    (claim,) = told("Danish troops invaded Sweden in [1658].")
    assert [text[one.start : one.end] for one in claim.participants] == ["Danish", "Sweden"]


def test_the_subject_of_two_verbs_acts_in_both(told: Told) -> None:
    claims = told("Ada Lindt left town in [1931] and married Karl Moe in [1942].")
    assert [list(claim.actors) for claim in claims] == [["Ada Lindt"], ["Ada Lindt", "Karl Moe"]]


def test_the_person_that_a_pronoun_stands_for_acts(told: Told) -> None:
    claims = told("Ada Lindt left Vik in [1931]. She married Karl Lindt in [1942].")
    assert claims[1].title == "[Ada Lindt] married Karl Lindt"
    assert list(claims[1].actors) == ["Ada Lindt", "Karl Lindt"]


@pytest.mark.parametrize("years", ["(1901–1977) ", "(born 1901) ", ", a painter of Vik, ", ""])
def test_who_opens_a_life_is_its_pronoun(told: Told, years: str) -> None:
    claim = told(f"Maren Holt {years}was a friend of kings. She died in Orlo in [1977].".replace(" ,", ","))[-1]
    assert (claim.title, list(claim.actors)) == ("[Maren Holt] died in Orlo", ["Maren Holt"])


def test_a_title_of_the_other_sex_is_of_another_person(told: Told) -> None:
    claims = told("Jane Orrin wrote a book in [1801]. Lord Orrin bought a mill in [1810]. Orrin sold it in [1820].")
    assert [list(claim.actors) for claim in claims] == [["Jane Orrin"], ["Orrin"], ["Jane Orrin"]]


def test_what_it_stands_for_acts(told: Told) -> None:
    claims = told("The Tern was launched in [1901]. It flew past Venus in [1903].")
    assert claims[1].title == "[Tern] flew past Venus"
    assert "Tern" in claims[1].actors


def test_a_pronoun_of_the_other_sex_carries_nobody(told: Told) -> None:
    claims = told("Colin Brace left in [2001]. The king gave her a prize in [2010].")
    assert list(claims[1].actors) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The last troops left New York City in [1783].", {("where", "New York City")}),
        ("New Zealand sold the port of Vik in [1783].", {("who", "New Zealand"), ("about", "Vik")}),
        ("The Third Army took Vik in [1783].", {("who", "Third Army"), ("whom", "Vik")}),
        ("The duke fell at the Second Battle of Vik in [1783].", {("where", "Vik")}),
        ("The duke began Operation Heron in [1783].", set()),
        ("The duke fell in the battle of Vik in [1783].", {("where", "Vik")}),
        ("Unlike Vik, Ash held out in [1783].", {("who", "Vik"), ("who", "Ash")}),
        ("Fort Moe held out. Moe left it in [1783].", {("who", "Moe")}),
        ("A feast of the Fête de la Lumière was held in [1783].", {("about", "Fête de la Lumière")}),
        (
            "Here John Lincoln was born. Lincoln left the town in [1783].",
            {("who", "John Lincoln")},
        ),
        (
            "Karl Moe left Vik in [1783] and Paul Lind bought the mill in [1785].",
            {("who", "Karl Moe"), ("whom", "Vik")},
        ),
    ],
)
def test_names_of_histories(told: Told, text: str, who: set[tuple[str, str]]) -> None:
    assert {(one.role, one.name) for one in told(text)[0].participants} == who
