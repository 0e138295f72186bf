"""Days on which nobody looked on: what a school's journal holds of them afterwards.

Teachers gave their lessons, marked, noted who was missing, set homework, and summed up what
ended. What they wrote follows from what is on record by rules without chance: the same days,
lived twice from the same journal, are the same.
"""
