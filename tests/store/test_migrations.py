"""Opening records of every age, and what is no record."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from tests.intake.ageing import aged
from tests.store.made_up import interview, write_interviews
from verbale.errors import RecordError, RecordTooNew
from verbale.intake.adding import add
from verbale.store import open_store
from verbale.store.names.identity import identify
from verbale.store.sql import migrations, schema, sqlite
from verbale.store.sql.database import Database
from verbale.store.store import FolderStore


def test_the_migrations_make_the_tables_that_the_code_expects(store: FolderStore) -> None:
    with store._database._engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, kind, _: kind != "table" or not name.startswith("passages_words")
            },
        )
        assert compare_metadata(context, schema.metadata) == []


def test_the_head_is_the_last_migration() -> None:
    scripts = ScriptDirectory(str(Path(migrations.__file__).parent))
    assert scripts.get_heads() == [migrations.HEAD]


@pytest.mark.parametrize("revision", ["0001", "0002", "0003", "0004"])
def test_a_record_of_an_older_revision_opens(tmp_path: Path, revision: str) -> None:
    (tmp_path / "record").mkdir()
    database = Database(tmp_path / "record" / "record.db")
    sqlite.use_wal(database.file)
    with database.write() as connection:
        migrations.upgrade(connection, None, revision)
    database.close()
    write_interviews(tmp_path / "texts", 1)
    with open_store(tmp_path / "record", create=False) as store:
        (document_id,) = add(store, tmp_path / "texts").added
        assert store.text(document_id) == interview(0)


def test_a_record_of_the_first_revision_keeps_all_it_holds(tmp_path: Path) -> None:
    write_interviews(tmp_path / "texts", 3)
    with FolderStore.open(tmp_path / "record") as store:
        added = add(store, tmp_path / "texts").added
    aged(tmp_path / "record", "0001", tmp_path / "empty.db")
    database = Database(tmp_path / "record" / "record.db")
    with database.write() as connection:
        connection.exec_driver_sql(
            "INSERT INTO copies VALUES (?, ?, 'same words', 1.0)", (added[0], added[1])
        )
        connection.exec_driver_sql(
            "INSERT INTO decisions (id, subject, document, decision, decided_at) "
            "VALUES ('d', 'document', ?, 'noted', '2025-01-01T00:00:00Z')",
            (added[0],),
        )
    database.close()
    with FolderStore.open(tmp_path / "record", create=False) as store:
        assert [store.text(each) for each in added] == [interview(number) for number in range(3)]
        assert store.search("speaker:rovik").total == 9
        assert store.coverage("Mr. Rovik").documents_of_speaker == 3
        assert store._database.rows("SELECT method FROM copies") == [("same text",)]
        assert store._database.rows("SELECT decision, one FROM decisions") == [("noted", None)]
        assert store._database.rows("SELECT version_num FROM alembic_version") == [(migrations.HEAD,)]


def test_a_newer_record_is_refused(store: FolderStore) -> None:
    with store._database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RecordTooNew, match="newer Verbale"):
        open_store(store.path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"This is a letter, not a database. " * 100, "damaged"),
        (b"SQLite format 3\0" + b"\xff" * 5000, "damaged"),
    ],
)
def test_a_damaged_record_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "record.db").write_bytes(content)
    with pytest.raises(RecordError, match=said):
        open_store(tmp_path)


def test_damage_inside_is_told_in_a_sentence(tmp_path: Path) -> None:
    write_interviews(tmp_path / "texts", 40)
    with open_store(tmp_path / "record") as store:
        add(store, tmp_path / "texts")
    file = tmp_path / "record" / "record.db"
    content = bytearray(file.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 : page * 4096 + 200] = b"\xee" * 200
    file.write_bytes(content)

    def read_all() -> None:
        with open_store(tmp_path / "record") as store:
            for info in store.documents():
                store.document(info.id)

    with pytest.raises(RecordError, match="damaged"):
        read_all()


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    database = Database(tmp_path / "record.db")
    with database.write() as connection:
        connection.exec_driver_sql("CREATE TABLE recipes (name TEXT)")
    database.close()
    with pytest.raises(RecordError, match="not a record of Verbale"):
        open_store(tmp_path)


def test_no_record_and_no_folder(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="There is no record"):
        open_store(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(RecordError, match="is a file"):
        open_store(tmp_path / "file")
    with pytest.raises(RecordError, match="No record can be made"):
        open_store(tmp_path / "file" / "record")
    with pytest.raises(RecordError, match="not a folder"):
        open_store("postgresql://host/record")


def test_many_may_make_the_same_record_at_once(tmp_path: Path) -> None:
    faults: list[BaseException] = []

    def make() -> None:
        try:
            open_store(tmp_path / "record").close()
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


def test_an_up_to_date_record_opens_without_alembic(store: FolderStore) -> None:
    code = (
        "import sys; from verbale.store import open_store; open_store(sys.argv[1]).close(); "
        "assert not any(name.split('.')[0] == 'alembic' for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, str(store.path)], check=True)


def test_names_that_shared_the_words_of_another_become_speakers_of_their_own(tmp_path: Path) -> None:
    with FolderStore.open(tmp_path / "record") as store, store._database.write() as connection:
        ruiz = identify("Ana Ruiz")
        for id_, name in (("one", "SPEAKER_00"), ("two", "Minister of Health"), (ruiz, "Ana Ruiz")):
            connection.execute(schema.speakers.insert(), {"id": id_, "name": name})
        for name, id_ in (
            ("SPEAKER_00", "one"), ("SPEAKER_01", "one"), ("Minister of Health", "two"),
            ("Deputy Minister of Health", "two"), ("ANA RUIZ", ruiz),
        ):  # fmt: skip
            connection.execute(schema.speaker_names.insert(), {"name": name, "speaker": id_})
        connection.execute(schema.aliases.insert(), {"speaker": "two", "name": "The Doctor"})
        connection.exec_driver_sql("DROP TABLE block_quotes")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0009'")
    with FolderStore.open(tmp_path / "record") as store:
        names: dict[str, str] = dict(store._database.rows("SELECT name, speaker FROM speaker_names"))
        assert names == {name: identify(name) for name in names}
        assert store._database.rows("SELECT speaker FROM aliases") == [(identify("Minister of Health"),)]
        known = store._database.rows("SELECT id FROM speakers")
        assert {id_ for (id_,) in known} == {*names.values()}
