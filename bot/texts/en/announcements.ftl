# The school's announcement of going over to the electronic journal.
place-announcements = Announce the journal
announcements-head = 📣 Announcements of the electronic journal
announcements-empty = Nothing has been announced yet.
announcement-line = { $at }, { $by }: from { $day }. { $text }
announcement-write = Write an announcement
announcement-back = ‹ Announcements
announcement-ask-text = Send the text for all families in one message. /cancel leaves it.
announcement-ask-day = From which day on is the journal electronic? Choose, or write a date: 01.12.2026.
announcement-preview = Families will read this. It is not sent yet.
announcement-send = Send to all families
announcement-sent = Sent to all families; who comes in later reads it then.
refusal-announcement-empty = The announcement needs a text.
refusal-announcement-day = There is no such date. Write one like: 01.12.2026.
