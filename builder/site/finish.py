"""One pass over the engine's HTML: what Material leaves broken for screen readers, keyboards and validators.

Substitutions instead of a fork of the theme: they are few, and any engine that writes Material's HTML gets them.
"""

import re
from html import unescape

VOID = "area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr"

REPAIRS = (
    # The drawer and search switches are no fields; `autocomplete` is not allowed on them.
    (r'(<input class="md-toggle"[^>]*?) autocomplete="off"', r"\1"),
    # The search dialog has no name.
    (r'(<div class="md-search"[^>]*role="dialog")(?! aria-label)', r'\1 aria-label="Search"'),
    # A row of tabs scrolls sideways on a phone; the keyboard must reach it.
    (r'<div class="tabbed-labels">', '<div class="tabbed-labels" tabindex="0">'),
    # A heading of the navigation that opens nothing has an empty `tabindex`.
    (r'(<label class="md-nav__link[^>]*) tabindex=""', r"\1"),
    # `aria-expanded` belongs to a button, not to the list it opens.
    (r'(<nav class="md-nav"[^>]*) aria-expanded="(?:true|false)"', r"\1"),
    # HTML has no self-closing tags.
    (rf"(<(?:{VOID})\b[^<>]*?)\s*/>", r"\1>"),
    # The labels of previous and next are escaped twice.
    (r'(?<=--(?:prev|next)" aria-label=")[^"]*', lambda label: unescape(label[0]).replace('"', "&quot;")),
)


def finish(html: str) -> str:
    """The page, repaired."""
    for broken, repaired in REPAIRS:
        html = re.sub(broken, repaired, html)
    return html
