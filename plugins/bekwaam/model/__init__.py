"""The records as the program sees them: frozen dataclasses, one module per kind."""
