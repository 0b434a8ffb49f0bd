"""Verbs with tense and polarity, and nouns that are happenings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.extract.sentence.clauses import Parsed

Cut = Callable[[str], Parsed]


@pytest.mark.parametrize(
    ("sentence", "lemma", "form", "tense"),
    [
        ("The council approved the plan.", "approve", "finite", "past"),
        ("The council has approved the plan.", "approve", "finite", "present"),
        ("The council will approve the plan.", "approve", "finite", "future"),
        ("The council might approve the plan.", "approve", "finite", "conditional"),
        ("The plan was approved.", "approve", "finite", "past"),
        ("She'd left the party.", "leave", "finite", "past"),
        ("She'd leave the party.", "leave", "finite", "conditional"),
        ("Having left the party, he wrote a book.", "leave", "participle", "present"),
        ("They were [today=2001-05-04] jailed.", "jail", "finite", "past"),
        ("They were each jailed.", "jail", "finite", "past"),
        ("The king signs the treaty.", "sign", "finite", "present"),
        ("They hope to sign the treaty.", "sign", "infinitive", ""),
        ("The film directed by Orla Finn won a prize.", "direct", "participle", "past"),
        ("A pact signed in May fell apart.", "sign", "participle", "past"),
        ("The firm sold the mill opened", "open", "participle", "past"),
        ("The earthquake destroyed the town.", "earthquake", "noun", ""),
    ],
)
def test_form_and_tense(cut: Cut, sentence: str, lemma: str, form: str, tense: str) -> None:
    found = {one.lemma: one for one in cut(sentence).predicates}
    assert lemma in found
    assert (found[lemma].form, found[lemma].tense) == (form, tense)


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Danish armed forces held the port.", "arm"),
        ("The unresolved dispute flared up.", "unresolve"),
        ("The terror attacks of that year killed many.", "attack"),
        ("Marble columns and gilded statues were sold.", "gild"),
    ],
)
def test_no_verb(cut: Cut, sentence: str, verb: str) -> None:
    assert verb not in [one.lemma for one in cut(sentence).predicates if one.form == "finite"]


@pytest.mark.parametrize(
    ("sentence", "negated"),
    [
        ("The fleet did not sail.", True),
        ("The fleet didn't sail.", True),
        ("The fleet never sailed.", False),
        ("The fleet sailed.", False),
        ("The fleet will no longer sail.", True),
    ],
)
def test_polarity_of_the_verb_group(cut: Cut, sentence: str, negated: bool) -> None:
    assert next(one for one in cut(sentence).predicates if one.lemma == "sail").negated is negated
