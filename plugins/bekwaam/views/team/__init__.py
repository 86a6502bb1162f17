"""What the team sees of everyone's work: who has to do what, and by when."""
