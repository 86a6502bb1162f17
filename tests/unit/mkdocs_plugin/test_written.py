"""A canary is found in every sort of file that a site has."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import pikepdf
import pytest
from PIL import Image

from bekwaam.mkdocs_plugin.needles import words_of
from bekwaam.mkdocs_plugin.written import texts

CANARY = "Zoë Kanarie"


def pdf(**places: str) -> bytes:
    document = pikepdf.new()
    document.add_blank_page()
    if "title" in places:
        document.docinfo["/Title"] = places["title"]
    if "alt" in places:
        document.Root.Figure = document.make_indirect(pikepdf.Dictionary(Alt=pikepdf.String(places["alt"])))
    if "xmp" in places:
        with document.open_metadata() as metadata:
            metadata["dc:description"] = places["xmp"]
    if "attachment" in places:
        document.attachments["a.txt"] = pikepdf.AttachedFileSpec(document, places["attachment"].encode())
    buffer = io.BytesIO()
    document.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()


def picture(form: str) -> bytes:
    image = Image.new("RGB", (4, 4))
    exif = image.getexif()
    exif[0x010E] = CANARY
    buffer = io.BytesIO()
    image.save(buffer, form, exif=exif)
    return buffer.getvalue()


def packed() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inner/page.html", f"<p>{CANARY}</p>")
    return buffer.getvalue()


FILES = {
    "page.html": f"<p>door {CANARY}</p>".encode(),
    "entity.html": b"<p>door Zo&euml; Kanarie</p>",
    "tags.html": "<p><b>Zoë</b> <i>Kanarie</i></p>".encode(),
    "attribute.html": f'<img alt="{CANARY}">'.encode(),
    "address.html": b'<a href="../zo%C3%AB%20kanarie/">x</a>',
    "comment.html": f"<!-- {CANARY} -->".encode(),
    "index.json": json.dumps({"docs": [{"text": f"<b>{CANARY}</b>"}]}).encode(),
    "key.json": json.dumps({CANARY: 1}).encode(),
    "script.js": json.dumps(CANARY).encode(),
    "sitemap.xml": f"<loc>{CANARY}</loc>".encode(),
    "sitemap.xml.gz": gzip.compress(f"<loc>{CANARY}</loc>".encode()),
    "notes.txt": CANARY.encode(),
    "data.html": f'<script type="application/ld+json">{json.dumps(CANARY)}</script>'.encode(),
    "badge.jsonld": json.dumps({"name": CANARY}).encode(),
    "agenda.ics": "SUMMARY:met Zo\r\n ë\r\n  Kanarie\\, om tien uur\r\n".encode(),
    "records.zip": packed(),
    "title.pdf": pdf(title=CANARY),
    "alt.pdf": pdf(alt=CANARY),
    "xmp.pdf": pdf(xmp=CANARY),
    "attachment.pdf": pdf(attachment=CANARY),
    "photo.jpg": picture("JPEG"),
    "photo.webp": picture("WEBP"),
    "photo.png": picture("PNG"),
    "film.mp4": b"\0\0\0\x18ftypmp42\0\0" + CANARY.encode() + b"\0\0",
}


@pytest.mark.parametrize("name", FILES)
def test_a_canary_is_found(name: str) -> None:
    found = [" ".join(words_of(text)) for text in texts(FILES[name], name)]
    # EXIF has no letters beyond ASCII.
    canary = "kanarie" if name.startswith("photo") else "zoë kanarie"
    assert any(canary in text for text in found), found


def test_strings_in_data_do_not_run_into_each_other() -> None:
    found = [" ".join(words_of(text)) for text in texts(b'["zo\xc3\xab", "kanarie"]', "x.json")]
    assert not any("zoë kanarie" in text for text in found)


def test_a_tag_is_read_in_the_first_page_that_has_it() -> None:
    seen: set[str] = set()
    pages = [b"<a title='kanarie'>een</a>", b"<a title='kanarie'>twee</a>", b"<a title='mus'>drie</a>"]
    found = [" ".join(texts(page, "index.html", seen)) for page in pages]
    assert ["kanarie" in one for one in found] == [True, False, False]
    assert "mus" in found[2]
    assert "twee" in found[1]
