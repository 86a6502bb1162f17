"""bekwaam: portfolios and competence descriptions from records kept in git."""

__version__ = "0.1.0"
