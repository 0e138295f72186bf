"""Screens of final marks and reviews."""
