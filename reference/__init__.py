"""Writes the pages of the documentation that come from schemas, findings, the command and the modules."""
