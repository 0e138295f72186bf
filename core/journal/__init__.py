"""What happened at school: classes, courses, lessons, works, marks, absences, homework, periods."""
