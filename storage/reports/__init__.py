"""The journal of whole classes, for reports."""
