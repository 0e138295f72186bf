"""Praise, achievements, and how a pupil behaves and grows: said by teachers, and never marks."""
