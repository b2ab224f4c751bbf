"""Names of nobody, with the typography in which texts print names."""

from __future__ import annotations

from hypothesis import strategies as st

# Few words, so that many names share some.
GIVEN = ["Ana", "Tony", "Anthony", "Joe", "Joseph", "Gleb", "Min-jae", "Wei", "Ada", "Глеб", "Анна", "José"]
MIDDLE = ["", "", "", "A.", "J.", "Belén", "Marr", "de", "von der", "Андреевич"]
FAMILY = [
    "Marr", "Marr-Vale", "Lee", "Ruiz", "Ruiz Cortés", "Cortes", "Wang", "Kim", "Стрешнев", "Лаврин", "King",
    "Lavrin", "Lawrin", "O’Brien",
]  # fmt: skip
TITLES = [
    "", "", "", "Mr.", "MS.", "Dr.", "Minister", "Prime Minister", "the Foreign Minister", "President",
    "Madam", "Министр",
]  # fmt: skip
OFFICES = [
    "PRIME MINISTER", "the Prime Minister", "Minister", "THE PRESIDENT", "Mr. President", "Madam", "Q",
    "JOURNALIST", "Foreign Minister of Orland", "Премьер-министр", "77", "№ 7",
]  # fmt: skip


@st.composite
def printed_names(draw: st.DrawFn) -> str:
    """A name or an office as a label or an article prints it."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.sampled_from(OFFICES))
    given = draw(st.sampled_from(GIVEN))
    middle, family = draw(st.sampled_from(MIDDLE)), draw(st.sampled_from(FAMILY))
    title, form = draw(st.sampled_from(TITLES)), draw(st.integers(0, 6))
    if form == 0:
        name = family
    elif form == 1:
        name = f"{given[0]}. {family}"
    elif form == 2:
        name = f"{family}, {given}"
    elif form == 3:
        name = f"{family} {given}"
    elif form == 4:
        name = f"{given[0]}.{family}"
    else:
        name = " ".join(f"{given} {middle} {family}".split())
    name = f"{title} {name}".strip()
    return name.upper() if draw(st.booleans()) else name
