"""Web archives (``.warc``, ``.warc.gz``) → a Document a page. Pages need the extra ``html``.

Read are responses with the status 200, resources and conversions (the plain texts of Common Crawl), whose
type is HTML or plain text. All else - requests, pictures, errors, redirections - is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from communique.document import Document
from communique.errors import CommuniqueError, InputError
from communique.read.asked import Asked
from communique.read.choice import said
from communique.read.fields import address
from communique.read.formats import by_name, module, needs
from communique.read.http_response import Response, decoded, split
from communique.read.warc_records import Headers, Record, records

_TYPES = frozenset(("response", "resource", "conversion"))
_READ = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
# What sites keep for machines under fixed names, as plain text.
_FOR_MACHINES = ("/robots.txt", "/ads.txt", "/app-ads.txt", "/security.txt", "/humans.txt", "/llms.txt")


def read_each(source: BinaryIO, asked: Asked) -> Iterator[Document | CommuniqueError]:
    """The pages of an archive in its order; an error in the place of one that cannot be read.

    :param source: the archive, open for reading; it is read once, from its beginning
    """
    most = asked.max_bytes or by_name("warc").max_bytes
    for record in records(source, _is_wanted, most):
        if isinstance(record, CommuniqueError):
            yield record
            continue
        try:
            document = _document(record, asked, most)
        except CommuniqueError as error:
            error.where = record.place
            yield error
        else:
            if document is not None:
                yield document


def _is_wanted(headers: Headers) -> bool:
    url = headers.get("warc-target-uri", "").strip("<>").partition("?")[0]
    return headers.get("warc-type", "").lower() in _TYPES and not url.endswith(_FOR_MACHINES)


def _document(record: Record, asked: Asked, most: int) -> Document | None:
    """The Document of a record, or ``None`` where it is none of the kinds that are read."""
    kind = record.headers.get("content-type", "")
    if kind.partition(";")[0].strip().lower() == "application/http":
        response = split(record.body)
    else:
        response = Response(200, {"content-type": kind}, record.body)
    name = _READ.get(response.media_type)
    if response.status != 200 or name is None:
        return None
    data = decoded(response, most)
    told = said(response.headers["content-type"])
    url = address(record.headers.get("warc-target-uri", "").strip("<>"))
    inside = replace(asked, charset=told.charset, url=asked.url or url, media_type=response.media_type)
    one = by_name(name)
    reader = module(one)
    try:
        with needs(one):
            document: Document = reader.read(data, inside)
    except RecursionError:
        raise InputError("this page is nested too deeply to be read") from None
    known = document.metadata
    return replace(
        document,
        metadata=replace(known, media_type=known.media_type or response.media_type, url=known.url or url),
    )
