"""The page's colours, for print: those of colours.css in the light, or their greys."""

from __future__ import annotations

import re

from mapping.edition.colours import LUMINANCE, decode_srgb, encode_srgb
from mapping.web import assets

STYLE = "css/colours.css"
GREY = "(monochrome)"  # the condition of CSS under which greys replace colours
BLOCK = re.compile(r"(?:@media ([^{]*[^{\s])\s*\{\s*)?:root \{([^}]*)\}")
COLOUR = re.compile(r"(--[\w-]+):\s*(#[0-9a-fA-F]{6});")


def read_palette(*, grey: bool = False) -> dict[str, str]:
    """Return the colours as #rrggbb by name, ``--sea`` for example."""
    by_condition = read_colours()
    colours = {name: convert_colour(colour, grey=grey) for name, colour in by_condition[""].items()}
    return colours | (by_condition[GREY] if grey else {})


def read_colours() -> dict[str, dict[str, str]]:
    """Return the colours of colours.css by condition; none is the condition of the first."""
    blocks = BLOCK.findall(assets.read_asset(STYLE))
    return {condition: dict(COLOUR.findall(block)) for condition, block in blocks}


def convert_colour(colour: str, *, grey: bool) -> str:
    """Return a colour ``#rrggbb``, or the grey that is as light."""
    if not grey:
        return colour.lower()
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    light = sum(
        share * decode_srgb(channel) for share, channel in zip(LUMINANCE, channels, strict=True)
    )
    return f"#{3 * f'{round(255 * encode_srgb(light)):02x}'}"
