"""How the school does: its points, self-evaluations and actions, for its team."""
