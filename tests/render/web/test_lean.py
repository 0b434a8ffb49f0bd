"""Script and style made lean: less of them, the same meaning."""

from __future__ import annotations

import pytest

from timeline.render.web import assets, lean


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("// says what\nconst first = 1; // so\nlet other = first + +first;\n", "const a=1;let b=a+ +a;"),
        ("let count = 0;\ncount++;\nuse(count - -1, count-- - 1);", "let a=0;a++;use(a- -1,a-- -1);"),
        ("const name = 'a // b  c', \"d\";", "const a='a // b  c',\"d\";"),
        ("const days = n => n / 2 / 3;", "const a=n=>n/2/3;"),
        ("const text = one.replace(/[/'] +/g, ' ');", "const a=one.replace(/[/'] +/g,' ');"),
        ("function told(words, more) { return words.more + more; }", "function c(b,a){return b.more+a;}"),
        ("const from = 1;\nuse({from, to: from, from: 2});", "const a=1;use({from:a,to:a,from:2});"),
        ("const take = ({from, to}) => from - to;", "const a=({from,to})=>from-to;"),
        ("const wide = 1;\nconst f = ({wide = 2}) => { wide; };", "const a=1;const f=({wide:a=2})=>{a;};"),
        ("const long = 2;\nconst f = () => { long, long; };", "const a=2;const f=()=>{a,a;};"),
        ("const side = 1, a = 2;\nuse(yes ? side : a);", "const b=1,a=2;use(yes?b:a);"),
        (
            "const part = 1;\nuse(`a  ${part + {part}.part} part ${[part]}`);",
            "const a=1;use(`a  ${a+{part:a}.part} part ${[a]}`);",
        ),
        (
            "const list = [...items];\nfor (const item of list) item.list;",
            "const a=[...items];for(const b of a)b.list;",
        ),
    ],
)
def test_script(source: str, told: str) -> None:
    assert lean.script(source) == told


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("a > b { color: red;  margin: 0 1px; }\n", "a>b{color:red;margin:0 1px}"),
        ("a, b { width: calc(1px + 2px) }", "a,b{width:calc(1px + 2px)}"),
        ("a :first-child { --n: 1 }", "a :first-child{--n:1}"),
        ("@media (max-width: 9px) { a { b: c; } }", "@media (max-width:9px){a{b:c}}"),
    ],
)
def test_style(source: str, told: str) -> None:
    assert lean.style(source) == told


def test_no_name_is_given_twice() -> None:
    tokens = list(lean._tokens("\n".join(assets.source(f"{name}.js") for name in assets.SCRIPTS)))
    short = lean._shortened(tokens)
    assert len(short) > 100
    assert len(set(short.values())) == len(short)
    assert not set(short.values()) & {token.told for token in tokens}
    assert not set(short) & {"document", "Math", "Object", "JSON", "location", "history", "navigator", "true", "null"}
