"""The page's colours, for print: those of tokens.css, or their greys."""

from __future__ import annotations

import re

from mapping.edition.colours import LUMINANCE, decode_srgb, encode_srgb
from mapping.web import assets

COLOUR = re.compile(r"(--[\w-]+):\s*(#[0-9a-fA-F]{6});")


def read_palette(*, grey: bool = False) -> dict[str, str]:
    """Return the colours as #rrggbb by name, ``--sea`` for example."""
    light = assets.read_asset("css/tokens.css")
    colours = {name: convert_colour(colour, grey=grey) for name, colour in COLOUR.findall(light)}
    return colours | dict(COLOUR.findall(assets.read_asset("sheet/grey.css")) if grey else ())


def convert_colour(colour: str, *, grey: bool) -> str:
    """Return a colour ``#rrggbb``, or the grey that is as light."""
    if not grey:
        return colour.lower()
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    light = sum(
        share * decode_srgb(channel) for share, channel in zip(LUMINANCE, channels, strict=True)
    )
    return f"#{3 * f'{round(255 * encode_srgb(light)):02x}'}"
