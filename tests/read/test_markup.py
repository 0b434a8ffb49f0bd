from __future__ import annotations

import pytest

from timeline.read.markup import words
from timeline.read.pagefacts import page_facts


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>One<p>Two", "One\n\nTwo"),
        ("<h2>Head</h2>Text <b>bold</b>er<br>next", "## Head\n\nText bolder\n\nnext"),
        ("<ul><li>a<li>b</ul>", "- a\n\n- b"),
        ("<blockquote>said &amp; done&nbsp;&#8212;</blockquote>", "> said & done —"),
        ("<table><tr><td>1971<td>Sold<tr><th>1980</table>after", "| 1971 | Sold |\n\n| 1980 |\n\nafter"),
        ("<script>var a = '<p>no</p>';</script><style>p{}</style><nav>Menu</nav>yes", "yes"),
        ("<head><title>T</title><body>no head was closed</body>", "no head was closed"),
        ("a < b and c > d <1990", "a < b and c > d <1990"),
        ("<!-- <p>no</p> -->yes", "yes"),
        ("", ""),
    ],
)
def test_words(page: str, text: str) -> None:
    assert words(page) == text


@pytest.mark.parametrize(
    ("page", "date"),
    [
        ('<meta property="article:published_time" content="1843-05-02T10:00:00Z">', "1843-05-02T10:00:00Z"),
        ("<meta content='2001-02-03' name=DC.date.issued>", "2001-02-03"),
        ('<time class=x datetime="1990-01-02">2 Jan</time>', "1990-01-02"),
        (
            '<script type="application/ld+json">[{"@graph":[{"datePublished":"1999-09-09","headline":"x"}]}]</script>',
            "1999-09-09",
        ),
        ('<meta name="date" content="soon"><time datetime="1990-01-02">', "1990-01-02"),
        ('<script type="application/ld+json">{broken</script>', ""),
        ('<meta name="date" content="31 February">', ""),
    ],
)
def test_publication_dates(page: str, date: str) -> None:
    assert page_facts(page).published == date


def test_facts_of_json_ld_and_meta() -> None:
    page = """<html lang="es-MX"><title>Título &#124; Diario</title><meta property="og:site_name" content="El Diario">
    <script type="application/ld+json">{"headline": "T\\u00edtulo", "author": [{"name": "A"}, {"name": "B"}],
    "publisher": {"name": "Diario &amp; Co"}}</script>"""
    facts = page_facts(page)
    assert facts[:4] == ("Título", "Diario & Co", "A, B", "es")
