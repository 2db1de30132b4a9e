"""Each form that is sent says for whom its page was made, so that nobody's tap is noted as somebody else's."""

import re
from pathlib import Path

import pytest
from django.test import Client

from collaboration.models import Contactpoging
from tests.cast import Cast
from tests.house.source import ROOT

POST = re.compile(r'<form[^>]*method="post".*?</form>', re.DOTALL)
PAGES = sorted((ROOT / "templates" / "collaboration").glob("*.html"))


def test_there_are_forms_to_look_at() -> None:
    assert sum(len(POST.findall(page.read_text())) for page in PAGES) > 5


@pytest.mark.parametrize("template", PAGES, ids=lambda template: template.name)
def test_every_form_says_for_whom_it_was_made(template: Path) -> None:
    assert [form[:80] for form in POST.findall(template.read_text()) if 'name="_van"' not in form] == []


def test_a_tap_on_a_page_of_somebody_else_is_not_noted(client: Client, cast: Cast) -> None:
    client.force_login(cast.harold)
    page = client.get(f"/studenten/{cast.marije.pk}/").content.decode()
    form = next(form for form in POST.findall(page) if 'name="een_tik"' in form)
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    client.force_login(cast.soraya)  # in another tab, beside the page of Harold
    answer = client.post(f"/studenten/{cast.marije.pk}/contactpoging/", fields)
    assert answer.status_code == 409
    assert not Contactpoging.objects.exists()
    client.force_login(cast.harold)
    assert client.post(f"/studenten/{cast.marije.pk}/contactpoging/", fields).status_code == 302
