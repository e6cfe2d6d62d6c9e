"""The page's colours, for print: those of tokens.css, or their greys."""

from __future__ import annotations

import re

from mapping.web import assets

COLOUR = re.compile(r"(--[\w-]+):\s*(#[0-9a-fA-F]{6});")
LUMINANCE = (0.2126, 0.7152, 0.0722)  # of red, green and blue in linear light (Rec. ITU-R BT.709)


def palette(*, grey: bool = False) -> dict[str, str]:
    """Return the colours as #rrggbb by name, ``--sea`` for example."""
    light = assets.read_asset("css/tokens.css")
    colours = {name: tone(colour, grey=grey) for name, colour in COLOUR.findall(light)}
    return colours | dict(COLOUR.findall(assets.read_asset("sheet/grey.css")) if grey else ())


def tone(colour: str, *, grey: bool) -> str:
    """Return a colour ``#rrggbb``, or the grey that is as light."""
    if not grey:
        return colour.lower()
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    light = sum(
        share * _linear(channel) for share, channel in zip(LUMINANCE, channels, strict=True)
    )
    return f"#{3 * f'{round(255 * _encoded(light)):02x}'}"


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 (sRGB)


def _encoded(light: float) -> float:
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055  # noqa: PLR2004 (sRGB)
