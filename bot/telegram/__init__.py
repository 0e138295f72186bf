"""Telegram's side of the house: the session, its errors, raw updates, polling."""
