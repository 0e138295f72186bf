"""The sandbox over HTTP: the Bot API as Telegram serves it, and a control for tests.

    async with serve(telegram) as address:   # "http://127.0.0.1:40123"
        ...                                  # a bot: <address>/bot<token>/<method>
    await run(telegram, host, port, extra=[add_page_to])

Files come down from `<address>/file/bot<token>/<path>`. Webhooks are posted with the secret token,
in order per chat, until a 2xx comes. Faults of the engine's plan are enacted on the wire.

The control takes and gives JSON, in Telegram's envelope, so that any process can act for people:

    GET    /sandbox/bots                                 all bots, with pending_updates
    GET    /sandbox/persons                              all persons
    POST   /sandbox/persons                              {"id", "first_name", "last_name"?, ...}
    DELETE /sandbox/persons/<id>                         the account is deleted
    POST   /sandbox/bots/<token>/persons/<id>/<deed>     a person does something:
               sends {"text"}  starts {"payload"}  edits {"message_id", "text"}
               taps {"message_id", "label" or "data"}  sends_sticker {"emoji"}
               sends_photo, sends_document {"content" (base64), "name", "mime", "caption"}
               sends_contact {"phone_number", "first_name"}  opens_chat  blocks  unblocks
    GET    /sandbox/bots/<token>/chats/<chat id>         the chat with its messages
    GET    /sandbox/bots/<token>/spinners                taps that were never answered
    POST   /sandbox/bots/<token>/updates                 queue an update of any content
    POST   /sandbox/faults       {"fault": "delay", "refusal", "raw_answer", "reset" or "silence",
                                  its fields, "method"?, "chat_id"?, "skip"?, "times"?}
    DELETE /sandbox/faults                               all goes well again
    POST   /sandbox/reset                                forget everything
"""

from sandbox.http.serving import Extra, create_app, run, serve

__all__ = ["Extra", "create_app", "run", "serve"]
