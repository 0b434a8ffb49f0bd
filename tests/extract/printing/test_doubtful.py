"""Lines that look well and tell something else, or nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.model.claim import Claim

Told = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    "text",
    [
        "The poet lived there in [2004].",
        "Demand for wool fell in the second in [2004].",
        "Others built in [2004] are closed.",
        "Karl Moe, head of the firm, said when the plan was told in [2004]: “We are proud.”",
        "Think of all the songs sung in [2004].",
        "After the war the houses of his village were sold in [2004].",
        "The plan had a cool welcome when Moe unveiled it in [2004].",
        "Once finished in [2004], Lumen Hall will be taller than its rival.",
        "Orders must come by [1530] GMT.",
        "Oil is sold on a [March=2004-03], [June=2004-06] and [September=2004-09] plan.",
        "The plan followed the 2004=2004 terror attacks and the long war at Vik.",
        "It is an opera about a myth that cinema explored in [2004], through songs.",
        "Karl Moe is no friend of Ada Lindt, with whom he has spoken no word since [2004].",
        "The average shop sold as much wool as the average mill did in [2004].",
        "A plan for the mills, potentially working by [2004].",
        "Money was found, with millions poured into new and mended schools in [2004].",
        "Police spoke of her disappearance, who was last seen in Vik in [2004].",
        "The shops sold less than they did in [2004].",
        "Ada Lindt is the likely winner, having won three cups in [2004].",
        "“I shall decide in [2004] whether to play.”",
        "“I am old and I feel it,” he said in [2004].",
        "Although the rain was less strong than that seen in [2004], it fell on wet ground.",
        "The rise of the mill's rent expected in [2004] is seen as fair.",
        "The firm changed its name to Hale Inc. Former chief executive Bernard Moe took the mill in [2004].",
        "He has nine verdicts, the worst of which was passed in [2004].",
        "Ada Lindt, left, in [2004] when she was known for her songs.",
        "Among the deaths that were told is that of Ada Lindt, a nurse hurt in Vik in [2004].",
        "Sales rose in all – that figure is expected to rise by [2004].",
        "The Rovers go into the match on the back of a win over Vik in [2004].",
        "When Moe saw the plan of the mill in [2004] they believed it was a fake.",
        "A long meeting on prices in [2004] will be followed by another.",
        "Great Vik Street, an old house, was poor. Its fame was spread by a film in [2004].",
        "The judges blamed the 2004=2004 riots and a long war at Vik for the debts.",
    ],
)
def test_no_line(told: Told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("His old friend Karl Moe died in [2004].", "His old friend Karl Moe died"),
        ("Her novel, The Mill, appeared in [2004].", "Her novel, The Mill, appeared"),
        ("Their first lamp, the Lumen, went on sale in [2004].", "Their first lamp, the Lumen, went on sale"),
        ("Ada Lindt, born in Cadiz in 1901, died there in [1964].", "Ada Lindt, born in Cadiz in 1901, died there"),
        ("Wool sold at two tons per second in [2004].", "Wool sold at two tons per second"),
        ("It marks the end of Lumen, which was founded in [1875] by Karl Moe.", "Lumen was founded by Karl Moe"),
        (
            "Moe woke on [the morning=2001-05-04] of his wedding crying.",
            "Moe woke on the morning of his wedding crying",
        ),
        (
            "The firm daubed signs and slogans close to the homes of clerks in [2001].",
            "The firm daubed signs and slogans close to the homes of clerks",
        ),
        ("Mills there were hit, but there were clashes in [2001].", "There were clashes"),
        (
            "Moe said Lindt left prison on [5 May=2004-05-05] and that he drove off.",
            "Lindt left prison and that he drove off",
        ),
        (
            "Moe admitted that police forces in Leith and Vik had billed the state in [2004].",
            "Police forces in Leith and Vik had billed the state",
        ),
        (
            "Under new laws introduced in [2004], judges had to ask a higher court.",
            "Under new laws introduced in 2004, judges had to ask a higher court",
        ),
        ("Moe fled after Ada Lindt lost her ring in [2004].", "Ada Lindt lost her ring"),
        ("The long hall that was built in [2004] is large.", "The long hall was built"),
        ("He said that Ada Lindt, whom he met in [2004], will sing in Vik.", "He met Ada Lindt"),
        (
            "Under the pact agreed on [5 May=2004-05-05], two states left the league.",
            "Under the pact agreed on 5 May, two states left the league",
        ),
        (
            "Ada Lindt has joined the Tern, the company announced at a fair in Vik on [5 May 2004=2004-05-05].",
            "Ada Lindt has joined the Tern, the company announced at a fair in Vik",
        ),
        (
            "Holm told them that Karl Moe, who left the board in [2004], continued to hold shares.",
            "Karl Moe left the board",
        ),
        (
            "Some 700 miners went on strike at northern gold and coal mines on [5 May=2004-05-05].",
            "Some 700 miners went on strike at northern gold and coal mines",
        ),
        (
            "Karl Moe, the printer who founded the famous Lumen Press in [2004], is to start a new one.",
            "Karl Moe founded the famous Lumen Press",
        ),
        ("For example, the firm sold its mill in [2001].", "The firm sold its mill"),
        (
            "In [2001] nurse Ada Lindt, who shielded six men, was told she would get £49 for the wounds she received.",
            "Nurse Ada Lindt, who shielded six men, was told she would get £49 for the wounds she received",
        ),
        (
            "Two men who robbed the inn were jailed in [2001] after they had earlier been convicted of murder.",
            "Two men who robbed the inn were jailed after they had earlier been convicted of murder",
        ),
    ],
)
def test_a_line(told: Told, text: str, title: str) -> None:
    assert [claim.title for claim in told(text)][-1:] == [title]


def test_a_day_between_will_and_its_verb(told: Told) -> None:
    (claim,) = told("The minister, Ada Lindt, will [tomorrow=2001-05-05] launch the new plan.", "2001-05-04")
    assert (claim.title, claim.status) == ("The minister, Ada Lindt, will launch the new plan", "planned")


def test_a_relative_clause_in_the_lead(told: Told) -> None:
    text = "A woman who stole more than 900 fine bags in a £200,000, three-year spree has been jailed for 18 months."
    lead = told(f"{text}\nThe court heard that she sold them.", "2004-05-04")[0]
    assert lead.title == text[:-1]
    assert lead.provenance.basis == "inherited"
