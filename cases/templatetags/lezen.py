"""Below each page of a student: the words of the woordenlijst that stand on it, explained in one short sentence."""

from django import template
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from cases.lezen import unexplained
from students.enums import Rol

register = template.Library()


class _WordsBelow(template.Node):
    """What stands between the tags, and behind it its words; for everybody but a student nothing is added."""

    def __init__(self, nodelist: template.NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        """The page with its words below."""
        html = self.nodelist.render(context)
        viewer = context.get("viewer")
        if viewer is None or viewer.rollen != {Rol.STUDENT}:
            return html
        words = unexplained(html)
        if not words:
            return html
        below = get_template("cases/_leeswoorden.html").render({"woorden": words})
        return mark_safe(f"{html}{below}")  # noqa: S308 - two rendered templates


@register.tag
def leeswoorden(parser: template.base.Parser, token: template.base.Token) -> _WordsBelow:
    """`{% leeswoorden %}…{% endleeswoorden %}` around the content of a page."""
    nodelist = parser.parse(("endleeswoorden",))
    parser.delete_first_token()
    return _WordsBelow(nodelist)
