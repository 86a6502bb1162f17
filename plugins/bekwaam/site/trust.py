"""Which marks of trust stand on a page, so that it explains those and no others."""

from __future__ import annotations

from collections.abc import Iterable

from bekwaam.model.provenance import Trust
from bekwaam.views.parts import SignOff


def kinds_of_trust(sign_offs: Iterable[SignOff]) -> list[Trust]:
    """The sorts of trust among some sign-offs, the strongest first."""
    found = {one.trust.trust for one in sign_offs if one.trust is not None}
    return [one for one in Trust if one in found]
