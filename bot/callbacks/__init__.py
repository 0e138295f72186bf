"""What a tap means. A button carries an intent and ids, and is trusted with nothing.

Buttons live for years: a prefix whose meaning changes gets a new number, so that an old button is
known as old. Days are ordinals, 0 is "as it is now". `anew` opens beside the news with the button.
"""
