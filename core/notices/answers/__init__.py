"""What recipients answer to notices, in the chat or by a letter's link."""
