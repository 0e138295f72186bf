"""What people of the school say to each other through the bot."""
