"""Whoever is spoken to, or of, is not the speaker: in an article of each language, each sentence alone."""

from __future__ import annotations

import pytest

from verbale import quotations

# A paragraph from which the language can be told.
AROUND = {
    "cs": (
        "Komise včera předložila svou zprávu o mostu a město o ní bude jednat příští týden se "
        "všemi, kterých se to týká. Ještě není jasné, jak dlouho to bude trvat."
    ),
    "da": (
        "Kommissionen fremlagde i går sin rapport om broen, og byen vil drøfte den i næste uge "
        "med alle, der er berørt. Det er endnu ikke klart, hvor længe det vil tage."
    ),
    "de": (
        "Die Kommission hat gestern ihren Bericht über die Brücke vorgelegt, und die Stadt wird "
        "ihn in der nächsten Woche mit allen Beteiligten beraten. Es ist noch nicht klar, wie "
        "lange das dauert."
    ),
    "el": (
        "Η επιτροπή παρουσίασε χθες την έκθεσή της για τη γέφυρα, και η πόλη θα τη συζητήσει την "
        "επόμενη εβδομάδα με όλους όσους αφορά. Δεν είναι ακόμη σαφές πόσο θα διαρκέσει."
    ),
    "es": (
        "La comisión presentó ayer su informe sobre el puente, y la ciudad lo va a discutir la "
        "semana que viene con todos los que están interesados. Todavía no se sabe cuánto tiempo "
        "va a durar."
    ),
    "fi": (
        "Komissio esitteli eilen raporttinsa sillasta, ja kaupunki keskustelee siitä ensi "
        "viikolla kaikkien kanssa, joita asia koskee. Vielä ei ole selvää, kuinka kauan se "
        "kestää."
    ),
    "fr": (
        "La commission a présenté hier son rapport sur le pont, et la ville va en discuter la "
        "semaine prochaine avec tous ceux qui sont concernés. On ne sait pas encore combien de "
        "temps cela va durer."
    ),
    "hu": (
        "A bizottság tegnap bemutatta a hídról szóló jelentését, és a város a jövő héten minden "
        "érintettel meg fogja vitatni. Még nem tudni, hogy ez mennyi ideig fog tartani."
    ),
    "it": (
        "La commissione ha presentato ieri il suo rapporto sul ponte, e la città ne discuterà la "
        "prossima settimana con tutti gli interessati. Non si sa ancora quanto tempo ci vorrà per"
        " questo."
    ),
    "ko": ("위원회는 어제 다리에 관한 보고서를 발표했고 시는 다음 주에 모든 관계자와 이를 논의할 것이다."),
    "nl": (
        "De commissie heeft gisteren haar verslag over de brug gepresenteerd, en de stad zal het "
        "volgende week met alle betrokkenen bespreken. Het is nog niet duidelijk hoe lang dat "
        "gaat duren."
    ),
    "pl": (
        "Komisja przedstawiła wczoraj swój raport o moście, a miasto będzie o nim rozmawiać w "
        "przyszłym tygodniu ze wszystkimi, których to dotyczy. Nie wiadomo jeszcze, jak długo to "
        "potrwa."
    ),
    "pt": (
        "A comissão apresentou ontem o seu relatório sobre a ponte, e a cidade vai discutir o "
        "assunto na próxima semana com todos os interessados. Ainda não se sabe quanto tempo isso"
        " vai demorar."
    ),
    "ro": (
        "Comisia a prezentat ieri raportul său despre pod, iar orașul va discuta despre el "
        "săptămâna viitoare cu toți cei interesați. Nu se știe încă cât timp va dura acest lucru."
    ),
    "ru": (
        "Комиссия вчера представила свой доклад о мосте, и город обсудит его на следующей неделе "
        "со всеми, кого это касается. Пока не ясно, как долго это продлится."
    ),
    "sv": (
        "Kommissionen lade i går fram sin rapport om bron, och staden kommer att diskutera den "
        "nästa vecka med alla som berörs. Det är ännu inte klart hur länge det kommer att ta."
    ),
    "tr": (
        "Komisyon dün köprü hakkındaki raporunu sundu ve şehir bunu gelecek hafta ilgili herkesle"
        " birlikte görüşecek. Bunun ne kadar süreceği henüz belli değil."
    ),
    "uk": (
        "Комісія вчора представила свій звіт про міст, і місто обговорить його наступного тижня з"
        " усіма, кого це стосується. Ще не зрозуміло, як довго це триватиме."
    ),
}
# Who speaks; None where two are named and no rule tells which of them does.
SENTENCES = (
    ("de", "Jan Terhorst", "„Wir haben die Brücke gebaut“, sagte Jan Terhorst zu Anna Reuter."),
    ("de", None, "Jan Terhorst sagte Anna Reuter: „Wir bleiben für immer hier in diesem Land.“"),
    ("de", None, "Der Welmer Zeitung sagte Jan Terhorst: „Wir bleiben für immer hier in diesem Land.“"),
    ("de", "Jan Terhorst", "„Wir haben die Brücke gebaut“, sagte Jan Terhorst mit Blick auf Anna Reuter."),
    ("de", "Jan Terhorst", "Dazu sagte Jan Terhorst: „Wir bleiben für immer hier in diesem Land.“"),
    (
        "de",
        "Anna Reuter",
        "Anna Reuter, die Sprecherin von Jan Terhorst, sagte: „Wir bleiben für immer hier in diesem Land.“",
    ),
    (
        "de",
        None,
        "Jan Terhorst ließ über Anna Reuter ausrichten: „Wir bleiben für immer hier in diesem Land.“",
    ),
    ("de", "Anna Reuter", "„Wir bleiben für immer hier“, so Anna Reuter zu Jan Terhorst."),
    ("fr", "Paul Sarrot", "« Nous ne quitterons jamais ce pays », a répondu Paul Sarrot à Jeanne Merlin."),
    (
        "fr",
        "Paul Sarrot",
        "« Nous ne quitterons jamais ce pays », a répondu Paul Sarrot à la ministre Jeanne Merlin.",
    ),
    ("fr", None, "« Nous ne quitterons jamais ce pays », répond à Jeanne Merlin Paul Sarrot."),
    ("fr", None, "« Nous ne quitterons jamais ce pays », a dit à Jeanne Merlin le ministre Paul Sarrot."),
    (
        "fr",
        "Paul Sarrot",
        "Interrogé par Jeanne Merlin, Paul Sarrot a déclaré : « Nous ne quitterons jamais ce pays. »",
    ),
    ("fr", "Paul Sarrot", "À Jeanne Merlin, Paul Sarrot a répondu : « Nous ne quitterons jamais ce pays. »"),
    ("fr", "Paul Sarrot", "Paul Sarrot a répondu à Jeanne Merlin : « Nous ne quitterons jamais ce pays. »"),
    ("es", None, "«Nunca dejaremos este país», dijo a Juana Prado el ministro Pablo Sáez."),
    ("es", "Pablo Sáez", "«Nunca dejaremos este país», respondió Pablo Sáez a Juana Prado."),
    ("es", "Pablo Sáez", "«Nunca dejaremos este país», dijo Pablo Sáez al diario La Voz de Velmonte."),
    ("es", None, "«Nunca dejaremos este país», le dijo Pablo Sáez."),
    ("es", "Pablo Sáez", "Pablo Sáez respondió a Juana Prado: «Nunca dejaremos este país»."),
    ("pt", None, '"Nunca deixaremos este país", disse a Joana Prado o ministro Paulo Sales.'),
    ("pt", "Paulo Sales", 'O ministro Paulo Sales respondeu a Joana Prado: "Nunca deixaremos este país".'),
    ("pt", "Paulo Sales", '"Nunca deixaremos este país", respondeu Paulo Sales a Joana Prado.'),
    ("pt", None, 'Ela disse a Joana Prado: "Nunca deixaremos este país".'),
    ("pt", "Joana Prado", '"Nunca deixaremos este país", disse a ministra Joana Prado.'),
    ("it", None, "Paolo Sarti ha risposto a Giulia Farnese: «Non lasceremo mai questo paese»."),
    ("it", "Paolo Sarti", "«Non lasceremo mai questo paese», ha risposto Paolo Sarti a Giulia Farnese."),
    ("pl", "Paweł Sarna", "Paweł Sarna odpowiedział Annie Kowalskiej: „Nigdy nie opuścimy tego kraju”."),
    ("pl", None, "„Nigdy nie opuścimy tego kraju” – odpowiedział Paweł Sarna Annie Kowalskiej."),
    ("pl", "Paweł Sarna", "Następnie powiedział Paweł Sarna: „Nigdy nie opuścimy tego kraju”."),
    ("pl", None, "„Nigdy nie opuścimy tego kraju” – powiedziała Pawłowi Sarnie."),
    ("pl", None, "„Nigdy nie opuścimy tego kraju” – powiedział Annie Kowalskiej."),
    ("cs", None, "„Nikdy neopustíme tuto zemi,“ řekl Anně Novákové."),
    ("cs", None, "„Nikdy neopustíme tuto zemi,“ odpověděl Pavel Sarna Anně Novákové."),
    ("cs", "Pavel Sarna", "Pavel Sarna řekl Anně Novákové: „Nikdy neopustíme tuto zemi.“"),
    ("cs", "Pavel Sarna", "Potom řekl Pavel Sarna: „Nikdy neopustíme tuto zemi.“"),
    ("ro", None, "„Nu vom părăsi niciodată această țară”, a răspuns Pavel Sarna Anei Kovac."),
    ("ro", None, "Pavel Sarna i-a răspuns Anei Kovac: „Nu vom părăsi niciodată această țară”."),
    ("nl", None, '"We zullen dit land nooit verlaten", antwoordde Jan Terhorst Anna Bakker.'),
    ("nl", None, 'Jan Terhorst zei Anna Bakker: "We zullen dit land nooit verlaten."'),
    ("nl", "Jan van der Berg", '"We zullen dit land nooit verlaten", zei minister Jan van der Berg.'),
    ("sv", None, "Jan Lund svarade Anna Berg: ”Vi kommer aldrig att lämna landet.”"),
    ("sv", "Jan Lund", "Därefter sade Jan Lund: ”Vi kommer aldrig att lämna landet.”"),
    ("da", None, '"Vi forlader aldrig dette land", svarede Jan Lund Anna Berg.'),
    ("da", None, 'Jan Lund spurgte Anna Berg: "Vil du forlade dette land?"'),
    ("fi", None, '"Emme koskaan lähde tästä maasta", sanoi Pekka Sarna Anna Virralle.'),
    ("fi", None, 'Pekka Sarna vastasi Anna Virralle: "Emme koskaan lähde tästä maasta."'),
    ("fi", None, '"Emme koskaan lähde tästä maasta", sanoi Velmin Sanomille Pekka Sarna.'),
    ("fi", "Kalle Sarna", '"Emme koskaan lähde tästä maasta", sanoi Kalle Sarna.'),
    ("hu", None, "„Soha nem hagyjuk el ezt az országot” – mondta Kovács Annának."),
    ("hu", None, "„Soha nem hagyjuk el ezt az országot” – mondta Sárkány Pál Kovács Annának."),
    ("hu", None, "„Soha nem hagyjuk el ezt az országot” – mondta Sárkány Pálról Kovács Anna."),
    ("hu", None, "„Soha nem hagyjuk el ezt az országot” – nyilatkozta a Velmi Hírlapnak Sárkány Pál."),
    ("hu", None, "Kovács Annának Sárkány Pál azt mondta: „Soha nem hagyjuk el ezt az országot.”"),
    ("uk", "Павло Сарна", 'Павло Сарна відповів Ганні Коваль: "Ми ніколи не покинемо цю країну".'),
    ("uk", None, '"Ми ніколи не покинемо цю країну", - відповів Павло Сарна Ганні Коваль.'),
    ("uk", None, '"Ми ніколи не покинемо цю країну", - сказав Павлові Сарні.'),
    ("ru", "Павел Сарна", "Павел Сарна ответил Анне Коваль: «Мы никогда не покинем эту страну»."),
    ("ru", "Павел Сарна", "«Мы никогда не покинем эту страну», — сказал Анне Коваль министр Павел Сарна."),
    ("ko", None, '이수진 장관은 김민수 총리가 "우리는 이 나라를 절대 떠나지 않을 것"이라고 말했다고 전했다.'),
    ("tr", None, "Mehmet Sarna'ya konuşan Ayşe Demir, “Bu ülkeyi asla terk etmeyeceğiz” dedi."),
    (
        "el",
        "Παύλος Σάρνας",
        "«Ποτέ δεν θα φύγουμε από αυτή τη χώρα», δήλωσε ο Παύλος Σάρνας στην Άννα Κούρη.",
    ),
    ("cs", None, "Bratr Pavla Sarny řekl: „Nikdy neopustíme tuto zemi.“"),
    ("cs", None, "Manželka Pavla Sarny řekla: „Nikdy neopustíme tuto zemi.“"),
    ("cs", None, "Na Moravě řekl: „Nikdy neopustíme tuto zemi.“"),
    ("cs", None, "V Praze řekl: „Nikdy neopustíme tuto zemi.“"),
    ("cs", None, "V rozhovoru s Pavlem Sarnou Anna Nováková řekla: „Nikdy neopustíme tuto zemi.“"),
    ("cs", "Pavel Sarna", "Ale Pavel Sarna řekl: „Nikdy neopustíme tuto zemi.“"),
    ("da", None, 'I Velm sagde: "Vi forlader aldrig dette land."'),
    ("da", None, 'Jan Lunds kone sagde: "Vi forlader aldrig dette land."'),
    ("da", None, 'Jan Lunds talskvinde Anna Berg sagde: "Vi forlader aldrig dette land."'),
    ("de", None, "Die Frau von Jan Terhorst sagte: „Wir bleiben für immer hier in diesem Land.“"),
    ("de", None, "In Berlin sagte er: „Wir bleiben für immer hier in diesem Land.“"),
    ("de", None, "Terhorsts Frau sagte: „Wir bleiben für immer hier in diesem Land.“"),
    ("de", None, "„Wir bleiben für immer hier“, hieß es aus dem Umfeld von Jan Terhorst."),
    ("de", None, "„Wir bleiben für immer hier“, sagte ein Vertrauter von Jan Terhorst."),
    ("de", None, "Laut Jan Terhorst sagte Anna Reuter: „Wir bleiben für immer hier in diesem Land.“"),
    ("de", "Jan Terhorst", "Aber Jan Terhorst sagte: „Wir bleiben für immer hier in diesem Land.“"),
    ("el", None, "«Δεν θα φύγουμε ποτέ από αυτή τη χώρα», είπε ο αδελφός του Παύλου Σάρνα."),
    ("el", None, "Η σύζυγος του Παύλου Σάρνα είπε: «Δεν θα φύγουμε ποτέ από αυτή τη χώρα»."),
    ("el", None, "Στην Αθήνα είπε: «Δεν θα φύγουμε ποτέ από αυτή τη χώρα»."),
    ("es", None, "En Madrid dijo: «Nunca dejaremos este país»."),
    ("es", None, "La mujer de Pablo Sáez dijo: «Nunca dejaremos este país»."),
    ("es", None, "«Nunca dejaremos este país», dijo el hermano de Pablo Sáez."),
    ("es", "Juana Prado", "Según Pablo Sáez, Juana Prado dijo: «Nunca dejaremos este país»."),
    ("es", "Pablo Sáez", "Pero Pablo Sáez dijo: «Nunca dejaremos este país»."),
    ("fi", None, '"Emme koskaan lähde tästä maasta", sanoi Pekka Sarnan vaimo.'),
    ("fi", None, 'Pekka Sarnan vaimo sanoi: "Emme koskaan lähde tästä maasta."'),
    ("fi", "Anna Virta", 'Pekka Sarnan puheenjohtaja Anna Virta sanoi: "Emme koskaan lähde tästä maasta."'),
    ("fi", "Pekka Sarna", 'Mutta Pekka Sarna sanoi: "Emme koskaan lähde tästä maasta."'),
    ("fr", None, "La femme de Paul Sarrot a déclaré : « Nous ne quitterons jamais ce pays. »"),
    ("fr", None, "« Nous ne quitterons jamais ce pays », a déclaré le frère de Paul Sarrot."),
    ("fr", None, "« Nous ne quitterons jamais ce pays », a déclaré un proche de Paul Sarrot."),
    ("fr", None, "À Paris, il a déclaré : « Nous ne quitterons jamais ce pays. »"),
    (
        "fr",
        "Jeanne Merlin",
        "Selon Paul Sarrot, Jeanne Merlin a déclaré : « Nous ne quitterons jamais ce pays. »",
    ),
    ("hu", None, "Sárkány Pál felesége azt mondta: „Soha nem hagyjuk el ezt az országot.”"),
    ("hu", None, "Kovács Anna Sárkány Pálról azt mondta: „Soha nem hagyjuk el ezt az országot.”"),
    ("hu", "Sárkány Pál", "De Sárkány Pál azt mondta: „Soha nem hagyjuk el ezt az országot.”"),
    ("it", None, "A Roma ha detto: «Non lasceremo mai questo paese»."),
    ("it", None, "Di Paolo Sarti ha detto: «Non lasceremo mai questo paese»."),
    ("it", None, "In Velmonte ha detto: «Non lasceremo mai questo paese»."),
    ("it", None, "La moglie di Paolo Sarti ha detto: «Non lasceremo mai questo paese»."),
    ("it", None, "«Non lasceremo mai questo paese», avrebbe detto a Paolo Sarti."),
    ("it", None, "«Non lasceremo mai questo paese», ha detto il fratello di Paolo Sarti."),
    (
        "it",
        "Giulia Farnese",
        "Secondo Paolo Sarti, Giulia Farnese ha detto: «Non lasceremo mai questo paese».",
    ),
    ("it", "Paolo Sarti", "Ma Paolo Sarti ha detto: «Non lasceremo mai questo paese»."),
    ("ko", None, '김민수 총리 측은 "우리는 이 나라를 절대 떠나지 않을 것"이라고 말했다.'),
    ("ko", None, '김민수 총리의 부인은 "우리는 이 나라를 절대 떠나지 않을 것"이라고 말했다.'),
    ("nl", None, '"We zullen dit land nooit verlaten", zei de advocaat van Jan Terhorst in Den Haag.'),
    ("nl", None, 'De vrouw van Jan Terhorst zei: "We zullen dit land nooit verlaten."'),
    ("nl", None, 'In Velm zei: "We zullen dit land nooit verlaten."'),
    ("nl", None, 'Volgens Jan Terhorst zei Anna Bakker: "We zullen dit land nooit verlaten."'),
    ("nl", "Jan Terhorst", 'Maar Jan Terhorst zei: "We zullen dit land nooit verlaten."'),
    ("pl", None, "Ministerstwo Obrony Narodowej Pawła Sarny podało: „Nigdy nie opuścimy tego kraju”."),
    ("pl", None, "Premier Paweł Sarna, jak powiedziała jego rzeczniczka: „Nigdy nie opuścimy tego kraju”."),
    ("pl", None, "W Warszawie Anna Kowalska i Paweł Sarna powiedzieli: „Nigdy nie opuścimy tego kraju”."),
    ("pl", None, "W Warszawie powiedział: „Nigdy nie opuścimy tego kraju”."),
    ("pl", None, "Żona Pawła Sarny powiedziała: „Nigdy nie opuścimy tego kraju”."),
    (
        "pl",
        "Anna Kowalska",
        "Paweł Sarna milczał. Anna Kowalska powiedziała: „Nigdy nie opuścimy tego kraju”.",
    ),
    ("pl", None, "Paweł Sarna, o którym Anna Kowalska powiedziała: „Nigdy nie opuścimy tego kraju”."),
    ("pl", "Paweł Sarna", "Ale Paweł Sarna powiedział: „Nigdy nie opuścimy tego kraju”."),
    ("pl", None, "Cytowany przez Gazetę Welmską Paweł Sarna powiedział: „Nigdy nie opuścimy tego kraju”."),
    ("pl", None, "Dziennikarzom Paweł Sarna powiedział: „Nigdy nie opuścimy tego kraju”."),
    ("pl", "Paweł Sarna", "Wczoraj Paweł Sarna powiedział: „Nigdy nie opuścimy tego kraju”."),
    ("pt", None, '"Nunca deixaremos este país", disse o irmão de Paulo Sales.'),
    ("pt", None, 'A mulher de Paulo Sales disse: "Nunca deixaremos este país".'),
    ("pt", None, 'Em Lisboa disse: "Nunca deixaremos este país".'),
    ("pt", "Joana Prado", 'Segundo Paulo Sales, Joana Prado disse: "Nunca deixaremos este país".'),
    ("pt", "Paulo Sales", 'Mas Paulo Sales disse: "Nunca deixaremos este país".'),
    ("ro", None, "La București a spus: „Nu vom părăsi niciodată această țară”."),
    ("ro", None, "Soția lui Pavel Sarna a spus: „Nu vom părăsi niciodată această țară”."),
    ("ro", None, "În Velm a declarat: „Nu vom părăsi niciodată această țară”."),
    (
        "ro",
        "Ana Kovac",
        "Potrivit lui Pavel Sarna, Ana Kovac a spus: „Nu vom părăsi niciodată această țară”.",
    ),
    ("ro", None, "„Nu vom părăsi niciodată această țară”, a spus Ana Kovac despre Pavel Sarna."),
    ("ro", "Pavel Sarna", "Dar Pavel Sarna a spus: „Nu vom părăsi niciodată această țară”."),
    ("ru", None, "«Мы никогда не покинем эту страну», — сказал адвокат Павла Сарны."),
    ("ru", None, "Жена Павла Сарны сказала: «Мы никогда не покинем эту страну»."),
    ("ru", "Анна Коваль", "По словам Павла Сарны, Анна Коваль сказала: «Мы никогда не покинем эту страну»."),
    ("sv", None, "I Stockholm sade han: ”Vi kommer aldrig att lämna landet.”"),
    ("sv", None, "I Stockholm sade: ”Vi kommer aldrig att lämna landet.”"),
    ("sv", None, "Jan Lund blev tillfrågad av Anna Berg och svarade: ”Vi kommer aldrig att lämna landet.”"),
    ("sv", None, "Jan Lunds fru sade: ”Vi kommer aldrig att lämna landet.”"),
    ("sv", None, "”Vi kommer aldrig att lämna landet”, sade Jan Lunds fru."),
    ("sv", None, "Enligt Jan Lund sade Anna Berg: ”Vi kommer aldrig att lämna landet.”"),
    ("sv", "Anna Berg", "Jan Lunds fru Anna Berg sade: ”Vi kommer aldrig att lämna landet.”"),
    ("sv", "Jan Lund", "Men Jan Lund sade: ”Vi kommer aldrig att lämna landet.”"),
    ("tr", None, "Ankara'da dedi ki: “Bu ülkeyi asla terk etmeyeceğiz”."),
    ("tr", None, "Mehmet Sarna'nın eşi “Bu ülkeyi asla terk etmeyeceğiz” dedi."),
    ("uk", None, '"Ми ніколи не покинемо цю країну", - сказав брат Павла Сарни.'),
    ("uk", None, 'Дружина Павла Сарни сказала: "Ми ніколи не покинемо цю країну".'),
    ("uk", None, 'Про Павла Сарну сказав: "Ми ніколи не покинемо цю країну".'),
    ("uk", None, 'У Києві сказав: "Ми ніколи не покинемо цю країну".'),
    (
        "uk",
        "Ганна Коваль",
        'За словами Павла Сарни, Ганна Коваль сказала: "Ми ніколи не покинемо цю країну".',
    ),
    ("uk", "Павло Сарна", 'Але Павло Сарна сказав: "Ми ніколи не покинемо цю країну".'),
)


@pytest.mark.parametrize(("language", "speaker", "sentence"), SENTENCES)
def test_who_is_spoken_to_is_not_the_speaker(language: str, speaker: str | None, sentence: str) -> None:
    (quotation,) = quotations("\n\n".join((AROUND[language], sentence, AROUND[language])))
    assert quotation.speaker == speaker
