"""Small things that every action needs; they stand in students/checks.py, for the rooms below as well."""

from students.checks import Refused, demand, once

__all__ = ["Refused", "demand", "once"]
