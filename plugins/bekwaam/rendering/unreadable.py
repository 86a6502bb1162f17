"""Files of which nothing can be shown, and why."""

from __future__ import annotations

from bekwaam.diagnostics import say

MAX_PIXELS = 50_000_000
"""More than any telephone takes; what has more is made to fill a memory."""

TOO_MANY_PIXELS = say("The picture has more than {most} million pixels.", most=MAX_PIXELS // 1_000_000)
BROKEN_FILM = say("This video is broken or cut off.")
MORE_THAN_FILM = say(
    "This video holds more than film and sound, such as the places where it was filmed. "
    "Send it to yourself with a messaging app, which leaves that out, and use what arrives."
)


class UnreadablePictureError(Exception):
    """A file that gives no picture; the argument is the `Message` that says why."""


def need(holds: bool) -> None:
    """Go on only where a film is what it has to be.

    Raises:
        UnreadablePictureError: where it is not.
    """
    if not holds:
        raise UnreadablePictureError(BROKEN_FILM)
