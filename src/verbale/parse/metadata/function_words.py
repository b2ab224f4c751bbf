"""The small words by which a page shows its language: particles, articles, pronouns, auxiliaries.

A third or more of running text is made of them, and of the languages' lists a text fits its own far
best. Lists of languages that are written much alike stand here too, even where the text is then left
to the statistical identifier: they keep a neighbour from being taken for the language itself.
"""

from __future__ import annotations

from verbale.text.listed import listed

__all__ = ["NEIGHBOURS", "WORDS"]

WORDS: dict[str, frozenset[str]] = {
    "en": listed(
        """
        the of and to in a is that for it as was with be by on not he his but at are this have from or had
        an they which one you were all we there would their been has when who will no more if
        """
    ),
    "de": listed(
        """
        der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden
        aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur
        oder aber vor zur bis mehr durch man sein wurde wir ich ja was wenn keine kein uns da doch schon
        dann jetzt hier diese dieser seit kann muss gibt
        """
    ),
    "fr": listed(
        """
        de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec
        ont aux ou cette son mais nous comme on elle être je vous ses leur l d qu c n s j oui non si où
        quand même ça fait cela notre
        """
    ),
    "es": listed(
        """
        de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ha me si
        sin sobre este ya entre cuando todo esta ser son también fue había hay qué sí muy nos porque eso
        está hemos
        """
    ),
    "it": listed(
        """
        di e il la che in a per un è del non una le i si con da della sono al più anche dei come ha nel gli
        alla lo delle ma ci se questo dal su mi o dalla l un all nella dell
        """
    ),
    "pt": listed(
        """
        de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem
        à seu sua ou ser quando muito há nos já está eu também
        """
    ),
    "nl": listed(
        """
        de van het een en in is dat op te zijn met voor die niet aan er om ook als dan maar door bij wordt
        uit nog naar heeft hij ik je we worden over of deze
        """
    ),
    "sv": listed(
        """
        och i att det som en på är av för med den till inte om ett han men var jag sig från vi så kan när
        har de detta eller efter under också skulle
        """
    ),
    "da": listed(
        """
        og i at det er en til af på som med for den de ikke der et var han har om vi jeg fra men sig så kan
        vil skal efter også blev hvor hun havde nu eller
        """
    ),
    "no": listed(
        """
        og i det er som på til en av for at med de den ikke et var jeg har om vi han men fra seg så kan vil
        skal etter også ble hvor hun hadde nå eller
        """
    ),
    "fi": listed(
        """
        ja on ei se että oli hän mutta ovat joka myös kun niin kuin tai mukaan sen ole jos minä olen vain
        mitä tämä ne olisi me vielä nyt voi sitä siitä
        """
    ),
    "et": listed(
        """
        ja on ei et see oli ta kui aga ka ning mis oma mida siis seda selle veel kes nad või kõik olid ma
        nii välja
        """
    ),
    "lv": listed(
        """
        un ir ar no par ka kas tas uz bet arī kā lai ko tā nav gan vai tika viņš pēc bija to jau es ja
        """
    ),
    "lt": listed(
        """
        ir į kad su iš yra tai kaip o ar bet jis buvo nuo dėl po apie taip dar už jo ne bus tik
        """
    ),
    "pl": listed(
        """
        w i na z się do że nie jest o to jak za po od co przez dla ale przy tym czy tylko są jego był było
        być może oraz już
        """
    ),
    "cs": listed(
        """
        a v na se že je to s o z do pro i jsem by si tak ale jako po který jsou jak jeho ve už bylo od také
        nebo když jen
        """
    ),
    "sk": listed(
        """
        a v na sa že je to s o z do pre aj som by si tak ale ako po ktorý sú ktoré jeho vo už bolo od tiež
        alebo keď len
        """
    ),
    "sl": listed(
        """
        in je v na da se za so ki z pa s ne bi tudi po ali kot še pri sem ni bo kar od do smo bil
        """
    ),
    "hu": listed(
        """
        a az és hogy nem is egy volt van meg ez csak de mint már el ha még azt kell vagy minden pedig ezt
        lesz
        """
    ),
    "ro": listed(
        """
        de și în a la cu să nu pe o care din este mai că pentru se un au fost ce dar sunt al prin după cel
        fi ale
        """
    ),
    "tr": listed(
        """
        ve bir bu da de için ile olarak çok daha gibi ne olan sonra kadar değil ama var o en ise her oldu
        """
    ),
    "ca": listed(
        """
        de la i que a el en es els un per amb una del les no va ha al com se més són dels però o aquest
        també l d s n
        """
    ),
    "vi": listed(
        """
        và của là có cho được một các trong không với người những để này khi đã từ đến như về ra tôi
        """
    ),
    "ru": listed(
        """
        и в не на что с я он как по это но из у за от к о же для было так все мы был они если только его а
        вы нет да уже бы их этого ли когда кто есть
        """
    ),
    "uk": listed(
        """
        і в на не що з до як за у та про це від але для є або ми був його якщо також щоб вони бути й
        """
    ),
    "bg": listed(
        """
        и на да се в за от не че с са е по това като при до но или които ще беше той към
        """
    ),
    "ar": listed(
        """
        في من على أن إلى هذا التي الذي ما لا كان عن مع هذه كما بعد قد هو ذلك بين أو إن
        """
    ),
    "fa": listed(
        """
        و در به از که این را با است برای آن یک خود تا کرد بر هم شد می
        """
    ),
    "ur": listed(
        """
        کے میں کی ہے اور سے کا کو نے پر ہیں کہ یہ اس بھی نہیں
        """
    ),
    "hi": listed(
        """
        के है में की और से का को पर यह कि ने हैं भी नहीं एक
        """
    ),
}
"""The languages that are told by their small words, by ISO 639-1."""

NEIGHBOURS: tuple[frozenset[str], ...] = (
    # Serbo-Croatian in either script, Macedonian, Belarusian
    listed("i u je na se da su za s od ne koji o a ili što kao iz bi će do ali nije sam to po kako"),
    listed("и у је на се да су за с од не који о а или што као из би ће до али није"),
    listed("и на да се во за од не дека со е по тоа како при до но или кои ќе беше тој"),
    listed("і ў на не што з у да як па за гэта ад але для было ці яго мы"),
    # Galician, Occitan, Asturian, Aragonese, Friulian, Latin, Esperanto
    listed("de a o que e do da en un para é con non unha os no se na por máis as dos como foi ao"),
    listed("de la e que los lo en a las un per del una amb es dins se al son dels qu l d"),
    listed("de la que y el en los a les un por con una nun del se al como ye pa d na"),
    listed("de a o que e os as en un por ta con no lo una d se s la ye si l dende"),
    listed("di e il la che a un al une lis dal su par no si i o de cu in lis des dai cuant l"),
    listed("et in est non ad ut cum sed qui quae quod per si ex ab esse sunt atque"),
    listed("la de kaj en al estas por ne kiu kun ke li ĝi ili sed el pri tio"),
    # Afrikaans, Frisian, Luxembourgish, Low Saxon
    listed("die van en in is het n dat wat vir om nie te met op as sy hulle ook maar deur"),
    listed("de fan it in en yn is dat op te mei foar net oan ek as troch hat wie"),
    listed("de déi an den ass vun op mat fir dat net ech mir vum dem der si gëtt och"),
    listed("de un is in dat en to van op mit för nich ok as vun bi ut den'n wi"),
    # Nynorsk, Icelandic, Faroese
    listed("og i det er som på til ein av for at med dei den ikkje eit var eg har om vi han men frå seg"),
    listed("og að í á er sem til um við en hann ekki það var með af fyrir hafa"),
    listed("og at í á er sum til um við ein hann ikki tað var við av fyri hava"),
    # Azerbaijani, Turkmen; Marathi, Nepali; Pashto, Kurdish
    listed("və bir bu da də üçün ilə olan daha kimi ne sonra qədər deyil amma var o ən isə hər"),
    listed("we bir bu da de üçin bilen bolan has ýaly soňra çenli däl emma bar ol iň"),
    listed("आहे आणि या च्या व हे की तर नाही ही होते करून"),
    listed("छ र को मा का ले पनि यो हो गर्न भएको छन्"),
    listed("د په او چې له دی کې ته سره دا هم نه"),
    listed("و لە بە کە بۆ ئەو ئەم لەگەڵ دا نە"),
)
"""Languages that look like one of these and are left to the identifier."""
