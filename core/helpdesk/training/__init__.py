"""Trainings: staff and families are taught to use the journal, at least once a quarter (H6)."""
