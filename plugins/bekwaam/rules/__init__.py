"""The rules that look across records; each module holds one, and yields diagnostics."""

from bekwaam.rules.all import Rules, check

__all__ = ["Rules", "check"]
