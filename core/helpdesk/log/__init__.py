"""The log of consultations (H4, E6 2.3): what was asked, when it was answered, how it ended."""
