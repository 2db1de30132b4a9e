"""The ground floor: people, schools, roles in a school, logging in."""

from django.apps import AppConfig


class BegeleidersConfig(AppConfig):
    name = "begeleiders"
    label = "begeleiders"
    verbose_name = "begeleiders"
