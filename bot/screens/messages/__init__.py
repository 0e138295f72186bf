"""Screens of threads."""
