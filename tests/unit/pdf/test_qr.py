"""The drawing is the code."""

import segno

from bekwaam.pdf.qr import QUIET_ZONE, qr_code

ADDRESS = "https://school.example/c/AZ-2026-0147/"


def test_bars_cover_exactly_the_dark_modules() -> None:
    code = qr_code(ADDRESS)
    drawn = set()
    for bar in code.path.removesuffix("z").split("z"):
        place, length, _ = bar.removeprefix("M").replace("v1", "h").split("h", 2)
        x, y = (int(part) for part in place.split())
        drawn |= {(x + step, y) for step in range(int(length))}
    matrix = segno.make_qr(ADDRESS, error="m").matrix
    dark = {
        (x + QUIET_ZONE, y + QUIET_ZONE)
        for y, row in enumerate(matrix)
        for x, module in enumerate(row)
        if module
    }
    assert drawn == dark
    assert code.size == len(matrix) + 2 * QUIET_ZONE
