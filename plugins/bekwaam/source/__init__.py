"""All reading of files: which there are, what they hold, and where in them a value stands."""

from bekwaam.source.digests import digest_of, digest_of_all
from bekwaam.source.discovery import SourceFile, Tree, Walked, composed, discover
from bekwaam.source.fingerprints import fingerprint
from bekwaam.source.layout import ROWS, Place, classify, is_id, learner_of, nearest_row
from bekwaam.source.marks import SETTLED, is_settled, marks_from, marks_of
from bekwaam.source.positions import locate, locate_all
from bekwaam.source.reading import MAX_BYTES, UNREADABLE, Reading, digest_of_file, read, read_bytes, read_text
from bekwaam.source.yaml_subset import Data, parse

__all__ = [
    "MAX_BYTES",
    "ROWS",
    "SETTLED",
    "UNREADABLE",
    "Data",
    "Place",
    "Reading",
    "SourceFile",
    "Tree",
    "Walked",
    "classify",
    "composed",
    "digest_of",
    "digest_of_all",
    "digest_of_file",
    "discover",
    "fingerprint",
    "is_id",
    "is_settled",
    "learner_of",
    "locate",
    "locate_all",
    "marks_from",
    "marks_of",
    "nearest_row",
    "parse",
    "read",
    "read_bytes",
    "read_text",
]
