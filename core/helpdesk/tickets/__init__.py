"""Tickets: somebody asks for help, and exactly one answers for it at any moment (H1, H2)."""
