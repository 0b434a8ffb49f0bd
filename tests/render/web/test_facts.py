"""The columns that the script reads."""

from __future__ import annotations

import json

from tests.render.rows import UNDATED, event, evidence
from timeline.render.web.facts import island, source_names


def test_the_facts_are_columns_that_break_out_of_nothing() -> None:
    text = island([event(title="t", actors=["</script>", "<!--", "&", "\u2028"]), UNDATED])
    assert not set("<>&\u2028\u2029") & set(text)
    told = json.loads(text)
    assert told["first"] == [2412950, None]
    actors = next(facet for facet in told["facets"] if facet["name"] == "actor")
    assert actors["values"] == [" ", "&", "<!--", "</script>", "Harbour Board"]
    assert actors["of"] == [[3, 2, 1, 0], [4]]


def test_documents_of_one_title_are_told_apart() -> None:
    claims = [evidence(document="a/x.txt"), evidence(document="b/y.txt"), evidence(document="z.txt", title=None)]
    assert list(source_names([event(evidence=claims)]).values()) == ["Notes (x.txt)", "Notes (y.txt)", "z.txt"]
