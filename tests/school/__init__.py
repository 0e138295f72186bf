"""A school in memory: all ports of core, with the transactions of the real store."""

from tests.school.school import School
from tests.school.seed import Seed

__all__ = ["School", "Seed"]
