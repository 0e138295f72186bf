"""What may befall the school's books as a whole; neither is anybody's mistake, and both pass."""


class BooksAway(Exception):
    """The database could not be reached or was busy too long; nothing of it was kept."""


class Overtaken(Exception):
    """Others wrote meanwhile what this stood on; nothing of it was kept, and a new try may do."""
