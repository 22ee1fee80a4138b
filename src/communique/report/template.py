"""The template and what stands in the page whole: its style, its script, its policy."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from importlib import resources
from importlib.metadata import version

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from communique.report import wording
from communique.report.facets import CERTAINTIES, position_voices
from communique.report.network import LINE
from communique.report.passages import GAP
from communique.report.ring import HEIGHT, WIDTH

GENERATOR = "communique"
BATCH = 50
"""Records of a long page that are made visible in one go."""

_BETWEEN_TAGS = re.compile(r">\n+<")

_STYLES = ("colours", "layout", "article", "records", "pictures", "print")
_SCRIPTS = ("state", "cards", "choose", "light", "search", "pictures", "show", "start")

# HTML has no place for these; each gets the sign for what cannot be shown.
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127], "\ufffd")


@cache
def template() -> Template:
    """The template of the page: whatever it is given is text, and stays text."""
    environment = Environment(
        loader=PackageLoader("communique.report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finished,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        generator=GENERATOR,
        gap=GAP,
        BATCH=BATCH,
        RING=(WIDTH, HEIGHT),
        LINE=LINE,
        certainties=CERTAINTIES,
        verbs=wording.VERBS,
        signs=wording.SIGNS,
        position_voices=position_voices,
        style=style(),
        script=script(),
        policy=policy(),
    )
    environment.filters.update(
        plain=wording.plain, counted=wording.counted, dated=wording.dated, version=version, tight=_tight
    )
    return environment.get_template("page.html.j2")


def style() -> str:
    """The one style of the page."""
    return _files("css", _STYLES)


def script() -> str:
    """The one script of the page."""
    return f'"use strict";\n(() => {{\n{_files("js", _SCRIPTS)}}})();\n'


def policy() -> str:
    """The Content-Security-Policy: the one style and the one script of the page, and nothing else at all.

    An image may come from a ``data:`` address, so that the page can say that it has no icon and no browser
    looks for one.
    """
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src {_hash(style())}",
            f"script-src {_hash(script())}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            f"trusted-types {GENERATOR}",
        ]
    )


def embedded(value: object) -> str:
    """JSON that can stand in a script element: nothing in it ends the element or begins another."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _finished(value: object) -> object:
    return value.translate(_CONTROLS) if isinstance(value, str) and not isinstance(value, Markup) else value


def _tight(html: Markup) -> Markup:
    """HTML without the line breaks between its tags: each would be a node of the document for nothing."""
    return html.__class__(_BETWEEN_TAGS.sub("><", html))


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _files(suffix: str, names: tuple[str, ...]) -> str:
    """The files of one kind, one behind the other."""
    folder = resources.files("communique.report") / "assets"
    return "".join((folder / f"{name}.{suffix}").read_text(encoding="utf-8") for name in names)
