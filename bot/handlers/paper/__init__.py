"""What class teachers do with print runs for families."""
