"""`bekwaam forget`: everything that still tells of a learner, and how it goes."""

from bekwaam.cli.forget.command import command

__all__ = ["command"]
