"""Answers to the news of the rooms below, in the transaction in which it comes."""

from datetime import date
from typing import Any

from django.dispatch import receiver

from collaboration.actions import signaal
from stageplekken.models import Stage
from stageplekken.signals import dag_niet_gemeld
from students.access import Viewer


@receiver(dag_niet_gemeld, dispatch_uid="signaal_bij_niet_gemeld")
def on_dag_niet_gemeld(sender: Any, *, stage: Stage, dag: date, by: Viewer, **more: Any) -> None:
    """A stage day of which nobody heard anything is a signaal to the mentor; once a stage and day."""
    signaal.from_hours(by=by, stage=stage, dag=dag)
