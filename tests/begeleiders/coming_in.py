"""Coming in, as these tests do it: ask for a code, read it in the mail, type it; and a link out of a mail."""

import re
from typing import Any

from django.core import mail

from begeleiders.actions import uitnodigen
from begeleiders.actions.uitnodigen import Waarvoor
from begeleiders.coming_in import Doel, Uitnodiging
from begeleiders.models import User
from tests.harness import StrictClient

ASK, TYPE = "/inloggen/code/", "/inloggen/code/invullen/"


def code_in(message: Any) -> str:
    """The six digits in a mail."""
    found = re.search(r"^\d{6}$", message.body, re.MULTILINE)
    assert found, message.body
    return found.group()


def token_in(message: Any) -> str:
    """The token in the link of a mail."""
    found = re.search(r"/welkom/([\w-]+)/", message.body)
    assert found, message.body
    return found.group(1)


def ask(client: StrictClient, address: str, **more: str) -> Any:
    """Ask for a code; where the address is known, the last mail has it."""
    return client.post(ASK, {"login": address, **more})


def code_for(client: StrictClient, address: str) -> str:
    """Ask for a code and read it."""
    ask(client, address)
    return code_in(mail.outbox[-1])


def wrong(code: str) -> str:
    """A code that is not this one."""
    return f"{(int(code) + 1) % 10**6:06d}"


def invited(by: User, user: User, doel: Doel = Doel.STAGE, **more: Any) -> tuple[Uitnodiging, str]:
    """Somebody who was invited, and the token in the mail."""
    row = uitnodigen.invite(by=by, user=user, waarvoor=Waarvoor(doel=doel, student=user.pk, **more))
    return row, token_in(mail.outbox[-1])
