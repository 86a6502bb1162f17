"""The guide's 57 points in our own words: one file, and what a school adds to it."""

from bekwaam.guide.points import guide, guide_of

__all__ = ["guide", "guide_of"]
