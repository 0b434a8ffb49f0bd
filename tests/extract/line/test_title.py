"""Titles that can be printed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.extract.line.tidy import tidy
from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("In [1912] the mill burned down.", ["The mill burned down"]),
        ("The mill burned down in [1912] and was rebuilt in [1914].", ["The mill burned down", "The mill was rebuilt"]),
        ("The owner said the mill had burned down in [1912].", ["The mill had burned down"]),
        ("The mill burned down in [1912], he said.", ["The mill burned down"]),
        ("When the mill burned down in [1912], the owner left the town.", ["The mill burned down"]),
        ("First, the mill burned down in [1912].", ["The mill burned down"]),
        ("You will remember that the mill burned down in [1912].", ["The mill burned down"]),
        (
            "Her novel, The Mill, appeared in [1912] and was reissued in [1914].",
            ["Her novel, The Mill, appeared", "Her novel, The Mill, was reissued"],
        ),
        (
            "In [1912] Ada Lindt sailed to Vik, where she read law, and in [1915] became a judge.",
            ["Ada Lindt sailed to Vik, where she read law", "[Ada Lindt] became a judge"],
        ),
        (
            "In [2022] the firm completed the purchase of the old mill, announced in [2021], for cash.",
            ["The firm completed the purchase of the old mill for cash", "The purchase of the old mill was announced"],
        ),
        (
            "The pact was opened for signature in [2007] and entered into force in [2010].",
            ["The pact was opened for signature", "The pact entered into force"],
        ),
        ("Norway left the pact in [2014], with effect from [2015].", ["Norway left the pact, with effect from 2015"]),
        ("It had four letters, of which one was withdrawn in [2016].", []),
        (
            "Orders dried up after the war and the men were laid off in [1921].",
            ["Orders dried up after the war and the men were laid off"],
        ),
        (
            "The gamble failed: in [1931] the mill was closed. It was bought in [1932].",
            ["The mill was closed", "[the mill] was bought"],
        ),
        (
            "A former apprentice, Karl Moe, bought the name in [2004]. It won a prize in [2011].",
            ["A former apprentice, Karl Moe, bought the name", "It won a prize"],
        ),
        ("The county voted for it in [1998], and it opened in [2004].", ["The county voted for it"]),
        ("The vote is due on [5 May 2024=2024-05-05].", ["The vote is due"]),
        ("Notes due on [5 May 2024=2024-05-05] fell.", []),
        (
            "Built by monks and enlarged in [1504], the abbey burned in [1611].",
            ["The abbey was enlarged", "The abbey burned"],
        ),
        ("By [2040] there will be two.", []),
        ("His brother Olav, who reigned from [1030=1030/1040], kept poets.", ["His brother Olav reigned"]),
        ("If the bank agrees, the mill will open in [2023].", ["If the bank agrees, the mill will open"]),
        ("But in [1912], however, the mill burned down.", ["The mill burned down"]),
        ("[2019] brought the best result so far.", ["2019 brought the best result so far"]),
        (
            "Some books give [12 June 1896=1896-06-12] for the opening.",
            ["Some books give 12 June 1896 for the opening"],
        ),
        ("The last parade was in [1976].", ["The last parade was in 1976"]),
        ("The owner, Karl Moe, left the town in [1912].", ["The owner, Karl Moe, left the town"]),
        (
            "Hale bought Lumen in [2010] and, in [2012], the sensor maker Norba.",
            ["Hale bought Lumen", "Hale bought the sensor maker Norba"],
        ),
        ("The bank said the mill, whose roof fell in [1912], was safe.", ["The mill’s roof fell"]),
        (
            "Ada Lindt said in a letter in [1912]: “The mill is lost.”",
            ["Ada Lindt said in a letter: “The mill is lost.”"],
        ),
        ("The road was widened by the army and opened in [1912].", ["The road was opened"]),
        (
            "The group of owners had planned to buy the old mill but later withdrew its offer to the heirs, "
            "and the firm in [1912] filed for protection from its creditors.",
            ["The firm filed for protection from its creditors"],
        ),
        (
            "The case was put off until [May 1912=1912-05], when a judge was found.",
            ["The case was put off until May 1912, when a judge was found"],
        ),
        (
            "Goods such as wool, silk and salt rose in price in [1912].",
            ["Goods such as wool, silk and salt rose in price"],
        ),
        ("On [3 May 1912=1912-05-03], Captain Moe said: “Help us.”", ["Captain Moe said: “Help us.”"]),
        (
            "She ran a mill in [1904] and in [1912] was given a medal.",
            ["She ran a mill", "She was given a medal"],
        ),
        (
            "The talks of [3 May 1912=1912-05-03], which ended in anger, went on.",
            ["The talks, which ended in anger, went on"],
        ),
        ("That followed a strike in [1912].", ["That followed a strike"]),
        ("When the Bank of Sundsvall (BS) failed in [1912], the mill was sold.", ["The Bank of Sundsvall failed"]),
        (
            "Police and a great many helpers out of the villages by the river look for the two men who beat a guard "
            "and tied his hands, leaving him to die on [3 May 1912=1912-05-03].",
            ["The two men tied [the guard]’s hands, leaving him to die"],
        ),
        (
            "In [1912] five firms, Hale Works included, signed the pact.",
            ["Five firms, Hale Works included, signed the pact"],
        ),
        (
            "Ada Lindt, who ran a mill in Ashmere, Thornbury, died in [1912].",
            ["Ada Lindt, who ran a mill in Ashmere, Thornbury, died"],
        ),
        ("Berg has been a rich man since he won the race in [1912].", ["[Berg] won the race"]),
        (
            "Shares in the mill fell in [1912], while Hale Works, due to close, rose in [1913].",
            ["Shares in the mill fell", "Hale Works, due to close, rose"],
        ),
        ("He was shown a letter written in [1912] by his father.", ["A letter was written by his father"]),
        (
            "The bond issue announced in [1912] for the mill has been raised.",
            ["The bond issue was announced for the mill"],
        ),
        (
            "In [1912] the two firms agreed to build a mill, one that would hold all of the looms of the valley and "
            "all of the spinners and weavers too.",
            ["The two firms agreed to build a mill"],
        ),
        (
            "In one of the worst cases, in [1912], four men, known to all as “the wolves”, were shot by the guards.",
            ["In one of the worst cases, four men, known to all as “the wolves”, were shot by the guards"],
        ),
        ("He sold the mill, which the army had burned in [1912].", ["The army had burned the mill"]),
        ("The house in which Lindt died in [1912] was sold.", ["Lindt died in the house"]),
        (
            "Berg, who played in halls in Norway, Sweden and the Netherlands, has died in [1912].",
            ["Berg, who played in halls in Norway, Sweden and the Netherlands, has died"],
        ),
        ("He read of ten children murdered in [1912], in a book by Moe.", ["Ten children were murdered"]),
        (
            "She likes the plan which Norway wants the bank to sign in [1912].",
            ["Norway wants the bank to sign the plan"],
        ),
        ("The pact extends until [1912], the right to fish.", ["The pact extends the right to fish"]),
        (
            "In [1912] the owner of the largest of the mills along the river called on all of his workers to hold "
            "their posts until the strike of the dockers and the sailors was over.",
            ["The owner of the largest of the mills along the river called on all of his workers to hold their posts"],
        ),
        ("The roof fell in on [3 May 1912=1912-05-03], killing two men.", ["The roof fell in, killing two men"]),
    ],
)
def test_title(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles


def test_a_pronoun_is_replaced_by_the_only_person_before(told: Told) -> None:
    text = "Aretas made himself master of the city in [1485]. In [1490] he crushed an army."
    assert told(text)[1].title == "[Aretas] crushed an army"


def test_what_is_remarked_of_a_subject_is_a_line(told: Told) -> None:
    assert told("Berg, in office since [1912=1912/..], left the town in [1914].")[0].title == "Berg in office"


def test_nothing_is_told_of_one_of_two_persons(told: Told) -> None:
    text = "Peter Berg met Karl Moe in [1485]. In [1490] he left the town."
    assert [claim.title for claim in told(text)] == ["Peter Berg met Karl Moe", "He left the town"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Anna Berg met Karl Moe in [1485]. In [1490] he left the town.", "[Karl Moe] left the town"),
        ("Anna Berg met Karl Moe in [1485]. In [1490] her mill burned down.", "[Anna Berg]’s mill burned down"),
        ("Anna Berg wept when she left the town in [1490].", "Anna Berg wept when she left the town"),
        ("When he left the town in [1490], Karl Moe wept.", "[Karl Moe] left the town"),
        ("When it lost its owner in [1490], the mill was sold.", "[the mill] lost its owner"),
        ("Captain Anna Berg, who was taught by Karl Moe in the long and cold winters on the coast of the north of the "
         "country, said she left in [1490].", "[Anna Berg] left"),
        ("The old mill stood by the river. It burned down in [1490].", "[the old mill] burned down"),
        ("The fort's museum opened in [1967]. It was closed in [1990].", "[the fort's museum] was closed"),
        ("A landslide buried the eastern gate in [1952]; it was dug out in [1954].", "[the eastern gate] was dug out"),
        ("Captain Anna Berg told Karl Moe in the long and bitter letter that she wrote at the end of the strike of the "
         "dockers that she had left in [1490].", "[Anna Berg] had left"),
        ("The old firm said in a long letter to all of its many owners on both sides of the river and to the bank "
         "that it had lost its mill in [1490].", "[the old firm] had lost its mill"),
        ("No day was set, but it was said in [1490] that all went well.",
         "No day was set, but it was said that all went well"),
    ],
)  # fmt: skip
def test_a_pronoun_is_replaced_where_sex_or_subject_tells(told: Told, text: str, title: str) -> None:
    assert told(text)[-1].title == title


def test_titles_are_short_and_end_well(told: Told) -> None:
    text = (
        "As a result of the long strike of the dockers, in [1926] the owners of the three largest mills of the valley "
        "gave up their plan to lower the wages of the spinners, including those of the night shift and the boys, "
        "and to lengthen the working day."
    )
    (claim,) = told(text)
    assert len(claim.title) <= 125
    assert claim.title.startswith("The owners of the three largest mills")
    assert not claim.title.endswith((" and", " of", " the", " to", ","))


@pytest.mark.parametrize(
    ("line", "tidied"),
    [
        ("**The** mill  burned", "The mill burned"),
        ("the mill ( ) burned .", "The mill burned"),
        ('he said "go', "He said go"),
        (", – the mill;", "The mill"),
        ("the mill (", "The mill"),
        ("", ""),
    ],
)
def test_tidy(line: str, tidied: str) -> None:
    assert tidy(line) == tidied


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The club won the cup in [1978], [1983] and [1991].", ["The club won the cup"] * 3),
        ("She won at Leith in [1978] and [1983] with ease.", ["She won at Leith with ease"] * 2),
        (
            "The village was first mentioned in [1219] and received town rights in [1365].",
            ["The village was first mentioned", "The village received town rights"],
        ),
        (
            "The treaty, signed on [8 December 1887=1887-12-08], entered into force in [1888] and lapsed in [1919].",
            ["The treaty was signed", "The treaty entered into force", "The treaty lapsed"],
        ),
        (
            "Born in Cadiz in [1882], Ada Lind moved away and died there in [1964].",
            ["Ada Lind was born in Cadiz", "Ada Lind died there"],
        ),
        ("The siege lasted from [1914=1914/1918] to 1918.", ["The siege lasted from 1914 to 1918"]),
    ],
)
def test_what_another_claim_tells_is_not_told_twice(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "After the armistice she returned to Cadiz and in [1921] bought a mill.",
            ["She bought a mill"],
        ),
        (
            "On the third, in [August 1929=1929-08], two of the men were killed by a bear.",
            ["On the third, two of the men were killed by a bear"],
        ),
        (
            "When troops entered the city in [1939], she was dismissed, and in [1940] she was deported to Omsk.",
            ["Troops entered the city", "She was deported to Omsk"],
        ),
        (
            "He held a chair at the College of Leith, which he lost in [1939].",
            ["He lost a chair at the College of Leith"],
        ),
        ("He wrote a history of the town, which was printed in [1890].", ["A history of the town was printed"]),
        ("The vote came after the party left the house on [3 May 1911=1911-05-03].", ["The party left the house"]),
        ("The war began after troops crossed the river in [1701].", ["The war began after troops crossed the river"]),
        (
            "After a fire the firm told its men to slow down, but the order was withdrawn in [1916].",
            ["The order was withdrawn"],
        ),
        ("Sales rose in [May 1911=1911-05], figures showed on [3 June 1911=1911-06-03].", ["Sales rose"]),
        (
            "The comet, found in [1881], takes six years to go round and will pass Earth in [1924].",
            ["The comet was found", "The comet takes six years to go round and will pass Earth"],
        ),
        (
            "She left school and worked in a shop before winning a place at Leith in [1909].",
            ["She won a place at Leith"],
        ),
        ("After leaving the navy in [1946] he opened a shop.", ["He left the navy"]),
        ("The firm made a profit after cutting 300 jobs in [May 1911=1911-05].", ["The firm cut 300 jobs"]),
        ("He was a clerk before becoming mayor of Leith in [1923].", ["He became mayor of Leith"]),
        (
            "Ada Lindt, 19, was freed by a court after being badly hurt on [3 May 1911=1911-05-03] in Leith.",
            ["Ada Lindt was badly hurt in Leith"],
        ),
        (
            "In [May 1911=1911-05] the mayor of the old port of Leith, a friend of the king, warned "
            "all the wives of sailors of a man who had been seen at night with a lamp and two bags.",
            [
                "The mayor of the old port of Leith, a friend of the king, warned all the wives of sailors "
                "of a man who had been seen"
            ],
        ),
        (
            "Two brothers who robbed a shop to pay for a boat were [today=1911-05-07] jailed in Leith.",
            ["Two brothers who robbed a shop to pay for a boat were jailed in Leith"],
        ),
        ("The court told the trial the fire began in [May 1911=1911-05].", ["The fire began"]),
        ("It spoke of the death of young Karl Moe, who was hurt in [1911].", ["Young Karl Moe was hurt"]),
        (
            "Trust in firms fell in [May=1911-05] knocking hopes of growth.",
            ["Trust in firms fell knocking hopes of growth"],
        ),
        ("Even Carl Holm, who built a mill in [1911], was poor.", ["Carl Holm built a mill"]),
        ("Thefts fell from 38 in [2007] to about three in [2009].", ["Thefts fell from 38 in 2007 to about three"]),
        ("Moe said [1911] had been a hard year for the mill.", ["Moe said 1911 had been a hard year for the mill"]),
        ("It began on a wet [Sunday=1911-05-07] in Leith.", ["It began on a wet Sunday in Leith"]),
        (
            "Moe feared a repeat of the bitter quarrel that split the town in [1911].",
            ["The bitter quarrel split the town"],
        ),
        (
            "Carl Holm, who fled from Leith in [May 1911=1911-05], and Ada Lindt, a nurse, were caught.",
            ["Carl Holm fled from Leith"],
        ),
        (
            "It flew past Mars in [2011] and the asteroid Lydia in [2013] before entering orbit in [2017].",
            ["It flew past Mars", "It flew past the asteroid Lydia", "It entered orbit"],
        ),
        (
            "The plant, damaged by fire in [1911], is to resume work in [1912].",
            ["The plant was damaged by fire", "The plant is to resume work"],
        ),
        ("The bridge was not mended until [1556].", ["The bridge was not mended until 1556"]),
        ("By a deed dated [4 May 1911=1911-05-04] Hale sold the mill to Moe.", ["By a deed Hale sold the mill to Moe"]),
        ("The barge was re-let in [1911].", ["The barge was re-let"]),
        (
            "The old bridge was pulled down in [1866], and the iron one, 212 feet long, was opened in [1867].",
            ["The old bridge was pulled down", "The iron one, 212 feet long, was opened"],
        ),
        ("May said on [29 March 1917=1917-03-29] that the deed was done.", ["May said that the deed was done"]),
        (
            "The accused, Neil Moe (born [4 June 1979=1979-06-04]), was employed by Tallis Freight.",
            ["Neil Moe was born"],
        ),
        (
            "On [3 May 1915=1915-05-03] a white van, number 7, entered the yard. It left on [4 May 1915=1915-05-04].",
            ["A white van, number 7, entered the yard", "[the white van] left"],
        ),
        (
            "Moe was heard on [10 March 1915=1915-03-10] and again on [23 March 1915=1915-03-23].",
            ["Moe was heard", "Moe was heard again"],
        ),
        ("He was arrested in [1938] and taken home in [1945].", ["He was arrested", "He was taken home"]),
        ("Leith was founded in [1219] and given rights in [1365].", ["Leith was founded", "Leith was given rights"]),
        ("She was elected in [1990] and made a minister in [1994].", ["She was elected", "She was made a minister"]),
        ("We plan to open the shop in [May 2020=2020-05].", ["We plan to open the shop"]),
    ],
)
def test_the_words_of_one_happening(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)][: len(titles)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "The council of the old town beside the river published a long report on the state of the harbour and of "
            "the many bridges in [1912], citing its concern that the mill had been built too near to the water.",
            [
                "The council of the old town beside the river published a long report on the state of the harbour "
                "and of the many bridges"
            ],
        ),
        ("The board closed the road in [1912] due to snow.", ["The board closed the road due to snow"]),
        (
            "The prior gave up the house in [1540], and a dean and chapter took over in [1541].",
            ["The prior gave up the house", "A dean and chapter took over"],
        ),
        (
            "The deal was announced in [1540], a date the king could not resist, and was to close in [1541].",
            ["The deal was announced, a date the king could not resist", "The deal was to close"],
        ),
        (
            "The town has learned with regret of the decision of the barons, notified in [1540], to cut the canal.",
            ["The decision of the barons was notified"],
        ),
        (
            "They stand in the annual report for a year ended [4 May 1540=1540-05-04], which was published in [1541].",
            ["The annual report was published"],
        ),
        ("The town was told in [1912] the mill was lost.", ["The town was told the mill was lost"]),
        (
            "In [1912] a court said a woman who was filmed shouting at passengers on a tram in [1911] would not "
            "be jailed after pleading guilty to a public order offence.",
            [
                "A court said a woman would not be jailed",
                "A woman was filmed shouting at passengers on a tram",
            ],
        ),
    ],
)
def test_a_line_ends_where_a_sentence_can(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("It is forty times the estimate the survey made in [1912] for the town.", []),
        (
            "A court in Ashmere ruled in [1912] the firm had erred.",
            ["A court in Ashmere ruled the firm had erred"],
        ),
        ("She spoke of a sale to the Hale Group announced in [1912].", []),
        ("He spoke at the opening of the group of coffee growers, founded in [1912].", []),
        ("Viewing figures released in [1912] showed a fall.", ["Viewing figures released in 1912 showed a fall"]),
    ],
)
def test_what_a_participle_does_not_describe(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("She wrote to the parents of young Ada Moe, who was shot in [1912].", ["Young Ada Moe was shot"]),
        ("She wrote to the mayor of Vik, who was shot in [1912].", ["The mayor of Vik was shot"]),
        ("They praised the plans of Vik Mill, which opened in [1912].", ["Vik Mill opened"]),
        ("They praised the mills of Vik, which were built in [1912].", ["The mills of Vik were built"]),
        ("They wrote of Ash and Vik, which were sold in [1912].", []),
        (
            "Hale Works told the Vik Securities and Exchange Board it had bought a mill in [1912].",
            ["Hale Works told the Vik Securities and Exchange Board it had bought a mill"],
        ),
        (
            "A friend of the family, a nurse, paid tribute to Moe in [1912].",
            ["A friend of the family, a nurse, paid tribute to Moe"],
        ),
    ],
)
def test_of_whom_a_clause_is_told(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "In [1912] men accused of selling beer and cigars to soldiers were sent home.",
            ["Men accused of selling beer and cigars to soldiers were sent home"],
        ),
        (
            "In [1912] men dressed as monks quietly broke into the mill.",
            ["Men dressed as monks quietly broke into the mill"],
        ),
        ("The man arrested has been freed since [1912].", ["The man arrested has been freed"]),
        ("A film with Moe as a miner won a prize in [1912].", ["A film with Moe as a miner won a prize"]),
        ("In [1910] and [1912] the miners voted for Moe.", ["The miners voted for Moe", "The miners voted for Moe"]),
        (
            "If the rent claimed is not paid by [1912], Moe will sell the mill.",
            ["If the rent claimed is not paid, Moe will sell the mill"],
        ),
        ("Moe wants the mill built in [1912] sold.", []),
    ],
)
def test_what_only_describes_is_no_verb(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles


def test_a_line_that_ends_nowhere_ends_before_a_preposition(told: Told) -> None:
    text = (
        "The former radio star Karl Moe will appear in the old court of the harbour on [3 May 2019=2019-05-03] for the"
        " first trial to emerge from a barrage of stories that the disgraced singer told women of his violent wife."
    )
    (claim,) = told(text)
    assert claim.title == "The former radio star Karl Moe will appear in the old court of the harbour"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The police looked for Ada Lindt, 31, who won a prize in [2003].", "Ada Lindt won a prize"),
        ("The police looked for Ada Lindt, 31, from Vik, who won a prize in [2003].", "Ada Lindt won a prize"),
        ("The court freed the teacher Ada Lindt, 31, who won a prize in [2003].", "The teacher Ada Lindt won a prize"),
        ("Ada Lindt, formerly of the Hale Trust, who won a prize in [2003], has left.", "Ada Lindt won a prize"),
    ],
)
def test_of_whom_a_relative_clause_tells_past_an_age(told: Told, text: str, title: str) -> None:
    assert [claim.title for claim in told(text)] == [title]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Ada Lindt, the head of the mill, called on the council in [1912] to end the ban on selling milled corn.",
            ["Ada Lindt, the head of the mill, called on the council to end the ban on selling milled corn"],
        ),
        (
            "Details of the sale and some of the letters after the strike were given to the court in [1912].",
            ["Details of the sale and some of the letters after the strike were given to the court"],
        ),
        (
            "The keeper, Karl Moe, who had come to the town of Vik from the coast as a child "
            "with his mother, two sisters and an uncle, was charged in [1912] with the theft of corn.",
            ["The keeper, Karl Moe, was charged with the theft of corn"],
        ),
        (
            "Hale Trust, the owner of Norba Mills which in [1912] merged with Lumen, said its members will vote.",
            ["Norba Mills merged with Lumen"],
        ),
        (
            "They met the Chancellor of the Exchequer Karl Moe, who left Vik in [1912].",
            ["Chancellor of the Exchequer Karl Moe left Vik"],
        ),
        (
            "The pair are Karl Moe, who escaped from prison in [1912], and fellow sailor Ada Lindt.",
            ["Karl Moe escaped from prison"],
        ),
        (
            "A hearing on a man who died after being hurt while mending a roof in [1912] will be held in Vik.",
            ["A man died after being hurt while mending a roof"],
        ),
        (
            "Karl Moe, who made films such as Vik Wars: The Mill Wakes, told the press in [1912] that he would stop.",
            ["Karl Moe, who made films such as Vik Wars: The Mill Wakes, told the press that he would stop"],
        ),
        ("Before that, the mill was sold in [1912].", ["The mill was sold"]),
        (
            "Moe was jailed for four years at a hearing in [1912] at the court in Vik.",
            ["Moe was jailed for four years at a hearing at the court in Vik"],
        ),
        ("Moe was convicted of the murder of Ada Lindt in a botched robbery in Vik in [1912].", []),
        ("The mill should draw a crowd in [1912].", []),
        ("The mill should be finished in [1932].", ["The mill should be finished"]),
        ("Vik sought help, and in [1912] a summit in Ash ended the war.", ["A summit in Ash ended the war"]),
        ('Ada Lindt said in [1912]: "The mill is lost. We must go."', ['Ada Lindt said: "The mill is lost."']),
        (
            'Ada Lindt said in [1912]: "The mill is lost because the owner has gone to sea and left it to his three '
            'sons and their many debts to the bank of Vik on the coast."',
            ['Ada Lindt said: "The mill is lost because the owner has gone to sea …"'],
        ),
        (
            "He was replaced at the mill of Vik by Ada Lindt, who ran a shop in Ash and took up her post in [1912].",
            ["Ada Lindt took up her post"],
        ),
        (
            "The mill is now run by Ada Lindt, a sailor from Vik who left the sea and bought it in [1912].",
            ["Ada Lindt bought it"],
        ),
        (
            "The bishop said in [1912] that a sailor known widely as Moe had become a monk.",
            ["The bishop said that a sailor known widely as Moe had become a monk"],
        ),
        (
            "The bishop announced in [1912] the council, if re-elected, would close the mill.",
            ["The bishop announced the council, if re-elected, would close the mill"],
        ),
        ("The mills used to sell ten tons of corn in [1912].", []),
        ("Rents are expected to be 9 crowns in [1932].", []),
        ("The mill also sold corn in [1912].", ["The mill sold corn"]),
        ("Karl Moe, also known as Red, was held in Ash in [1912].", ["Karl Moe, also known as Red, was held in Ash"]),
        ("The mill, was sold in [1912].", ["The mill was sold"]),
        ("The mill, painted red, was sold in [1912].", ["The mill, painted red, was sold"]),
        ("Karl Moe was shot in a raid on the mill, was held in Ash in [1912].", []),
        (
            "The council warned in [1912] that a mill, which was built by Karl Moe after a long strike, could fall.",
            ["The council warned that a mill, which was built by Karl Moe after a long strike, could fall"],
        ),
        ("Moe broke off talks with the mill over [1912] wages.", []),
        ("Vik has one, and Ash opened a mill in [1912].", ["Ash opened a mill"]),
        ("[2666] opens in Vik.", []),
        ("Earlier, the council had sold the mill in [1912].", ["The council had sold the mill"]),
        (
            'Ada Lindt, the head of the mill, said in [1912]: "It was all my life, and the three sons of the owner '
            'have taken it from me to pay all of their many debts to the bank of Vik on the coast."',
            [],
        ),
        (
            'Ada Lindt, the head of the mill, said in [1912]: "It was my life because the owner had left it to me when '
            'he went to sea with his three sons and all their wives and many children, too."',
            ['Ada Lindt, the head of the mill, said: "It was my life because the owner had left it to me …"'],
        ),
    ],
)
def test_lines_of_news(told: Told, text: str, titles: list[str]) -> None:
    assert [claim.title for claim in told(text)] == titles
