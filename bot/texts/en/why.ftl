## “Why so”: the rules by which a screen came about

why-button = Why so
why-back = ‹ Back
why-head = <b>Why so</b> · { $about ->
    [marks] marks and the mean
    [review] review
    [year] final marks
    [absences] absences
    [announcing] reason of an absence
    [homework] homework
    [control_works] control works
    [class_reviews] families' reviews
    [missing] missing final marks
    [sheets] final marks
    [missing_of_year] missing marks of the year
    [issue] the class's forecast
    [warnings] warnings
    [claims] reasons of absences
    [paper] sheets for families
    [class_reports] the class's reports
    [my_data] check of data
    [requests] requests for help
    [trainings] trainings
    [duty] duty schedule
    [codes] codes
    [staff_codes] codes
    [breaches] breaches
    [school_reports] the school's reports
    [messages] messages
   *[other] absences without good reason
}
why-school = { $school }
why-set-by-teacher = The teacher sets a final mark; current marks and works justify it (C5.1)
why-year-missing = A mark of the year is expected in each subject of marks, also where it was taught for a part of the year (J13: C4.4.3, E3 2.17)
why-final-missing = Who sits an exam the journal does not know, so exam marks are not expected. A final mark is, where an exam's stands; where more than half of the class have it, the others are named apart
why-reasons = “б” is illness, “у” a good reason: a note of the parents or an order; “н” is without good reason (E3 2.11)
why-reason-confirmed = The class teacher confirms a reason by a document; until then it is said by the family, or not known (E5, class teacher, 10)
why-only-known-reasons = An absence whose reason is not known yet does not count: families hear only of absences without good reason (C4.3.10)
why-at-risk = A family is warned when a period's mark comes to 2, or marks are too few (C4.3.10)
why-on-paper = Paper is for those who declined electronic delivery in writing or cannot get it (E3 1.6)
