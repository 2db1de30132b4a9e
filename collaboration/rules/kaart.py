"""Who may give a student a card, and show a code on the own screen."""

from collaboration.rules.team import may_invite
from students.access import Answer, Viewer, no
from students.models import Student

ONLY_MENTOR = "Een kaart of code geven aan deze student kan alleen de mentor. Vraag het aan de mentor."


def may_card(viewer: Viewer, student: Student) -> Answer:
    """Whether this person may make, print and withdraw the card, and show a code: the mentor."""
    return may_invite(viewer, student) or no(ONLY_MENTOR)
