# Why something cannot be had, and what to do.
refusal = It did not work just now. Nothing has changed and nothing is lost; try again in a minute.
refusal-access = This screen is not open to you. Below is what you can open.
refusal-not-found = This record is no more. Below is what you can open.
refusal-rule = The journal's rules do not allow this. Nothing has changed.
refusal-cell-taken = There is a mark in this cell already. It can be corrected; a second one cannot be set.
refusal-no-period-mark = A final mark is 2, 3, 4, 5, pass, fail or not certified. Nothing has changed.
refusal-code = The code did not work. Check it and send it again.
refusal-code-unknown = This code did not work. Check each letter and digit and send it again. If it still fails, ask the class teacher for a new one.
refusal-code-used = This code has been used: each code opens once. If it was not you who came in, tell the class teacher.
refusal-pupil-among-staff = The code is right and not used up, but it opens nothing in this chat: a pupil and somebody of the staff never share one (E3 4.1). Send it to the bot from your own.
refusal-code-expired = This code is out of date. Ask the class teacher for a new one.
refusal-too-many-tries = Too many wrong codes in a row. Wait { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} and send the code again.
old-button = This button is out of date. Below is what you can open.
unknown-words = The bot understands buttons and commands; it does not read plain text and passes it on to nobody.
unknown-command = There is no such command. For the list of commands: /help.
not-text = The bot takes no stickers, photos, files or voice: they were passed on to nobody.
contact = The bot needs no phone number and has not kept it. A code from the class teacher lets you in.
edited = The bot does not read edits. Send the message anew.
edited-beside-broadcast = This edit is not part of the broadcast: the draft does not hold these words. To write it differently, tap “More”, “Start afresh” under the draft.
too-long = The message is too long: the bot does not read it and passes it on to nobody.
