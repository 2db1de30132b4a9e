"""Mail leaves through the queue. No mail holds a name or any content: only that there is something, and a link."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMessage
from django.tasks import task
from django.template.loader import render_to_string
from django.urls import reverse

from begeleiders.models import User


@task
def send_message(to: str, subject: str, body: str) -> None:
    """Send one mail that was rendered before."""
    EmailMessage(subject=subject, body=body, to=[to]).send()


@task
def send_password_reset(email: str) -> None:
    """Send a link for a new password, if this address belongs to someone who logs in with one.

    The link is made here and not where the task is put in the queue: so no key waits in the database,
    and asking costs the page the same for an address that nobody has.
    """
    user = User.objects.filter(email__iexact=email, is_active=True).first()
    if user is None or not user.has_usable_password():
        return
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    context = {
        "url": f"{settings.BASE_URL}{reverse('account_reset_password_from_key', kwargs=key)}",
        "uren": settings.PASSWORD_RESET_TIMEOUT // 3600,
    }
    body = render_to_string("account/email/password_reset_key_message.txt", context)
    EmailMessage(subject="Kansrijk: een nieuw wachtwoord kiezen", body=body, to=[user.email]).send()
