"""What can be wrong with a record, where it is wrong, and how to say it."""

from bekwaam.diagnostics.diagnostic import LEARNER, TOP, At, Diagnostic, Location, Pointer, Severity
from bekwaam.diagnostics.message import Message, Translate, say
from bekwaam.diagnostics.nearest import nearest

__all__ = [
    "LEARNER",
    "TOP",
    "At",
    "Diagnostic",
    "Location",
    "Message",
    "Pointer",
    "Severity",
    "Translate",
    "nearest",
    "say",
]
