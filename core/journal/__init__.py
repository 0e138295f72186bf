"""What happened at school: lessons, works, marks, absences, homework, periods."""
