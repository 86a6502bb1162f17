"""The page that a printed document's QR code points at: number, digest and date, nothing else."""

from __future__ import annotations

from bekwaam.rendering.environment import make
from bekwaam.rendering.translations import load
from bekwaam.site.page import Page
from bekwaam.views.stamp import Stamp

_GROUP = 4
"""Digits of a digest that stand together, so that people can compare them."""


def check_page(stamp: Stamp, language: str) -> Page:
    """The page `c/<number>/`; it names nobody and stays out of the search."""
    groups = [stamp.digest[start : start + _GROUP] for start in range(0, len(stamp.digest), _GROUP)]
    body = make(language).get_template("site/check.html").render(stamp=stamp, groups=groups)
    return Page(
        uri=f"c/{stamp.number}/",
        title=load(language).gettext("Check a document"),
        body=body,
        description="",
        search=False,
        kind="check",
    )
