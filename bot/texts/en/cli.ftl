# What the command line says to the school's administrator.
cli-school = School: { $school }
cli-import-first = First import: families are told nothing.
cli-import-same = Everything is so already: nothing changed.
cli-import-would = Dry run: nothing was written. This would change:
cli-import-done = Written:
cli-import-counts = { $file }: { $new } new, { $changed } changed, { $gone } gone
cli-import-refused = { $count ->
    [one] There is { $count } fault
   *[other] There are { $count } faults
 } in the files. Nothing changed.
cli-import-more = … and { $count } more
cli-fault = { $place }: { $why }; found "{ $found }", expected: { $expected }
cli-fault-plain = { $place }: { $why }; expected: { $expected }
cli-line = { $file }, line { $line }
cli-column = { $place }, column { $column }
cli-fault-not-a-bundle = neither a folder nor a zip with a school's files
cli-fault-unsafe-path = a path in the archive leads outside
cli-fault-too-large = a file or the archive is too large
cli-fault-file-missing = the file is missing
cli-fault-file-unlisted = the file is not named in manifest.csv
cli-fault-file-unexpected = the file is there although manifest.csv says it is absent
cli-fault-encoding = the encoding is not UTF-8
cli-fault-malformed = the line cannot be read as CSV
cli-fault-row-width = the row has not as many cells as the header
cli-fault-column-missing = a column is missing
cli-fault-column-twice = a column is named twice
cli-fault-empty = the cell is empty
cli-fault-bad-value = the value does not fit
cli-fault-id-twice = the same id twice
cli-fault-cell-twice = two records in one cell
cli-fault-dangling = a reference to a record that is not there
cli-fault-out-of-year = the date is outside the school year
cli-fault-out-of-limits = the value is outside its limits
cli-fault-ends-before-begin = the end is before the begin
cli-fault-schools = there must be one school
cli-clash = { $place }: record { $source } was entered by a person and stays as it was
cli-warning = { $place }: two lessons at one time: { $what } { $who }
cli-exported = Rows written: { $rows }. Folder or archive: { $path }
cli-refusal-school-unknown = There is no such school. Import it first, or name it rightly: --school
cli-refusal-school-ambiguous = There are several schools. Name one: --school { $schools }
cli-refusal-person-unknown = There is no person with the id { $person } at this school.
cli-refusal-not-a-name = Write the name: family, given, middle.
cli-settings = The settings do not fit:
