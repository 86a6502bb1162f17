"""Links between pages, and which links to elsewhere are safe to follow."""

from __future__ import annotations

from urllib.parse import urlsplit

_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def relative(page: str, target: str) -> str:
    """The way from a page to an address of the site; both are relative to the site's root.

    >>> relative("learners/anna/", "frameworks/bakery/#dough")
    '../../frameworks/bakery/#dough'
    >>> relative("learners/anna/", "learners/anna/#bakery-dough")
    '#bakery-dough'
    >>> relative("learners/anna/", "learners/anna/evidence/2026-05-20-loaves/")
    'evidence/2026-05-20-loaves/'
    """
    path, mark, fragment = target.partition("#")
    if mark and path == page:
        return f"#{fragment}"
    if page and target.startswith(page) and target != page:
        return target.removeprefix(page)
    return f"{'../' * page.count('/')}{target}" or "./"


def outside(address: str | None) -> str | None:
    """An address elsewhere if a reader may safely follow it, else None.

    >>> outside("javascript:alert(1)") is None
    True
    """
    if not address:
        return None
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in _SAFE_SCHEMES:
        return None
    return address.strip()
