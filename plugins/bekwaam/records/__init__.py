"""From plain data that the schema has passed to the model's dataclasses."""

from bekwaam.records.building import from_data

__all__ = ["from_data"]
