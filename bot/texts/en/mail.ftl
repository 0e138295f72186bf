mail-subject = News of the school
mail-footer = This letter was sent by the school's bot, Zvonok. What is sent where is chosen in the chat with the bot, under Settings. No answer is needed.
