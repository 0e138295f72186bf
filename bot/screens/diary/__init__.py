"""Screens of a pupil's days, marks, homework and school year."""
