"""Persons, roles, activation codes, and the one gate: who may see or change what."""
