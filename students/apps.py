"""The room of the students."""

from django.apps import AppConfig


class StudentsConfig(AppConfig):
    """Klas, student, team, access."""

    name = "students"
    verbose_name = "Studenten"
