"""XML and HTML to trees, within limits: no entities, no network, no bottomless nesting."""

from __future__ import annotations

import re
from html.entities import html5

from lxml import etree

from verbale.errors import NotText, ReadError, TooLarge
from verbale.readers import limits
from verbale.readers.file_names import printable

__all__ = ["check_size", "html_tree", "local", "words_in", "xml_tree"]

_ENTITIES = {name.rstrip(";"): characters for name, characters in html5.items()}
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
_CROWDED = re.compile(
    r"""<[a-zA-Z](?:[^\s<>="'/]*+[\s/]++[^\s<>="'/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s<>"']++))?)"""
    f"{{{limits.ATTRIBUTES}}}"
)
_DEPTH = re.compile(r"excessive depth|too deep", re.IGNORECASE)
_EXPANDS = re.compile(r"huge|amplification|entity reference loop", re.IGNORECASE)
# what lxml adds to the place that it names already
_PLACE = re.compile(r" \(<string>, line \d+\)$")
# XML 1.0 has no place for them and lxml refuses a string that holds one
_CONTROLS = [chr(code) for code in (*range(9), 11, *range(14, 32), 0xFFFE, 0xFFFF)]
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# the same, as HTML writes characters by their number
_CONTROL_NUMBER = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01]|6553[45])(?![0-9])"
    r"|[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]|[fF]{3}[efEF])(?![0-9a-fA-F]));?"
)


def xml_tree(data: bytes, name: str) -> etree._Element:
    """The root element of an XML file; entities stay unexpanded and nothing is fetched.

    Raises:
        TooLarge: It is larger or nested deeper than the limits allow.
        ReadError: It is not well-formed.

    >>> xml_tree(b"<talk><p>Hello.</p></talk>", "a.xml").tag
    'talk'
    """
    check_size(data, name, "XML")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError, LookupError) as error:
        raise _refusal(error, name, "XML") from error
    _settle_entities(root)
    if root.getroottree().docinfo.internalDTD is not None and root.xpath("count(//*)") == 0:
        raise ReadError(f"{printable(name)} is an XML file with no elements.", name)
    return root


def _settle_entities(root: etree._Element) -> None:
    """Sets HTML's named characters where an entity stands, U+FFFD for any other, keeps the words after."""
    for entity in list(root.iter(etree.Entity)):
        parent = entity.getparent()
        if parent is None:
            continue
        written = _ENTITIES.get((entity.text or "").strip("&;"), "\ufffd") + (entity.tail or "")
        before = entity.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + written
        else:
            parent.text = (parent.text or "") + written
        entity.tail = None
        parent.remove(entity)


def local(element: etree._Element | None) -> str:
    """The name of an element without its namespace; "" where there is none.

    >>> local(xml_tree(b'<p xmlns="urn:talk">No.</p>', "a.xml"))
    'p'
    """
    if element is None:
        return ""
    tag = element.tag
    return tag[tag.index("}") + 1 :] if tag[0] == "{" else tag


def words_in(element: etree._Element | None) -> str | None:
    """All words in an element on one line, None where there are none.

    >>> words_in(xml_tree(b"<p> No, <b>no</b>. </p>", "a.xml"))
    'No, no.'
    """
    if element is None:
        return None
    return " ".join("".join(str(part) for part in element.itertext("*")).split()) or None


def html_tree(text: str, name: str) -> etree._Element:
    """The root element of an HTML page that is decoded already.

    Raises:
        TooLarge: It has more elements, or more of them inside one another, than the limits allow.
        ReadError: There is no element in it.

    >>> html_tree("<p>Hello.", "a.html").tag
    'html'
    """
    from lxml import html  # noqa: PLC0415  brings in urllib and more; most files are not HTML

    if _CROWDED.search(text):
        raise TooLarge(
            f"{printable(name)} has an element with more than {limits.ATTRIBUTES:,} attributes.", name
        )
    parser = etree.HTMLParser(no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    # lxml.html asks a function in Python for the class of every element, each time it is met
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    declaration = _DECLARATION.match(text)
    try:
        root = html.document_fromstring(_settled(text[declaration.end() :] if declaration else text), parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise _refusal(error, name, "HTML") from error
    elements = depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            elements += 1
            depth += 1
            deepest = max(deepest, depth)
        else:
            depth -= 1
    too_deep = deepest > limits.NESTING or any(_DEPTH.search(entry.message) for entry in parser.error_log)
    if too_deep:
        raise TooLarge(f"{printable(name)} nests its elements more than {limits.NESTING} deep.", name)
    if elements > limits.ELEMENTS:
        raise TooLarge(
            f"{printable(name)} has {elements:,} elements; the limit is {limits.ELEMENTS:,}.", name
        )
    return root


def _settled(text: str) -> str:
    """The text without the characters that lxml refuses; most have none, and looking for each is quick."""
    if "\f" in text:  # white space in HTML
        text = text.replace("\f", "\n")
    if "&#" in text:
        text = _CONTROL_NUMBER.sub("\ufffd", text)
    try:
        text.encode()
    except UnicodeEncodeError:  # half a character
        return _CONTROL.sub("\ufffd", text)
    return _CONTROL.sub("\ufffd", text) if any(map(text.__contains__, _CONTROLS)) else text


def check_size(data: bytes, name: str, kind: str) -> None:
    """Refuses markup whose tree would fill the memory.

    Raises:
        TooLarge: It has more bytes than `limits.TREE`.
    """
    if len(data) > limits.TREE:
        raise TooLarge(
            f"{printable(name)} is {kind} of {len(data):,} bytes; the limit is {limits.TREE:,}.", name
        )


def _refusal(error: Exception, name: str, kind: str) -> ReadError:
    reason = printable(_PLACE.sub("", " ".join(str(error).split()))[:200]) or type(error).__name__
    if _DEPTH.search(reason):
        return TooLarge(f"{printable(name)} nests its elements too deep.", name)
    if _EXPANDS.search(reason):
        return TooLarge(f"{printable(name)} is too large or expands too far for {kind}.", name)
    if "empty" in reason:
        return NotText(f"{printable(name)} holds no words.", name)
    return ReadError(f"{printable(name)} is broken {kind}: {reason}.", name)
