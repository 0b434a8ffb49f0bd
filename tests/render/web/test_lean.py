"""Script and style made lean: less of them, the same meaning."""

from __future__ import annotations

import pytest

from timeline.render.web import lean


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("// says what\nconst first = 1; // so\nlet other = first + +first;\n", "const a=1;let b=a+ +a;"),
        ("let count = 0;\ncount++;\nuse(count - -1, count-- - 1);", "let a=0;a++;use(a- -1,a-- -1);"),
        ("const name = 'a // b  c', \"d\";", "const a='a // b  c',\"d\";"),
        ("const days = n => n / 2 / 3;", "const b=a=>a/2/3;"),
        ("const text = one.replace(/[/'] +/g, ' ');", "const a=one.replace(/[/'] +/g,' ');"),
        ("function told(words, more) { return words.more + more; }", "function c(b,a){return b.more+a}"),
        ("const from = 1;\nuse({from, to: from, from: 2});", "const a=1;use({from:a,to:a,from:2});"),
        ("const take = ({from, to}) => from - to;", "const c=({from:a,to:b})=>a-b;"),
        ("const wide = 1;\nconst f = ({wide = 2}) => { wide; };", "const a=1,b=({wide:a=2})=>{a};"),
        ("const long = 2;\nconst f = () => { long, long; };", "const a=2,b=()=>{a,a};"),
        ("const [one, , ...two] = list(one, two), three = 3;", "const[a,,...b]=list(a,b),c=3;"),
        ("const {one: two, three = {four}} = five;", "const{one:b,three:a={four}}=five;"),
        ("const side = 1, a = 2;\nuse(yes ? side : a);", "const b=1,a=2;use(yes?b:a);"),
        (
            "const part = 1;\nuse(`a  ${part + {part}.part} part ${[part]}`);",
            "const a=1;use(`a  ${a+{part:a}.part} part ${[a]}`);",
        ),
        (
            "const list = [...items];\nfor (const item of list) item.list;",
            "const b=[...items];for(const a of b)a.list;",
        ),
    ],
)
def test_script(source: str, told: str) -> None:
    assert lean.script(source) == told


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("const a = 1;\nlet b = 2;\nlet c = 3;\nuse(a);", "const a=1;let b=2,c=3;use(a);"),
        ("if (x) { const a = 1; } const b = 2;", "if(x){const a=1}const a=2;"),
        ("for (const a of b) use(a);\nconst c = 1;", "for(const a of b)use(a);const a=1;"),
        ("function f() { for (;;) ; }", "function a(){for(;;);}"),
        ("function f() { for (;;) { use(1); } }", "function a(){for(;;){use(1)}}"),
        ("const o = {a: 1};\nconst p = 2;", "const b={a:1},c=2;"),
    ],
)
def test_statements_are_joined_where_nothing_ends(source: str, told: str) -> None:
    assert lean.script(source) == told


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("a > b { color: red;  margin: 0 1px; }\n", "a>b{color:red;margin:0 1px}"),
        ("a, b { width: calc(1px + 2px) } /* so */", "a,b{width:calc(1px + 2px)}"),
        ("a :first-child { --n: 1 }", "a :first-child{--n:1}"),
        ("@media (max-width: 9px) { a { b: c; } }", "@media (max-width:9px){a{b:c}}"),
        ("a { --ink: red; --line: blue; color: var(--line); }", "a{--b:red;--a:blue;color:var(--a)}"),
    ],
)
def test_style(source: str, told: str) -> None:
    assert lean.style(source, foreign=["--n"]) == told
