"""Screens of an account in strange hands."""
