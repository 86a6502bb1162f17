"""MkDocs' live server, which asks for pages when a browser does, and hears at once what was saved."""

from __future__ import annotations

import io
import os
import posixpath
import sys
import time
import traceback
import urllib.parse
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from wsgiref.util import FileWrapper

from mkdocs.livereload import LiveReloadServer, _timestamp
from mkdocs.plugins import get_plugin_logger

from bekwaam.diagnostics import Message, say
from bekwaam.mkdocs_plugin.on_demand import INDEX, Found
from bekwaam.mkdocs_plugin.options import WrongOption, message_of
from bekwaam.mkdocs_plugin.preview import OutOfDateError, Preview
from bekwaam.mkdocs_plugin.watching import Watcher

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse

_log = get_plugin_logger("bekwaam")
_IN_EVERY_SITE = "404.html"
_SETTLING = 0.05
"""Seconds without another change after which an editor or a script has saved all it wants to save."""


class LiveServer(LiveReloadServer):
    """Answers as MkDocs' server does; what MkDocs did not build comes from a preview."""

    def __init__(
        self,
        server: LiveReloadServer,
        preview: Preview,
        records: Path,
        translate: Callable[[Message], str],
    ) -> None:
        """Take the place of a server that does not listen yet.

        Args:
            server: the one that MkDocs made.
            preview: what there is to show of the records.
            records: the folder of the records.
            translate: puts a message into the language of whoever looks.
        """
        host, port = server.server_address[:2]
        super().__init__(
            server.builder, str(host), int(port), server.root, server.mount_path, shutdown_delay=0.25
        )
        self.url = server.url
        self.error_handler = server.error_handler
        self.build_delay = _SETTLING
        self._preview = preview
        self._records = os.path.realpath(records)
        self._translate = translate
        self._changed: set[str] = set()
        self._last = self._sign()
        self._watcher = Watcher(self._tell_of_looking)
        self.observer = self._watcher  # type: ignore[assignment]  # all that is used of one
        for path in server._watched_paths:
            self.watch(path)
        server.server_close()
        self.watch(str(records))

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:  # noqa: ARG002 - MkDocs'
        """Build and reload when a file at a path or below it changes."""
        path = str(Path(path).absolute())
        self._watched_paths[path] = self._watched_paths.get(path, 0) + 1
        if self._watched_paths[path] == 1:
            self._watcher.watch(path, self._hear)

    def unwatch(self, path: str) -> None:
        """Let a path go; what changes there still starts a build, which then finds nothing new."""
        path = str(Path(path).absolute())
        self._watched_paths[path] -= 1

    def _hear(self, path: str) -> None:
        with self._rebuild_cond:
            self._changed.add(path)
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def _tell_of_looking(self, path: str) -> None:
        message = say(
            "This computer does not tell of changes in {folder}, so it is looked through again and again."
            " A change shows a little later.",
            folder=path,
        )
        _log.warning(self._translate(message))

    def _build_loop(self) -> None:
        """Build after every change, as MkDocs does; what cannot be built leaves the site as it was."""
        while True:
            with self._rebuild_cond:
                while not self._rebuild_cond.wait_for(
                    lambda: self._want_rebuild or self._shutdown, timeout=self.shutdown_delay
                ):
                    pass  # a break now and then, so that Windows hears an interrupt
                if self._shutdown:
                    return
                while self._rebuild_cond.wait(timeout=self.build_delay):
                    pass
                changed, self._changed = self._changed, set()
                self._want_rebuild = False
                self._wanted_epoch = _timestamp()
            started = time.monotonic()
            built = self._build(changed)
            self._last = self._sign() if built else self._last
            with self._epoch_cond:
                if built:
                    self._visible_epoch = self._wanted_epoch
                    seconds = time.monotonic() - started
                    _log.info(f"Read again in {seconds:.2f} seconds; reloading browsers")
                elif self._sign() == self._last:
                    self._wanted_epoch = self._visible_epoch
                self._epoch_cond.notify_all()

    def _build(self, changed: Iterable[str]) -> bool:
        """Read the records, and build the rest of the site where it may have changed too."""
        try:
            if self._is_of_records(changed) and self._preview.renew():
                return True
            with self._preview.turns.one():
                self.builder()
        except SystemExit as stop:
            sys.stderr.write(f"{stop}\n")
        except Exception:  # noqa: BLE001 - of any plugin; the next change may mend it
            traceback.print_exc()
        else:
            return True
        _log.error(self._translate(say("The pages stay as they were until this is mended.")))
        return False

    def _sign(self) -> tuple[int, ...]:
        """A sign of MkDocs' last build: the same as long as nothing of its site was taken away."""
        try:
            found = os.stat(f"{self.root}/{_IN_EVERY_SITE}")  # noqa: PTH116
        except OSError:
            return ()
        return found.st_ino, found.st_mtime_ns

    def _is_of_records(self, changed: Iterable[str]) -> bool:
        return all(one == self._records or one.startswith(f"{self._records}{os.sep}") for one in changed)

    def _serve_request(
        self, environ: dict[str, Any], start_response: StartResponse
    ) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith("/livereload/") or not f"{path}/".startswith(self.mount_path):
            return super()._serve_request(environ, start_response)
        inside = posixpath.normpath("/" + path.removeprefix(self.mount_path)).lstrip("/")
        inside = f"{inside}/{INDEX}".lstrip("/") if path.endswith("/") else inside
        try:
            found, epoch = self._find(inside)
            if found is None and not path.endswith("/") and self._find(f"{inside}/{INDEX}")[0] is not None:
                start_response("302 Found", [("Location", f"{urllib.parse.quote(path)}/")])
                return []
        except (WrongOption, OSError) as wrong:
            message = (
                message_of(wrong)
                if isinstance(wrong, WrongOption)
                else say("This page could not be made: {error}", error=str(wrong))
            )
            return self._sorry(message, start_response)
        if found is None:
            return super()._serve_request(environ, start_response)
        if isinstance(found, Path):
            return self._answer(path, found.open("rb"), found.stat().st_size, start_response)
        content = self._reloading(found, epoch) if inside.endswith(".html") else found
        return self._answer(inside, io.BytesIO(content), len(content), start_response)

    def _find(self, path: str) -> tuple[Found, int]:
        """What a preview has at a path, and the build that it is of: the newest that is finished."""
        while True:
            epoch = self._wait_until_built()
            try:
                found = self._preview.find(path, self._wait_until_built)
            except OutOfDateError:
                continue
            with self._epoch_cond:
                if epoch == self._wanted_epoch:
                    return found, epoch

    def _wait_until_built(self) -> int:
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            return self._visible_epoch

    def _reloading(self, page: bytes, epoch: int) -> bytes:
        """A page that comes again when there is a newer build."""
        return bytes(self._inject_js_into_html(page, epoch))  # type: ignore[no-untyped-call]  # the same

    def _answer(
        self, path: str, content: BinaryIO, length: int, start_response: StartResponse
    ) -> Iterable[bytes]:
        kind = str(self._guess_type(path))  # type: ignore[no-untyped-call]  # as MkDocs wrote it
        headers = [("Content-Type", kind), ("Content-Length", str(length))]
        start_response("200 OK", headers)
        return FileWrapper(content)

    def _sorry(self, message: Message, start_response: StartResponse) -> Iterable[bytes]:
        """A page that says why there is no page, and comes back when there is one."""
        told = self._translate(message)
        _log.error(told)
        page = f"<!doctype html><meta charset='utf-8'><title>500</title><p>{escape(told)}</p></body>".encode()
        content = self._reloading(page, self._visible_epoch)
        start_response("500 Internal Server Error", [("Content-Type", "text/html; charset=utf-8")])
        return [content]
