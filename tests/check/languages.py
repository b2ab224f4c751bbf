"""Short interviews and speeches in five languages, of a world that does not exist, for tests of the check.

Each case names a passage as it stands in a text. The tests derive from it what a writer makes of a
quote: typed again, cut short with a mark, one word changed.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CASES", "TEXTS", "Case"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A passage of a text, whose it is, and what a writer makes of it.

    `cut` is the stretch that an ellipsis stands for, `old` the word that is changed to `new`.
    """

    language: str
    name: str
    speaker: str
    passage: str
    cut: str
    old: str
    new: str


TEXTS: dict[str, dict[str, str]] = {
    "es": {
        "es-puerto.txt": """Entrevista con la ministra de Puertos

Pregunta: Señora ministra, ¿cuándo volverá a abrir el muelle del norte?

Elisa Carrión: El muelle volverá a abrir en septiembre, si la grúa nueva llega a tiempo. No hemos \
pedido ni un solo préstamo para pagarla.

Pregunta: ¿Y los pescadores que llevan un año sin trabajo?

Elisa Carrión: A ningún pescador de Almería la Vieja le faltará sitio donde amarrar su barca. Eso lo \
prometí en la lonja y lo repito aquí.
""",
        "es-agua.txt": """Rueda de prensa sobre el agua

Pregunta: ¿Habrá cortes de agua este verano?

Tomás Quiroga: Habrá cortes en los jardines, pero no en las casas. El pantano está al treinta por ciento \
y bajando.

Pregunta: ¿Quién decidirá qué pueblos van primero?

Tomás Quiroga: Lo decidirán los pueblos mismos, sentados a la misma mesa y con los mismos números delante.
""",
        "es-tren.txt": """Entrevista sobre el tren de la costa

Pregunta: ¿Por qué se retrasa otra vez el tren de la costa?

Irene Valdés: El túnel de San Brais se inundó tres veces en un invierno, y nadie había previsto las bombas.

Pregunta: ¿Dimitirá usted si no circula antes de Navidad?

Irene Valdés: Yo no dimito por un túnel; dimitiría si hubiera escondido el informe.
""",
        "es-museo.txt": """Palabras en la apertura del museo

Elisa Carrión: Un museo del mar sin redes rotas sería una mentira muy bien iluminada. Por eso hemos colgado \
las redes en la entrada.

Nicolás Abad: Mi abuela cosió dos de esas redes y nunca quiso cobrar por ninguna.

Elisa Carrión: Entonces el museo le debe dos redes y una disculpa.

Nicolás Abad: La disculpa se la doy yo esta noche, con sopa.
""",
        "es-escuela.txt": """Entrevista con el consejero de Educación

Pregunta: ¿Es verdad que cerrarán la escuela de la isla?

Nicolás Abad: No cerraremos la escuela mientras quede un niño que sepa llegar a ella remando.

Pregunta: ¿Cuántos quedan?

Nicolás Abad: Quedan once, y este otoño serán catorce, porque vuelven dos familias.
""",
    },
    "de": {
        "de-bruecke.txt": """Gespräch mit der Verkehrsministerin

Frage: Frau Ministerin, wann wird die Brücke wieder geöffnet?

Grete Sandhoff: Die Brücke wird im März geöffnet, aber nur für Fußgänger und Fahrräder. Für Lastwagen ist \
sie nie gebaut worden.

Frage: Und wer bezahlt die Prüfung?

Grete Sandhoff: Die Prüfung zahlt das Land, die Schäden zahlt die Gesellschaft, die jahrelang weggesehen hat.
""",
        "de-wald.txt": """Pressegespräch über den Forst

Frage: Wie viele Bäume haben Sie in diesem Winter verloren?

Jörg Ahlmeyer: Wir haben zwölftausend Fichten verloren, und wir werden keine einzige Fichte nachpflanzen.

Frage: Was kommt stattdessen?

Jörg Ahlmeyer: Was kommt, bestimmt der Boden; wir räumen ihm höchstens den Weg frei.
""",
        "de-theater.txt": """Rede zur Wiedereröffnung des Theaters

Grete Sandhoff: Ein Theater, das niemandem auf die Füße tritt, kann seine Türen auch geschlossen lassen.

Marlen Wüst: Wir spielen heute dasselbe Stück wie am Abend vor dem Brand, mit denselben Leuten und \
einem neuen Vorhang.

Grete Sandhoff: Und ich sitze heute auf demselben Platz, hinter derselben Säule.

Marlen Wüst: Die Säule steht unter Denkmalschutz, der Platz leider auch.
""",
        "de-strom.txt": """Interview mit dem Netzbetreiber

Frage: Warum ist der Strom auf den Inseln so oft ausgefallen?

Hauke Brodersen: Das Kabel liegt seit vierzig Jahren im Schlick, und jeder wusste, dass es nicht ewig hält.

Frage: Müssen die Inseln mit höheren Preisen rechnen?

Hauke Brodersen: Höhere Preise wird es mit mir nicht geben, solange das Festland weniger zahlt als die Inseln.
""",
        "de-milch.txt": """Gespräch mit der Sprecherin der Höfe

Frage: Wie viele Höfe geben in diesem Jahr auf?

Marlen Wüst: Jeder siebte Hof gibt auf, und fast jeder zweite findet keinen Nachfolger mehr.

Frage: Was verlangen Sie von der Regierung?

Marlen Wüst: Wir verlangen kein Geld, wir verlangen einen Preis, von dem man leben kann.
""",
    },
    "ru": {
        "ru-most.txt": """Интервью министра дорог

Вопрос: Когда откроют мост через Вельту?

Зоя Северцева: Мост откроют в ноябре, если не поднимется вода. Мы ещё ни разу не просили отсрочки у \
подрядчика.

Вопрос: А что делать жителям левого берега?

Зоя Северцева: Жители левого берега получат паром, который будет ходить каждый час до полуночи.
""",
        "ru-zima.txt": """Брифинг о подготовке к зиме

Вопрос: Хватит ли угля до весны?

Глеб Маркушин: Угля хватит на девяносто дней, а терпения у людей — на восемьдесят.

Вопрос: Будут ли отключать школы?

Глеб Маркушин: Школы и больницы мы не отключим ни при каком морозе, это даже не обсуждается.
""",
        "ru-teatr.txt": """Речь на открытии театра

Зоя Северцева: Театр, в котором не спорят, быстро превращается в склад очень красивых стульев.

Лев Одоевцев: Мой отец красил этот занавес вручную, и краска до сих пор пахнет скипидаром.

Зоя Северцева: Пусть пахнет, лишь бы его снова поднимали каждый вечер.

Лев Одоевцев: Поднимать его будет мой сын, я уже договорился.
""",
        "ru-ryba.txt": """Интервью с капитаном порта

Вопрос: Почему в этом году так мало рыбы?

Лев Одоевцев: Рыба ушла на север вслед за холодной водой, а наши сети остались там, где их расставляли деды.

Вопрос: Вернётся ли она?

Лев Одоевцев: Она вернётся, когда мы перестанем считать море своей кладовой.
""",
        "ru-shkola.txt": """Беседа с директором школы

Вопрос: Правда ли, что вы отказались от оценок?

Нина Раевская: Мы отказались от двоек, но не от требований, и родители поняли это быстрее чиновников.

Вопрос: Что сказали учителя?

Нина Раевская: Учителя сначала смеялись, потом спорили, а в мае попросили продолжить.
""",
    },
    "ar": {
        "ar-minaa.txt": """مقابلة مع وزيرة الموانئ

سؤال: متى سيُعاد فتح الرصيف الشمالي؟

سلمى الحدّاد: سنعيد فتح الرصيف في شهر أيلول إذا وصلت الرافعة الجديدة في موعدها. لم نطلب قرضاً واحداً من أيّ مصرف.

سؤال: وماذا عن الصيّادين؟

سلمى الحدّاد: لن يبقى صيّاد واحد بلا مكان يربط فيه قاربه قبل نهاية هذا الشتاء.
""",
        "ar-maa.txt": """مؤتمر صحفي عن المياه

سؤال: هل ستنقطع المياه هذا الصيف؟

كريم الدارودي: ستنقطع المياه عن الحدائق ولن تنقطع عن البيوت، فالسدّ ممتلئ إلى ثلثه فقط.

سؤال: من سيقرّر؟

كريم الدارودي: ستقرّر القرى بنفسها حول طاولة واحدة وأمام الأرقام نفسها.
""",
        "ar-mathaf.txt": """كلمة في افتتاح المتحف

سلمى الحدّاد: متحف البحر الذي لا يعرض شباكاً ممزّقة ليس إلا كذبة حسنة الإضاءة.

نادر الشمّاع: خاطت جدّتي اثنتين من هذه الشباك ورفضت أن تأخذ أجراً على أيّ منهما.

سلمى الحدّاد: إذن يدين المتحف لجدّتك بشبكتين واعتذار.

نادر الشمّاع: سأنقل إليها الاعتذار هذا المساء مع طبق من الحساء.
""",
        "ar-qitar.txt": """مقابلة عن قطار الساحل

سؤال: لماذا تأخّر القطار مرّة أخرى؟

ليلى البستاني: غمرت المياه النفق ثلاث مرّات في شتاء واحد، ولم يفكّر أحد في المضخّات.

سؤال: هل ستستقيلين؟

ليلى البستاني: لن أستقيل بسبب نفق، لكنني كنت سأستقيل لو أنني أخفيت التقرير عن الناس.
""",
        "ar-madrasa.txt": """مقابلة مع مدير التعليم

سؤال: هل ستغلقون مدرسة الجزيرة؟

نادر الشمّاع: لن نغلق المدرسة ما دام هناك طفل واحد يعرف كيف يصل إليها بالمجداف.

سؤال: كم بقي منهم؟

نادر الشمّاع: بقي أحد عشر طفلاً، وسيصبحون أربعة عشر في الخريف لأن عائلتين ستعودان.
""",
    },
    "zh": {
        "zh-qiao.txt": """交通部长专访

问：北岸大桥什么时候重新开放？

林若川：大桥将在十月重新开放，但是只对行人和自行车开放。我们从来没有向银行借过一分钱。

问：渔民怎么办？

林若川：今年冬天以前，每一条渔船都会有停靠的地方，这是我在鱼市上亲口答应的。
""",
        "zh-shui.txt": """供水问题记者会

问：今年夏天会停水吗？

沈怀远：花园会停水，住家不会停水，因为水库只剩下三成的水量。

问：由谁来决定顺序？

沈怀远：由各个村子自己决定，大家坐在同一张桌子旁边，看着同样的数字。
""",
        "zh-bowuguan.txt": """博物馆开幕致辞

林若川：一座海洋博物馆如果不展出破旧的渔网，那就只是一个灯光很好的谎言。

顾明溪：我的祖母亲手缝过其中两张渔网，她从来不肯收一分工钱。

林若川：那么博物馆就欠她两张渔网和一声道歉。

顾明溪：道歉今晚由我带回家，再加一碗热汤。
""",
        "zh-huoche.txt": """海岸铁路专访

问：海岸列车为什么又晚点了？

白秋棠：隧道在一个冬天里被淹了三次，当初没有任何人想到要安装水泵。

问：如果年底还不能通车，您会辞职吗？

白秋棠：我不会因为一条隧道辞职，但是如果我隐瞒了报告，我早就应该辞职了。
""",
        "zh-xuexiao.txt": """教育局长专访

问：岛上的学校真的要关闭吗？

顾明溪：只要还有一个孩子会划着船去上课，我们就不会关闭这所学校。

问：现在还有多少学生？

顾明溪：现在还有十一名学生，到了秋天会增加到十四名，因为有两家人要搬回来。
""",
    },
}


def _case(name: str, speaker: str, passage: str, cut: str, change: tuple[str, str]) -> Case:
    return Case(
        language=name[:2],
        name=name,
        speaker=speaker,
        passage=passage,
        cut=cut,
        old=change[0],
        new=change[1],
    )


CASES: tuple[Case, ...] = (
    _case(
        "es-puerto.txt",
        "Elisa Carrión",
        "A ningún pescador de Almería la Vieja le faltará sitio donde amarrar su barca.",
        "de Almería la Vieja ",
        ("faltará", "sobrará"),
    ),
    _case(
        "es-agua.txt",
        "Tomás Quiroga",
        "Lo decidirán los pueblos mismos, sentados a la misma mesa y con los mismos números delante.",
        "sentados a la misma mesa y ",
        ("pueblos", "alcaldes"),
    ),
    _case(
        "es-tren.txt",
        "Irene Valdés",
        "El túnel de San Brais se inundó tres veces en un invierno, y nadie había previsto las bombas.",
        "tres veces en un invierno, ",
        ("tres", "cinco"),
    ),
    _case(
        "es-museo.txt",
        "Nicolás Abad",
        "Mi abuela cosió dos de esas redes y nunca quiso cobrar por ninguna.",
        "dos de ",
        ("nunca", "siempre"),
    ),
    _case(
        "es-escuela.txt",
        "Nicolás Abad",
        "No cerraremos la escuela mientras quede un niño que sepa llegar a ella remando.",
        "mientras quede ",
        ("remando", "nadando"),
    ),
    _case(
        "de-bruecke.txt",
        "Grete Sandhoff",
        "Die Prüfung zahlt das Land, die Schäden zahlt die Gesellschaft, die jahrelang weggesehen hat.",
        "die Schäden zahlt ",
        ("Land", "Volk"),
    ),
    _case(
        "de-wald.txt",
        "Jörg Ahlmeyer",
        "Wir haben zwölftausend Fichten verloren, und wir werden keine einzige Fichte nachpflanzen.",
        "zwölftausend Fichten verloren, und wir ",
        ("keine", "eine"),
    ),
    _case(
        "de-theater.txt",
        "Marlen Wüst",
        "Wir spielen heute dasselbe Stück wie am Abend vor dem Brand, mit denselben Leuten und einem neuen "
        "Vorhang.",
        "wie am Abend vor dem Brand, ",
        ("neuen", "alten"),
    ),
    _case(
        "de-strom.txt",
        "Hauke Brodersen",
        "Höhere Preise wird es mit mir nicht geben, solange das Festland weniger zahlt als die Inseln.",
        "mit mir ",
        ("weniger", "mehr"),
    ),
    _case(
        "de-milch.txt",
        "Marlen Wüst",
        "Jeder siebte Hof gibt auf, und fast jeder zweite findet keinen Nachfolger mehr.",
        "gibt auf, und fast ",
        ("siebte", "achte"),
    ),
    _case(
        "ru-most.txt",
        "Зоя Северцева",
        "Мы ещё ни разу не просили отсрочки у подрядчика.",
        "ни разу ",
        ("отсрочки", "помощи"),
    ),
    _case(
        "ru-zima.txt",
        "Глеб Маркушин",
        "Школы и больницы мы не отключим ни при каком морозе, это даже не обсуждается.",
        "и больницы ",
        ("даже", "пока"),
    ),
    _case(
        "ru-teatr.txt",
        "Лев Одоевцев",
        "Мой отец красил этот занавес вручную, и краска до сих пор пахнет скипидаром.",
        "вручную, ",
        ("отец", "брат"),
    ),
    _case(
        "ru-ryba.txt",
        "Лев Одоевцев",
        "Рыба ушла на север вслед за холодной водой, а наши сети остались там, где их расставляли деды.",
        "вслед за холодной водой, ",
        ("север", "восток"),
    ),
    _case(
        "ru-shkola.txt",
        "Нина Раевская",
        "Мы отказались от двоек, но не от требований, и родители поняли это быстрее чиновников.",
        "но не от требований, ",
        ("быстрее", "позже"),
    ),
    _case(
        "ar-minaa.txt",
        "سلمى الحدّاد",
        "لن يبقى صيّاد واحد بلا مكان يربط فيه قاربه قبل نهاية هذا الشتاء.",
        "يربط فيه قاربه ",
        ("الشتاء", "الصيف"),
    ),
    _case(
        "ar-maa.txt",
        "كريم الدارودي",
        "ستنقطع المياه عن الحدائق ولن تنقطع عن البيوت، فالسدّ ممتلئ إلى ثلثه فقط.",
        "ولن تنقطع عن البيوت، ",
        ("ثلثه", "نصفه"),
    ),
    _case(
        "ar-mathaf.txt",
        "نادر الشمّاع",
        "خاطت جدّتي اثنتين من هذه الشباك ورفضت أن تأخذ أجراً على أيّ منهما.",
        "اثنتين من ",
        ("أجراً", "هديّة"),
    ),
    _case(
        "ar-qitar.txt",
        "ليلى البستاني",
        "غمرت المياه النفق ثلاث مرّات في شتاء واحد، ولم يفكّر أحد في المضخّات.",
        "في شتاء واحد، ",
        ("ثلاث", "أربع"),
    ),
    _case(
        "ar-madrasa.txt",
        "نادر الشمّاع",
        "لن نغلق المدرسة ما دام هناك طفل واحد يعرف كيف يصل إليها بالمجداف.",
        "كيف يصل إليها ",
        ("طفل", "معلّم"),
    ),
    _case(
        "zh-qiao.txt",
        "林若川",
        "今年冬天以前，每一条渔船都会有停靠的地方，这是我在鱼市上亲口答应的。",
        "这是我在鱼市上",
        ("冬", "秋"),
    ),
    _case(
        "zh-shui.txt",
        "沈怀远",
        "由各个村子自己决定，大家坐在同一张桌子旁边，看着同样的数字。",
        "大家坐在同一张桌子旁边，",
        ("决定", "安排"),
    ),
    _case(
        "zh-bowuguan.txt",
        "顾明溪",
        "我的祖母亲手缝过其中两张渔网，她从来不肯收一分工钱。",
        "其中两张",
        ("祖母", "父亲"),
    ),
    _case(
        "zh-huoche.txt",
        "白秋棠",
        "隧道在一个冬天里被淹了三次，当初没有任何人想到要安装水泵。",
        "在一个冬天里",
        ("三", "五"),
    ),
    _case(
        "zh-xuexiao.txt",
        "顾明溪",
        "只要还有一个孩子会划着船去上课，我们就不会关闭这所学校。",
        "去上课，我们就",
        ("孩子", "老师"),
    ),
)
