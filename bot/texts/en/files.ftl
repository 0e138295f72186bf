# Photos and files that Telegram keeps
file-gone = The file itself does not open any more: Telegram does not give it out. Please ask for it once more.
