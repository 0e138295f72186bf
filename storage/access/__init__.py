"""Persons, accounts and codes in SQL."""
