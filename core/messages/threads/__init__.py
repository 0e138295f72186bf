"""Threads: two persons write to each other about a child and a subject, and nobody else reads."""
