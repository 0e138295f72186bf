"""What is handed over as a picture, a document or a calendar, as data alone."""
