"""Whether a record has the right shape, and if not, what is wrong in the user's words."""

from bekwaam.schema.registry import schema_of
from bekwaam.schema.salvage import salvage
from bekwaam.schema.validation import validate

__all__ = ["salvage", "schema_of", "validate"]
