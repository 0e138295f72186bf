"""Who plays in the demo: a guardian of two, one of the children, and the class teacher."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.composition import UseCases, import_school, use_cases_of
from bot.config import Settings
from core.access.people import Child
from core.clock import Clock
from core.ids import PupilId
from storage.transaction import Store

SCHOOL: Final = Path(__file__).parent / "school"
START: Final = datetime.fromisoformat("2026-11-23T08:20:00+03:00")
GUARDIAN, PUPIL, CLASS_TEACHER = "g0-17a", "p0-17", "t-rus-0"
SIBLING: Final = "p1-17"
