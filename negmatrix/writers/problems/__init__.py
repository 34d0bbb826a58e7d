"""Problems for people (with the lines they stand in, or one line each) and for machines."""

from negmatrix.writers.problems.full import show_problems
from negmatrix.writers.problems.plain import count_problems, show_concise
from negmatrix.writers.problems.records import problem_records

__all__ = ["count_problems", "problem_records", "show_concise", "show_problems"]
