"""Gives every page a Content-Security-Policy: nothing from elsewhere, and no script but the theme's."""

from __future__ import annotations

import base64
import hashlib
import re

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)
_CHARSET = re.compile(r'<meta charset="?utf-8"?>', re.IGNORECASE)
_RULES = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
    "style-src 'self'",
    # Aligned cells of a table in the docs; what records hold never has a style.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",  # the theme's icons are in its style sheet
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)


def guard(html: str, content: str = "") -> str:
    """Put the policy, and that no address is told to other sites, into the head of a page.

    The scripts that the theme itself writes into its frame are allowed one by one. Those in
    ``content``, what stands inside the frame, are not: nothing there has any business to run.
    """
    frame = html.replace(content, "", 1) if content else html
    hashes = "".join(f" 'sha256-{one}'" for one in _hashes(frame))
    policy = "; ".join(_RULES).format(hashes=hashes)
    tags = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    if '<meta name="referrer"' not in frame:
        tags += '<meta name="referrer" content="no-referrer">'
    return _CHARSET.sub(lambda charset: charset[0] + tags, html, count=1)


def _hashes(frame: str) -> list[str]:
    found: dict[str, None] = {}
    for script in _SCRIPT.finditer(frame):
        if "src=" not in script["attributes"] and "json" not in script["attributes"]:
            digest = hashlib.sha256(script["code"].encode()).digest()
            found[base64.b64encode(digest).decode()] = None
    return list(found)
