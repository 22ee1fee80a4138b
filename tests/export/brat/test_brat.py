"""brat: the folder against the documented grammar, the way back, and what annotators do in between."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.export.flattened import flattened
from tests.export.real import real
from tests.strategies import articles

import communique
from communique.errors import RecordError, UsageError
from communique.export.brat.notes import note, values
from communique.export.brat.reading import corrected, import_brat
from communique.records import Article
from communique.schema.example import example_article

# https://brat.nlplab.org/standoff.html, line by line.
LINES = {
    "T": re.compile(r"T(\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t(.+)"),
    "E": re.compile(r"E(\d+)\t(\w+):(T\d+)((?: \w+:[TE]\d+)*)"),
    "R": re.compile(r"R(\d+)\t(\w+) Arg1:([TE]\d+) Arg2:([TE]\d+)"),
    "*": re.compile(r"\*\tEquiv( T\d+){2,}"),
    "A": re.compile(r"A(\d+)\t(\w+) ([TE]\d+)(?: (\w+))?"),
    "#": re.compile(r"#(\d+)\tAnnotatorNotes ([TE]\d+)\t(.+)"),
}
NAME = "lisbon-talks-calm-fishing-dispute"


def checked(folder: Path) -> None:
    """Every line is one of the grammar, says what the text says, and uses what annotation.conf allows."""
    types, events, attributes = configured((folder / "annotation.conf").read_text("utf-8"))
    for path in folder.glob("*.ann"):
        text = path.with_suffix(".txt").read_bytes().decode()
        lines = path.read_bytes().decode().split("\n")
        assert lines.pop() == ""
        found = [(line[0], LINES[line[0]].fullmatch(line)) for line in lines]
        assert all(shape for _, shape in found)
        kinds = {}
        for letter, shape in found:
            assert shape is not None
            if letter == "T":
                pieces = [text[int(a) : int(b)] for a, b in (p.split() for p in shape[3].split(";"))]
                assert " ".join(pieces) == shape[4]
                assert not re.search("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", shape[4])
                assert shape[2] in types | set(events)
            if letter in "TE":
                assert f"{letter}{shape[1]}" not in kinds
                kinds[f"{letter}{shape[1]}"] = shape[2]
        for letter, shape in found:
            assert shape is not None
            if letter == "E":
                assert kinds[shape[3]] == shape[2]
                for argument in shape[4].split():
                    role, target = argument.split(":")
                    assert kinds[target] in events[shape[2]][role.rstrip("0123456789")], shape[0]
            if letter == "A":
                about, allowed = attributes[shape[2]]
                assert kinds[shape[3]] in about
                assert shape[4] in allowed if allowed else shape[4] is None


def configured(
    conf: str,
) -> tuple[set[str], dict[str, dict[str, set[str]]], dict[str, tuple[set[str], set[str]]]]:
    """Types, the types that each role of an event takes, the types and values of each attribute."""
    sections: dict[str, list[str]] = {}
    for line in conf.splitlines():
        if line.startswith("["):
            sections[line.strip("[]")] = []
        elif line:
            sections[list(sections)[-1]].append(line)
    types = {line.strip() for line in sections["entities"] if not line.startswith("!")}
    macros = dict(line.split("=") for line in sections["events"] if line.startswith("<"))
    events = {}
    for line in sections["events"]:
        if not line.startswith("<"):
            name, roles = line.split("\t")
            pairs = [role.split(":") for role in roles.split(", ")]
            events[name] = {role.rstrip("*?"): set(macros.get(kind, kind).split("|")) for role, kind in pairs}
    attributes = {}
    for line in sections["attributes"]:
        name, rest = line.split("\t")
        about, _, allowed = rest.removeprefix("Arg:").partition(", Value:")
        attributes[name] = (set(about.split("|")), set(allowed.split("|")) if allowed else set())
    return types, events, attributes


def test_real_articles_are_sound_standoff_and_come_back_whole(tmp_path: Path) -> None:
    communique.export(real(), tmp_path, to="brat")
    checked(tmp_path)
    found = import_brat(tmp_path)
    assert len(found) == len(real())
    assert all(article in found for article in real())
    assert {(one.added, one.removed, one.changed) for one in corrected(tmp_path)} == {(0, 0, 0)}


@given(articles().map(flattened))
@settings(max_examples=60)
def test_any_article_without_line_breaks_comes_back_whole(article: Article) -> None:
    with TemporaryDirectory() as folder:
        made = communique.export(article, folder, to="brat")
        assert len(made.lost) == 1
        checked(Path(folder))
        assert import_brat(folder) == [article]


@given(articles())
@settings(max_examples=60, phases=[Phase.explicit, Phase.generate])
def test_line_breaks_at_the_ends_of_words_are_left_off_and_told(article: Article) -> None:
    with TemporaryDirectory() as folder:
        made = communique.export(article, folder, to="brat")
        checked(Path(folder))
        if len(made.lost) == 1:
            assert import_brat(folder) == [article]


def test_the_same_article_is_the_same_bytes() -> None:
    first, second = (communique.export(real(), to="brat").data for _ in range(2))
    assert first == second


@given(st.dictionaries(st.sampled_from(["id", "name", "edtf"]), st.text(min_size=1)))
def test_notes_read_back(said: dict[str, str]) -> None:
    assert values(note(said)) == said
    assert len(note(said).splitlines()) <= 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example of the schemas, exported."""
    communique.export(example_article(), tmp_path, to="brat")
    return tmp_path


def correct(folder: Path, *changes: tuple[str, str]) -> Article:
    """The article after an annotator changed lines of the file; an empty one stands for its end."""
    path = folder / f"{NAME}.ann"
    content = path.read_text("utf-8")
    for before, after in changes:
        assert not before or f"\n{before}\n" in f"\n{content}", before
        content = (
            f"{content}{after}\n" if not before else content.replace(f"{before}\n", after and f"{after}\n")
        )
    path.write_text(content, "utf-8")
    [article] = import_brat(folder)
    assert communique.validate(article) == []
    return article


def test_an_attribute_is_changed_and_the_article_says_so(folder: Path) -> None:
    article = correct(folder, ("A14\tCertainty E3 possible", "A14\tCertainty E3 probable"))
    assert article.implications[0].certainty == "probable"
    assert article.extraction.settings["corrected_in"] == "brat"
    [one] = corrected(folder)
    assert (one.added, one.removed, one.changed) == (0, 0, 1)
    before = example_article()
    assert article.implications[0].found_by == before.implications[0].found_by
    assert (article.actors, article.statements) == (before.actors, before.statements)


def test_a_mark_is_set_and_a_note_corrected(folder: Path) -> None:
    article = correct(
        folder,
        ("", "A90\tQuoted E4"),
        ("#6\tAnnotatorNotes T9\tname=Lisbon; country=PT", "#6\tAnnotatorNotes T9\tname=Lisboa"),
    )
    assert article.statements[0].quoted
    place = article.meetings[0].place
    assert place is not None
    assert (place.name, place.country, place.quote) == ("Lisboa", None, "Lisbon")


def test_a_mention_is_added_to_an_actor(folder: Path) -> None:
    article = correct(
        folder, ("", "T90\tPerson 35 51\tForeign Minister"), ("*\tEquiv T1 T2", "*\tEquiv T1 T2 T90")
    )
    assert [one.quote for one in article.actors[0].mentions] == ["Foreign Minister", "Ana Ruiz", "Ruiz"]


def test_an_actor_is_new_and_takes_part(folder: Path) -> None:
    meeting = "E1\tMeeting:T11 Participant:T1 Participant2:T3 Date:T8 Place:T9 Topic:T10"
    article = correct(
        folder,
        ("", "T90\tGroup 170 183\tcoastal towns"),
        ("", "A90\tForm T90 description"),
        (meeting, f"{meeting} Participant3:T90"),
    )
    new = article.actors[-1]
    assert (new.id, new.name, new.kind) == ("actor:coastal-towns", "coastal towns", "group")
    assert (new.found_by, new.aliases, new.mentions[0].form) == ("annotator", (), "description")
    assert article.meetings[0].participants == ("actor:ana-ruiz", "actor:joao-lima", "actor:coastal-towns")


def test_one_mention_of_another_type_changes_the_kind(folder: Path) -> None:
    article = correct(folder, ("T4\tPerson 185 189\tLima", "T4\tOrganization 185 189\tLima"))
    assert article.actors[1].kind == "organization"


def test_two_actors_are_found_to_be_one(folder: Path) -> None:
    article = correct(
        folder,
        ("*\tEquiv T1 T2", "*\tEquiv T1 T2 T3"),
        ("#2\tAnnotatorNotes T3\tid=actor:joao-lima; name=João Lima", ""),
    )
    assert [actor.id for actor in article.actors] == ["actor:ana-ruiz", "actor:spain", "actor:critics"]
    assert article.meetings[0].participants == ("actor:ana-ruiz",)


def test_an_event_is_taken_away_and_another_added(folder: Path) -> None:
    article = correct(
        folder,
        ("E4\tStatement:T25 Source:T22 Holder:T4 Cue:T23 About:T5 Evidence:T24", ""),
        ("", "T90\tStatement 159 183\tneglecting coastal towns"),
        ("", "E90\tStatement:T90 Source:T12 Cue:T13 Holder:T6"),
        ("", "A90\tStatementKind E90 accuse"),
        ("", "A91\tCertainty E90 certain"),
        ("", "A92\tPolarity E90 positive"),
    )
    [said] = article.statements
    assert (said.id, said.found_by) == ("statement:neglecting-coastal-towns", "annotator")
    assert said.attribution.actor == "actor:critics"
    assert [one.quote for one in said.evidence] == ["neglecting coastal towns"]
    [one] = corrected(folder)
    assert (one.added, one.removed, one.changed) == (1, 1, 0)


def test_words_in_pieces_mean_the_stretch_between(folder: Path) -> None:
    article = correct(
        folder,
        (
            "T17\tEffect 220 259\tease tensions between the two countries",
            "T17\tEffect 220 224;225 233\tease tensions",
        ),
    )
    assert article.implications[0].effect.quote == "ease tensions"


def test_words_with_others_between_them_are_told(folder: Path) -> None:
    words = ("T17\tEffect 220 259\tease tensions between the two countries",)
    correct(folder, (*words, "T17\tEffect 220 224;246 259\tease two countries"))
    [one] = corrected(folder)
    assert one.article is not None
    assert one.article.implications[0].effect.quote == "ease tensions between the two countries"
    [told] = one.told
    assert "T17 is in pieces, and is read with what lies between: “ease tensions between" in told


def test_a_remark_in_place_of_the_note_makes_no_new_record(folder: Path) -> None:
    before = example_article()
    article = correct(
        folder,
        ("#2\tAnnotatorNotes T3\tid=actor:joao-lima; name=João Lima", "#2\tAnnotatorNotes T3\twho is this?"),
        ("#10\tAnnotatorNotes E4\tid=statement:lima-agreement", ""),
    )
    assert (article.actors, article.statements) == (before.actors, before.statements)
    [one] = corrected(folder)
    assert (one.added, one.removed, one.changed) == (0, 0, 0)


def test_an_actor_stays_the_same_without_the_mention_that_had_its_note(folder: Path) -> None:
    path = folder / f"{NAME}.ann"
    lines = path.read_text("utf-8").splitlines()
    # What brat does when the first mention of Ana Ruiz is taken away: its note and attribute go with it.
    gone = re.compile(r"T1\t|A1\t|#1\t|\*\tEquiv T1 T2$|R\d+\tHasRole Arg1:T1 ")
    kept = [line.replace("Participant:T1 ", "Participant:T2 ") for line in lines if not gone.match(line)]
    path.write_text("\n".join(kept) + "\n", "utf-8")
    [article] = import_brat(folder)
    before, after = example_article().actors[0], article.actors[0]
    assert [one.quote for one in after.mentions] == ["Ruiz"]
    assert (after.id, after.name, after.country) == (before.id, before.name, before.country)
    assert (after.aliases, after.identifiers, after.found_by) == (
        before.aliases,
        before.identifiers,
        before.found_by,
    )
    assert article.meetings[0].participants == example_article().meetings[0].participants


def test_notes_that_brat_itself_makes_say_nothing(folder: Path) -> None:
    [before] = corrected(folder)
    path = folder / f"{NAME}.ann"
    path.write_text(path.read_text("utf-8") + "#90\tAnnotationError T1\tid=actor:nobody\n", "utf-8")
    assert [before] == list(corrected(folder))


def test_events_of_one_type_on_the_same_words_share_them(tmp_path: Path) -> None:
    whole = example_article()
    [said] = whole.statements
    again = said.model_copy(update={"id": "statement:again", "kind": "deny"})
    article = whole.model_copy(update={"statements": (said, again)})
    made = communique.export(article, tmp_path, to="brat").files[f"{NAME}.ann"].decode()
    assert len(re.findall(r"^T\d+\tStatement ", made, re.MULTILINE)) == 1
    assert len(re.findall(r"^E\d+\tStatement:", made, re.MULTILINE)) == 2
    assert import_brat(tmp_path) == [article]


@pytest.mark.parametrize("suffix", [".ann", ".txt"])
def test_a_file_that_is_no_utf_8_is_told(folder: Path, suffix: str) -> None:
    (folder / f"{NAME}{suffix}").write_bytes(b"T1\tPerson 0 1\t\xff\n")
    with pytest.raises(RecordError, match="it is not UTF-8"):
        import_brat(folder)


TOPIC = "T10\tTopic 119 133\tfishing quotas"
MATTER = "E2\tControversy:T15 About:T2 Position:E5"


@pytest.mark.parametrize(
    ("before", "after", "at", "said"),
    [
        (TOPIC, "T10\tTopic 118 132\tfishing quotas", "T10\t", "the text does not"),
        (TOPIC, "T10\tTopic 900 914\tfishing quotas", "T10\t", "the text does not"),
        ("A8\tStatus E1 held", "", "E1\t", "has no Status"),
        ("T7\tTitle 35 51\tForeign Minister", "", "R1\t", "T7 is named here, and is nowhere"),
        ("", "nonsense", "nonsense", "no line of standoff"),
        ("", "T1\tPerson 0 6\tLisbon", "T1\tPerson 0", "stands twice"),
        ("", "E90\tRiot:T1", "E90\t", "Riot is no kind of record"),
        ("*\tEquiv T3 T4", "*\tEquiv T3 T4 T1", "T3\t", "one actor has the notes of 2"),
        ("A1\tForm T1 name", "A1\tForm T1 nickname", "T1\t", "mentions form: "),
        (
            "#2\tAnnotatorNotes T3\tid=actor:joao-lima; name=João Lima",
            "#2\tAnnotatorNotes T3\tid=actor:joao lima",
            "T3\t",
            "is not an id",
        ),
        ("A13\tTime E3 future", "A13\tTime E3 soon", "E3\t", "time: "),
        (MATTER, "E2\tControversy:T15 About:T10", "E2\t", "T10 is no mention"),
    ],
)
def test_what_cannot_be_is_refused_and_told_where(
    folder: Path, before: str, after: str, at: str | None, said: str
) -> None:
    with pytest.raises(RecordError, match=re.escape(said)) as caught:
        correct(folder, (before, after))
    path = folder / f"{NAME}.ann"
    lines = path.read_text("utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, 1) if line.startswith(at)) if at else None
    assert caught.value.where == (f"{path}:{number}" if number else str(path))


def test_a_changed_text_is_refused(folder: Path) -> None:
    path = folder / f"{NAME}.txt"
    path.write_text(path.read_text("utf-8").replace("Lisbon", "Porto"), "utf-8")
    with pytest.raises(RecordError, match="not the text that the annotations were made on"):
        import_brat(folder)


@pytest.mark.parametrize("suffix", [".txt", ".json"])
def test_a_missing_file_is_told(folder: Path, suffix: str) -> None:
    (folder / f"{NAME}{suffix}").unlink()
    with pytest.raises(RecordError, match=f"{NAME}{suffix}: no such file"):
        import_brat(folder)


def test_a_folder_without_annotations_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(UsageError, match="no folder of brat's"):
            import_brat(path)


def test_corrections_are_not_written_over(folder: Path) -> None:
    communique.export(example_article(), folder, to="brat")
    correct(folder, ("A14\tCertainty E3 possible", "A14\tCertainty E3 probable"))
    with pytest.raises(UsageError, match="may hold someone's corrections"):
        communique.export(example_article(), folder, to="brat")


def test_offsets_count_code_points(tmp_path: Path) -> None:
    text = "\U0001f30d\U0001f30d é met."
    [actor, *_] = example_article().actors
    mention = actor.mentions[0].model_copy(update={"start": 3, "end": 4, "quote": "é"})
    one = actor.model_copy(update={"mentions": (mention,), "roles": ()})
    empty = dict.fromkeys(("sections", "meetings", "controversies", "implications", "statements"), ())
    article = example_article().model_copy(update={"text": text, "actors": (one,), **empty})
    made = communique.export(article, to="brat", checked=True).files[f"{NAME}.ann"].decode()
    assert made.startswith("T1\tPerson 3 4\té\n")
