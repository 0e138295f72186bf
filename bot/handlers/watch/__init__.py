"""A teacher says something of a pupil; a class teacher looks after the class."""
