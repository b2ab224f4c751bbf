"""Sittings in languages whose packs have little more than what labels need."""

from __future__ import annotations

import pytest

from verbale.model import Role
from verbale.parse import read

# language, label of the chair, what it says, three labels with words, a note, the last words of the chair
SITTINGS = {
    "ca": (
        "La presidenta",
        "Comença la sessió. Té la paraula el diputat senyor Pau Ferrer.",
        (
            "Pau Ferrer i Roig",
            "Gràcies, presidenta. El far de la punta és apagat des de fa tres mesos i ningú no el paga.",
        ),
        ("El vicepresident segon", "Llegiré la carta que ens ha fet arribar el faroner del port."),
        ("La consellera de Molls", "La llum torna demà, senyor diputat, i la barca surt a les nou."),
        "(Aplaudiments.)",
        "S'aixeca la sessió.",
    ),
    "sl": (
        "PREDSEDNICA ANA LOGAR",
        "Začenjam sejo zbora. Besedo ima gospod Marko Hribar.",
        (
            "GOSPOD HRIBAR",
            "Hvala lepa, gospa predsednica. Svetilnik na rtu ne sveti že tri mesece in nihče ga ne plača.",
        ),
        ("MAG. TINE KOREN", "Pismo svetilničarja sem prebral danes zjutraj v pisarni."),
        ("MINISTER JAN VODNIK", "Luč bo spet svetila jutri, čoln pa odpelje ob devetih."),
        "(Ploskanje.)",
        "Hvala vsem za danes.",
    ),
    "sk": (
        "Predsedajúca Eva Lipová",
        "Otváram schôdzu. Slovo má pán poslanec Ivan Breza.",
        (
            "Poslanec Ivan Breza",
            "Ďakujem, pani predsedajúca. Maják na myse nesvieti už tri mesiace a nikto ho neplatí.",
        ),
        ("Podpredseda Ján Skala", "List od strážcu majáka som dnes ráno čítal v kancelárii."),
        ("Ministerka Zuzana Riečna", "Svetlo sa vráti zajtra a loď odchádza o deviatej."),
        "(Potlesk.)",
        "Ďakujem všetkým za dnešok.",
    ),
    "sr": (
        "Председавајућа",
        "Почињемо са радом. Реч има народни посланик Марко Липа.",
        ("Марко Липа", "Хвала, председавајућа. Светионик на рту не ради већ три месеца и нико га не плаћа."),
        ("Потпредседник Јован Брест", "Писмо чувара светионика прочитао сам јутрос у канцеларији."),
        ("Министарка Ана Река", "Светло се враћа сутра, а брод полази у девет."),
        "(Аплауз.)",
        "Хвала свима за данас.",
    ),
    "bg": (
        "ПРЕДСЕДАТЕЛ РАЙНА ЛИПОВА",
        "Откривам заседанието. Думата има господин Петър Брястов.",
        (
            "ПЕТЪР БРЯСТОВ",
            "Благодаря, госпожо председател. Фарът на носа не свети от три месеца и никой не го плаща.",
        ),
        ("ДОКЛАДЧИК ИВАН СКАЛИН", "Писмото на пазача прочетох тази сутрин в кабинета."),
        ("МИНИСТЪР АННА РЕКИНА", "Светлината се връща утре, а корабът тръгва в девет."),
        "(Ръкопляскания.)",
        "Благодаря на всички за днес.",
    ),
    "et": (
        "Aseesimees Toomas Kask",
        "Alustame istungit. Palun, Mart Lepp!",
        (
            "Mart Lepp",
            "Aitäh, eesistuja! Neeme tuletorn ei põle juba kolm kuud ja keegi ei maksa selle eest.",
        ),
        ("Minister Anu Jõgi", "Valgus tuleb homme tagasi ja laev väljub kell üheksa."),
        ("Mart Lepp", "Ma lugesin tuletornivahi kirja täna hommikul kontoris."),
        "(Aplaus.)",
        "Aitäh kõigile tänase eest!",
    ),
    "lv": (
        "Sēdes vadītāja",
        "Sākam sēdi. Vārds deputātam Jānim Liepam.",
        (
            "Jānis Liepa",
            "Paldies, priekšsēdētājas kundze! Bāka raga galā nedeg jau trīs mēnešus, neviens nemaksā.",
        ),
        ("Ministre Anna Upe", "Gaisma atgriezīsies rīt, un kuģis atiet deviņos."),
        ("Jānis Liepa", "Bākas sarga vēstuli es izlasīju šorīt birojā."),
        "(Aplausi.)",
        "Paldies visiem par šodienu!",
    ),
    "lt": (
        "PIRMININKĖ",
        "Pradedame posėdį. Žodis suteikiamas ponui Jonui Liepai.",
        (
            "JONAS LIEPA",
            "Dėkoju, gerbiama pirmininke. Švyturys iškyšulyje nešviečia tris mėnesius, niekas už jį nemoka.",
        ),
        ("MINISTRĖ ONA UPĖ", "Šviesa grįš rytoj, o laivas išplaukia devintą."),
        ("JONAS LIEPA", "Švyturio sargo laišką perskaičiau šįryt kabinete."),
        "(Plojimai.)",
        "Dėkoju visiems už šiandieną.",
    ),
}


@pytest.mark.parametrize("code", SITTINGS)
@pytest.mark.parametrize("mark", [": ", ":\n", " – "])
def test_a_sitting_gives_nobodys_words_to_another(code: str, mark: str) -> None:
    chair, opens, first, second, third, note, closes = SITTINGS[code]
    spoken = [(chair, opens), first, second, (chair, opens), third, (chair, closes)]
    text = "\n\n".join(f"{label}{mark}{words}" for label, words in spoken[:-1])
    document = read(f"{text}\n\n{note}\n\n{chair}{mark}{closes}\n".encode(), name="sitting.txt")
    assert len(document.turns) == len(spoken)
    for turn, (label, words) in zip(document.turns, spoken, strict=True):
        assert words in turn.span.of(document.text)
        assert note not in turn.span.of(document.text)
        family = (turn.speaker or label).split()[-1].casefold()
        assert label.casefold().endswith(family)
    assert sum(turn.speaker is not None for turn in document.turns) >= 5
    if mark == ": ":
        assert {turn.role for turn in document.turns[::3]} == {Role.CHAIR}
