"""Our own script and style."""

from __future__ import annotations

from timeline.render.web import assets


def test_the_scripts_are_written_as_what_makes_them_lean_reads_them() -> None:
    for name in (*assets.SCRIPTS, "early"):
        assert assets.source(f"{name}.js").count("`") % 2 == 0
        assert "/*" not in assets.source(f"{name}.js")


def test_what_the_script_sets_in_the_style_keeps_its_name() -> None:
    for name in ("--top", "--n"):
        assert f"'{name}'" in assets.script()
        assert f"var({name})" in assets.style()
