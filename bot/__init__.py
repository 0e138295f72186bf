"""The Telegram bot over the school's core."""
