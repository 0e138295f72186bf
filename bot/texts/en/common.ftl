# Parts that several screens share.
head-of = { $what } · <b>{ $who }</b>
child-in-class = { $name }, { $class }
full-name = { $family } { $given }
more = … and { $count } more
page-place = here { $first }–{ $last }
back-page = ‹ Back
next-page = Next ›
mark-value = { $value ->
    [pass] pass
    [fail] fail
    [none] n/a
   *[other] { $value }
}

# Places; the same words on every screen.
place-menu = Menu
place-diary = Diary
place-marks = Marks
place-homework = Homework
place-timetable = Timetable
place-absences = Absences
place-more = More
place-of-school = School
place-files = Files
place-settings = Settings
place-help = Help
place-privacy = My data
place-other-child = Other child
place-class = Class { $title }
place-classes = My classes
place-school = School classes
place-school-named = Classes: { $school }
