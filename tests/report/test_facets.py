"""What a reader can ask of a record: who holds it, about whom it is, how sure, whether it is to come."""

from __future__ import annotations

from typing import Any

from tests.report.invented import article

from communique.records import Article
from communique.report.facets import Facets, Sides, facets, position_voices


def told(found: Article, kind: str) -> Facets:
    return facets(getattr(found, kind)[0], Sides(found))


def changed(kind: str, /, **changes: Any) -> Article:
    record = article().model_dump(mode="json")[kind][0]
    return article(**{kind: [{**record, **changes}]})


def test_the_article_itself_asserts_what_no_one_else_is_said_to_hold() -> None:
    assert told(changed("implications", attribution=None), "implications").voices == ("article",)
    assert told(article(), "implications").voices == ("reported",)
    assert told(article(), "meetings").voices == ("article",)


def test_a_critic_is_whoever_takes_a_critical_position_accuses_or_criticises() -> None:
    assert told(article(), "controversies").voices == ("reported", "critics")
    assert told(changed("statements", kind="criticise"), "statements").voices == ("reported", "critics")
    assert told(article(), "statements").voices == ("reported",)


def test_a_defender_is_whoever_takes_a_supportive_position_and_praise_alone_is_none() -> None:
    assert told(changed("statements", kind="praise"), "statements").voices == ("reported",)
    statement = article().model_dump(mode="json")["statements"][0]
    matter = article().model_dump(mode="json")["controversies"][0]
    position = {
        "stance": "supportive",
        "attribution": statement["attribution"],
        "claim": statement["content"],
        "certainty": "possible",
    }
    sided = article(controversies=[{**matter, "positions": [*matter["positions"], position]}])
    # The position, the statement that it rests on, and what else its holder tells in those words.
    assert told(sided, "controversies").voices == ("reported", "critics", "defenders")
    assert told(sided, "statements").voices == ("reported", "defenders")
    assert told(sided, "implications").voices == ("reported", "defenders")


def test_what_a_critic_says_in_the_same_words_is_a_critics_too() -> None:
    # Lima, who "said", accuses: then the consequence that Lima tells in that sentence is a critic's.
    assert told(changed("statements", kind="accuse"), "implications").voices == ("reported", "critics")


def test_a_matter_without_positions_is_the_articles_own_telling() -> None:
    assert told(changed("controversies", positions=[]), "controversies").voices == ("article",)


def test_holders_are_actors_or_else_the_words_that_name_them() -> None:
    said = article().model_dump(mode="json")["statements"][0]["attribution"]
    unnamed = changed("statements", attribution={**said, "actor": None})
    assert told(article(), "statements").holders == ("actor:joao-lima",)
    assert told(unnamed, "statements").holders == ("lima",)


def test_whom_it_is_about_holds_actors_only() -> None:
    assert told(article(), "implications").about == ("actor:spain",)
    assert told(article(), "meetings").about == ("actor:ana-ruiz", "actor:joao-lima")
    assert told(article(), "actors") == Facets((), (), (), (), False)


def test_what_is_to_come() -> None:
    assert told(article(), "implications").ahead
    assert not told(changed("implications", time="past"), "implications").ahead
    assert not told(article(), "meetings").ahead
    assert told(changed("meetings", status="planned"), "meetings").ahead
    assert told(changed("statements", kind="promise"), "statements").ahead
    assert not told(article(), "statements").ahead


def test_a_matter_is_as_sure_as_any_of_its_positions() -> None:
    assert told(article(), "controversies").certainties == ("certain",)
    assert told(article(), "implications").certainties == ("possible",)


def test_the_voices_of_a_position() -> None:
    position = article().controversies[0].positions[0]
    assert position_voices(position) == ("reported", "critics")
    assert position_voices(position.model_copy(update={"stance": "neutral"})) == ("reported",)
    assert position_voices(position.model_copy(update={"attribution": None})) == ("article",)
