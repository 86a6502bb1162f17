"""Real HEIC files, as a telephone writes them: one HEVC picture in a HEIF box, turned, with a place in it."""

from __future__ import annotations

import io

import av
from PIL import Image


def box(kind: bytes, *content: bytes) -> bytes:
    inside = b"".join(content)
    return (len(inside) + 8).to_bytes(4, "big") + kind + inside


def full(kind: bytes, version: int, *content: bytes) -> bytes:
    return box(kind, bytes((version, 0, 0, 0)), *content)


def heic(
    picture: Image.Image,
    *,
    turned: int = 0,
    exif: bytes = b"",
    said: tuple[int, int] | None = None,
    tail: bytes = b"",
) -> bytes:
    """A HEIC file.

    Args:
        picture: what it shows; its sides are even.
        turned: by how many quarters, anticlockwise, a viewer has to turn it.
        exif: TIFF bytes, as `Image.Exif.tobytes` gives them.
        said: the size that the file says it has; by default the picture's.
        tail: what comes after the file.
    """
    settings, coded = _hevc(picture)
    width, height = said or picture.size
    properties = [
        settings,
        full(b"ispe", 0, width.to_bytes(4, "big"), height.to_bytes(4, "big")),
        full(b"pixi", 0, b"\x03\x08\x08\x08"),
        box(b"irot", bytes((turned,))),
    ]
    items = [(1, b"hvc1", coded)]
    if exif:
        items.append((2, b"Exif", b"\0\0\0\0" + exif.removeprefix(b"Exif\0\0")))
    infos = [full(b"infe", 2, one.to_bytes(2, "big"), b"\0\0", kind, b"\0") for one, kind, _ in items]
    used = full(
        b"ipma",
        0,
        b"\0\0\0\1",
        b"\0\1",
        bytes((len(properties),)),
        bytes(range(0x81, 0x81 + len(properties))),
    )

    def meta(start: int) -> bytes:
        places = []
        for one, _, data in items:
            places.append(
                one.to_bytes(2, "big")
                + b"\0\0"
                + b"\0\1"
                + start.to_bytes(4, "big")
                + len(data).to_bytes(4, "big")
            )
            start += len(data)
        return full(
            b"meta",
            0,
            full(b"hdlr", 0, bytes(4), b"pict", bytes(12), b"\0"),
            full(b"pitm", 0, b"\0\1"),
            full(b"iloc", 0, b"\x44\0", len(items).to_bytes(2, "big"), *places),
            full(b"iinf", 0, len(infos).to_bytes(2, "big"), *infos),
            *([full(b"iref", 0, box(b"cdsc", b"\0\2\0\1\0\1"))] if exif else []),
            box(b"iprp", box(b"ipco", *properties), used),
        )

    head = box(b"ftyp", b"heic", bytes(4), b"mif1heic")
    start = len(head) + len(meta(0)) + 8
    return head + meta(start) + box(b"mdat", *(data for _, _, data in items)) + tail


def _hevc(picture: Image.Image) -> tuple[bytes, bytes]:
    """The `hvcC` box and the one coded picture of a film of one picture."""
    buffer = io.BytesIO()
    with av.open(buffer, "w", format="mp4") as film:
        stream = film.add_stream("libx265", rate=1)
        stream.width, stream.height = picture.size
        stream.pix_fmt = "yuv420p"
        stream.codec_context.options = {
            "x265-params": "log-level=none:keyint=1:info=0",
            "preset": "ultrafast",
        }
        stream.codec_context.codec_tag = "hvc1"
        film.mux(stream.encode(av.VideoFrame.from_image(picture)))  # type: ignore[no-untyped-call]
        film.mux(stream.encode())
    content = buffer.getvalue()
    at = content.index(b"hvcC") - 4
    settings = content[at : at + int.from_bytes(content[at : at + 4], "big")]
    at = content.index(b"mdat") - 4
    return settings, content[at + 8 : at + int.from_bytes(content[at : at + 4], "big")]
