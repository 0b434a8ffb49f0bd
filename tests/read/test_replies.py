"""What a message quotes stands apart, with its own author and date."""

from __future__ import annotations

import pytest

from timeline.model.document import Document
from timeline.pipeline import Options
from timeline.pipeline.process import process
from timeline.read import Reading, Source, read
from timeline.read.replies import split

HEAD = "From: Ida Rohr <ida@mill.example>\nDate: Thu, 5 Mar 2020 09:00:00 +0000\nSubject: Re: the dam\n"
ANN = "Ann Lee"


def letters(body: str, kind: str = "text/plain") -> list[Document]:
    data = f"{HEAD}Content-Type: {kind}; charset=utf-8\n\n{body}".encode()
    found = list(read(Source("m.eml", data=data, format="eml"), Reading()))
    assert all(isinstance(one, Document) for one in found)
    return [one for one in found if isinstance(one, Document)]


def told(document: Document) -> tuple[str | None, str | None]:
    return document.author, str(document.published.when) if document.published else None


OUTLOOK = "From: Ann Lee [mailto:ann@lee.example]\nSent: Tuesday, March 3, 2020 10:12 AM\nTo: Ida\nSubject: The dam\n\n"
GMAIL = "From: Ann Lee <ann@lee.example>\nDate: Tue, 3 Mar 2020 at 10:12\nSubject: Dam\nTo: Ida <i@mill.example>\n\n\n"


@pytest.mark.parametrize(
    "announced",
    [
        "On Tue, 3 Mar 2020 at 10:12, Ann Lee <ann@lee.example> wrote:\n\n> ",
        "On Tue, Mar 3, 2020 at 10:12 AM Ann Lee <\nann@lee.example> wrote:\n> ",
        "On Tue, Mar 3, 2020 at 10:12 AM Ann Lee <ann@lee.example> wrote:\n\n",
        "On 3 Mar 2020, at 10:12, Ann Lee <ann@lee.example> wrote:\n> ",
        "On 3/3/20 10:12 AM, Ann Lee wrote:\n> ",
        "On 2020-03-03 10:12, Ann Lee wrote:\n> ",
        "Ann Lee wrote on 3 March 2020:\n> ",
        "Am 03.03.20 um 10:12 schrieb Ann Lee:\n> ",
        "Le mar. 3 mars 2020 à 10:12, Ann Lee <ann@lee.example> a écrit :\n> ",
        "Op di 3 mrt. 2020 om 10:12 schreef Ann Lee <ann@lee.example>:\n> ",
        f"-----Original Message-----\n{OUTLOOK}",
        f"________________________________\n{OUTLOOK}",
        OUTLOOK,
        f"-----Ursprüngliche Nachricht-----\n{OUTLOOK.replace('From', 'Von').replace('Sent', 'Gesendet')}",
        f"---------- Forwarded message ---------\n{GMAIL}",
        "Begin forwarded message:\n\n> From: Ann Lee <ann@lee.example>\n> Date: 3 March 2020 at 10:12:00 GMT\n>\n> ",
    ],
)
def test_programs_announce_it_in_many_ways(announced: str) -> None:
    mine, hers = letters(f"Yes, I saw it.\n\n{announced}The dam broke yesterday.\n")
    assert (told(mine), told(hers)) == (("Ida Rohr", "2020-03-05"), (ANN, "2020-03-03"))
    assert "I saw it" in mine.text
    assert "broke" not in mine.text
    assert (hers.uri, hers.text) == ("m.eml!quoted 1", "The dam broke yesterday.")


def test_each_level_has_its_own_day_and_answers_between_the_lines_stay_with_who_answers() -> None:
    found = letters(
        "On Tue, 3 Mar 2020 at 10:12, Ann Lee <ann@lee.example> wrote:\n> Did the dam break?\n\nYes, yesterday.\n\n"
        "> Who saw it?\n\nMoe did.\n> On Mon, Mar 2, 2020 at 5:00 PM Karl Moe wrote:\n>> The storm came on Sunday.\n"
    )
    assert [told(one) for one in found] == [("Ida Rohr", "2020-03-05"), (ANN, "2020-03-03"), ("Karl Moe", "2020-03-02")]
    assert [" ".join(one.text.split()) for one in found] == [
        "Yes, yesterday. Moe did.",
        "Did the dam break? Who saw it?",
        "The storm came on Sunday.",
    ]


def test_a_relative_date_is_of_the_day_of_who_told_it() -> None:
    found = letters(f"The council met yesterday.\n\n-----Original Message-----\n{OUTLOOK}The dam broke yesterday.\n")
    claims = [claim for one in found for claim in process(one, Options()).claims]
    assert [(claim.title, str(claim.when)) for claim in claims] == [
        ("The council met", "2020-03-04"),
        ("The dam broke", "2020-03-02"),
    ]
    assert [one.text[claim.start : claim.end] for one, claim in zip(found, claims, strict=True)] == [
        claim.quote for claim in claims
    ]


def test_a_quoted_page_keeps_its_marks() -> None:
    page = "<p>Yes.</p><div>On 3 Mar 2020, at 10:12, Ann Lee &lt;ann@lee.example&gt; wrote:</div>"
    mine, hers = letters(f"{page}<blockquote><div>It broke.</div><p>Twice.</p></blockquote><p>Ida</p>", "text/html")
    assert (mine.text.split(), hers.text.split(), told(hers)) == (
        ["Yes.", "Ida"],
        ["It", "broke.", "Twice."],
        (ANN, "2020-03-03"),
    )


@pytest.mark.parametrize(
    "body",
    [
        "> They say it closed in 1957.\n\nIndeed.",
        "On 3 March 2020, Ann Lee wrote:\nThe dam is fine.",
        "From: the mill\nTo: the town\n\nA walk of 3 miles.",
        "Note: we met.\nDate: 3 March 2020\n\nAll went well.",
        "On the whole\nnobody wrote:\n> x",
    ],
)
def test_what_no_program_announces_stays_where_it_is(body: str) -> None:
    assert split(body) == (body, [])


def test_a_message_that_only_quotes_is_a_document_still() -> None:
    mine, hers = letters("On Tue, 3 Mar 2020 at 10:12, Ann Lee <ann@lee.example> wrote:\n> The dam broke.\n")
    assert mine.text.startswith("On Tue")
    assert (mine.bytes_sha256 != hers.bytes_sha256, hers.text) == (True, "The dam broke.")


def test_the_same_words_quoted_twice_are_one_document() -> None:
    told = f"-----Original Message-----\n{OUTLOOK}The dam broke."
    assert letters(f"Yes.\n\n{told}")[1].key == letters(f"No.\n\n{told}")[1].key


@pytest.mark.parametrize("body", [">" * 5000 + " x", "> a\n" * 20_000, OUTLOOK * 2000, "On 1 wrote:\n" * 4000])
def test_floods_of_quotes_end(body: str) -> None:
    _, parts = split(body)
    assert len(parts) <= 200
