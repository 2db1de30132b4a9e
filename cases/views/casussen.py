"""The library: the list, one casus to read, on a wall, and on paper."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases import content, queries, rules, woorden
from cases.beeld import bladen, number
from cases.casus import DELEN, Casus
from cases.offers import offers_of
from kern.http import page, pdf
from students.http import ViewerRequest

MOST = 2000  # characters of what a reader would do


@require_safe
def casussen(request: ViewerRequest) -> HttpResponse:
    """All casussen: the six by half of the handreiking, and those that the own school added."""
    viewer = request.viewer
    queries.demand_reader(viewer)
    groups = [(title, [one for one in content.alles() if one.deel == code]) for code, title in DELEN.items()]
    context = {
        "groepen": [(title, rows) for title, rows in groups if rows],
        "eigen": queries.eigen_casussen(viewer),
        "mag_toevoegen": rules.may_add(viewer),
    }
    return page(request, "cases/casussen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def casus(request: ViewerRequest, code: str) -> HttpResponse:
    """One casus to read; `?beeld=groot` for a wall. What is posted is what the reader would do: shown, kept nowhere."""
    one = queries.get_casus(request.viewer, code)
    context = {"url": reverse("casus", args=[code]), "pdf_url": reverse("casus_pdf", args=[code])}
    return show(request, one, context)


@require_safe
def casus_pdf(request: ViewerRequest, code: str) -> HttpResponse:
    """The same on paper."""
    one = queries.get_casus(request.viewer, code)
    return pdf(request, "pdf/casus.html", paper(one), f"casus-{code}.pdf")


def paper(one: Casus) -> dict[str, Any]:
    """What the PDF of a casus shows."""
    return {"casus": one, "woorden": _words(one)}


def show(request: ViewerRequest, one: Casus, context: dict[str, Any]) -> HttpResponse:
    """A casus as page, or part by part on a wall. In `context`: its url and pdf_url, and what else it has.

    An answer to "wat zou jij doen?" is the reader's: it comes back beside the turn, and stays on the own device only.
    """
    context |= {"casus": one, "gezien": set(), "alleen": frozenset(one.woorden), "woorden": _words(one)}
    if request.GET.get("beeld") == "groot":
        return _wall(request, one, context)
    context |= {
        "voor": offers_of(one.voor),
        "na": offers_of(one.na),
        "verder": "verder" in request.GET or request.method == "POST",
        "antwoord": request.POST.get("antwoord", "").strip()[:MOST],
    }
    return page(request, "cases/casus.html", context)


def _wall(request: ViewerRequest, one: Casus, context: dict[str, Any]) -> HttpResponse:
    sheets = bladen(one)
    nummer = number(request.GET.get("blad", ""), len(sheets))
    context |= {
        "blad": sheets[nummer - 1],
        "noten": sheets[nummer - 1].noten,
        "nummer": nummer,
        "aantal": len(sheets),
        "vorige": nummer - 1,
        "volgende": nummer + 1 if nummer < len(sheets) else 0,
    }
    return page(request, "cases/beeld.html", context)


def _words(one: Casus) -> list[woorden.Woord]:
    return sorted((woorden.woord(code) for code in one.woorden), key=lambda word: word.sleutel)
