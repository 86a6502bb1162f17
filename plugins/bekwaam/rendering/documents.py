"""Makes PDFs that people bring along fit to publish: no metadata, no scripts, no files inside."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

from bekwaam.diagnostics import say
from bekwaam.rendering.apart import TOO_MUCH, ApartFailed, apart
from bekwaam.rendering.unreadable import UnreadablePictureError

_TELLS_OR_RUNS = (
    "/AA", "/AF", "/EF", "/JS", "/LastModified", "/Metadata", "/OpenAction", "/PieceInfo", "/Thumb", "/XFA",
)  # fmt: skip
_HARMLESS_ACTIONS = ("/GoTo", "/Named", "/URI")
_SCHEMES = ("http://", "https://", "mailto:")
_FOREIGN = ("/3D", "/FileAttachment", "/Movie", "/RichMedia", "/Screen", "/Sound")
"""Annotations that carry files, or run something."""


_NO_PDF = say("This is no PDF, whatever its name says.")
_LOCKED = say("This PDF is locked. Save it again without a password.")
_BROKEN = say("This PDF is broken. Print it to a new PDF.")
REFUSALS = (_NO_PDF, _LOCKED, _BROKEN)
"""Why `clean` gives nothing."""


def clean_apart(content: bytes) -> bytes:
    """As `clean`, worked out in a process of its own.

    Raises:
        UnreadablePictureError: also where it takes too much.
    """
    try:
        return apart("pdf", content)
    except ApartFailed as failed:
        reason = TOO_MUCH if failed.refusal is None else REFUSALS[failed.refusal]
        raise UnreadablePictureError(reason) from None


def clean(content: bytes) -> bytes:
    """The same pages, with links to the web and nothing else that does or tells something.

    Raises:
        UnreadablePictureError: where this is no PDF from its first byte on, or a broken or locked one.
    """
    if not content.startswith(b"%PDF-"):
        raise UnreadablePictureError(_NO_PDF)
    try:
        with pikepdf.open(io.BytesIO(content), suppress_warnings=True) as pdf:
            if pdf.is_encrypted:
                raise UnreadablePictureError(_LOCKED)
            _clean(pdf)
            cleaned = io.BytesIO()
            pdf.save(cleaned, deterministic_id=True, encryption=False)
            return cleaned.getvalue()
    except pikepdf.PasswordError:
        raise UnreadablePictureError(_LOCKED) from None
    except (UnreadablePictureError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - readers of PDFs raise whatever they stumble over
        raise UnreadablePictureError(_BROKEN) from None


def _clean(pdf: pikepdf.Pdf) -> None:
    if not len(pdf.pages):
        raise UnreadablePictureError(_BROKEN)
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    if "/Names" in pdf.Root:
        for name in ("/JavaScript", "/EmbeddedFiles", "/Renditions"):
            if name in pdf.Root.Names:
                del pdf.Root.Names[name]
    for each in pdf.objects:
        for one in _with_parts(each):
            _disarm(one)
    for page in pdf.pages:
        if "/Annots" in page:
            kept = [one for one in page.Annots if str(one.get("/Subtype")) not in _FOREIGN]
            page.Annots = pikepdf.Array(kept)


def _with_parts(each: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """A dictionary and those written inside it; what it only points at has its own turn."""
    waiting = [each]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting += [part for part in one if _has_parts(part) and not part.is_indirect]
        elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            yield one
            parts = [one[key] for key in list(one.keys())]
            waiting += [part for part in parts if _has_parts(part) and not part.is_indirect]


def _has_parts(value: object) -> bool:
    return isinstance(value, pikepdf.Array | pikepdf.Dictionary)


def _disarm(one: pikepdf.Object) -> None:
    for key in _TELLS_OR_RUNS:
        if key in one:
            del one[key]
    action = one.get("/A")
    if isinstance(action, pikepdf.Dictionary) and not _is_harmless(action):
        del one["/A"]
    if str(one.get("/S")) in ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE"):
        for key in list(one.keys()):
            del one[key]
    if isinstance(one, pikepdf.Stream) and one.get("/Filter") == pikepdf.Name.DCTDecode:
        one.write(_without_segments(one.read_raw_bytes()), filter=pikepdf.Name.DCTDecode)


def _is_harmless(action: pikepdf.Dictionary) -> bool:
    kind = str(action.get("/S"))
    address = str(action.get("/URI", "")).lower()
    return kind in _HARMLESS_ACTIONS and (kind != "/URI" or address.startswith(_SCHEMES))


def _without_segments(jpeg: bytes) -> bytes:
    """A photo inside a PDF without where and when it was taken: its APP1 to 13 and comments."""
    if jpeg[:2] != b"\xff\xd8":
        return jpeg
    kept, at = bytearray(jpeg[:2]), 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if not (0xE1 <= jpeg[at + 1] <= 0xED or jpeg[at + 1] == 0xFE):
            kept += jpeg[at:end]
        at = end
    return bytes(kept + jpeg[at:])
