"""The school's own colour, made dark or light enough to read."""

from __future__ import annotations

import re
from colorsys import hls_to_rgb, rgb_to_hls

_LIGHT_GROUND = (0xF6, 0xE9, 0xDF)
_DARK_GROUND = (0x3A, 0x2A, 0x20)
_ENOUGH = 4.6
"""WCAG 2.2 AA asks for 4.5; a little more covers rounding."""

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")

Colour = tuple[int, int, int]


def style_sheet(accent: str | None) -> str:
    """CSS that sets the accent for both colour schemes; empty where there is no usable colour."""
    colour = parse(accent)
    if colour is None:
        return ""
    light = readable(colour, _LIGHT_GROUND, lighter=False)
    dark = readable(colour, _DARK_GROUND, lighter=True)
    return (
        f"[data-md-color-scheme] {{ --bk-accent: {_hex(light)}; }}\n"
        f'[data-md-color-scheme="slate"] {{ --bk-accent: {_hex(dark)}; }}\n'
    )


def parse(accent: str | None) -> Colour | None:
    """Red, green and blue (0 to 255) of ``#abc`` or ``#aabbcc``."""
    if accent is None or not _HEX.fullmatch(accent.strip()):
        return None
    digits = accent.strip()[1:]
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def readable(colour: Colour, ground: Colour, *, lighter: bool) -> Colour:
    """The nearest colour of the same hue and saturation that stands out enough on ``ground``."""
    hue, lightness, saturation = rgb_to_hls(*(part / 255 for part in colour))
    end = 1.0 if lighter else 0.0
    shades = (_shade(hue, lightness + (end - lightness) * step / 100, saturation) for step in range(101))
    return next((one for one in shades if contrast(one, ground) >= _ENOUGH), _shade(hue, end, saturation))


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours as WCAG 2.2 defines it, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _shade(hue: float, lightness: float, saturation: float) -> Colour:
    red, green, blue = (round(part * 255) for part in hls_to_rgb(hue, lightness, saturation))
    return red, green, blue


def _hex(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
