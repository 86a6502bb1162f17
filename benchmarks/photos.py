"""Photos that nobody took: small, each different, and with about as much detail as a real one."""

from __future__ import annotations

import io
from random import Random

from PIL import Image, ImageDraw, ImageFilter

DISTINCT = 240
"""How many different photos there are; the files of a school are copies of these."""

_WIDTH, _HEIGHT = 640, 480


def photo(number: int, seed: int) -> tuple[str, bytes]:
    """The ``number``-th photo: the ending of its file's name, and its bytes."""
    chance = Random(f"{seed}/photo/{number}")  # noqa: S311 - no secret hangs on it
    noise = Image.frombytes("RGB", (80, 60), chance.randbytes(80 * 60 * 3))
    image = noise.resize((_WIDTH, _HEIGHT)).filter(ImageFilter.GaussianBlur(3))
    canvas = ImageDraw.Draw(image)
    for _ in range(chance.randint(6, 24)):
        left, top = chance.randrange(_WIDTH), chance.randrange(_HEIGHT)
        right, bottom = left + chance.randint(20, 240), top + chance.randint(20, 240)
        draw = chance.choice((canvas.ellipse, canvas.rectangle))
        draw((left, top, right, bottom), fill=tuple(chance.randbytes(3)))
    written = io.BytesIO()
    if number % 3:
        image.save(written, "JPEG", quality=75)
        return "jpg", written.getvalue()
    image.save(written, "WEBP", quality=70, method=0)
    return "webp", written.getvalue()
