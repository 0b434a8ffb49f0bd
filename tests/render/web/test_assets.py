"""Our own script and style."""

from __future__ import annotations

from timeline.render.web import assets


def test_our_own_script_and_style_are_small() -> None:
    assert len(assets.style() + assets.script() + assets.early()) < 29_000


def test_the_scripts_hold_no_line_that_is_lost_when_made_lean() -> None:
    for name in (*assets.SCRIPTS, "early"):
        assert assets.source(f"{name}.js").count("`") % 2 == 0
        assert "/*" not in assets.source(f"{name}.js")
