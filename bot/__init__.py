"""The Telegram bot over the school's core."""

from bot.telegram.late_types import put_off

put_off()
