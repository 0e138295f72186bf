"""Broadcasts: one says something to many, and sees who has not answered."""
