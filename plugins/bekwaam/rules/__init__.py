"""The rules that look across records; each module holds one, and yields diagnostics."""

from bekwaam.rules.all import RULES, check

__all__ = ["RULES", "check"]
