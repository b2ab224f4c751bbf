from __future__ import annotations

import io
import socket
import zipfile
from pathlib import Path

import pytest

import verbale
from tests.serving import Site
from verbale.intake.adding import add
from verbale.intake.preparing import Overrides
from verbale.store.store import FolderStore

TALK = """<html><title>{title}</title><article><p>Question: Will you stay, Minister?</p>
<p>Ana Ruiz: {words}</p><p>Question: And the ferry?</p><p>Ana Ruiz: It sails on Monday.</p></article>"""
WHOLE = "<p>“We will stay in the harbour,” Ana Ruiz said on Monday.</p><p>She spoke at the lake.</p>"


def talk(words: str = "We will stay in the harbour.", title: str = "A talk") -> str:
    return TALK.format(title=title, words=words)


def feed(*items: str) -> str:
    return (
        f'<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">\
<channel><title>Harbour Post</title>{"".join(items)}</channel></rss>'
    )


def item(title: str, link: str = "", *, summary: str = "", content: str = "") -> str:
    parts = [f"<title>{title}</title>"]
    parts += [f"<link>{link}</link><guid>{link}</guid>"] if link else []
    parts += [f"<description><![CDATA[{summary}]]></description>"] if summary else []
    parts += [f"<content:encoded><![CDATA[{content}]]></content:encoded>"] if content else []
    return f"<item>{''.join(parts)}</item>"


def test_an_address_is_a_document_and_its_versions(store: FolderStore, open_site: Site) -> None:
    address = open_site.put("/talk", talk())
    report = add(store, address)
    (document_id,) = report.added
    document = store.document(document_id)
    assert (document.name, document.url) == (address, address)
    assert store.original(document_id) == talk().encode()
    assert add(store, [address]).unchanged == (document_id,)
    open_site.put("/talk", talk("We will leave the harbour."))
    assert add(store, address).revised == (document_id,)
    assert [version.number for version in store.versions(document_id)] == [1, 2]
    assert "We will leave" in store.document(document_id).text
    open_site.put("/talk", talk())
    assert add(store, address).revised == (document_id,)
    assert "We will stay" in store.document(document_id).text


def test_a_page_that_differs_only_where_nobody_reads_is_unchanged(
    store: FolderStore, open_site: Site
) -> None:
    address = open_site.put("/talk", talk() + "<script>token = 1</script>")
    (document_id,) = add(store, address).added
    originals = sorted(store.path.glob("originals/*/*/*"))
    open_site.put("/talk", talk() + "<script>token = 2</script>")
    assert add(store, address).unchanged == (document_id,)
    assert len(store.versions(document_id)) == 1
    assert sorted(store.path.glob("originals/*/*/*")) == originals
    # what a person says of it now is never passed over
    assert add(store, address, overrides=Overrides(outlet="Harbour Post")).revised == (document_id,)
    assert store.document(document_id).outlet == "Harbour Post"
    open_site.put("/talk", talk() + "<script>token = 3</script>")
    assert add(store, address, overrides=Overrides(outlet="Harbour Post")).unchanged == (document_id,)
    assert store.document(document_id).outlet == "Harbour Post"


def test_what_a_redirect_leads_to_is_known_by_the_address_that_was_given(
    store: FolderStore, open_site: Site
) -> None:
    asked = open_site.fail("/latest", 302, Location="/talks/1")
    open_site.put("/talks/1", talk())
    (document_id,) = add(store, asked).added
    assert store.document(document_id).name == asked
    open_site.put("/talks/2", talk("The ferry is sold."))
    open_site.fail("/latest", 302, Location="/talks/2")
    assert add(store, asked).revised == (document_id,)


def test_one_bad_address_costs_only_itself(store: FolderStore, open_site: Site, tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text("Ana Ruiz: We will stay.")
    good = open_site.put("/talk", talk())
    bad = [f"{open_site.url}/nowhere", "http://10.0.0.1/", "https://a:secret@news.example/", "http://["]
    report = add(store, [*bad, str(tmp_path / "talk.txt"), good, good + "#top"])
    assert len(report.added) == 2
    assert {refusal.name for refusal in report.refused} == {
        *(bad[0], bad[1], "https://news.example/", "http://["),
    }
    assert all(refusal.reason.startswith(refusal.name) for refusal in report.refused)
    assert "secret" not in str(report.refused)
    assert open_site.asked.count("/talk") == 1


def test_a_fault_of_our_own_costs_only_one_address(
    store: FolderStore, open_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(data: bytes, name: str) -> None:
        raise RuntimeError("never expected")

    listed = open_site.put("/feed", feed(item("A", "/a", content=WHOLE)))
    page = open_site.put("/talk", talk())
    monkeypatch.setattr("verbale.intake.addresses.entries", broken)
    report = add(store, [listed, page])
    assert len(report.added) == 1
    (refusal,) = report.refused
    assert refusal.reason == f"{listed} could not be read: RuntimeError, which Verbale did not expect."


def test_archives_and_files_as_they_would_be_read_from_a_disk(store: FolderStore, open_site: Site) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.md", "Question: Why?\n\nAna Ruiz: Because we will stay.\n")
        archive.writestr("b.png", b"\x89PNG")
    packed = open_site.put("/get?id=7", stream.getvalue(), "application/octet-stream")
    words = "Ана Руис: Мы останемся."
    plain = open_site.put("/minutes", words.encode("koi8-r"), "text/plain; charset=koi8-r")
    report = add(store, [packed, plain])
    names = {info.name: info for info in store.documents()}
    assert set(names) == {f"{packed}/a.md", plain}
    assert [refusal.name for refusal in report.refused] == [f"{packed}/b.png"]
    assert store.text(names[plain].id) == words
    assert len(add(store, [packed, plain]).unchanged) == 2


def test_a_feed_gives_what_it_carries_and_the_pages_it_leads_to(store: FolderStore, open_site: Site) -> None:
    pages = [open_site.put(f"/news/{number}", talk(f"We sold {number} boats.")) for number in range(4)]
    address = open_site.put(
        "/feed",
        feed(
            item("Whole", "/whole", content=WHOLE),
            item("Cut", "/news/0", content="<p>We will […]</p>"),
            item("A summary", pages[1], summary="What the minister said."),
            item("Gone", f"{open_site.url}/gone", summary="What nobody knows."),
            item("Inside", "http://10.0.0.1/secret", summary="What nobody may know."),
            item("Nothing"),
            item("Local", "file:///etc/hostname"),
            item("Again", pages[1]),
            item("Short", summary="The ferry sails on Monday, Ana Ruiz said."),
            item("Further", pages[2], summary="More."),
            item("Further still", pages[3], summary="More."),
        ),
        "application/rss+xml",
    )
    told: list[tuple[int, int]] = []
    report = add(store, address, limit=4, progress=lambda done, total, _: told.append((done, total)))
    names = {info.name for info in store.documents()}
    assert {f"{open_site.url}/whole", *pages[:2]} < names
    assert len(report.added) == len(names) == 4
    reasons = "\n".join(refusal.reason for refusal in report.refused)
    assert f"{open_site.url}/gone is not there" in reasons
    assert "http://10.0.0.1/secret is on this machine or in a private network" in reasons
    assert "“Nothing” has neither a text nor an address" in reasons
    assert "“Local” has neither a text nor an address" in reasons
    assert f"2 more entries of {address} not fetched: the limit is 4 of each feed." in reasons
    assert "/whole" not in open_site.asked
    assert "/news/2" not in open_site.asked
    assert told[-1] == (len(report.added) + len(report.refused),) * 2


def test_the_next_number_of_a_feed_revises_nobody(store: FolderStore, open_site: Site) -> None:
    first = item("Daily briefing", "/1", content=WHOLE)
    second = item("Daily briefing", "/2", content=WHOLE.replace("Monday", "Tuesday"))
    address = open_site.put("/feed", feed(first))
    (before,) = add(store, address).added
    open_site.put("/feed", feed(second, first))
    report = add(store, address)
    assert (len(report.added), report.unchanged, report.revised) == (1, (before,), ())


def test_a_feed_in_a_file_is_never_followed(store: FolderStore, open_site: Site, tmp_path: Path) -> None:
    page = open_site.put("/news/1", talk())
    local = tmp_path / "feed.xml"
    local.write_text(feed(item("Whole", "/whole", content=WHOLE), item("Only a link", page)))
    report = add(store, local)
    assert len(report.added) == 1
    (refusal,) = report.refused
    said = "“Only a link” carries no text in the feed"
    assert refusal.reason == f"{said}: add {page} to have its page fetched."
    assert not open_site.asked


def test_a_page_is_stored_before_the_next_one_is_asked_for(
    store: FolderStore, open_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = open_site.put("/1", talk()), open_site.put("/2", talk("No more boats."))
    stored: list[str] = []

    def stop(done: int, total: int, name: str) -> None:
        stored.append(name)
        raise KeyboardInterrupt

    monkeypatch.setattr("verbale.intake.adding.SECONDS", -1.0)
    with pytest.raises(KeyboardInterrupt):
        add(store, [first, second], progress=stop)
    assert [info.name for info in store.documents()] == stored == [first]
    assert "/2" not in open_site.asked
    report = add(store, [first, second])
    assert (len(report.added), len(report.unchanged)) == (1, 1)


def test_files_never_touch_the_network(
    store: FolderStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*args: object, **given: object) -> None:
        raise AssertionError("the network was touched")

    (tmp_path / "page.html").write_text(talk())
    (tmp_path / "feed.xml").write_text(feed(item("A link", "https://news.example/1", summary="A summary.")))
    link = '<html><meta http-equiv="refresh" content="0; url=https://news.example/"><p>Ana Ruiz: We stay.</p>'
    (tmp_path / "link.html").write_text(link)
    verbale.read(tmp_path / "page.html")  # loads what reads pages, which looks at the socket's type
    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, closed)
    assert len(add(store, tmp_path).added) == 3
    with verbale.open(tmp_path / "record") as record:
        assert record.check_article(tmp_path / "page.html") is not None


def test_other_addresses_are_no_files(store: FolderStore) -> None:
    report = add(store, ["ftp://news.example/a.txt", Path("https://news.example/a.txt")])
    assert report.refused[0].reason == (
        "ftp://news.example/a.txt is an address that is not fetched here: save the page and give the file."
    )
    assert report.refused[1].reason == "There is no file or folder https:/news.example/a.txt."


def test_a_read_and_a_check_of_an_address(open_site: Site, tmp_path: Path) -> None:
    address = open_site.put("/talk", talk())
    document = verbale.read(address)
    assert (document.name, document.url, document.turns[1].speaker) == (address, address, "Ana Ruiz")
    draft = open_site.put("/draft", "<article><p>“We will stay in the harbour,” Ana Ruiz said.</p></article>")
    with verbale.open(tmp_path / "record") as record:
        record.add(address)
        (check,) = record.check_article(draft).checks
        assert check.verdict.value == "verbatim"
    with pytest.raises(verbale.ReadError, match="is not there"):
        verbale.read(f"{open_site.url}/nowhere")
    with pytest.raises(verbale.ReadError, match="is on this machine"):
        verbale.read("http://169.254.169.254/latest/meta-data/")
