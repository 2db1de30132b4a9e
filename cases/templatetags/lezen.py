"""Each page of a student: at every word of the woordenlijst a link to what it means, below the same page."""

from django import template
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from begeleiders import handover
from cases.lezen import met_uitleg
from kern.http import address, wants_fragment
from students.enums import Rol

register = template.Library()


class _WordsExplained(template.Node):
    """What stands between the tags, with its words explained; for everybody but a student nothing is changed."""

    def __init__(self, nodelist: template.NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        """The page with its words as links, and their explanations below."""
        html = self.nodelist.render(context)
        if not _student_reads(context):
            return html
        linked, words = met_uitleg(html)
        if not words:
            return html
        below = get_template("cases/_leeswoorden.html").render({"woorden": words})
        return mark_safe(f"{linked}{below}")  # noqa: S308 - two rendered templates


def _student_reads(context: template.Context) -> bool:
    """Whether a student has this page before them: logged in, or with the phone that a begeleider handed over."""
    viewer, request = context.get("viewer"), context.get("request")
    if viewer is None:
        return False
    return viewer.rollen == {Rol.STUDENT} or (request is not None and handover.current(request) is not None)


class _WordsOfPart(template.Node):
    """A part that htmx asked for: its words lead to the woordenlijst. In a whole page nothing is changed."""

    def __init__(self, nodelist: template.NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        """The part, with its words as links for a student."""
        html = self.nodelist.render(context)
        if not _student_reads(context) or not wants_fragment(context["request"]):
            return html
        return mark_safe(met_uitleg(html, address("woorden"))[0])  # noqa: S308 - a rendered template


@register.tag
def leesdeel(parser: template.base.Parser, token: template.base.Token) -> _WordsOfPart:
    """`{% leesdeel %}…{% endleesdeel %}` around a part that comes alone too."""
    nodelist = parser.parse(("endleesdeel",))
    parser.delete_first_token()
    return _WordsOfPart(nodelist)


class _WordsOnPaper(template.Node):
    """What stands between the tags, and then its words with what each means: on paper nothing can be followed."""

    def __init__(self, nodelist: template.NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        """The text with its words below."""
        html = self.nodelist.render(context)
        words = met_uitleg(html)[1]
        below = get_template("pdf/_leeswoorden.html").render({"woorden": words}) if words else ""
        return mark_safe(f"{html}{below}")  # noqa: S308 - two rendered templates


@register.tag
def papierwoorden(parser: template.base.Parser, token: template.base.Token) -> _WordsOnPaper:
    """`{% papierwoorden %}…{% endpapierwoorden %}` around the text of a paper for a student."""
    nodelist = parser.parse(("endpapierwoorden",))
    parser.delete_first_token()
    return _WordsOnPaper(nodelist)


@register.filter
def voor_jou(kop: str) -> str:
    """A heading that speaks about the student, as the student reads it: "Zo zie jij het"."""
    return kop.replace("ziet de student", "zie jij").replace("van de student", "van jou")


@register.simple_tag(takes_context=True)
def leest_student(context: template.Context) -> bool:
    """Whether the words of a page should be those for a student: `{% leest_student as student %}`."""
    return _student_reads(context)


@register.tag
def leeswoorden(parser: template.base.Parser, token: template.base.Token) -> _WordsExplained:
    """`{% leeswoorden %}…{% endleeswoorden %}` around the content of a page."""
    nodelist = parser.parse(("endleeswoorden",))
    parser.delete_first_token()
    return _WordsExplained(nodelist)
