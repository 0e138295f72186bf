"""The school's rules as data: values in which schools differ, each with its clause."""
