"""Keeps compiled templates where Python keeps its compiled modules, so that a build compiles none."""

from __future__ import annotations

import hashlib
import importlib.util
import marshal
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import CodeType

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache

from bekwaam.rendering import translations
from bekwaam.rendering.writing import write_whole

_HERE = Path(__file__)
_ICONS = _HERE.parent.parent / "assets" / "icons"
_LIBRARIES = ("jinja2", "markupsafe", "babel", "nh3", "markdown-it-py")
_DIGEST = 16


class Bytecode(BytecodeCache):
    """What was compiled from the templates of some folders, each in one file that its successor replaces.

    Whoever can write here can write to our modules as well, so it is believed as they are. Where nobody
    may write, templates are compiled every time.
    """

    def __init__(self, name: str, folders: Iterable[Path], depends: bytes) -> None:
        """Nothing is read yet.

        Args:
            name: whom the code is for, as the same template gives other code for others.
            folders: those of programs; templates from elsewhere are left alone.
            depends: all that shapes the code, apart from the text of a template.
        """
        self._name = name
        self._folders = tuple(folders)
        self._depends = depends
        self._place = _place()

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """A template's code, where that is known."""
        ours = filename is not None and any(Path(filename).is_relative_to(one) for one in self._folders)
        if self._place is None or not ours:
            return Bucket(environment, "", "")
        return super().get_bucket(environment, name, filename, source)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name of the file for a template."""
        which = hashlib.blake2b(f"{self._name} {filename}".encode(), digest_size=4)
        return f"{name.replace('/', '.')}-{which.hexdigest()}.{sys.implementation.cache_tag}.pyc"

    def get_source_checksum(self, source: str) -> str:
        """The digest of all that the code depends on."""
        return hashlib.blake2b(self._depends + source.encode(), digest_size=_DIGEST).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read a template's code, unless it was made from something else."""
        if self._place is None or not bucket.key:
            return
        with suppress(OSError, EOFError, ValueError, TypeError):
            content = (self._place / bucket.key).read_bytes()
            digest = bytes.fromhex(bucket.checksum)
            if content.startswith(digest):
                code = marshal.loads(content[len(digest) :])  # noqa: S302 - believed like our modules
                bucket.code = code if isinstance(code, CodeType) else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code, if that can be."""
        if self._place is None or not bucket.key or sys.dont_write_bytecode:
            return
        with suppress(OSError):
            content = bytes.fromhex(bucket.checksum) + marshal.dumps(bucket.code)
            write_whole(self._place / bucket.key, content)


def keep_ours(folder: Path, language: str) -> Bytecode:
    """For our own templates, in which sentences in a language and icons are worked out beforehand."""
    return Bytecode(language, [folder], _program() + "\0".join(translations.sentences(language)).encode())


def keep_theirs(environment: Environment, folders: Iterable[Path]) -> Bytecode:
    """For the templates of a theme, whose environment was set up by others."""
    known = [*environment.filters.items(), *environment.tests.items()]
    settings = (
        [(name, getattr(one, "__module__", ""), getattr(one, "__qualname__", "")) for name, one in known],
        sorted(environment.extensions),
        environment.autoescape if isinstance(environment.autoescape, bool) else "?",
        environment.trim_blocks,
        environment.lstrip_blocks,
        environment.keep_trailing_newline,
    )
    return Bytecode("theme", folders, _program() + repr(settings).encode())


def _place() -> Path | None:
    """Python's folder for compiled modules, wherever it was told to keep those."""
    try:
        return Path(importlib.util.cache_from_source(str(_HERE))).parent
    except NotImplementedError:
        return None


@cache
def _program() -> bytes:
    """A digest of what compiles templates, and of what is called while they are compiled."""
    found = hashlib.blake2b(importlib.util.MAGIC_NUMBER + sys.version.encode(), digest_size=_DIGEST)
    found.update(repr([version(one) for one in _LIBRARIES]).encode())
    for file in sorted([*_HERE.parent.glob("*.py"), *_ICONS.glob("*.svg")]):
        found.update(file.name.encode())
        found.update(file.read_bytes())
    return found.digest()
