"""The woordenlijst, and what there is to read beside it."""

from itertools import groupby

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from cases import kennis, queries
from cases import nog_niet as hulp
from cases import woorden as lijst
from kern.http import page
from students.http import ViewerRequest


@require_safe
def woorden(request: ViewerRequest) -> HttpResponse:
    """All words on one page, each with its place; a student (or `?simpel=1`) gets the plain sentence only."""
    staff = queries.works_with_students(request.viewer)
    everything = lijst.alles()
    letters = [
        (letter.upper(), list(rows))
        for letter, rows in groupby(everything.woorden, key=lambda word: word.sleutel[0])
    ]
    context = {
        "letters": letters,
        "bron": everything.bron,
        "simpel": not staff or "simpel" in request.GET,
        "collega": staff,
    }
    return page(request, "cases/woorden.html", context)


@require_safe
def verder_lezen(request: ViewerRequest) -> HttpResponse:
    """The works that the handreiking names."""
    queries.demand_reader(request.viewer)
    return page(request, "cases/verder_lezen.html", {"lijst": kennis.lezen()})


@require_safe
def kaw(request: ViewerRequest) -> HttpResponse:
    """KAW explained."""
    queries.demand_reader(request.viewer)
    return page(request, "cases/kaw.html", {"uitleg": kennis.kaw(), "gezien": set()})


@require_safe
def nog_niet(request: ViewerRequest) -> HttpResponse:
    """The writing help: words that close a door, and how it stays open. The script of the text fields reads it too."""
    queries.demand_reader(request.viewer)
    return page(request, "cases/nog_niet.html", {"alles": hulp.alles()})
