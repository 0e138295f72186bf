"""Screens of print runs for families."""
