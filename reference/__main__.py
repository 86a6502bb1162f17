"""`python -m reference [DOCS]`: writes the generated pages anew, by default into `docs/`."""

from __future__ import annotations

import sys
from pathlib import Path

from reference.pages import GENERATED, pages


def main(arguments: list[str]) -> None:
    """Write every page, and remove generated pages that nothing makes any more."""
    docs = Path(arguments[0]) if arguments else Path(__file__).resolve().parents[1] / "docs"
    made = pages()
    for folder in GENERATED:
        for old in (docs / folder).rglob("*.md"):
            if old.relative_to(docs).as_posix() not in made:
                old.unlink()
    for name, content in made.items():
        file = docs / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="\n")


main(sys.argv[1:])
