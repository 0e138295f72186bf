"""How a bot gets its updates: by asking for them, or at its webhook."""

import re

from sandbox.engine.changes import WebhookChanged
from sandbox.engine.params import Params, Wire
from sandbox.engine.refusals import bad_request, conflict
from sandbox.engine.residents import Bot, Webhook
from sandbox.engine.world import World

MOST_UPDATES = 100
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
ADDRESS = re.compile(r"https?://[^\s/]+(?:/\S*)?")


def get_updates(world: World, bot: Bot, params: Params) -> list[Wire]:
    """Return what waits now; waiting for more is the business of `long_poll`."""
    refuse_beside_webhook(bot)
    bot.queue.turn += 1
    bot.queue.wake()
    _keep_allowed(bot, params)
    limit = min(max(params.integer("limit", MOST_UPDATES), 1), MOST_UPDATES)
    return bot.queue.take(params.integer("offset"), limit, world.now().timestamp())


def refuse_beside_webhook(bot: Bot) -> None:
    """Refuse to hand out what goes to a webhook."""
    if bot.webhook is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active;"
            " use deleteWebhook to delete the webhook first"
        )


def set_webhook(world: World, bot: Bot, params: Params) -> bool:
    """Have updates posted to an address; plain HTTP is welcome here, unlike in Telegram itself."""
    url, secret = params.text("url"), params.text("secret_token")
    if url and not ADDRESS.fullmatch(url):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    _keep_allowed(bot, params)
    connections = min(max(params.integer("max_connections", 40), 1), 100)
    _change_webhook(world, bot, params, Webhook(url, secret, connections) if url else None)
    return True


def delete_webhook(world: World, bot: Bot, params: Params) -> bool:
    """Go back to asking."""
    _change_webhook(world, bot, params, None)
    return True


def get_webhook_info(_: World, bot: Bot, __: Params) -> Wire:
    """Tell where updates go and how many wait."""
    info: Wire = {
        "url": bot.webhook.url if bot.webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(bot.queue),
    }
    if bot.webhook:
        info["max_connections"] = bot.webhook.max_connections
    if bot.webhook_error:
        info["last_error_date"], info["last_error_message"] = bot.webhook_error
    if bot.queue.allowed:
        info["allowed_updates"] = bot.queue.allowed
    return info


def _keep_allowed(bot: Bot, params: Params) -> None:
    allowed = params.sequence("allowed_updates")
    if allowed is not None:
        bot.queue.allowed = [str(kind) for kind in allowed] or None


def _change_webhook(world: World, bot: Bot, params: Params, webhook: Webhook | None) -> None:
    if params.flag("drop_pending_updates"):
        bot.queue.clear()
    bot.webhook, bot.webhook_error = webhook, None
    bot.queue.turn += 1
    bot.queue.wake()
    world.tell(WebhookChanged(bot.token))
