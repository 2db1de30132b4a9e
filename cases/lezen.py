"""Which words of the woordenlijst stand on a page, for who reads it with little Dutch: the student."""

import re

from cases.woorden import Woord, codes_in, woord

# Not text to read: scripts, drawings, what somebody types; and then every tag.
_UNSEEN = re.compile(r"<(script|style|svg|textarea|template|select)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_EXPLAINED = re.compile(r'(?:href="[^"#]*#|id=")w-([a-z0-9-]+)"')


def unexplained(html: str) -> list[Woord]:
    """The words on this page that neither lead to their explanation nor have it beside them, in order of the page."""
    there = set(_EXPLAINED.findall(html))
    text = _TAG.sub(" \n ", _UNSEEN.sub(" ", html))
    return [woord(code) for code in dict.fromkeys(codes_in(text)) if code not in there]
