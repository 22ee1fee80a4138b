from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from communique.errors import UnsupportedLanguage
from communique.read import read_text

ENGLISH = (
    "The minister said on Monday that the talks would go on for weeks. Nobody in the capital knew what would "
    "come of them, but the delegation had not left."
)
OTHERS = {
    "German": "Der Minister sagte am Montag, dass die Gespräche noch Wochen dauern würden. Niemand in der "
    "Hauptstadt wusste, was daraus werden sollte, aber die Delegation war noch nicht abgereist.",
    "French": "Le ministre a déclaré lundi que les pourparlers dureraient encore des semaines. Personne dans "
    "la capitale ne savait ce qu’il en sortirait, mais la délégation n’était pas partie.",
    "Spanish": "El ministro dijo el lunes que las conversaciones durarían semanas. Nadie en la capital sabía "
    "qué saldría de ellas, pero la delegación todavía no se había marchado.",
    "Russian": "Министр заявил в понедельник, что переговоры продлятся ещё несколько недель. Никто в столице "
    "не знал, чем они закончатся, но делегация не уехала.",
    "Arabic": "قال الوزير يوم الاثنين إن المحادثات ستستمر لأسابيع. لم يكن أحد في العاصمة يعرف ما سينتج عنها، "
    "لكن الوفد لم يغادر بعد.",
    "Chinese": "部长周一表示，会谈还将持续数周。首都没有人知道会谈的结果，但代表团尚未离开。"
    "记者未能联系到其他官员。部长的发言人没有回答问题，也没有说会谈何时恢复。",
    "Indonesian": "Menteri mengatakan pada hari Senin bahwa pembicaraan akan berlangsung selama beberapa "
    "minggu. Tidak seorang pun di ibu kota tahu hasilnya, tetapi delegasi belum pergi.",
}
DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"


@pytest.mark.parametrize(("name", "text"), OTHERS.items())
def test_other_languages_are_refused_by_name(name: str, text: str) -> None:
    with pytest.raises(UnsupportedLanguage, match=rf"in {name}, not in English \(probability") as raised:
        read_text(text)
    assert 'language="en"' in str(raised.value)


@pytest.mark.parametrize("name", OTHERS)
def test_half_and_half_is_refused_and_both_are_named(name: str) -> None:
    with pytest.raises(UnsupportedLanguage, match="not all in English") as raised:
        read_text("\n\n".join([ENGLISH, ENGLISH, OTHERS[name], ENGLISH, OTHERS[name]]))
    assert name in str(raised.value)
    assert "English" in str(raised.value)


@pytest.mark.parametrize("name", OTHERS)
def test_a_quotation_is_let_pass(name: str) -> None:
    assert (
        read_text("\n\n".join([ENGLISH, ENGLISH, ENGLISH, ENGLISH, OTHERS[name]])).metadata.language == "en"
    )


@pytest.mark.parametrize("name", OTHERS)
def test_the_caller_decides(name: str) -> None:
    assert read_text(OTHERS[name], language="en").metadata.language == "en"
    assert read_text(OTHERS[name], language="en-GB").metadata.language == "en-GB"


def test_no_other_language_can_be_asked_for() -> None:
    with pytest.raises(UnsupportedLanguage, match="'de'"):
        read_text(ENGLISH, language="de")


@pytest.mark.parametrize(
    "text",
    [
        "Talks resume.",
        "Merkel met Macron in Meseberg.",
        "Lavrov, Peskov, Shoigu, Patrushev, Medvedev, Naryshkin and Zakharova attended.",
        "Xi Jinping and Narendra Modi met in Wuhan; Shinzo Abe and Moon Jae-in did not.",
        "Attendees: Angela Merkel, Emmanuel Macron, Mario Draghi, Pedro Sánchez, Ursula von der Leyen, "
        "Jens Stoltenberg, Recep Tayyip Erdoğan, Volodymyr Zelenskyy.",
        "Sergei Lavrov met Mevlüt Çavuşoğlu in Antalya. Dmytro Kuleba came. Talks failed.",
        "OPEC+ cuts output. Brent up 3%. Riyadh, Moscow agree.",
        "The Bundesverfassungsgericht and the Bundesnachrichtendienst clashed with the Auswärtiges Amt, the "
        "Kanzleramt and the Verfassungsschutz over surveillance.",
    ],
)
def test_short_english_full_of_names_passes(text: str) -> None:
    read_text(text)


def test_too_little_to_tell_says_nothing() -> None:
    assert read_text("Geneva, Vienna").metadata.language is None


def test_english_is_told_without_loading_the_model() -> None:
    code = (
        "import sys; from communique.read import read_text; "
        f"print(read_text({ENGLISH!r}).metadata.language, 'py3langid' in sys.modules, 'numpy' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.split() == ["en", "False", "False"]


@pytest.mark.data
def test_no_english_page_is_refused_and_every_other_is() -> None:
    path = DATA / "pages" / "ground-truth.json"
    if not path.exists():
        pytest.skip("the corpora are not beside this checkout")
    refused = 0
    for page in json.loads(path.read_text("utf-8")).values():
        text = page["articleBody"]
        try:
            read_text(text)
        except UnsupportedLanguage:
            # English has more of these words than a quotation in another language would leave.
            assert sum(word in ("the", "and", "of") for word in text.lower().split()) < 0.04 * len(
                text.split()
            )
            refused += 1
    # Of 14 in Portuguese, Italian, Russian, Japanese, Korean and German; one is a table of drivers' names.
    assert refused == 13


@pytest.mark.data
def test_no_article_of_gum_is_refused() -> None:
    if not (DATA / "parsing").exists():
        pytest.skip("the corpora are not beside this checkout")
    for part in ("train", "dev"):
        documents = (DATA / "parsing" / f"gum-{part}.conllu").read_text("utf-8").split("# newdoc id = ")[1:]
        for document in documents:
            sentences = [
                line.removeprefix("# text = ")
                for line in document.splitlines()
                if line.startswith("# text = ")
            ]
            assert read_text("\n".join(sentences)).metadata.language == "en"
