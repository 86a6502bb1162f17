"""Every code that a finding can have, and what there is to say about it."""

from bekwaam.diagnostics.codes.code import Code
from bekwaam.diagnostics.codes.explaining import explain
from bekwaam.diagnostics.codes.registry import CODES

__all__ = ["CODES", "Code", "explain"]
