"""The school's accent colour, made dark enough to read on paper."""

from __future__ import annotations

import re

ACCENT = "#9a4a1f"
"""The accent of a school that names none."""

_HEX = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_ENOUGH = 4.5


def accent(colour: str | None) -> str:
    """The school's colour as ``#rrggbb``, darkened until it has a contrast of 4.5 with white."""
    match = _HEX.fullmatch(colour or "")
    digits = match.group(1) if match else ACCENT[1:]
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    channels = [int(digits[at : at + 2], 16) for at in (0, 2, 4)]
    while _contrast_with_white(channels) < _ENOUGH:
        channels = [int(channel * 0.95) for channel in channels]
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def _contrast_with_white(channels: list[int]) -> float:
    """The contrast ratio of WCAG 2."""
    linear = []
    for channel in channels:
        part = channel / 255
        linear.append(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)
