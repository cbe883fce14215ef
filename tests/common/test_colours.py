"""Accents that can be read."""

import pytest

from common import colours

#: The dark scheme of `static/common/css/tokens.css`: its paper, the shares of the accent in `--accent-soft` and `--accent-ink`.
DARK_PAPER, DARK_SOFT_SHARE, DARK_INK_SHARE = "#111a1f", 0.24, 0.45
ACCENTS = ["#0d6272", "#ffcc00", "#c4122f", "#00a3e0", "#f28c28", "#ffffff", "#000000", "#7b2d8b"]


@pytest.mark.parametrize("accent", ACCENTS)
def test_nearest_passing_is_readable_in_both_schemes(accent):
    chosen = colours.nearest_passing(accent)
    ink = colours.mix(chosen, colours.WHITE, DARK_INK_SHARE)
    soft = colours.mix(chosen, DARK_PAPER, DARK_SOFT_SHARE)
    assert colours.passes(chosen)
    assert colours.contrast_ratio(chosen, colours.WHITE) >= 4.5
    assert colours.contrast_ratio(ink, soft) >= 4.5
    assert colours.contrast_ratio(ink, DARK_PAPER) >= 4.5


def test_nearest_passing_leaves_a_good_accent_alone():
    assert colours.nearest_passing("#0D6272") == "#0d6272"


def test_unreadable_accent_does_not_pass():
    assert not colours.passes("#ffcc00")


def test_contrast_ratio_of_black_and_white():
    assert colours.contrast_ratio("#000", "#fff") == pytest.approx(21)


@pytest.mark.parametrize("text", ["red", "#12", "#12345g", "", None, "#123456;}body{display:none"])
def test_parse_refuses_what_is_no_colour(text):
    with pytest.raises(ValueError, match="Not a colour"):
        colours.parse(text)
