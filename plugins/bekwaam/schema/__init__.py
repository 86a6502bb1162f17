"""Whether a record has the right shape, and if not, what is wrong in the user's words."""

from bekwaam.schema.registry import schema_of
from bekwaam.schema.validation import validate

__all__ = ["schema_of", "validate"]
