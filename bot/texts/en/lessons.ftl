# A teacher's own lessons, and files of homework for families.
place-lessons = My lessons
command-lessons = My lessons: homework and recommendations
lessons-head = My lessons: today and the day before
lessons-empty = The journal has no lessons of yours today or in the last days.
lessons-line = { $index }. { $lesson }{ $set ->
    [none] : no homework
   *[other] : { $set }
}
lesson-named = { $day }, lesson { $number }, { $group }
lesson-head = <b>{ $lesson }</b>
lesson-homework-set = 🏠 Homework:
lesson-no-homework = There is no homework yet.
lesson-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
lesson-homework-button = Homework
lesson-recommend = Recommend
lesson-remove-files = Remove files
lesson-back = ‹ Lesson
lesson-save = Save
lesson-saved = Saved; families will hear.
lesson-recommended = The recommendation is passed on.
lesson-ask-homework = Send the text, photos or files of the homework, in several messages if you like. /cancel leaves it.
lesson-go-on = Not saved yet. You can write more, or send photos and files.
lesson-needs-text = Not saved yet. Write a text too: without it families cannot know what to do.
lesson-whom = To whom is it recommended?
lesson-everybody = Everybody in the lesson
lesson-ask-words = Write the recommendation ({ $whom }) in one message. /cancel leaves it.
lesson-words-only = A text in one message is needed. To leave: /cancel.
homework-files = Files: { $subject }
homework-file = 🏠 File { $number } of { $count }
homework-next-file = Next ›
day-advice = <b>{ $subject }</b>, recommended: { $text }
refusal-file-too-large = The file is larger than 20 MB. Send a smaller one, or a photo.
refusal-file-kind = That cannot be passed on. Send a photo, a PDF or a document.
refusal-too-many-files = No more than ten files. Remove some.
refusal-lesson-closed = The lesson was more than a week ago: its form is closed.
refusal-homework-empty = Write a text: without it families cannot know what to do.
refusal-text-too-long = The text is longer than 1500 characters. Shorten it, or send it as a file.
