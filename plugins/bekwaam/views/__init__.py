"""Frozen view models for one audience in one language; site, pdf and export share them."""
