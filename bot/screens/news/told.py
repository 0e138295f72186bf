"""A piece of news on its way into a message: how its child is called, what is told along."""

from dataclasses import dataclass

from core.notices.news.journal import News


@dataclass(frozen=True, slots=True)
class Told:
    """News with how its child is called; `who` is empty for the pupil who reads it.

    `alone`: no other mark of the subject is told along, so that the mean's step is this mark's.
    `last`: of several marks of a subject the last one tells the mean.
    """

    news: News
    who: str
    alone: bool = True
    last: bool = True
