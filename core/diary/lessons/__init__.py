"""What the lesson's teacher adds to it for families: homework, files, recommendations."""
