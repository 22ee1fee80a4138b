"""A web page saved with its parts in one file (MHTML, RFC 2557), as browsers do. Needs the extra ``html``."""

from __future__ import annotations

from dataclasses import replace

from communique.document import Document
from communique.errors import EmptyInput
from communique.read.asked import Asked
from communique.read.fields import address
from communique.read.html import read as read_page
from communique.read.mail_message import header, parsed, parts


def read(data: bytes, asked: Asked) -> Document:
    """The Document of the saved page; pictures, styles and frames in the file are left out.

    :raises EmptyInput: where no page is in it, or no article in the page
    :raises InputError: as ``communique.read.html``
    """
    message = parsed(data)
    url = header(message, "Snapshot-Content-Location")
    pages = [part for part in parts(message) if part.kind != "text/plain"]
    page = next((it for it in pages if url and it.location == url), pages[0] if pages else None)
    if page is None:
        raise EmptyInput("there is no web page in this file", hint="is the file whole?")
    known = asked.url or address(url, page.location)
    # The part says in which encoding it was sent; what the page itself says may be older than that.
    return read_page(page.text.encode("utf-8"), replace(asked, charset="utf-8", url=known))
