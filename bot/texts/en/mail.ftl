mail-subject = News of the school
mail-footer = This letter was sent by the school's bot Zvonok. There is no need to answer it.
mail-choose-in-chat = What comes and where is chosen in the chat with the bot: Settings.
mail-alert = { $neutral ->
    [yes] If you cannot open the chat with the bot, call the class teacher or the school.
   *[no] You can answer, or say that you do not know where the child is, in the chat with the bot; if you cannot open it, call the class teacher or the school.
}
