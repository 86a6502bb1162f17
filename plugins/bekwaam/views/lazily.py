"""Views that are made when somebody asks for them: those of a whole school are never there at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


class Later(Generic[T]):
    """One value, made when somebody asks for it the first time."""

    def __init__(self, make: Callable[[], T]) -> None:
        """Nothing is made yet."""
        self._make: Callable[[], T] | None = make

    def __call__(self) -> T:
        """Make the value, or give it again."""
        if self._make is not None:
            self._made = self._make()
            self._make = None
        return self._made

    def __repr__(self) -> str:
        """The value, which then is made."""
        return repr(self())


def given(later: Later[T] | None) -> T | None:
    """The value, made where it is not there yet; None where there is nothing to make."""
    return None if later is None else later()


class Lazily(Mapping[str, T]):
    """What ``make`` gives for each key, in the order of the keys; only the last one asked for is kept."""

    def __init__(self, keys: Sequence[str], make: Callable[[str], T]) -> None:
        """Nothing is made yet."""
        self._keys = dict.fromkeys(keys)
        self._make = make
        self._last: tuple[str, T] | None = None

    def __getitem__(self, key: str) -> T:
        """Make the value of a key, or give it again."""
        last = self._last
        if last is not None and last[0] == key:
            return last[1]
        if key not in self._keys:
            raise KeyError(key)
        made = self._make(key)
        self._last = key, made
        return made

    def __contains__(self, key: object) -> bool:
        """Whether there is such a key; nothing is made for the answer."""
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        """The keys."""
        return iter(self._keys)

    def __len__(self) -> int:
        """How many keys there are."""
        return len(self._keys)

    def __repr__(self) -> str:
        """All values, which then are made."""
        return repr(dict(self))


def changed(values: Mapping[str, T], change: Callable[[T], U]) -> Lazily[U]:
    """The same keys, with each value changed when somebody asks for it."""
    return Lazily(list(values), lambda key: change(values[key]))
