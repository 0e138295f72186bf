"""Profiles of the documents, as package data."""
