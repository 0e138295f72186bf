# Coming in, the menu, children and classes.
stranger = This is a school's bot. To come in you need a code: the class teacher gives it out.
stranger-how = If you have a code, send it as one message, for example: ABCD-EFGH-2345.
activated = You are in: <b>{ $name }</b>, { $school }.
activated-children = { $count ->
    [one] Here is the diary of your child:
   *[other] Here are the diaries of your children:
}
activated-pupil = Here is your diary, class { $class }.
activated-leads = You are a class teacher: { $classes }.
activated-administration = Summaries of all classes of the school are open to you.
activated-staff = For your role, settings and help are available here so far.
activated-next = News of marks, absences and homework will come here by itself.
bullet = • { $what }
menu = What shall I show?
menu-of = What shall I show: <b>{ $who }</b>
menu-staff = The diary is open to families and class teachers. Settings and help are available to you.
children-head = Whose diary shall I open?
children-head-marks = Whose marks shall I open?
children-head-homework = Whose homework shall I open?
children-head-timetable = Whose timetable shall I open?
children-head-absences = Whose absences shall I open?
children-none = The school's records name no child whose diary is open to you. If this is wrong, tell the class teacher.
class-head = Class <b>{ $title }</b>. Pupils: { $count }
class-pupil = { $index }. { $name }
class-empty = There are no pupils in class { $title } yet.
class-choose = Which class shall I open?
school-head = <b>{ $school }</b>: which class shall I open?
school-more-head = <b>{ $school }</b>: what to show?
school-empty = <b>{ $school }</b>: the records have no class with pupils yet.
class-none = You are not a class teacher, so there is no class list here.
cancelled = Cancelled: nothing was sent or changed.
begun-goes-on = You are busy with something else too: it is not sent, your next words go there. Leave it: /cancel.
dialogue-lapsed = What you began earlier was not finished and waits no more: nothing of it was sent.
nothing-to-cancel = There is nothing to cancel: nothing was started.
more-head-files = Files and pictures
more-head-school = School
more-head = More
class-more-head = Class <b>{ $title }</b>: what to show?
class-more-head-progress = Class <b>{ $title }</b>: progress
class-more-head-absences = Class <b>{ $title }</b>: absences
class-more-head-families = Class <b>{ $title }</b>: families
place-class-progress = Progress
place-class-absences = Absences
place-class-families = Families
