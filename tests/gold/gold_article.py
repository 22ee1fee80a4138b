"""A gold file, its text, and the article of the public model that says the same."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from tests.gold.loading import Json

from communique.records import Article

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]


def load(name: str) -> Json:
    """The parsed gold file of this name, as `trump-putin.json`."""
    data: Json = json.loads((HERE / name).read_text(encoding="utf-8"))
    return data


def text_of(gold: Json) -> str:
    """The text a gold file speaks of, line ends untouched."""
    with (REPOSITORY / str(gold["text"])).open(encoding="utf-8", newline="") as file:
        return file.read()


def as_article(gold: Json) -> Article:
    """The gold as an article of the public model."""

    def ident(kind: str, name: str | None) -> str | None:
        return None if name is None else f"{kind}:" + "-".join(re.findall("[a-z0-9]+", name.lower()))

    def idents(kind: str, names: list[str]) -> list[str | None]:
        return [ident(kind, name) for name in names]

    def at(span: list[Any] | None, **more: object) -> Json | None:
        return None if span is None else {"start": span[0], "end": span[1], "quote": span[2], **more}

    def evidence(record: Json) -> list[Json | None]:
        return [at([start, end, text[start:end]]) for start, end in record["evidence"]]

    def attribution(holder: Json | None) -> Json | None:
        if holder is None or not any(holder[part] for part in ("source", "actor", "cue")):
            return None
        actor = ident("actor", holder["actor"])
        return {"source": at(holder["source"]), "actor": actor, "cue": at(holder["cue"])}

    def when_and_where(record: Json) -> Json:
        date, place = record["date"], record["place"]
        where = place and at(place["at"], name=place["name"], country=place["country"])
        return {"date": date and at(date["at"], edtf=date["edtf"]), "place": where}

    def pick(record: Json, *fields: str) -> Json:
        return {field: record[field] for field in fields}

    text = text_of(gold)
    source: Json = {"title": None, "authors": [], "publisher": None, "published": None, "url": None}
    source |= {"language": "en", "media_type": "text/plain", "sha256": gold["sha256"], "length": len(text)}
    data = {
        "schema_version": "1.0",
        "source": source,
        "text": text,
        "sections": [],
        "boilerplate": [],
        "actors": [
            pick(actor, "name", "kind", "country", "aliases")
            | {"id": ident("actor", actor["name"]), "identifiers": {}, "roles": [], "found_by": "test"}
            | {"mentions": [at(m, form=m[3]) for m in actor["mentions"] if m[4:] != ["or"]]}
            for actor in gold["actors"]
        ],
        "meetings": [
            pick(meeting, "name", "kind", "status", "several", "event_code")
            | when_and_where(meeting)
            | {"id": ident("meeting", meeting["name"]), "topics": [at(topic) for topic in meeting["topics"]]}
            | {"participants": idents("actor", meeting["participants"]), "evidence": evidence(meeting)}
            | {"part_of": ident("meeting", meeting["part_of"]), "found_by": "test"}
            for meeting in gold["meetings"]
        ],
        "controversies": [
            pick(matter, "name", "kind", "standing")
            | when_and_where(matter)
            | {"id": ident("controversy", matter["name"]), "about": idents("actor", matter["about"])}
            | {"meetings": idents("meeting", matter["meetings"]), "evidence": evidence(matter)}
            | {
                "positions": [
                    pick(position, "stance", "certainty")
                    | {"attribution": attribution(position), "claim": at(position["claim"])}
                    for position in matter["positions"]
                ],
                "found_by": "test",
            }
            for matter in gold["controversies"]
        ],
        "implications": [
            pick(claim, "direction", "certainty", "polarity", "time")
            | {part: at(claim[part]) for part in ("cause", "effect", "cue")}
            | {"id": f"implication:i{number}", "cause_refs": [], "effect_refs": [], "found_by": "test"}
            | {"affects": idents("actor", claim["affects"]), "attribution": attribution(claim["attribution"])}
            | {"evidence": evidence(claim)}
            for number, claim in enumerate(gold["implications"])
        ],
        "statements": [
            pick(claim, "kind", "quoted", "certainty", "polarity")
            | {
                "id": f"statement:s{number}",
                "attribution": attribution(claim),
                "content": at(claim["content"]),
            }
            | {"about": idents("actor", claim["about"]), "evidence": evidence(claim), "found_by": "test"}
            for number, claim in enumerate(gold["statements"])
        ],
        "extraction": {"engine": "test", "version": "1", "settings": {}},
    }
    return Article.model_validate_json(json.dumps(data))
