"""Lessons missed without good reason, and how families are alerted to them (F12, C4.3.10)."""
