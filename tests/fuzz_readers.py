"""Try a reader on samples changed at random: any bytes must give a Document or an error of communique's own.

    python tests/fuzz_readers.py READER [FOLDER OF SAMPLES] [--seconds 600] [--found FOLDER]

READER is a short name of ``communique.read.formats`` (html, json, eml …). Samples are made by the tests of
the containers, and taken from the folder. What raises anything else is written into ``--found``, to be kept
as a regression file under tests/read/hostile/found/. Needs atheris (libFuzzer), which changes the samples by
what code they reach.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))


def samples(reader: str) -> list[bytes]:
    """Files of a format that the tests make; the text of the first article where there are none."""
    from tests.read import test_article_json as of_json
    from tests.read import test_feed as of_feed
    from tests.read import test_mhtml as of_mhtml
    from tests.read import test_same_article_containers as same

    plain = (ROOT / "seeds" / "trump-putin.txt").read_bytes()[:4_000]
    if reader == "json":
        import json

        values = (of_json.SCHEMA, of_json.WORDPRESS, of_json.NINJS_2, of_json.NINJS_3, of_json.FEED_ITEM)
        return [*(json.dumps(value).encode() for value in values), json.dumps(list(values)).encode()]
    made: dict[str, list[bytes]] = {
        "html": [same.as_page()],
        "feed": [of_feed.rss(of_feed.ITEM), of_feed.ATOM, same.as_rss()],
        "eml": [same.as_eml(), same.as_plain_eml()],
        "mhtml": [of_mhtml.saved()],
        "warc": [same.as_warc(packed=False), same.as_warc(packed=True)],
    }
    layouts = ROOT / "tests" / "read" / "layouts"
    endings = {"pdf": ".pdf", "docx": ".docx", "markdown": ".md"}
    if reader in endings and layouts.is_dir():
        made[reader] = [path.read_bytes() for path in sorted(layouts.glob(f"*{endings[reader]}"))]
    return made.get(reader) or [plain]


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("reader")
    options.add_argument("folder", nargs="?", type=Path, help="more samples")
    options.add_argument("--seconds", type=int, default=600)
    options.add_argument("--found", type=Path, default=Path("found"))
    given = options.parse_args()

    import atheris

    with atheris.instrument_imports(include=["communique.read"]):
        from communique.document import Document
        from communique.errors import CommuniqueError
        from communique.read.formats import by_name, module
        from communique.read.many import Told, bytes_entries

        module(by_name(given.reader))
    told = Told(media_type=given.reader, language="en", limit=200_000, max_bytes=2_000_000)

    def one_input(data: bytes) -> None:
        try:
            for entry in bytes_entries(data, told):
                check(entry.found)
        except CommuniqueError:
            pass

    def check(found: Document | CommuniqueError) -> None:
        if isinstance(found, Document):
            assert found.text
            assert found.blocks[0].start == 0
            assert found.blocks[-1].end == len(found.text)
            found.text.encode("utf-8")

    given.found.mkdir(exist_ok=True)
    corpus: Any = tempfile.mkdtemp(prefix=f"fuzz-{given.reader}-")
    more = sorted(given.folder.iterdir()) if given.folder else []
    for number, sample in enumerate([*samples(given.reader), *(path.read_bytes() for path in more)]):
        (Path(corpus) / str(number)).write_bytes(sample)
    atheris.Setup(
        [
            sys.argv[0],
            corpus,
            f"-max_total_time={given.seconds}",
            f"-artifact_prefix={given.found}/{given.reader}-",
            "-timeout=10",
            "-rss_limit_mb=1000",
            "-max_len=100000",
            "-print_final_stats=1",
        ],
        one_input,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
