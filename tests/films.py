"""Real films of a second with a picture and a sound, made as a telephone does: with a place and a camera."""

from __future__ import annotations

import io
from fractions import Fraction

import av
from PIL import Image

PLACE = "+51.2194+004.4025/"
CAMERA = "KANARIEPhone 15"
TOLD = {
    "location": PLACE,
    "com.apple.quicktime.location.ISO6709": PLACE,
    "make": CAMERA,
    "model": CAMERA,
    "title": CAMERA,
    "comment": CAMERA,
    "creation_time": "2026-03-05T12:34:56.000000Z",
}


def film(form: str, options: dict[str, str] | None = None) -> bytes:
    """An MP4 or a WebM (``form``); ``options`` are those of the writer, as fragments are."""
    buffer = io.BytesIO()
    codecs = ("libx264", "aac") if form == "mp4" else ("libvpx", "libopus")
    flags = {"movflags": "use_metadata_tags"} if form == "mp4" else {}
    with av.open(buffer, "w", format=form, options={**flags, **(options or {})}) as made:
        made.metadata.update(TOLD)
        pictures, sounds = made.add_stream(codecs[0], rate=5), made.add_stream(codecs[1], rate=48000)
        assert isinstance(pictures, av.VideoStream)
        assert isinstance(sounds, av.AudioStream)
        pictures.width, pictures.height, pictures.pix_fmt = 64, 48, "yuv420p"
        pictures.metadata.update({"title": CAMERA, "handler_name": CAMERA})
        sounds.metadata.update({"title": CAMERA})
        for number in range(5):
            shown = Image.new("RGB", (64, 48), (number * 50, 100, 20))
            frame = av.VideoFrame.from_image(shown)  # type: ignore[no-untyped-call]
            frame.pts, frame.time_base = number, Fraction(1, 5)
            made.mux(pictures.encode(frame))
        made.mux(pictures.encode())
        silence = av.AudioFrame(format="fltp" if form == "mp4" else "s16", layout="mono", samples=9600)
        silence.sample_rate, silence.pts = 48000, 0
        for plane in silence.planes:
            plane.update(bytes(plane.buffer_size))
        made.mux(sounds.encode(silence))
        made.mux(sounds.encode())
    return buffer.getvalue()


def seen(content: bytes) -> list[bytes]:
    """The pictures and sounds of a film, decoded, as bytes."""
    with av.open(io.BytesIO(content)) as opened:
        return [b"".join(bytes(plane) for plane in one.planes) for one in opened.decode()]  # type: ignore[union-attr]


def told(content: bytes) -> dict[str, str]:
    """What a player would say about a film and its tracks."""
    with av.open(io.BytesIO(content)) as opened:
        tracks = {
            f"{one.index} {key}": value for one in opened.streams for key, value in one.metadata.items()
        }
        return {**opened.metadata, **tracks}
