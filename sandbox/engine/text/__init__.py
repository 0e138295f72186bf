"""Text as Telegram counts and marks it: UTF-16 offsets, entities, HTML and Markdown."""
