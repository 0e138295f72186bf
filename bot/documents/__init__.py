"""Views of core on paper and in files: SVG and PNG, PDF, ICS. No question to the journal here."""
