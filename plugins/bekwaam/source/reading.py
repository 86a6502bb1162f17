"""One file's bytes to plain data; the only place where records are opened."""

from __future__ import annotations

import codecs
import errno
import os
import stat
from pathlib import Path
from typing import NamedTuple

from bekwaam.diagnostics import Diagnostic, Location, Message, say
from bekwaam.source.digests import digest_of
from bekwaam.source.discovery import SourceFile
from bekwaam.source.yaml_subset import Data, parse

MAX_BYTES = 256 * 1024

UNREADABLE = ("E116", "E117")
"""The codes of files that could not be opened: tomorrow they may be open again."""

# A pipe put in a record's place must not hold the program up, and a link must not lead it away.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


class Reading(NamedTuple):
    """What reading one file gave.

    ``data`` is None where there are findings. ``text`` is None where the file is no text; a byte
    order mark is taken off, and positions count without it. ``digest`` is that of the very bytes that
    were read, and for a file that cannot be read that of why.
    """

    data: Data | None
    text: str | None
    diagnostics: tuple[Diagnostic, ...]
    digest: str = ""


def read(root: Path, file: SourceFile) -> Reading:
    """Read one record that ``discover`` found below ``root``."""
    content = _content(f"{os.fspath(root)}/{file.path}", file.path)
    if isinstance(content, Diagnostic):
        return Reading(None, None, (content,), _digest(content))
    return read_bytes(content, file.path)._replace(digest=_digest(content))


def read_text(root: Path, file: SourceFile) -> str | None:
    """The text of one record, as `read` gives it, without a look at what it says."""
    content = _content(f"{os.fspath(root)}/{file.path}", file.path)
    if isinstance(content, Diagnostic) or len(content) > MAX_BYTES:
        return None
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return None


def digest_of_file(root: Path, file: SourceFile) -> str:
    """The digest of one record, as `read` gives it, without a look at what it says."""
    return _digest(_content(f"{os.fspath(root)}/{file.path}", file.path))


def _digest(content: bytes | Diagnostic) -> str:
    return digest_of(content.message.template.encode() if isinstance(content, Diagnostic) else content)


def read_bytes(content: bytes, path: str) -> Reading:
    """Read a record from its bytes, from a file or from git; ``path`` is what findings name."""
    if len(content) > MAX_BYTES:
        return Reading(None, None, (_too_large(path),))
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        return Reading(None, None, (_not_utf8(error, path),))
    data, findings = parse(text, path)
    return Reading(data, text, tuple(findings))


def _content(full_path: str, path: str) -> bytes | Diagnostic:
    """The bytes of an ordinary file, at most one more than are allowed."""
    try:
        descriptor = os.open(full_path, _FLAGS)
    except (OSError, ValueError) as error:
        return _unreadable(error, path)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return _not_ordinary(path)
        with open(descriptor, "rb", closefd=False) as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        return _unreadable(error, path)
    finally:
        os.close(descriptor)


def _unreadable(error: OSError | ValueError, path: str) -> Diagnostic:
    number = getattr(error, "errno", None)
    if number in (errno.ELOOP, errno.ENXIO):
        return _not_ordinary(path)
    if isinstance(error, FileNotFoundError):
        message = say("This file is no longer there.")
        return _finding("E117", path, message, say("It was removed while it was being read; try again."))
    message = say("This file cannot be read.")
    return _finding("E117", path, message, say("Look whether it is still there and you may open it."))


def _not_ordinary(path: str) -> Diagnostic:
    message = say("This is not an ordinary file but a link, a pipe or a device.")
    return _finding("E116", path, message, say("Put the file itself here."))


def _too_large(path: str) -> Diagnostic:
    message = say("This file is larger than {most} KiB.", most=MAX_BYTES // 1024)
    return _finding("E103", path, message, say("Keep the record short; put long documents in `media/`."))


def _not_utf8(error: UnicodeDecodeError, path: str) -> Diagnostic:
    before = error.object[: error.start].decode("utf-8")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    location = Location(line=line, column=column, end_line=line, end_column=column + 1)
    if error.object[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        message = say("This file is stored as UTF-16, not as UTF-8.")
    else:
        message = say("This character is not stored as UTF-8.")
    return _finding("E102", path, message, say("Save the file again with the encoding UTF-8."), location)


def _finding(
    code: str, path: str, message: Message, hint: Message, location: Location | None = None
) -> Diagnostic:
    return Diagnostic(code=code, path=path, message=message, hint=hint, location=location)
