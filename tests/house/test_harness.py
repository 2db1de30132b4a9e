"""The strict harness bites: each thing that it refuses is planted here once."""

import socket
from types import SimpleNamespace

import pytest
from django.template import Context, Template, engines

from tests.harness import NetworkUsed, UndefinedVariable, faults_of
from tests.harness.network import is_here

WHOLE = (
    '<!doctype html><html lang="nl"><head><title>Vandaag</title></head><body><h1>Vandaag</h1>{}</body></html>'
)


def render(source: str, **context: object) -> str:
    return Template(source, engine=engines["django"].engine).render(Context(context))


@pytest.mark.parametrize(
    "source",
    [
        "{{ onbekend }}",
        "{{ student.onbekend }}",
        "{{ onbekend|upper }}",
        "{% for punt in onbekend %}{{ punt }}{% endfor %}",
        "{% with naam=onbekend %}{{ naam }}{% endwith %}",
        "{% if student %}{{ onbekend }}{% endif %}",
        "{{ student.account.naam }}",
        "{{ student.account }}",
    ],
)
def test_undefined_variable_fails(source: str) -> None:
    with pytest.raises(UndefinedVariable):
        render(source, student=WithoutAccount())


def test_failure_names_the_variable_and_the_line() -> None:
    with pytest.raises(UndefinedVariable, match=r":2: \{\{ student\.onbekend"):
        render("Hallo\n{{ student.onbekend }}", student=SimpleNamespace())


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{% if onbekend %}ja{% else %}nee{% endif %}", "nee"),
        ("{% if onbekend.naam == 'Sanna' %}ja{% else %}nee{% endif %}", "nee"),
        ("{{ onbekend|default:'leeg' }}", "leeg"),
        ("{% if student.account %}ja{% else %}nee{% endif %}", "nee"),
        ("{{ naam }}", "Sanna"),
        ("{{ leeg }}", ""),
        ("{% for punt in lijst %}x{% empty %}geen{% endfor %}", "geen"),
    ],
)
def test_asking_whether_something_exists_is_allowed(source: str, text: str) -> None:
    assert render(source, naam="Sanna", leeg="", lijst=[], student=WithoutAccount()) == text


class WithoutAccount:
    """Like a student without an account: the other side of a one-to-one raises when it is missing."""

    @property
    def account(self) -> None:
        error = LookupError("account")
        error.silent_variable_failure = True  # type: ignore[attr-defined]
        raise error


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        ('<button onclick="x()">Bewaar</button>', "code in de pagina"),
        ('<button hx-on:click="x()">Bewaar</button>', "code in de pagina"),
        ('<p style="color:red">Let op</p>', "stylesheet"),
        ("<script>x()</script>", "zonder src"),
        ("<style>p {}</style>", "<style>"),
        ("<p>{{ naam }}</p>", "template-tekst"),
        ('<p title="{% url %}">Let op</p>', "template-tekst"),
        ('<form method="post"><button>Bewaar</button></form>', "csrf"),
        ('<form method="post"><input name="csrfmiddlewaretoken" value=""></form>', "csrf"),
        ('<p id="a">1</p><p id="a">2</p>', "2 keer"),
        ("<h1>Nog een</h1>", "2 keer een h1"),
    ],
)
def test_fault_in_a_page_is_found(part: str, fault: str) -> None:
    assert faults_of(WHOLE.format("")) == []
    found = faults_of(WHOLE.format(part))
    assert len(found) == 1
    assert fault in found[0]


def test_whole_page_has_title_and_language() -> None:
    assert faults_of("<html><head><title> </title></head><h1>Vandaag</h1></html>") == [
        "de pagina heeft geen titel",
        "de taal van de pagina is ''",
    ]


def test_fragment_and_forms_of_ours_pass() -> None:
    assert faults_of('<ul id="lijst"><li>Sanna</li></ul>') == []
    assert faults_of('<form method="get"><input name="q"></form>') == []
    token = '<input type="hidden" name="csrfmiddlewaretoken" value="x">'
    assert faults_of(f'<form method="post">{token}</form><script src="/static/app.js" defer></script>') == []
    assert faults_of(WHOLE.format('<svg role="img"><title>Een plant</title></svg>')) == []


@pytest.mark.parametrize("host", ["93.184.216.34", "kansrijk.school.example", "10.0.0.1", "2001:db8::1"])
def test_other_machines_are_out_of_reach(host: str) -> None:
    with pytest.raises(NetworkUsed):
        socket.create_connection((host, 443), timeout=0.1)


def test_this_machine_is_within_reach() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()
    assert is_here("localhost")
    assert is_here("::1")
