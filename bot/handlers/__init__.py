"""What a person does, one file per task. A handler asks one use case and returns one Screen."""

from bot.handlers.order import all_routers

__all__ = ["all_routers"]
