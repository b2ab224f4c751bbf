"""When an article says that something was said: a day, a month or a year, in many languages, or nothing."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cost import grows_as_its_size
from verbale.check.claimed_days import claimed_period
from verbale.model import Document
from verbale.model.period import Period
from verbale.quote import quotations

PAGE = date(2025, 3, 12)

ENGLISH = [
    # days, months and years beside the attribution
    ("“{q},” Ana Ruiz said on the 9th of November 2024.", "2024-11-09"),
    ("“{q},” Ana Ruiz said on the 9th of January, 2023.", "2023-01-09"),
    ("“{q},” Ana Ruiz said in November 2024.", "2024-11"),
    ("“{q},” Ana Ruiz said in 2023.", "2023"),
    ("“{q},” said Ana Ruiz in January.", "2025-01"),
    ("“{q},” said Ana Ruiz in June.", "2024-06"),
    ("“{q},” Ana Ruiz said in early 2023.", "2023"),
    ("“{q},” Ana Ruiz said March 4.", "2025-03-04"),
    ("“{q},” Ana Ruiz told reporters in Ledra on 4 March 2025.", "2025-03-04"),
    ("“{q},” Ana Ruiz said in an interview with Harbour Radio on 4 March.", "2025-03-04"),
    (
        "“{q},” Ana Ruiz said at a joint news conference with Ivo Tarn in Velden on 4 March 2025.",
        "2025-03-04",
    ),
    ("“{q},” Ana Ruiz told the crowd in November 2024.", "2024-11"),
    ("“{q},” Ana Ruiz said in a 2023 interview.", "2023"),
    ("“{q},” Ana Ruiz said in a televised speech to parliament in 2023.", "2023"),
    ("On 4 March 2025, Ana Ruiz said: “{q}.”", "2025-03-04"),
    ("In November 2024, Ana Ruiz said: “{q}.”", "2024-11"),
    ("In 2023, Ana Ruiz told reporters: “{q}.”", "2023"),
    ("Speaking in Ledra on 4 March 2025, Ana Ruiz said: “{q}.”", "2025-03-04"),
    ("At a news conference in Ledra in November 2024, Ana Ruiz said: “{q}.”", "2024-11"),
    # the year that words tell
    ("“{q},” Ana Ruiz said on 5 October last year.", "2024-10-05"),
    ("“{q},” Ana Ruiz said on 5 January this year.", "2025-01-05"),
    ("“{q},” Ana Ruiz said in October last year.", "2024-10"),
    ("“{q},” Ana Ruiz said last year.", "2024"),
    ("“{q},” Ana Ruiz said last month.", "2025-02"),
    ("“{q},” Ana Ruiz said last May.", "2024-05"),
    ("“{q},” Ana Ruiz said last February.", None),
    ("“{q},” Ana Ruiz said on 5 October the year before.", None),
    ("“{q},” Ana Ruiz said on 5 October of that year.", None),
    # the sentence before
    ("Ana Ruiz spoke in Ledra on 4 March 2025. “{q},” she said.", "2025-03-04"),
    ("On 4 March 2025 Ana Ruiz addressed parliament. “{q},” Ruiz said.", "2025-03-04"),
    ("Ana Ruiz gave an interview to Harbour Radio in November 2024. “{q},” she said.", "2024-11"),
    ("Ana Ruiz spoke in Ledra in 2023.\n\n“{q},” Ruiz said.", "2023"),
    ("The bridge fell on 4 March 2025. “{q},” Ana Ruiz said.", None),
    ("Ana Ruiz was born on 4 March 1970. “{q},” she said.", None),
    ("Ana Ruiz told of the flood of 4 March 2025. “{q},” she said.", None),
    ("Ivo Tarn spoke in Ledra on 4 March 2025. “{q},” Ana Ruiz said.", None),
    ("Ana Ruiz spoke in Ledra on 4 March 2025. “{q},” she had said before.", None),
    ("Ana Ruiz spoke in Ledra on 4 March 2025. “{q},” she said in 2023.", "2023"),
    ("Ana Ruiz spoke in Ledra on 4 March 2025, and again on 6 March 2025. “{q},” she said.", None),
    # a day of something else
    ("“{q},” Ana Ruiz said of the contract, which expired on 1 March 2025.", None),
    ("“{q},” Ana Ruiz said of the contract that expired in 2023.", None),
    ("“{q},” Ana Ruiz said five days after the ferry sank on February 27, 2025.", None),
    ("“{q},” said Ana Ruiz, who was born on 4 March 1970.", None),
    ("“{q},” said Ana Ruiz, mayor until 4 March 2025.", None),
    ("“{q},” Ana Ruiz said of the deadline on 4 March 2025.", None),
    ("“{q},” Ana Ruiz said, asking for an answer by 4 March 2025.", None),
    ("“{q},” Ana Ruiz said of the company, founded on 4 March 1970.", None),
    ("“{q},” Ana Ruiz said of 4 March 2025.", None),
    ("“{q},” Ana Ruiz said before 2023.", None),
    ("“{q},” Ana Ruiz has said since 2023.", None),
    ("“{q},” Ana Ruiz said of the 2023 flood.", None),
    ("“{q},” Ana Ruiz first said in 2023.", None),
    ("“{q},” Ana Ruiz said in 2023 and 2024.", None),
    ("“{q},” Ana Ruiz said on 4 and 6 March 2025.", None),
    ("“{q},” Ana Ruiz said between 2020 and 2023.", None),
    ("“{q},” Ana Ruiz said in 2023-24.", None),
    ("Born on 4 March 1970, Ana Ruiz said: “{q}.”", None),
    ("After the ferry sank on 4 March 2025, Ana Ruiz said: “{q}.”", None),
    ("On 4 March 2025 the ferry sank, Ana Ruiz said: “{q}.”", None),
    ("In 2023 the ferry sank, and Ana Ruiz said: “{q}.”", None),
    ("“{q} in 2023,” Ana Ruiz said.", None),
    ("“{q},” Ana Ruiz said of a bill for 2023 crowns.", None),
    ("“{q},” Ana Ruiz said in March of the tolls that rose in May 2024.", "2025-03"),
    ("“{q},” Ana Ruiz said in the March edition.", None),
    ("“{q},” Orin Vale said on Tuesday, 4 March 2025.", "2025-03-04"),
    ("Orin Vale, speaking on 4 March 2025, said: “{q}.”", "2025-03-04"),
    ("In a speech on 4 March 2025 Orin Vale said that “{q}.”", "2025-03-04"),
    ("“{q},” Orin Vale wrote on X on 4 March 2025.", "2025-03-04"),
    ("“{q},” Orin Vale said at the Ledra Economic Forum in September 2024.", "2024-09"),
    ("Orin Vale said on Jan. 9, 2023: “{q}.”", "2023-01-09"),
    ("“{q},” said Orin Vale on January 9th, 2023.", "2023-01-09"),
    ("“{q},” Orin Vale said back in 2023.", "2023"),
    ("“{q},” Orin Vale said in the summer of 2023.", "2023"),
    ("“{q},” Orin Vale said on the evening of 4 March 2025.", "2025-03-04"),
    ("“{q},” Orin Vale said at a March 4 news conference.", "2025-03-04"),
    ("Orin Vale told a news conference on 9 January 2023 that “{q}.”", "2023-01-09"),
    ("“{q},” Orin Vale said in Jan 2023.", "2023-01"),
    ("“{q},” Orin Vale said at the 2023 Ledra Forum.", "2023"),
    ("“{q},” he said in 2023.", "2023"),
    ("“{q},” the minister said in November.", "2024-11"),
    ("“{q},” said Foreign Minister Orin Vale in January 2023.", "2023-01"),
    ("Orin Vale said in January 2023 that “{q}.”", "2023-01"),
    ("According to Orin Vale, speaking in 2023, “{q}.”", "2023"),
    ("“{q},” Orin Vale had said in 2023.", "2023"),
    ("“{q},” Vale said on 9 January, 2023, in Ledra.", "2023-01-09"),
    ("“{q},” Orin Vale said on Monday, January 9, 2023.", "2023-01-09"),
    ("“{q},” Vale declared on the 2nd of October last year.", "2024-10-02"),
    ("“{q},” Vale said last October.", "2024-10"),
    ("“{q},” said Orin Vale, minister since 1 May 2020.", None),
    ("“{q},” said Orin Vale, elected on 4 March 2020.", None),
    ("“{q},” Orin Vale said in a debate about the law of 4 March 2020.", None),
    ("“{q},” Orin Vale said in a report on 2023.", None),
    ("“{q},” Orin Vale said at a ceremony for the victims of 4 March 2020.", None),
    ("“{q},” Orin Vale said at the site of the 4 March 2020 fire.", None),
    ("“{q},” Orin Vale said in a statement on the 2023 budget.", None),
    ("“{q},” Orin Vale said of his 2023 speech.", None),
    ("“{q},” Orin Vale said, recalling a speech on 4 March 2020.", None),
    ("“{q},” Orin Vale said in reply to Tolk’s speech on 4 March 2020.", None),
    ("“{q},” Orin Vale said in Ledra, where the ferry sank on 27 February.", None),
    ("By 4 March 2025, Orin Vale said, “{q}.”", None),
    ("Orin Vale held office in 2023. “{q},” he said.", None),
    ("Orin Vale held the chair of the council in 2023. “{q},” he said.", None),
    ("Orin Vale gave the city a park in 2023. “{q},” he said.", None),
    ("“{q},” Orin Vale said ahead of the talks on 14 March 2025.", None),
    ("“{q},” Orin Vale said on the anniversary of the flood of 4 March 2020.", None),
    ("“{q},” Orin Vale said, two days before the vote on 4 March 2025.", None),
    ("“{q},” Orin Vale said in a film of 2023.", None),
    ("“{q},” Orin Vale said about 2023.", None),
    ("“{q},” Orin Vale said in the case of the man arrested in 2023.", None),
    ("“{q},” Orin Vale said to Mara Tolk, who died on 4 March 2020.", None),
    ("“{q},” Orin Vale said in Velden, founded in 1923.", None),
    ("“{q},” Orin Vale said in a letter to the bank that closed in 2023.", None),
    ("“{q},” Orin Vale said in a country at war since 2014.", None),
    ("“{q},” said Orin Vale (born 4 March 1970).", None),
    ("“{q},” said Orin Vale (1970).", None),
    ("“{q},” Orin Vale said at the World Cup in 2022.", "2022"),
    ("“{q},” Orin Vale, 54, said.", None),
    ("“{q},” said Orin Vale, winner of the prize in 2023.", None),
    ("“{q},” Orin Vale said in room 2023.", None),
    ("Ana Ruiz spoke in Ledra on 4 March 2025. “{q},” she said on Friday.", None),
    ("Ana Ruiz spoke in Ledra on 4 March 2025. “{q},” she said today.", None),
    ("Ana Ruiz spoke in Ledra on 4 March 2025. “{q},” she said on Tuesday.", "2025-03-11"),
]
OTHERS = [
    ("de", "„{q}“, sagte Anna Ruiz am 9. November 2024.", "2024-11-09"),
    ("de", "„{q}“, sagte Anna Ruiz im November 2024.", "2024-11"),
    ("de", "„{q}“, sagte Anna Ruiz im Jahr 2023 in Ledra.", "2023"),
    ("de", "„{q}“, sagte Anna Ruiz am 5. Oktober vergangenen Jahres.", "2024-10-05"),
    ("de", "„{q}“, sagte Anna Ruiz auf einer Pressekonferenz in Ledra am 4. März.", "2025-03-04"),
    ("de", "Am 4. März 2025 sagte Anna Ruiz: „{q}.“", "2025-03-04"),
    ("de", "„{q}“, sagte Anna Ruiz über den Vertrag, der am 1. März 2025 auslief.", None),
    ("de", "„{q}“, sagte Anna Ruiz, die am 4. März 1970 geboren wurde.", None),
    ("de", "„{q}“, sagte Anna Ruiz fünf Tage nach dem Untergang der Fähre am 27. Februar 2025.", None),
    ("de", "„{q}“, sagte Anna Ruiz bis zum 4. März 2025.", None),
    ("fr", "« {q} », a déclaré Anne Ruiz le 9 novembre 2024.", "2024-11-09"),
    ("fr", "« {q} », a déclaré Anne Ruiz en novembre 2024.", "2024-11"),
    ("fr", "« {q} », a déclaré Anne Ruiz en 2023.", "2023"),
    ("fr", "« {q} », a déclaré Anne Ruiz le 5 octobre de l'année dernière.", "2024-10-05"),
    (
        "fr",
        "« {q} », a déclaré Anne Ruiz lors d'une conférence de presse à Ledra le 4 mars 2025.",
        "2025-03-04",
    ),
    ("fr", "« {q} », a déclaré Anne Ruiz à propos du contrat, qui a expiré le 1er mars 2025.", None),
    ("fr", "« {q} », a déclaré Anne Ruiz, née le 4 mars 1970.", None),
    ("fr", "« {q} », a déclaré Anne Ruiz cinq jours après le naufrage du 27 février 2025.", None),
    ("es", "«{q}», dijo Ana Ruiz el 9 de noviembre de 2024.", "2024-11-09"),
    ("es", "«{q}», dijo Ana Ruiz en noviembre de 2024.", "2024-11"),
    ("es", "«{q}», dijo Ana Ruiz en 2023.", "2023"),
    ("es", "«{q}», dijo Ana Ruiz el 5 de octubre del año pasado.", "2024-10-05"),
    ("es", "«{q}», dijo Ana Ruiz el pasado 5 de octubre.", "2024-10-05"),
    ("es", "«{q}», dijo Ana Ruiz en una entrevista con Radio Ledra el 4 de marzo de 2025.", "2025-03-04"),
    ("es", "«{q}», dijo Ana Ruiz sobre el contrato, que venció el 1 de marzo de 2025.", None),
    (
        "es",
        "«{q}», dijo Ana Ruiz cinco días después de que el barco se hundiera el 27 de febrero de 2025.",
        None,
    ),
    ("ru", "«{q}», — сказал Орин Вейл 9 ноября 2024 года.", "2024-11-09"),
    ("ru", "«{q}», — сказал Орин Вейл в ноябре 2024 года.", "2024-11"),
    ("ru", "«{q}», — сказал Орин Вейл в 2023 году.", "2023"),
    ("ru", "«{q}», — сказал Орин Вейл 5 октября прошлого года.", "2024-10-05"),
    ("ru", "«{q}», — заявил Орин Вейл на пресс-конференции в Ледре 4 марта 2025 года.", "2025-03-04"),
    ("ru", "4 марта 2025 года Орин Вейл заявил: «{q}».", "2025-03-04"),
    ("ru", "«{q}», — сказал Орин Вейл о договоре, который истёк 1 марта 2025 года.", None),
    (
        "ru",
        "«{q}», — сказал Орин Вейл через пять дней после того, как 27 февраля 2025 года затонул паром.",
        None,
    ),
    ("ru", "«{q}», — сказал Орин Вейл, родившийся 4 марта 1970 года.", None),
    ("zh", "安娜·鲁伊斯2025年3月4日在莱德拉表示：“{q}。”", "2025-03-04"),
    ("zh", "安娜·鲁伊斯3月4日表示：“{q}。”", "2025-03-04"),
    ("zh", "安娜·鲁伊斯2023年表示：“{q}。”", "2023"),
    ("zh", "安娜·鲁伊斯2024年11月表示：“{q}。”", "2024-11"),
    ("zh", "谈到2025年3月1日到期的合同时，安娜·鲁伊斯表示：“{q}。”", None),
    ("zh", "渡轮2025年2月27日沉没五天后，安娜·鲁伊斯表示：“{q}。”", None),
    ("ja", "アナ・ルイス氏は2025年3月4日、「{q}」と述べた。", "2025-03-04"),
    ("ja", "アナ・ルイス氏は2025年3月4日の記者会見で「{q}」と述べた。", "2025-03-04"),
    ("ja", "アナ・ルイス氏は2023年、「{q}」と述べた。", "2023"),
    ("ja", "アナ・ルイス氏は2025年3月1日に失効した契約について「{q}」と述べた。", None),
    ("ko", "아나 루이스 장관은 2025년 3월 4일 기자회견에서 “{q}”라고 말했다.", "2025-03-04"),
    ("ko", "아나 루이스 장관은 2023년 “{q}”라고 말했다.", "2023"),
    ("ar", "«{q}»، قالت آنا رويز في 4 مارس 2025.", "2025-03-04"),
    ("ar", "«{q}»، قالت آنا رويز في عام 2023.", "2023"),
    ("ar", "«{q}»، قالت آنا رويز عن العقد الذي انتهى في 1 مارس 2025.", None),
    ("he", "“{q}”, אמרה אנה רואיס ב-4 במרץ 2025.", "2025-03-04"),
    ("he", "“{q}”, אמרה אנה רואיס על החוזה שפג ב-1 במרץ 2025.", None),
    ("el", "«{q}», δήλωσε η Άννα Ρουίς στις 4 Μαρτίου 2025.", "2025-03-04"),
    ("el", "«{q}», δήλωσε η Άννα Ρουίς για τη σύμβαση που έληξε την 1 Μαρτίου 2025.", None),
    ("de", "„{q}“, sagte Anna Ruiz dem Sender LTV am 4. März 2025.", "2025-03-04"),
    ("de", "Im November 2024 sagte Anna Ruiz: „{q}.“", "2024-11"),
    ("de", "„{q}“, sagte Anna Ruiz bei einer Pressekonferenz in Ledra im Sommer 2023.", "2023"),
    ("fr", "« {q} », a affirmé la ministre Anne Ruiz le 4 mars.", "2025-03-04"),
    ("fr", "En novembre 2024, Anne Ruiz a déclaré : « {q}. »", "2024-11"),
    ("fr", "« {q} », a-t-elle déclaré le 4 mars 2025.", "2025-03-04"),
    ("fr", "« {q} », disait Anne Ruiz en 2023.", "2023"),
    ("fr", "« {q} », a dit Anne Ruiz début 2023.", "2023"),
    ("fr", "Le 4 mars 2025, Anne Ruiz a déclaré : « {q}. »", "2025-03-04"),
    ("es", "El 4 de marzo de 2025, Ana Ruiz dijo: «{q}».", "2025-03-04"),
    ("es", "«{q}», afirmó la ministra Ana Ruiz en marzo.", "2025-03"),
    ("es", "«{q}», declaró Ana Ruiz a los periodistas el 4 de marzo.", "2025-03-04"),
    ("es", "En 2023, Ana Ruiz dijo: «{q}».", "2023"),
    ("ru", "«{q}», — заявил министр Орин Вейл журналистам 4 марта.", "2025-03-04"),
    ("ru", "В ноябре 2024 года Орин Вейл заявил: «{q}».", "2024-11"),
    ("ru", "«{q}», — говорил Орин Вейл в начале 2023 года.", "2023"),
    ("ru", "Орин Вейл 4 марта 2025 года заявил: «{q}».", "2025-03-04"),
    ("zh", "2025年3月4日，安娜·鲁伊斯表示：“{q}。”", "2025-03-04"),
    ("zh", "安娜·鲁伊斯去年11月表示：“{q}。”", "2024-11"),
    ("zh", "安娜·鲁伊斯去年10月5日说：“{q}。”", "2024-10-05"),
    ("ja", "ルイス外相は昨年11月、「{q}」と述べた。", "2024-11"),
    ("ko", "루이스 장관은 지난해 10월 5일 “{q}”라고 말했다.", "2024-10-05"),
    ("ko", "루이스 장관은 2024년 11월 “{q}”라고 말했다.", "2024-11"),
    ("de", "„{q}“, sagte Anna Ruiz zum Vertrag vom 1. März 2025.", None),
    ("de", "„{q}“, sagte Anna Ruiz, Ministerin seit 2020.", None),
    ("de", "„{q}“, sagte Anna Ruiz vor der Wahl am 4. April 2025.", None),
    ("de", "Nach dem Untergang der Fähre am 27. Februar 2025 sagte Anna Ruiz: „{q}.“", None),
    ("fr", "« {q} », a déclaré Anne Ruiz, ministre depuis 2020.", None),
    ("fr", "Après le naufrage du 27 février 2025, Anne Ruiz a déclaré : « {q}. »", None),
    ("fr", "« {q} », a déclaré Anne Ruiz avant le vote du 4 avril 2025.", None),
    ("es", "Tras el naufragio del 27 de febrero de 2025, Ana Ruiz dijo: «{q}».", None),
    ("es", "«{q}», dijo Ana Ruiz, nacida el 4 de marzo de 1970.", None),
    ("es", "«{q}», dijo Ana Ruiz, ministra desde 2020.", None),
    ("ru", "«{q}», — сказал Орин Вейл, министр с 2020 года.", None),
    ("ru", "После гибели парома 27 февраля 2025 года Орин Вейл заявил: «{q}».", None),
    ("ru", "«{q}», — сказал Орин Вейл перед выборами 4 апреля 2025 года.", None),
    ("zh", "安娜·鲁伊斯谈到2023年的洪水时表示：“{q}。”", None),
    ("zh", "安娜·鲁伊斯在2025年3月1日签署条约后表示：“{q}。”", None),
    ("zh", "安娜·鲁伊斯自2020年起担任部长，她表示：“{q}。”", None),
    ("ja", "ルイス氏は2023年の洪水について「{q}」と述べた。", None),
    ("ja", "2020年に就任したルイス氏は「{q}」と述べた。", None),
    ("ko", "루이스 장관은 2023년 홍수에 대해 “{q}”라고 말했다.", None),
    ("ko", "2020년 취임한 루이스 장관은 “{q}”라고 말했다.", None),
]
WORDS = {
    "de": "Der Tunnel unter der alten Mole wird wohl im Herbst öffnen",
    "fr": "Le tunnel sous le vieux môle ouvrira sans doute cet automne",
    "es": "El túnel bajo el viejo muelle abrirá seguramente en otoño",
    "ru": "Туннель под старым молом, вероятно, откроют осенью",
    "zh": "旧码头下面的隧道大概会在秋天开放",
    "ja": "古い埠頭の下のトンネルはおそらく秋に開通する",
    "ko": "오래된 부두 아래의 터널은 아마 가을에 열릴 것이다",
    "ar": "سيفتح النفق تحت الرصيف القديم في الخريف على الأرجح",
    "he": "המנהרה מתחת למזח הישן תיפתח כנראה בסתיו",
    "el": "Η σήραγγα κάτω από τον παλιό μόλο θα ανοίξει μάλλον το φθινόπωρο",
}
TUNNEL = "The tunnel under the old mole will probably open in the autumn"


def claimed(text: str, language: str | None, region: str | None = None) -> str | None:
    document = Document(
        text=text.replace("{q}", WORDS.get(language or "", TUNNEL)),
        name="a.txt",
        sha256="0" * 64,
        reader="text/1",
        language=language,
        region=region,
        published_on=PAGE,
    )
    (quotation, *_) = [q for q in quotations(document, tagger=False) if len(q.spans[0]) > 12]
    return shown(claimed_period(document, quotation))


def shown(period: Period | None) -> str | None:
    if period is None or period.day is not None:
        return None if period is None else str(period.first)
    return str(period.first)[: 7 if period.first.month == period.last.month else 4]


@pytest.mark.parametrize(("text", "told"), ENGLISH)
def test_when_an_article_says_that_something_was_said(text: str, told: str | None) -> None:
    assert claimed(text, "en") == told


@pytest.mark.parametrize(("language", "text", "told"), OTHERS)
def test_when_articles_in_other_languages_say_so(language: str, text: str, told: str | None) -> None:
    assert claimed(text, language) == told


@pytest.mark.parametrize(
    ("language", "region", "told"),
    [("en", "US", "2024-02-10"), ("en", "GB", "2024-10-02"), ("en", None, None), ("de", None, "2024-10-02")],
)
def test_numbers_are_in_the_order_of_the_articles_language(
    language: str, region: str | None, told: str | None
) -> None:
    text = (
        "„{q}“, sagte Anna Ruiz am 02/10/2024." if language == "de" else "“{q},” Ana Ruiz said on 02/10/2024."
    )
    assert claimed(text, language, region) == told


def test_a_quotation_of_many_paragraphs_with_a_day_each_takes_time_as_its_length() -> None:
    def claims(count: int) -> list[Period | None]:
        text = "Ana Ruiz said: “" + "“She spoke on 4 March\n\n" * count + "“So did he”\n"
        article = Document(text=text, name="a.txt", sha256="0" * 64, reader="text/1")
        return [claimed_period(article, each) for each in quotations(article, tagger=False)]

    assert claims(500) == [None]
    assert grows_as_its_size(claims, 500)
