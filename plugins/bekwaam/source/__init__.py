"""All reading of files: which there are, what they hold, and where in them a value stands."""

from bekwaam.source.digests import digest_of, digest_of_all
from bekwaam.source.discovery import SourceFile, Tree, composed, discover
from bekwaam.source.layout import ROWS, Place, classify, is_id, nearest_row
from bekwaam.source.positions import locate, locate_all
from bekwaam.source.reading import MAX_BYTES, Reading, read, read_bytes
from bekwaam.source.yaml_subset import Data, parse

__all__ = [
    "MAX_BYTES",
    "ROWS",
    "Data",
    "Place",
    "Reading",
    "SourceFile",
    "Tree",
    "classify",
    "composed",
    "digest_of",
    "digest_of_all",
    "discover",
    "is_id",
    "locate",
    "locate_all",
    "nearest_row",
    "parse",
    "read",
    "read_bytes",
]
