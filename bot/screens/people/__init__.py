"""Screens of the bot itself: menu, settings, who is known, what is refused."""
