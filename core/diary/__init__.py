"""What a family sees: the diary by day and week, marks, homework, timetable, absences."""
