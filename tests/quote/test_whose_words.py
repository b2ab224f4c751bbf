"""Whose words: listeners, owners, labels, reports, one pair of marks, dashes; each sentence in an article."""

from __future__ import annotations

import pytest

from tests.quote.test_listeners import AROUND
from verbale import Document, quotations
from verbale.model import Kind, QuotationKind

# Who speaks; None where no rule tells it, or where nobody is quoted.
SENTENCES = (
    ("cs", None, "„Nikdy neopustíme tuto zemi,“ řekla Pavlu Sarnovi."),
    ("cs", None, "„Nikdy neopustíme tuto zemi,“ řekl Petru Novákovi."),
    ("cs", None, "„Nikdy neopustíme tuto zemi,“ řekl Marku Svobodovi."),
    ("cs", None, "„Nikdy neopustíme tuto zemi,“ řekl Janě Novákové."),
    ("cs", None, "„Nikdy neopustíme tuto zemi,“ řekl Haně Novotné."),
    ("cs", None, "Petru Novákovi řekli: „Nikdy neopustíme tuto zemi.“"),
    ("cs", None, "„Nikdy neopustíme tuto zemi,“ řekl Tonymu Blairovi."),
    ("cs", None, "„Nikdy neopustíme tuto zemi,“ řekl Marii Novákové."),
    ("cs", None, "„Nikdy neopustíme tuto zemi,“ řekla Evě Vrbové."),
    ("cs", None, "Mluvčí Pavla Sarny řekl, že plán je „velká chyba pro celou zemi“."),
    ("cs", "Pavel Sarna", "„Nikdy neopustíme tuto zemi,“ řekl Pavel Sarna. „Zůstaneme tady.“"),
    ("cs", "Pavel Sarna", "Pavel Sarna řekl, že plán je „velká chyba pro celou zemi“."),
    ("da", None, '"Vi forlader aldrig dette land", sagde hun til Jan Lund.'),
    ("da", None, 'Ifølge Jan Lunds advokat er planen "en stor fejl for landet".'),
    ("de", None, "Minister Jan Terhorsts Sprecher sagte: „Wir bleiben für immer hier in diesem Land.“"),
    ("de", None, "„Wir bleiben für immer hier“, sagte die Sprecherin Minister Jan Terhorsts."),
    ("de", None, "„Wir bleiben für immer hier“, sagte der Sprecher Elena Marrs."),
    ("de", None, "„Wir bleiben für immer hier“, sagte der Minister Elena Marrs."),
    ("de", None, "Der Minister Elena Marrs sagte: „Wir bleiben für immer hier in diesem Land.“"),
    ("de", None, "„Wir bleiben für immer hier“, sagte er Jan Terhorst."),
    ("de", None, "„Wir bleiben für immer hier“, sagte sie Minister Jan Terhorst."),
    ("de", None, "Jan Terhorst wurde gesagt: „Wir bleiben für immer hier in diesem Land.“"),
    ("de", None, "„Wir bleiben für immer hier“, wurde Jan Terhorst gesagt."),
    ("de", None, "Jan Terhorst sagte, Anna Reuter habe den Plan „einen schweren Fehler“ genannt."),
    ("de", None, "Jan Terhorst sagte, Reuter habe den Plan „einen schweren Fehler“ genannt."),
    ("de", None, "Jan Terhorst sagte, dass die Sprecherin den Plan „einen schweren Fehler“ nannte."),
    ("de", None, "Laut Gesetz ist der Plan „ein schwerer Fehler für das Land“."),
    ("de", None, "Nach Angaben von Anna Reuters Büro ist der Plan „ein schwerer Fehler für das Land“."),
    ("de", None, "Kurze Antwort: „Wir bleiben für immer hier in diesem Land.“"),
    ("de", None, "Neue Frage: „Bleiben Sie für immer hier in diesem Land?“"),
    ("de", None, "„Wir bleiben für immer hier“, sagte der Minister Jan Terhorsts. Jan Terhorst schwieg."),
    ("de", None, "Reuter zitierte Terhorst: „Wir bleiben für immer hier in diesem Land.“"),
    ("de", None, "Terhorst und Reuter sagten, der Plan sei „ein schwerer Fehler für das Land“."),
    ("de", None, "Der Sprecher von Jan Terhorst sagte, der Plan sei „ein schwerer Fehler für das Land“."),
    ("de", None, "Der Plan, sagte der Sprecher von Jan Terhorst, sei „ein schwerer Fehler für das Land“."),
    ("de", None, "Als Jan Terhorst kam, sagte Anna, der Plan sei „ein schwerer Fehler für das Land“."),
    ("de", "Jan Peters", "„Wir bleiben für immer hier“, sagte Minister Jan Peters."),
    ("de", "Jan Terhorst", "„Wir bleiben“, sagte Jan Terhorst, „für immer hier.“"),
    ("de", "Jan Terhorst", "Jan Terhorst sagte, man bleibe „für immer hier in diesem Land“."),
    ("de", "Jan Terhorst", "Laut Jan Terhorst ist der Plan „ein schwerer Fehler für das Land“."),
    ("de", "Jan Terhorst", "„Wir bleiben für immer hier“, so Jan Terhorst."),
    ("de", "Jan Terhorst", "Jan Terhorst nannte den Plan „einen schweren Fehler für uns alle“."),
    ("de", "Jan Peters", "Minister Jan Peters sagte: „Wir bleiben für immer hier in diesem Land.“"),
    ("de", "Jan Peters", "„Wir bleiben für immer hier“, sagte der Minister Jan Peters. Peters lachte."),
    ("el", None, "«Δεν θα φύγουμε ποτέ από αυτή τη χώρα», είπε στον Παύλο Σάρνα."),
    ("el", None, "«Δεν θα φύγουμε ποτέ από αυτή τη χώρα», είπε του Παύλου Σάρνα."),
    ("el", None, "Σύμφωνα με τον Παύλο Σάρνα, το σχέδιο είναι «ένα μεγάλο λάθος για τη χώρα»."),
    (
        "el",
        None,
        "«Δεν θα φύγουμε ποτέ από αυτή τη χώρα», είπε στην Άννα Κούρη ο δικηγόρος του Παύλου Σάρνα.",
    ),
    ("de", None, "Terhorst fragte Jan Reuter danach. „Wir bleiben für immer hier“, lautete die Antwort."),
    ("de", None, "Jan Terhorst fragte danach. „Wir bleiben für immer hier in diesem Land.“"),
    ("de", None, "„Wir bleiben für immer hier“, zitierte die Zeitung Jan Terhorst."),
    ("de", None, "„Wir bleiben für immer hier!“ Jan Terhorst lachte."),
    ("de", None, "Jan Terhorst war ein Brief geschickt worden: „Wir bleiben für immer hier.“"),
    ("de", None, "Jan Terhorsts Sprecherin blieb vorsichtig: „Wir bleiben für immer hier.“"),
    ("de", "Jan Terhorst", "Jan Terhorst blieb vorsichtig: „Wir bleiben für immer hier in diesem Land.“"),
    ("de", "Jan Terhorst", "Das Urteil von Jan Terhorst? „Wir bleiben für immer hier in diesem Land.“"),
    ("de", "Jan Terhorst", "„Wir bleiben für immer hier in diesem Land“ (Jan Terhorst)"),
    ("de", "Jan „Otter“ Terhorst", "„Wir bleiben für immer hier“, sagte Jan „Otter“ Terhorst."),
    ("es", None, "Pablo Sáez preguntó a Ana Mora. «Nunca dejaremos este país», fue la respuesta."),
    ("es", None, "Pablo Sáez fue recibido: «Nunca dejaremos este país»."),
    ("es", "Pablo Sáez", "Pablo Sáez se mostró prudente: «Nunca dejaremos este país»."),
    ("es", "Pablo Sáez", "¿El veredicto de Pablo Sáez? «Nunca dejaremos este país»."),
    ("es", None, "«Nunca dejaremos este país», dijo a Pablo Sáez."),
    ("es", None, "«Nunca dejaremos este país», le dijo a Pablo Sáez."),
    ("es", None, "Ella le dijo a Pablo Sáez: «Nunca dejaremos este país»."),
    ("es", None, "A Pablo Sáez le dijeron: «Nunca dejaremos este país»."),
    ("es", None, "«Nunca —dijo a Pablo Sáez— dejaremos este país nuestro»."),
    ("es", None, "—Nunca dejaremos este país —dijo la portavoz de Pablo Sáez."),
    ("es", None, "—Nunca dejaremos este país —dijo a Pablo Sáez."),
    ("es", None, "Según el abogado de Pablo Sáez, el plan es «un grave error para el país»."),
    ("es", None, "El portavoz de Pablo Sáez dijo que el plan es «un grave error para el país»."),
    ("es", None, "Pablo Sáez, según dijo Juana, cree que el plan es «un grave error para el país»."),
    ("es", "Pablo Sáez", "Según Pablo Sáez, el plan es «un grave error para el país»."),
    ("es", "Pablo Sáez", "Pablo Sáez dijo que el plan es «un grave error para el país»."),
    ("es", "Pablo Sáez", "«Nunca —dijo Pablo Sáez— dejaremos este país nuestro»."),
    ("es", "Pablo Sáez", "—Nunca dejaremos este país —dijo Pablo Sáez."),
    ("es", "Pablo Sáez", "Pablo Sáez: «Nunca dejaremos este país»."),
    ("fi", None, "”Emme koskaan lähde tästä maasta”, sanoi Pekka Sarnalle."),
    ("fi", None, "”Emme koskaan lähde tästä maasta”, hän sanoi Pekka Sarnalle."),
    ("fi", None, "Pekka Sarnalta kysyttiin: ”Lähdettekö koskaan tästä maasta?”"),
    ("fi", None, "– Emme koskaan lähde tästä maasta, sanoi Pekka Sarnan avustaja."),
    ("fi", None, "– Emme koskaan lähde tästä maasta, sanoi Pekka Sarnalle."),
    ("fi", "Pekka Sarna", "– Emme koskaan lähde tästä maasta, sanoi Pekka Sarna."),
    ("fi", "Pekka Sarna", "Pekka Sarna sanoi, että suunnitelma on ”suuri virhe koko maalle”."),
    ("fr", None, "Jeanne Merlin a interrogé Sarrot. « Nous ne quitterons jamais ce pays », fut la réponse."),
    ("fr", None, "Paul Sarrot est accueilli : « Nous ne quitterons jamais ce pays. »"),
    ("fr", None, "L’avocat de Paul Sarrot est resté prudent : « Nous ne quitterons jamais ce pays. »"),
    ("fr", "Paul Sarrot", "Paul Sarrot est resté prudent : « Nous ne quitterons jamais ce pays. »"),
    ("fr", "Paul Sarrot", "Le verdict de Paul Sarrot ? « Nous ne quitterons jamais ce pays. »"),
    ("fr", "Paul Sarrot", "« Nous ne quitterons jamais ce pays » (Paul Sarrot)"),
    ("fr", "Paul « Pirate » Sarrot", "« Nous ne quitterons jamais ce pays », a dit Paul « Pirate » Sarrot."),
    ("fr", None, "« Nous ne quitterons jamais ce pays », lui a dit Paul Sarrot et Jeanne Merlin."),
    ("fr", None, "« Nous ne quitterons jamais ce pays », a-t-il dit à Paul Sarrot."),
    ("fr", None, "« Nous ne quitterons jamais ce pays », a-t-elle répondu à Paul Sarrot."),
    ("fr", None, "Il a dit à Paul Sarrot : « Nous ne quitterons jamais ce pays. »"),
    ("fr", None, "« Nous ne quitterons jamais ce pays », a-t-on dit à Paul Sarrot."),
    ("fr", None, "Selon l’avocat de Paul Sarrot, le plan est « une grave erreur pour le pays »."),
    ("fr", None, "Selon Paul Sarrot et Jeanne Merlin, le plan est « une grave erreur pour le pays »."),
    ("fr", None, "Paul Sarrot a dit à Jeanne Merlin que le plan était « une grave erreur pour le pays »."),
    (
        "fr",
        None,
        "Paul Sarrot, à qui Jeanne Merlin a dit que le plan était « une grave erreur pour le pays ».",
    ),
    (
        "fr",
        None,
        "Paul Sarrot, dont la porte-parole a dit que le plan était « une grave erreur pour le pays ».",
    ),
    ("fr", None, "« Comme nous l’a dit Paul Sarrot, le port reste ouvert à tous les navires. »"),
    ("fr", None, "Question courte : « Quitterez-vous un jour ce pays ? »"),
    ("fr", None, "« Nous ne quitterons jamais, a déclaré le porte-parole de Paul Sarrot, ce beau pays. »"),
    ("fr", None, "— Nous ne quitterons jamais ce pays, a déclaré le porte-parole de Paul Sarrot."),
    ("fr", None, "« Nous ne quitterons jamais, a dit à Paul Sarrot le maire, ce beau pays. »"),
    (
        "fr",
        "Paul Sarrot",
        "« Nous ne quitterons jamais ce pays, a déclaré Paul Sarrot. Nous resterons ici. »",
    ),
    (
        "fr",
        "Paul Sarrot",
        "« Nous ne quitterons jamais, a déclaré Paul Sarrot, ce beau pays qui est le nôtre. »",
    ),
    ("fr", "Paul Sarrot", "— Nous ne quitterons jamais ce pays, a déclaré Paul Sarrot."),
    ("fr", "Paul Sarrot", "Selon Paul Sarrot, le plan est « une grave erreur pour le pays »."),
    ("fr", "Paul Sarrot", "Pour Paul Sarrot, « le plan est une grave erreur pour le pays »."),
    ("fr", "Paul Sarrot", "Paul Sarrot a déclaré que le plan était « une grave erreur pour le pays »."),
    ("fr", "Paul Sarrot", "Paul Sarrot : « Nous ne quitterons jamais ce pays. »"),
    ("fr", "Paul Sarrot", "« Nous ne quitterons jamais ce pays », affirme Paul Sarrot."),
    ("hu", None, "„Soha nem hagyjuk el ezt az országot” – mondta Sárkány Pálnak."),
    ("hu", None, "Sárkány Páltól kérdezték: „Elhagyják valaha ezt az országot?”"),
    ("hu", None, "– Soha nem hagyjuk el ezt az országot – mondta Sárkány Pál minisztere."),
    ("hu", None, "– Soha nem hagyjuk el ezt az országot – mondta Sárkány Pálnak."),
    ("hu", None, "„Soha nem hagyjuk el ezt az országot” – mondta Tony Blairnek."),
    ("hu", None, "„Soha nem hagyjuk el ezt az országot – mondta Sárkány Pálnak –, itt maradunk.”"),
    (
        "hu",
        "Sárkány Pál",
        "„Soha nem hagyjuk el ezt az országot – mondta Sárkány Pál. – Itt maradunk örökre.”",
    ),
    ("hu", "Sárkány Pál", "– Soha nem hagyjuk el ezt az országot – mondta Sárkány Pál."),
    ("it", None, "«Non lasceremo mai questo paese», ha detto a Paolo Sarti."),
    ("it", None, "A Paolo Sarti hanno detto: «Non lasceremo mai questo paese»."),
    ("it", None, "Il portavoce di Paolo Sarti ha detto che il piano è «un grave errore per il paese»."),
    ("it", None, "Paolo Sarti ha detto a Giulia Farnese e Marco Neri: «Non lasceremo mai questo paese»."),
    (
        "it",
        "Paolo Sarti",
        "«Non lasceremo mai questo paese – ha detto Paolo Sarti – e resteremo qui per sempre».",
    ),
    ("it", "Paolo Sarti", "Paolo Sarti ha detto che il piano è «un grave errore per il paese»."),
    ("nl", None, '"We zullen dit land nooit verlaten", zei ze tegen Jan Terhorst.'),
    ("nl", None, '"We zullen dit land nooit verlaten", vertelde ze Jan Terhorst.'),
    ("nl", None, 'Volgens de advocaat van Jan Terhorst is het plan "een grote fout voor het land".'),
    ("pl", None, "„Nigdy nie opuścimy tego kraju” – powiedział Pawłowi Sarnie."),
    ("pl", None, "„Nigdy nie opuścimy tego kraju” – powiedziała Oskarowi Lipińskiemu."),
    ("pl", None, "„Nigdy nie opuścimy tego kraju” – powiedział Annie Kowal."),
    ("pl", None, "„Nigdy nie opuścimy tego kraju” – powiedział Marcinowi Nowakowi."),
    ("pl", None, "Pawłowi Sarnie powiedziano: „Nigdy nie opuścimy tego kraju”."),
    ("pl", None, "„Nigdy nie opuścimy tego kraju” – powiedział Tony’emu Blairowi."),
    ("pl", None, "„Nigdy nie opuścimy tego kraju” – powiedział Markowi."),
    ("pl", None, "– Nigdy nie opuścimy tego kraju – powiedział minister Jana Nowaka."),
    ("pl", None, "– Nigdy nie opuścimy tego kraju – powiedział Annie Kowalskiej."),
    ("pl", None, "Paweł Sarna powiedział, że Anna Kowalska nazwała plan „wielkim błędem dla całego kraju”."),
    ("pl", None, "Rzecznik Pawła Sarny powiedział, że plan jest „wielkim błędem dla całego kraju”."),
    ("pl", None, "Według Pawła Sarny plan jest „wielkim błędem dla całego kraju”."),
    ("pl", "Paweł Sarna", "– Nigdy nie opuścimy tego kraju – powiedział Paweł Sarna."),
    (
        "pl",
        "Paweł Sarna",
        "– Nigdy nie opuścimy tego kraju – powiedział Paweł Sarna. – Zostaniemy tu na zawsze.",
    ),
    ("pl", "Paweł Sarna", "Paweł Sarna powiedział, że plan jest „wielkim błędem dla całego kraju”."),
    ("pt", None, '"Nunca deixaremos este país", disse a Paulo Sales.'),
    ("pt", None, 'Segundo o advogado de Paulo Sales, o plano é "um grave erro para o país".'),
    ("pt", None, "— Nunca deixaremos este país — disse o advogado de Paulo Sales."),
    ("pt", "Paulo Sales", "— Nunca deixaremos este país — disse Paulo Sales."),
    ("ro", None, "„Nu vom părăsi niciodată această țară”, i-a spus lui Pavel Sarna."),
    ("ro", None, "„Nu vom părăsi niciodată această țară”, i-a spus Anei Kovac."),
    ("ro", None, "Potrivit avocatului lui Pavel Sarna, planul este „o mare greșeală pentru țară”."),
    ("ro", None, "Pavel Sarna i-a spus Anei Kovac că planul este „o mare greșeală pentru țară”."),
    ("ru", None, "«Мы никогда не покинем эту страну», — сказала Павлу Сарне."),
    ("ru", None, "«Мы никогда не покинем эту страну», — ответил Анне Коваль."),
    ("ru", None, "Сказал Анне Коваль: «Мы никогда не покинем эту страну»."),
    ("ru", None, "«Мы никогда не покинем эту страну, — сказал Павлу Сарне. — Мы здесь останемся навсегда»."),
    ("ru", None, "— Мы никогда не покинем эту страну, — сказал Павлу Сарне Анне Коваль."),
    ("ru", None, "«Мы никогда не покинем эту страну», — написал Олегу Лаврину Павел Сарна и Анна Коваль."),
    ("ru", None, "Как сказал Павлу Сарне, «мы никогда не покинем эту страну»."),
    ("ru", None, "Павлу Сарне сказали: «Мы никогда не покинем эту страну»."),
    ("ru", None, "Павла Сарну спросили: «Вы когда-нибудь покинете эту страну?»"),
    ("ru", None, "Она рассказала Павлу Сарне: «Мы никогда не покинем эту страну»."),
    ("ru", None, "Интервью взяла Анна Коваль. Павлу Сарне она сказала: «Мы никогда не покинем эту страну»."),
    ("ru", None, "«Мы никогда не покинем эту страну», — сказал он Павлу Сарне."),
    ("ru", None, "«Мы никогда не покинем эту страну», — сказал он министру Павлу Сарне."),
    ("ru", None, "«Мы никогда не покинем эту страну», — заявил адвокат министра Павла Сарны Олега."),
    ("ru", None, "Павел Сарна сказал, что Олег назвал план «полным провалом всей страны»."),
    ("ru", None, "«Мы никогда не покинем эту страну», — сказал Энди Мюррею."),
    ("ru", None, "«Мы никогда не покинем эту страну», — ответил Тони Блэру."),
    ("ru", None, "«Мы никогда не покинем эту страну», — ответил Джону Смиту."),
    ("ru", None, "«Мы никогда не покинем эту страну», — сказала Марии Коваль."),
    ("ru", None, "«Мы никогда не покинем эту страну», — сказала Олегу."),
    ("ru", None, "«Мы никогда не покинем, — сказал Павлу Сарне, — эту прекрасную страну»."),
    ("ru", None, "«Мы никогда не покинем, — сказал адвокат Павла Сарны, — эту прекрасную страну»."),
    ("ru", None, "«Мы никогда не покинем, — сказал министр Олега Лаврина, — эту прекрасную страну»."),
    ("ru", None, "Павлу Сарне сказали, что всё кончено. «Мы никогда не покинем эту страну»."),
    ("ru", None, "Павлу Сарне сказала, что всё кончено. «Мы никогда не покинем эту страну»."),
    ("ru", None, "Как говорил Павел Сарна Анне Коваль: «Мы никогда не покинем эту страну»."),
    ("ru", None, "«Мы никогда не покинем эту страну», — сказал Павлу Сарне адвокат Анны Коваль."),
    (
        "ru",
        None,
        "«Мы никогда не покинем эту страну», — сказал Павлу Сарне представитель министра Анны Коваль.",
    ),
    ("ru", None, "— Мы никогда не покинем эту страну, — сказал представитель Павла Сарны."),
    ("ru", None, "— Порт закрыт, как сообщил Павел Сарна, до весны."),
    ("ru", "Павел Сарна", "«Мы никогда не покинем эту страну», — сказал Павел Сарна."),
    ("ru", "Павел Сарна", "Павел Сарна сказал: «Мы никогда не покинем эту страну»."),
    ("ru", "Анна Коваль", "«Мы никогда не покинем эту страну», — сказала Анна Коваль."),
    (
        "ru",
        "Павел Сарна",
        "«Мы никогда не покинем эту страну, — сказал Павел Сарна. — Мы здесь останемся навсегда».",
    ),
    ("ru", "Павел Сарна", "«Мы никогда не покинем, — сказал Павел Сарна, — эту прекрасную страну»."),
    ("ru", "Павел Сарна", "— Мы никогда не покинем эту страну, — сказал Павел Сарна."),
    ("ru", "Павел Сарна", "— Мы никогда не покинем эту страну, — сказал Павел Сарна. — Мы здесь останемся."),
    ("ru", "Павел Сарна", "Павел Сарна назвал план «полным провалом всей страны»."),
    ("ru", "Павел Сарна", "Павел Сарна ответил Джону Смиту: «Мы никогда не покинем эту страну»."),
    ("ru", "Анна", "Павел Сарна, которому сказала Анна: «Мы никогда не покинем эту страну»."),
    ("ru", "Анна Коваль", "Павлу Сарне ответила Анна Коваль: «Мы никогда не покинем эту страну»."),
    ("ru", "Анна Коваль", "«Мы никогда не покинем эту страну», — сказала Павлу Сарне министр Анна Коваль."),
    ("sv", None, "”Vi kommer aldrig att lämna landet”, sade hon till Jan Lund."),
    ("sv", None, "Jan Lund fick höra: ”Vi kommer aldrig att lämna landet.”"),
    ("sv", None, "– Vi kommer aldrig att lämna landet, sade Jan Lunds fru."),
    ("sv", None, "– Vi kommer aldrig att lämna landet, sade Jan Lund till Anna Berg."),
    ("sv", None, "Enligt Jan Lunds talesperson är planen ”ett stort misstag för landet”."),
    ("sv", "Jan Lund", "– Vi kommer aldrig att lämna landet, sade Jan Lund."),
    ("sv", "Jan Lund", "Jan Lund sade att planen är ”ett stort misstag för landet”."),
    ("tr", None, "“Bu ülkeyi asla terk etmeyeceğiz” dedi Mehmet Sarna'ya."),
    ("tr", None, "Mehmet Sarna'ya “Bu ülkeyi asla terk etmeyeceğiz” dedi."),
    ("tr", None, "Mehmet Sarna’nın eşi planın “ülke için büyük bir hata” olduğunu söyledi."),
    ("uk", None, "«Ми ніколи не покинемо цю країну», — сказала Павлові Сарні."),
    ("uk", None, "Павлові Сарні сказали: «Ми ніколи не покинемо цю країну»."),
    ("uk", None, "«Ми ніколи не покинемо цю країну», — сказав Тоні Блеру."),
    ("uk", None, "«Ми ніколи не покинемо цю країну», — сказав Олегові Лаврину."),
    ("uk", None, "«Ми ніколи не покинемо цю країну», — сказала Марії Коваль."),
    ("uk", "Павло Сарна", "«Ми ніколи не покинемо цю країну, — сказав Павло Сарна. — Ми тут залишимося»."),
    ("uk", "Павло Сарна", "— Ми ніколи не покинемо цю країну, — сказав Павло Сарна."),
    ("de", None, "„Wir bleiben für immer hier in diesem Land“, hat Jan Terhorsts Sprecherin gesagt."),
    (
        "de",
        None,
        "„Wir bleiben für immer hier in diesem Land“, wurde in einem Brief von Jan Terhorst gesagt.",
    ),
    ("de", None, "„Wir bleiben für immer hier“, heißt es in einem Brief von Jan Terhorst."),
    ("de", None, "„Wir bleiben für immer hier“, hatte der Sprecher von Jan Terhorst gesagt."),
    ("de", None, "„Wir bleiben für immer hier“, hatte Jan Terhorst der Zeitung zufolge gesagt."),
    ("de", None, "Laut Jan Terhorst nahestehenden Kreisen ist der Plan „ein schwerer Fehler für das Land“."),
    ("de", None, "Neues Gesetz im Land. Laut Gesetz ist der Plan „ein schwerer Fehler für das Land“."),
    ("de", None, "Kreisen um Jan Terhorst zufolge ist der Plan „ein schwerer Fehler für das Land“."),
    ("de", None, "Jan Terhorsts Anwalt zufolge ist der Plan „ein schwerer Fehler für das Land“."),
    ("de", None, "„Wir bleiben für immer hier“, sagte Jan Terhorsts Sprecher Ministerpräsident."),
    ("de", None, "„Wir bleiben für immer hier“, laut Anwalt von Jan Terhorst."),
    ("de", "Jan Peters", "„Wir bleiben für immer hier“, hat Jan Peters am Montag gesagt."),
    ("de", "Jan Terhorst", "„Wir bleiben für immer hier“, sagte Velmas Minister Jan Terhorst am Montag."),
    ("de", "Jan Terhorst", "Jan Terhorst zufolge bleibt der Plan „ein schwerer Fehler für das Land“."),
    ("de", "Jan Terhorst", "Laut Jan Terhorst bleibt der Plan „ein schwerer Fehler für das Land“."),
    ("de", "Jan Terhorst", "„Wir bleiben für immer hier in diesem Land“, laut Jan Terhorst."),
    ("de", "Jan Terhorst", "Wie Jan Terhorst sagte, „bleiben wir für immer hier in diesem Land“."),
    ("fr", None, "« Nous ne quitterons jamais ce pays », selon l’entourage de Paul Sarrot."),
    ("fr", None, "« Nous ne quitterons jamais ce pays », selon un proche du ministre, Paul Sarrot."),
    (
        "fr",
        None,
        "« Nous ne quitterons jamais ce pays », a déclaré le porte-parole du ministre, Paul Sarrot.",
    ),
    (
        "fr",
        "ministre",
        "« Nous ne quitterons jamais ce pays », a déclaré le ministre à la présidente, Jeanne Merlin.",
    ),
    (
        "fr",
        None,
        "« Nous ne quitterons jamais ce pays », a déclaré le directeur du cabinet du ministre, Paul Sarrot.",
    ),
    ("fr", None, "« Nous ne quitterons jamais ce pays », pour Paul Sarrot, a dit la foule."),
    ("fr", None, "« Nous ne quitterons jamais ce pays », selon Paul Sarrot et Jeanne Merlin."),
    ("fr", "Paul Sarrot", "« Nous ne quitterons jamais ce pays », selon Paul Sarrot."),
    (
        "fr",
        "Paul Sarrot",
        "« Nous ne quitterons jamais ce pays », a déclaré le ministre des Affaires étrangères, Paul Sarrot.",
    ),
    ("fr", "Paul Sarrot", "« Nous ne quitterons jamais ce pays », s’est félicité Paul Sarrot."),
    ("es", None, "«Nunca dejaremos este país», según fuentes cercanas a Pablo Sáez."),
    ("es", None, "«Nunca dejaremos este país», según el abogado de Pablo Sáez."),
    ("es", None, "«Nunca dejaremos este país», gritaron para Pablo Sáez."),
    ("es", None, "«Nunca dejaremos este país», para Pablo Sáez."),
    ("es", None, "Para el equipo de Pablo Sáez, «nunca dejaremos este país»."),
    ("es", None, "«Nunca dejaremos este país», dijo la portavoz del ministro, Pablo Sáez."),
    ("es", "ministro", "«Nunca dejaremos este país», dijo el ministro a la alcaldesa, Ana Mora."),
    ("es", "Pablo Sáez", "«Nunca dejaremos este país», según Pablo Sáez."),
    ("es", "Pablo Sáez", "Para Pablo Sáez, «nunca dejaremos este país»."),
    ("es", "Pablo Sáez", "«Nunca dejaremos este país», afirmó el ministro de Exteriores, Pablo Sáez."),
    ("it", None, "«Non lasceremo mai questo paese», secondo fonti vicine a Paolo Sarti."),
    ("it", None, "«Non lasceremo mai questo paese», ha detto l'avvocato del ministro, Paolo Sarti."),
    ("it", None, "Per l'avvocato di Paolo Sarti, «il piano è un grave errore per il paese»."),
    ("it", None, "Un regalo per Paolo Sarti, «il piano è un grave errore per il paese»."),
    ("it", "Paolo Sarti", "Secondo Paolo Sarti, «il piano è un grave errore per il paese»."),
    ("it", "Paolo Sarti", "«Non lasceremo mai questo paese», sono le parole di Paolo Sarti."),
    (
        "it",
        "Paolo Sarti",
        "«Non lasceremo mai questo paese», ha dichiarato il ministro degli Esteri, Paolo Sarti.",
    ),
    ("pt", None, "“Nunca deixaremos este país”, segundo fontes próximas de Paulo Sarna."),
    ("pt", None, "Uma festa para Paulo Sarna, “nunca deixaremos este país tão bonito”."),
    ("pt", None, "“Nunca deixaremos este país”, disse o porta-voz do ministro, Paulo Sarna."),
    ("pt", "Paulo Sarna", "Segundo Paulo Sarna, “nunca deixaremos este país tão bonito”."),
    (
        "pt",
        "Paulo Sarna",
        "“Nunca deixaremos este país”, afirmou o ministro das Relações Exteriores, Paulo Sarna.",
    ),
    ("nl", None, "“We verlaten dit land nooit”, zei ze tegen Piet Sarna."),
    ("nl", None, "“We verlaten dit land nooit”, zei tegen Piet Sarna de burgemeester."),
    ("nl", None, "Volgens de advocaat van Piet Sarna is het plan “een grote fout voor het land”."),
    ("nl", None, "Volgens Piet Sarna bekende bronnen is het plan “een grote fout voor het land”."),
    ("nl", None, "Aan Piet Sarna zei de minister: “We verlaten dit land nooit meer.”"),
    ("nl", "Piet Sarna", "Volgens Piet Sarna blijft het plan “een grote fout voor het land”."),
    ("nl", "Piet Sarna", "“We verlaten dit land nooit”, zei Piet Sarna tegen de krant."),
    ("nl", "Piet Sarna", "Zoals Piet Sarna zei: “We verlaten dit land nooit meer.”"),
    ("nl", "Piet Sarna", "“We verlaten dit land nooit”, heeft Piet Sarna gezegd."),
    ("sv", None, "”Vi lämnar aldrig detta land”, enligt källor nära Per Sarna."),
    ("sv", None, "”Vi lämnar aldrig detta land”, sade hon till Per Sarna."),
    ("sv", None, "Till Per Sarna sade ministern: ”Vi lämnar aldrig detta land.”"),
    ("sv", None, "Enligt Per Sarnas advokat är planen ”ett stort misstag för landet”."),
    ("sv", "Per Sarna", "”Vi lämnar aldrig detta land”, enligt Per Sarna."),
    ("sv", "Per Sarna", "Som Per Sarna sade: ”Vi lämnar aldrig detta land.”"),
    ("sv", "Per Sarna", "Enligt Per Sarna är planen ”ett stort misstag för landet”."),
    ("pl", None, "„Nigdy nie opuścimy tego kraju” – powiedział minister spraw zagranicznych Pawła Sarny."),
    (
        "pl",
        "Paweł Sarna",
        "„Nigdy nie opuścimy tego kraju” – powiedział minister spraw zagranicznych Paweł Sarna.",
    ),
    ("ru", None, "«Мы никогда не покинем эту страну», — заявил министр обороны Павла Сарнова."),
    ("ru", "Павел Сарнов", "«Мы никогда не покинем эту страну», — заявил министр обороны Павел Сарнов."),
    ("sv", "Per Sarna", "– Vi lämnar aldrig detta land, säger Per Sarna till tidningen."),
    ("sv", None, "– Vi lämnar aldrig detta land, säger hon till Per Sarna."),
    ("sv", None, "– Vi lämnar aldrig detta land, säger Per Sarnas advokat till tidningen."),
    ("es", "Pablo Sáez", "—Nunca dejaremos este país —dijo Pablo Sáez el lunes."),
    ("es", None, "—Nunca dejaremos este país —dijo a Pablo Sáez el lunes."),
    ("pl", "Paweł Sarna", "– Nigdy nie opuścimy tego kraju – powiedział Paweł Sarna w poniedziałek."),
    ("fr", "Paul Sarrot", "— Nous ne quitterons jamais ce pays, a déclaré Paul Sarrot lundi."),
    ("fr", "ministre", "« Nous ne quitterons jamais ce pays », a dit le ministre, Paul Sarrot à ses côtés."),
    ("it", None, "«Non lasceremo mai questo paese», ha detto il ministro, Paolo Sarti in testa."),
    ("pt", "Paulo Sarna", "Paulo Sarna veio. Segundo Sarna, “nunca deixaremos este país tão bonito”."),
    ("de", None, "Laut Jan Terhorst sagte die Ministerin, der Plan sei „ein schwerer Fehler für das Land“."),
)


@pytest.mark.parametrize(("language", "speaker", "sentence"), SENTENCES)
def test_whose_words_a_sentence_gives(language: str, speaker: str | None, sentence: str) -> None:
    found = quotations("\n\n".join((AROUND[language], sentence, AROUND[language])))
    assert {quotation.speaker for quotation in found} - {None} == ({speaker} if speaker else set())


@pytest.mark.parametrize(
    ("speaker", "sentence"),
    [(speaker, sentence) for language, speaker, sentence in SENTENCES if language not in {"de", "sv", "da"}],
)
def test_nobody_else_speaks_where_the_language_cannot_be_told(speaker: str | None, sentence: str) -> None:
    assert {quotation.speaker for quotation in quotations(sentence)} <= {None, speaker}


@pytest.mark.parametrize(
    ("language", "sentence", "words"),
    [
        (
            "ru",
            "«Мы остаёмся здесь, — сказал Павел Сарна. — Порт открыт, и суда придут».",
            ["Мы остаёмся здесь,", "Порт открыт, и суда придут"],
        ),
        ("ru", "— Мы остаёмся здесь, — сказал Павел Сарна.", ["Мы остаёмся здесь,"]),
        (
            "fr",
            "« Le port reste ouvert, a déclaré Paul Sarrot. Nous restons ici. »",
            ["Le port reste ouvert,", "Nous restons ici."],
        ),
        ("es", "—El puerto sigue abierto —dijo Pablo Sáez.", ["El puerto sigue abierto"]),
        ("es", "—¿Se cierra el puerto? —preguntó Pablo Sáez.", ["¿Se cierra el puerto?"]),
        ("hu", "– A kikötő nyitva marad – mondta Sárkány Pál.", ["A kikötő nyitva marad"]),
        ("fi", "– Satama pysyy avoinna kaikille, sanoi Pekka Sarna.", ["Satama pysyy avoinna kaikille,"]),
    ],
)
def test_an_attribution_inside_the_words_is_none_of_them(
    language: str, sentence: str, words: list[str]
) -> None:
    text = "\n\n".join((AROUND[language], sentence, AROUND[language]))
    (quotation,) = quotations(text)
    assert [span.of(text) for span in quotation.spans] == words
    assert quotation.kind is QuotationKind.DIRECT


@pytest.mark.parametrize(
    "sentence",
    [
        "— Порт открыт для всех.",
        "- Порт открыт для всех, — сказал Павел Сарна.",
        "— Порт открыт, как сообщил Павел Сарна, до весны.",
        "— Порт открыт для всех, — сказал представитель Павла Сарны.",
    ],
)
def test_a_paragraph_after_a_dash_is_speech_only_where_a_name_says_so(sentence: str) -> None:
    assert quotations("\n\n".join((AROUND["ru"], sentence, AROUND["ru"]))) == ()


# A surname under an office: whose it is, as the offices say that the text gives to its people.
OFFICES = (
    ("Tolvaj", "Mayor Pavel Tolvaj came. “We stay in it and pay,” Foreign Minister Tolvaj said."),
    ("Tolvaj", "Pavel Tolvaj, the mayor of Selden, came. Foreign Minister Tolvaj said: “We stay in it.”"),
    ("Wiesner", "Die Ministerin Anna Wiesner kam. „Wir bleiben hier“, sagte Bundeskanzler Wiesner."),
    ("Marek Tolvaj", "Mayor Pavel Tolvaj met Foreign Minister Marek Tolvaj. “We go,” Minister Tolvaj said."),
    ("Pavel Tolvaj", "Mayor Pavel Tolvaj met Foreign Minister Marek Tolvaj. “We go now,” said Mayor Tolvaj."),
    ("Elena Marr", "Elena Marr came. “We stay in it and pay,” Foreign Minister Marr said."),
    ("Elena Marr", "Elena Marr, a former mayor, came. “We stay in it and pay,” Minister Marr said."),
    ("Elena Marr", "Foreign Minister Elena Marr came. “We stay in it and pay,” Minister Marr said."),
    ("Elena Marr", "Minister Elena Marr came. “We stay in it and pay,” said Ms. Marr."),
    ("Jan Reuter", "Bundeskanzler Jan Reuter kam. „Wir bleiben für immer hier“, sagte Kanzler Reuter."),
)


@pytest.mark.parametrize(("speaker", "text"), OFFICES)
def test_a_surname_under_an_office_is_nobody_who_has_another(speaker: str, text: str) -> None:
    assert [quotation.speaker for quotation in quotations(text) if quotation.spans] == [speaker]


# A name and a colon stand before the words: nobody of the sentence before has said them.
LABELS = (
    "Greta Solheim said no.\n\n10:16 M. Tolvaj: “We will stay in it, and we will pay for it.”",
    "Greta Solheim said no.\n\n10:16 Marek Tolvaj: “We will stay in it, and we will pay for it.”",
    "Greta Solheim said no.\n\nDr. Tolvaj: “We will stay in it, and we will pay for it.”",
    "Greta Solheim told them so on Monday.\n\n**10:16** Tolvaj: “We will stay in it, and we will pay.”",
)


@pytest.mark.parametrize("text", LABELS)
def test_a_label_before_the_words_leaves_nobody_of_the_sentence_before(text: str) -> None:
    assert "Greta Solheim" not in {q.speaker for q in quotations(text) if "stay" in q.spans[0].of(text)}


def test_what_somebody_had_to_say_before_a_colon_is_still_theirs() -> None:
    text = "Greta Solheim said on Monday: “We will stay in it, and we will pay for it.”"
    assert [quotation.speaker for quotation in quotations(text)] == ["Greta Solheim"]


def test_a_digests_items_are_no_speech() -> None:
    text = "\n\n".join((AROUND["ru"], "— Порт открыт для всех, — сказал Павел Сарна.", AROUND["ru"]))
    for kind, count in ((Kind.BRIEF, 0), (Kind.ARTICLE, 1)):
        document = Document(
            text=text, name="a.txt", sha256="0" * 64, reader="text/1", language="ru", kind=kind
        )
        assert len(quotations(document)) == count


def test_marks_between_paragraphs_of_speech_keep_what_stands_inside_them() -> None:
    spoken = "— Порт открыт для всех, — сказал Павел Сарна."
    quoted = "«Он сказал мне: “Мы остаёмся здесь навсегда”, и ушёл», — сказала Анна Коваль."
    text = "\n\n".join((AROUND["ru"], spoken, quoted, spoken))
    found = quotations(text)
    assert [quotation.speaker for quotation in found if quotation.parent is None] == [
        "Павел Сарна", "Анна Коваль", "Павел Сарна",
    ]  # fmt: skip
    (inner,) = (quotation for quotation in found if quotation.parent is not None)
    assert inner.parent is not None
    assert found[inner.parent].speaker == "Анна Коваль"
