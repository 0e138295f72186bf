"""The school's facts and rules. Knows no Telegram, no SQL and no sentence for a person."""
