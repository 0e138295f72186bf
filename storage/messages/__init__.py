"""Adapters of what people say to each other."""
