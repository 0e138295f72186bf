# Subjects that are summed up by another kind of period than the one that is looked at.
subject-in-period = { $subject } ({ $period })
