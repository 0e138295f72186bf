"""Screens of broadcasts."""
