"""How large what is measured is: as the goals have it, or tiny, to see that each part runs at all.

With `BENCHMARK_SIZE=tiny` nothing is judged, and what is printed means nothing.
"""

import os
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Size:
    """A school of 600 families, one of 1 200 pupils, a pupil's years; how often what is done.

    `copies`: how many times the sample bundle is the large one. `idle`: seconds of doing nothing.
    """

    classes: int = 24
    pupils_of_class: int = 25
    classes_of_quarter: int = 40
    pupils_of_quarter: int = 30
    years: int = 11
    marks_of_years: int = 5000
    copies: int = 20
    diary_taps: int = 3000
    warming_taps: int = 600
    chats_at_once: int = 50
    screen_taps: int = 11
    papers: int = 10
    idle: float = 5.0
    single_questions: int = 100
    questions_at_once: int = 200
    silent_questions: int = 10
    is_judged: bool = True


FULL: Final = Size()
TINY: Final = Size(
    classes=1,
    pupils_of_class=10,
    classes_of_quarter=1,
    pupils_of_quarter=3,
    years=2,
    marks_of_years=200,
    copies=2,
    diary_taps=20,
    warming_taps=5,
    chats_at_once=2,
    screen_taps=2,
    papers=1,
    idle=0.1,
    single_questions=3,
    questions_at_once=5,
    silent_questions=1,
    is_judged=False,
)
SIZE: Final = TINY if os.environ.get("BENCHMARK_SIZE") == "tiny" else FULL
