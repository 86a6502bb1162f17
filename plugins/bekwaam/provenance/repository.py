"""The records of one repository, with its history read once."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

from bekwaam.model.kinds import Kind
from bekwaam.provenance.git import Git
from bekwaam.provenance.history import Commit, History, read_history
from bekwaam.provenance.kept_history import keep_history, kept_history
from bekwaam.provenance.memory import Memory, mark, read_file, write_file
from bekwaam.provenance.people import Listed, People, Told, listed_in, records_of
from bekwaam.provenance.ssh import Signature, allowed_signers, program
from bekwaam.provenance.trust import CommitSignature
from bekwaam.source import fingerprint, read_bytes

_SSH = b"\ngpgsig -----BEGIN SSH SIGNATURE-----"
_SSH256 = b"\ngpgsig-sha256 -----BEGIN SSH SIGNATURE-----"
_STATES = {"G": Signature.GOOD, "U": Signature.GOOD, "B": Signature.BAD}

SameContent = Callable[[Mapping[str, Any]], bool]
"""Whether an older version of a record says what matters in it now."""


class Repository:
    """What `HEAD` of one repository can tell; paths are relative to the folder of records."""

    def __init__(
        self,
        git: Git,
        root: Path,
        head: str,
        learner: str | None = None,
        cache: Path | None = None,
        before: Repository | None = None,
    ) -> None:
        """Open the school's repository, or a learner's own; its history is read when it is needed.

        ``before`` is how it was opened for an earlier reading: what that knows is not asked again.

        Raises:
            GitFailed: where git cannot tell.
        """
        self.git = git
        self.head = head
        self._root = root
        self._inside = f"learners/{learner}/" if learner else ""
        place = (root.resolve() / self._inside).relative_to(git.work_tree).as_posix()
        self.prefix = "" if place == "." else f"{place}/"
        self.clone = mark(git, "")
        self._cache = cache
        same = before is not None and (before.clone, before.prefix) == (self.clone, self.prefix)
        known = before if same else None
        self._known = known.history_so_far() if known else None
        self._before = known._memory_so_far() if known and known.head == head else None
        self._people: tuple[str, Sequence[Told]] | None = known._people if known else None
        if known is not None and known.head == head and "_at_head" in known.__dict__:
            self._at_head = known._at_head
        self.shallow = git.run("rev-parse", "--is-shallow-repository").strip() == b"true"
        self._data: dict[str, Mapping[str, Any] | None] = {}
        self._here: dict[str, str | None] = {}
        self._signatures: dict[str, CommitSignature] = {}

    @cached_property
    def history(self) -> History:
        """All commits up to `head`, read once; what an earlier reading or build knew is not read again."""
        known = self._known
        if known is None and self._cache is not None:
            known = kept_history(self._cache, self.git)
        if known is not None and known.head == self.head:
            return known
        history = read_history(self.git, self.head, known)
        if self._known is None and self._cache is not None:
            keep_history(self._cache, self.git, history)
        return history

    def history_so_far(self) -> History | None:
        """The history that was read, be it for an earlier commit; None where it was not needed yet."""
        return self.history if "history" in self.__dict__ else self._known

    def _memory_so_far(self) -> Memory | None:
        return self._memory if "_memory" in self.__dict__ else self._before

    @cached_property
    def _memory(self) -> Memory:
        return self._before or Memory(self._cache, self.git, self.head, self.prefix)

    def read(self) -> None:
        """Read the history now, so that what is wrong with it shows early.

        Raises:
            GitFailed: where git cannot tell.
        """
        self.history.commits.get(self.head)

    def prepare(self, questions: Iterable[tuple[str, str]]) -> None:
        """Read at once every version of some records that differs from what is there now.

        Args:
            questions: as `origin` takes them; what is answered already needs no reading.
        """
        wanted: set[str] = set()
        for path, question in questions:
            if self._memory.answer(f"{question} {path}", self._blob_here(path))[0]:
                continue
            full, here = self._full(path), self._blob_here(path)
            seen: set[str] = set()
            while full not in seen:
                seen.add(full)
                touches = self.history.touches.get(full, ())
                wanted.update(one.blob for one in touches if one.blob != here)
                full = next((one.came_from for one in touches if one.came_from), full)
        wanted.difference_update(self._data)
        for blob, content in self.git.objects(sorted(one for one in wanted if one.strip("0"))):
            self._data[blob] = read_bytes(content, "").data

    def origin(self, path: str, question: str, same: SameContent) -> Commit | None:
        """The commit that brought in what a record says now; None where it is not committed.

        Args:
            path: of the record.
            question: which part of the record is asked about.
            same: whether another version of the record says the same about it.
        """
        here = self._blob_here(path)
        known, commit = self._memory.answer(f"{question} {path}", here)
        if known:
            return commit

        def same_blob(blob: str) -> bool:
            if blob == here:
                return True
            data = self._data.get(blob)
            return data is not None and same(data)

        commit = self.history.origin(self._full(path), same_blob)
        self._memory.keep(f"{question} {path}", here, commit)
        return commit

    def last(self, path: str, *, record: bool) -> Commit | None:
        """The commit that last touched a file; None where the file is not committed as it is.

        A ``record`` that says the same in another layout counts as committed. The content of other
        files is not looked at: there may be gigabytes of it.
        """
        here = self._blob_here(path) if record else None
        known, commit = self._memory.answer(f"last {path}", here)
        if known:
            return commit
        about = self._at_head.get(self._full(path))
        blob = about.split()[2] if about is not None else None
        commit = None
        if blob is not None and (not record or self._says_the_same(path, blob)):
            commit = self.history.last(self._full(path), blob)
        self._memory.keep(f"last {path}", here, commit)
        return commit

    def people_at(self, commit: str) -> Sequence[Told]:
        """The people and learners of a commit who have an address, a key or a role.

        Raises:
            GitFailed: where git cannot tell.
        """
        if self._people is None or self._people[0] != commit:
            tree = self._at_head if commit == self.head else self.git.tree(commit)
            self._people = commit, self._told(listed_in(tree, self.prefix))
        return self._people[1]

    def _told(self, listed: Listed) -> Sequence[Told]:
        """What these files say; read once for all commits in which they are the same."""
        if self._cache is None:
            return tuple(records_of(self.git, listed))
        file = self._cache / f"{mark(self.git, f'people {fingerprint(listed).hex()}')}.json"
        with suppress(KeyError, TypeError, ValueError):
            return [(Kind(kind), one, dict(data)) for kind, one, data in read_file(file)["told"]]
        told = tuple(records_of(self.git, listed))
        write_file(file, {"told": [(kind.value, one, data) for kind, one, data in told]})
        return told

    def remember(self) -> None:
        """Keep the answers for the next time; those of a preview are still there then."""
        if self._before is None and "_memory" in self.__dict__:
            self._memory.write()

    @cached_property
    def _at_head(self) -> Mapping[str, str]:
        return self.git.tree(self.head)

    def _says_the_same(self, path: str, blob: str) -> bool:
        """Whether a record on the disk says what a blob says: a checkout may write other line ends."""
        if self._blob_here(path) == blob:
            return True
        try:
            here = (self._root / path).read_bytes()
        except OSError:
            return False
        found = [read_bytes(content, "").data for _, content in self.git.objects([blob])]
        return found == [read_bytes(here, "").data] != [None]

    def versions(self, path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """What a record has said, as text and as data, newest first."""
        for _, content in self.git.objects(
            one for one in self.history.blobs(self._full(path)) if one.strip("0")
        ):
            reading = read_bytes(content, path)
            if reading.data is not None and reading.text is not None:
                yield reading.text, reading.data

    def was_sealed(self, path: str) -> bool:
        """Whether an earlier version of a record had a seal; after `prepare`."""
        found = (self._data.get(one) for one in self.history.blobs(self._full(path)))
        return any(data is not None and "seal" in data for data in found)

    def is_cut_off(self, commit: Commit) -> bool:
        """Whether what a commit seems to have brought in may be older: a shallow clone ends here."""
        return self.shallow and commit.first

    def check_signatures(self, commits: Iterable[str], people: People) -> Mapping[str, CommitSignature]:
        """What git says of each commit that has an SSH signature; other kinds cannot be checked.

        Nothing where `ssh-keygen` is not installed: a commit then counts by its author's address.
        """
        if program() is None:
            return {}
        asked = set(commits)
        for one in asked - self._signatures.keys():
            kept = self._memory.signature(one)
            if kept is not None:
                self._signatures[one] = CommitSignature(Signature(kept[0]), kept[1])
        open_ones = sorted(asked - self._signatures.keys())
        for one in open_ones:
            self._signatures[one] = CommitSignature(Signature.NONE)
        signed = [one for one, content in self.git.objects(open_ones) if _is_signed(content)]
        if signed:
            with tempfile.TemporaryDirectory(prefix="bekwaam-") as folder:
                file = Path(folder) / "allowed_signers"
                file.write_text(allowed_signers(people.keys, "git"), encoding="utf-8")
                out = self.git.run(
                    "log",
                    "--no-walk=unsorted",
                    "--stdin",
                    "--no-color",
                    "--format=%H %G? %GF",
                    given="".join(f"{one}\n" for one in signed).encode(),
                    settings=[f"gpg.ssh.allowedSignersFile={file}"],
                )
            for row in out.decode("utf-8", "replace").splitlines():
                commit, state, key = (*row.split(), "", "")[:3]
                self._signatures[commit] = CommitSignature(_STATES.get(state, Signature.BAD), key)
        for one in open_ones:
            said = self._signatures[one]
            self._memory.keep_signature(one, said.state.value, said.key)
        return self._signatures

    def _full(self, path: str) -> str:
        return self.prefix + path.removeprefix(self._inside)

    def _blob_here(self, path: str) -> str | None:
        """The id that git would give to the file as it is on the disk."""
        if path not in self._here:
            try:
                with open(f"{self._root}/{path}", "rb") as file:  # noqa: PTH123 - tens of thousands of them
                    content = file.read()
            except OSError:
                self._here[path] = None
            else:
                made = hashlib.sha1 if len(self.head) == 40 else hashlib.sha256
                found = made(b"blob %d\0" % len(content) + content, usedforsecurity=False)
                self._here[path] = found.hexdigest()
        return self._here[path]


def _is_signed(content: bytes) -> bool:
    head = content.partition(b"\n\n")[0]
    return _SSH in head or _SSH256 in head
