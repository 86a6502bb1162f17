"""What goes into a published PDF, and what does not."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image

from bekwaam.rendering.documents import clean
from bekwaam.rendering.unreadable import UnreadablePictureError


def save(document: pikepdf.Pdf, **options: object) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer, **options)  # type: ignore[arg-type]
    return buffer.getvalue()


def whole(content: bytes) -> bytes:
    """Everything in a PDF with nothing compressed."""
    with pikepdf.open(io.BytesIO(content)) as document:
        return save(document, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)


def photo() -> bytes:
    image = Image.new("RGB", (8, 8))
    exif = image.getexif()
    exif[0x010E] = "KANARIE"
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", exif=exif, comment=b"KANARIE")
    return buffer.getvalue()


@pytest.fixture
def document() -> pikepdf.Pdf:
    made = pikepdf.new()
    page = made.add_blank_page()
    page.Contents = made.make_stream(b"BT ET")
    return made


def test_metadata_goes(document: pikepdf.Pdf) -> None:
    document.docinfo["/Author"] = "KANARIE"
    with document.open_metadata() as metadata:
        metadata["dc:creator"] = ["KANARIE"]
    document.pages[0].PieceInfo = pikepdf.Dictionary(X=pikepdf.String("KANARIE"))
    assert b"KANARIE" not in whole(clean(save(document)))


def test_files_and_scripts_inside_go(document: pikepdf.Pdf) -> None:
    document.attachments["KANARIE.txt"] = pikepdf.AttachedFileSpec(document, b"KANARIE")
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("KANARIE"))
    document.Root.OpenAction = script
    document.Root.Names.JavaScript = pikepdf.Dictionary(Names=["x", document.make_indirect(script)])
    run = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("KANARIE"))
    link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 1, 1], A=run)
    document.pages[0].Annots = pikepdf.Array([link])
    cleaned = whole(clean(save(document)))
    assert b"KANARIE" not in cleaned
    assert b"JavaScript" not in cleaned


@pytest.mark.parametrize(("address", "stays"), [("https://x.example/", True), ("javascript:x", False)])
def test_links_to_the_web_stay(document: pikepdf.Pdf, address: str, stays: bool) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address))
    link = pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Rect=[0, 0, 1, 1], A=action)
    document.pages[0].Annots = pikepdf.Array([link])
    assert (address.encode() in whole(clean(save(document)))) is stays


def test_photos_inside_lose_their_metadata(document: pikepdf.Pdf) -> None:
    picture = document.make_stream(photo(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
    picture.Width = picture.Height = 8
    picture.Filter = pikepdf.Name.DCTDecode
    document.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=picture))
    cleaned = clean(save(document))
    assert b"KANARIE" not in whole(cleaned)
    with pikepdf.open(io.BytesIO(cleaned)) as opened:
        inside = opened.pages[0].Resources.XObject.P.read_raw_bytes()
    with Image.open(io.BytesIO(inside)) as image:
        image.load()


def test_the_same_pdf_gives_the_same_bytes(document: pikepdf.Pdf) -> None:
    content = save(document)
    assert clean(content) == clean(content)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF\n", b"GIF89a %PDF-1.7"])
def test_what_is_no_pdf_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadablePictureError):
        clean(content)


def test_a_locked_pdf_is_refused(document: pikepdf.Pdf) -> None:
    for locked in (pikepdf.Encryption(owner="a", user="b"), pikepdf.Encryption(owner="a", user="")):
        with pytest.raises(UnreadablePictureError, match="locked"):
            clean(save(document, encryption=locked))
