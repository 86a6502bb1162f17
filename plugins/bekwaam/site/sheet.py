"""One page in the making: its links, and the files that it turns out to show."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bekwaam.rendering.pictures import Pictures
from bekwaam.site.addresses import outside, relative
from bekwaam.site.attachments import Attachments
from bekwaam.site.portraits import Pattern, pattern
from bekwaam.views.parts import FileView, PhotoView

MEDIA = "media/"
"""The folder of the site that pictures and files are copied to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPicture:
    """A picture with its addresses from the page, and its words."""

    src: str
    small: str
    srcset: str
    width: int
    height: int
    alt: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFile:
    """A file with its address from the page."""

    src: str
    ending: str
    video: bool


class Sheet:
    """What a template asks while it makes the page at ``uri``."""

    def __init__(self, uri: str, pictures: Pictures, attachments: Attachments) -> None:
        """Start with a page that shows nothing yet."""
        self.uri = uri
        self.files: dict[str, Path] = {}
        self._pictures = pictures
        self._attachments = attachments

    def to(self, uri: str) -> str:
        """The link from this page to an address of the site."""
        return relative(self.uri, uri)

    def outside(self, address: str | None) -> str | None:
        """An address elsewhere, if it is safe to follow."""
        return outside(address)

    def pattern(self, key: str) -> Pattern:
        """The generated pattern of a key."""
        return pattern(key)

    def picture(self, photo: PhotoView) -> ShownPicture | None:
        """Prepare a picture for the page; None where its file gives none."""
        prepared = self._pictures.prepare(photo.source)
        if prepared is None:
            return None
        shown = [one for one in prepared.variants if one.mime == "image/webp"]
        addresses = []
        for one in shown:
            self.files[MEDIA + one.name] = one.path
            addresses.append(self.to(MEDIA + one.name))
        return ShownPicture(
            src=addresses[-1],
            small=addresses[0],
            srcset=", ".join(f"{to} {one.width}w" for to, one in zip(addresses, shown, strict=True)),
            width=shown[-1].width,
            height=shown[-1].height,
            alt=str(photo.alt),
            language=photo.alt.language,
        )

    def file(self, view: FileView) -> ShownFile | None:
        """Prepare a file for download; None where it may not be published."""
        found = self._attachments.find(view.source)
        if found is None:
            return None
        self.files[MEDIA + found.name] = found.path
        return ShownFile(src=self.to(MEDIA + found.name), ending=found.ending, video=found.video)
