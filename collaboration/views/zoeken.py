"""The search: students, klassen, leerbedrijven and words, as far as this person may see them.

What is looked for is mostly a name, and no address may hold one (it would stay in the history of the browser and in
the log of a server). So the form is sent by POST, and the answer to that is the page itself.
"""

from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from collaboration.queries.gesprek import list_subject
from collaboration.zoekbronnen import BRONNEN
from kern.folding import words_of
from kern.http import page, wants_fragment
from kern.zoeken import MEEST, Bron, Treffer, long_enough
from students.http import ViewerRequest

LANGST, MEEST_WOORDEN = 80, 6


@dataclass(frozen=True)
class Groep:
    """The hits of one source; `meer` where not all of them are shown."""

    bron: Bron
    treffers: list[Treffer]
    meer: bool


@require_http_methods(["GET", "HEAD", "POST"])
def zoeken(request: ViewerRequest) -> HttpResponse:
    """An empty page by GET; by POST what was found, or the part with it while somebody types."""
    text = request.POST.get("q", "")[:LANGST].strip() if request.method == "POST" else ""
    words = words_of(text)[:MEEST_WOORDEN]
    asked = long_enough(words)
    found = _find(request, words) if asked else []
    context = {
        "q": text,
        "te_kort": bool(text) and not asked,
        "gezocht": asked,
        "groepen": found,
        "aantal": sum(len(group.treffers) for group in found),
        "deel": wants_fragment(request),
    }
    return page(request, "collaboration/zoeken.html", context, fragment="uitkomst")


def _find(request: ViewerRequest, words: tuple[str, ...]) -> list[Groep]:
    viewer = request.viewer
    viewer.ledger.read(list_subject("zoeken"))
    found = ((bron, bron.vind(viewer, words)) for bron in BRONNEN)
    return [Groep(bron, hits[:MEEST], len(hits) > MEEST) for bron, hits in found if hits]
