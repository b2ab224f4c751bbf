"""Words around names: titles and offices, unnamed questioners, suffixes, family names that come first."""

from __future__ import annotations

from verbale.text.listed import listed

__all__ = [
    "ADDRESSED",
    "FAMILY_FIRST",
    "GENERIC",
    "GENERIC_COMPANY",
    "JOINTS",
    "MEN",
    "PARTICLES",
    "SUFFIXES",
    "TITLES",
    "WOMEN",
]


MEN = listed(
    """
    mr sir lord monsieur herr señor sr don senhor signor signore господин г-н
    """
)
WOMEN = listed(
    """
    mrs ms miss dame lady madame mme mlle frau señora sra doña senhora signora госпожа
    """
)
# Words that stand before a name, or make up an office without one.
TITLES = listed(
    """
    mr mrs ms miss dr prof professor sir dame lord lady hon honourable honorable rt right madam madame
    mister mme mlle monsieur herr frau señor señora sr sra don doña senhor senhora signor signora
    signore господин госпожа г-н г-жа president minister ministers prime premier pm chancellor
    secretary state press foreign affairs interior defence defense finance treasury treasurer deputy
    vice acting interim former chief general director executive administrator ambassador senator
    congressman congresswoman representative rep sen gov governor mayor lieutenant colonel col major maj
    captain capt admiral adm gen lt sgt sergeant commander officer chair chairman chairwoman chairperson
    surgeon doctor taoiseach sheikh sultan emperor
    speaker commissioner attorney judge justice undersecretary assistant spokesperson spokesman
    spokeswoman king queen prince princess pope bishop archbishop cardinal reverend rev father sister
    brother moderator host leader head member congress parliament national security adviser advisor
    counsel counselor special envoy european commission council staff joint chiefs opposition shadow
    senior junior first second lady his her excellency majesty royal highness kollege kollegin präsident
    präsidentin vizepräsident vizepräsidentin bundeskanzler bundeskanzlerin kanzler kanzlerin
    bundesminister bundesministerin ministerin minister staatssekretär staatssekretärin président
    présidente ministre premier première chancelier secrétaire ambassadeur presidente presidenta
    ministro ministra secretario secretaria canciller embajador alcalde alcaldesa primeiro primer
    primera portavoz vocero президент министр премьер премьер-министр председатель секретарь посол
    губернатор мэр депутат
    """
)
# Words that join the parts of an office; they never start or end a name.
JOINTS = listed(
    """
    the of for to and & de du des la le del der die und für et y по
    """
)
SUFFIXES = listed(
    """
    jr sr jnr snr ii iii iv mp am ac ao kc qc phd md obe mbe cbe esq mep mdb
    """
)
GENERIC = listed(
    """
    q question questions questioner journalist journalists jrnlst journo reporter reporters
    correspondent press media interviewer interlocutor caller audience listener viewer frage zusatzfrage
    nachfrage fragesteller fragestellerin journalistin zuschauer anrufer question journaliste
    journalistes intervenant auditeur pregunta preguntas repregunta prensa periodista periodistas
    interlocutora pergunta perguntas jornalista domanda giornalista вопрос вопросы журналист журналистка
    журналисты корреспондент корр ведущий ведущая запитання питання кореспондент שאלה שאלות עיתונאי
    עיתונאית מראיין מראיינת سؤال سوال صحفي صحفية الصحفي السؤال soru gazeteci pytanie dziennikarz
    întrebare vraag 問 问 记者 記者 質問 질문 기자
    """
)
# Words that may stand beside a generic one without naming anybody.
GENERIC_COMPANY = listed(
    """
    unidentified unknown unnamed inconnu male female another other same first second third fourth fifth
    member voice speaker from the of audience floor man woman new next foreign local inaudible and one
    two aus dem publikum der die das du public del de la público из зала
    """
)
# "Mr President" and "Madam Speaker" address an office, they do not name Mr and Mrs Speaker.
ADDRESSED = listed(
    """
    president minister premier chancellor secretary speaker chair chairman chairwoman mayor ambassador
    ministerin präsident präsidentin kanzler kanzlerin ministre président presidente ministro ministra
    """
)
PARTICLES = listed(
    """
    de du des la le del der die
    """
)
LEADING = TITLES | (JOINTS - PARTICLES)
# Families whose names stand first, as printed in Latin letters.
FAMILY_FIRST = listed(
    """
    wang li zhang liu chen yang huang zhao wu zhou xu zhu hu guo lin gao luo xi qin mao deng jiang kim
    park choi jung kang cho yoon yun moon shin nguyen tran pham
    """
)
