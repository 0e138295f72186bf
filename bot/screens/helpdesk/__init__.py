"""What the help desk shows: the schedule of duty, requests and answers."""
