"""One pass over the engine's files: what Material leaves broken for screen readers, keyboards, validators and phones.

Substitutions instead of a fork of the theme: they are few, and any engine that writes Material's HTML gets them.
"""

import re
from html import escape, unescape

from builder.site.policy import hashes, policy

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
    # A source cited nine times has nine ways back; one is enough, and needs no title.
    (r'<a class="footnote-backref" href="#fnref\d+:[^>]*>.*?</a>', ""),
    (r'(<a class="footnote-backref" href="[^"]*") title="[^"]*"', r"\1"),
)

TITLED = re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL)
"""The title of a page's own contents. It is a label without a field where the page isn't in the navigation."""

SPACED = re.compile(r"(<(pre|script|style|textarea)\b.*?</\2>)|\s*\n\s*", re.DOTALL)
"""Text whose line breaks count, or a line break that doesn't."""

EAGER = re.compile(r'location\.protocol!=="file:"(?=\),\w+\("search"\))')
"""Where Material's script decides to load the search index with every first page: 300 KB that nobody has asked for.

Without it, the index comes when the search is opened, as it does from a disk.
"""


class ThemeChanged(RuntimeError):
    """Material's script isn't the one that this pass knows."""


def finish(html: str) -> str:
    """The page, repaired."""
    for broken, repaired in REPAIRS:
        html = re.sub(broken, repaired, html)
    if 'id="__toc"' not in html:
        html = TITLED.sub(r'<span class="md-nav__title">\1</span>', html)
    return SPACED.sub(lambda found: found[1] or "\n", html)


def delivered(html: str, head: str) -> str:
    """A finished page with what its reader's device needs to know, and the policy that it keeps to."""
    html = html.replace("</head>", f"{head}</head>", 1)
    rule = f'<meta http-equiv="Content-Security-Policy" content="{escape(policy(hashes(html)))}">'
    return html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{rule}', 1)


def patient(script: str) -> str:
    """Material's script, waiting with the search index until somebody searches. Raises ThemeChanged."""
    waiting, count = EAGER.subn("!1", script)
    if count != 1:
        raise ThemeChanged("Material's script loads the search index in a way that we don't know")
    return waiting
