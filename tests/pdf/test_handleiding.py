"""The handleiding on paper: valid, tagged, and no more than this person may read."""

from django.test import Client

from tests.acts_handleiding import deel, neem_terug, schrijf
from tests.cast import Cast
from tests.pdf.reading import faults, opened, text


def test_on_paper_stands_what_was_shared_and_nothing_else(client: Client, cast: Cast) -> None:
    path = f"/studenten/{cast.marije.pk}/handleiding.pdf"
    schrijf(cast.marije, "leren", "Doe het één keer voor.")
    schrijf(cast.marije, "goed", "Ik werk netjes.")
    deel(cast.marije, cast.melissa, "leren")
    client.force_login(cast.melissa)
    answer = client.get(path)
    assert faults(answer.content) == []
    assert "Marije" not in answer.headers["Content-Disposition"]
    assert opened(answer.content).metadata.title == "Handleiding - Kansrijk"  # type: ignore[union-attr]
    assert "Doe het één keer voor." in text(answer.content)
    assert "Ik werk netjes." not in text(answer.content)
    neem_terug(cast.marije, cast.melissa, "leren")
    assert client.get(path).status_code == 302
