"""What the bot says: Fluent, Russian and English complete. No sentence stands in Python."""

from bot.texts.keys import Key
from bot.texts.speech import Speech, Texts

__all__ = ["Key", "Speech", "Texts"]
