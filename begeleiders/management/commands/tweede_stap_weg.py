"""manage.py tweede_stap_weg <e-mailadres>: who lost phone and emergency codes sets it up anew at the next login."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from begeleiders.models import User
from kern.log import Subject, record


class Command(BaseCommand):
    """Takes the second step of one person away. Make sure by voice that it is really them who ask."""

    help = "Neem de tweede stap van iemand weg die telefoon en noodcodes kwijt is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(email=options["email"].strip().lower()).first()
        if user is None:
            raise CommandError("Dit adres hoort bij geen account.")
        count, _ = Authenticator.objects.filter(user=user).delete()
        record("tweede stap weggehaald", by=None, about=Subject(kind="account", object_id=user.pk))
        self.stdout.write("De tweede stap is weg." if count else "Er stond geen tweede stap aan.")
