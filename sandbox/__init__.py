"""A Telegram for one machine: engine, and fronts over HTTP, in process and for a browser."""
