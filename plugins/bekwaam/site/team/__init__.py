"""The pages that only the team has: who has to do what, and how it goes."""
