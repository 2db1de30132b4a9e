"""The headers of every answer."""

import pytest

from tests.harness import StrictClient

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path", ["/account/login/", "/test/bewaar/", "/bestaat-nog-niet/", "/static/weg.css"]
)
def test_nothing_is_kept_or_shared(client: StrictClient, path: str) -> None:
    answer = client.get(path)
    assert answer["Cache-Control"] == "no-store, private"
    assert {"Cookie", "HX-Request"} <= {part.strip() for part in answer["Vary"].split(",")}
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert "Clear-Site-Data" not in answer


def test_static_files_may_be_kept(client: StrictClient) -> None:
    answer = client.get("/static/css/kansrijk.css")
    answer.close()
    assert answer.status_code == 200
    assert "no-store" not in answer["Cache-Control"]
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_page_that_asks_whether_to_log_out_clears_nothing(as_harold: StrictClient) -> None:
    assert "Clear-Site-Data" not in as_harold.get("/account/logout/")
