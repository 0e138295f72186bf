"""Screens of absences: what families announce, what class teachers decide."""
