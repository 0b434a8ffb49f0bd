# ruff: noqa: E501 - samples are as they are
"""Small files of every format, made here."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile

BODY = "The bridge opened on 4 March 1890. It closed in 1956."


def zipped(**files: str | bytes) -> bytes:
    """A zip file; names with `__` for `/`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, compress_type=stored)
    return out.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, prologue: str = "") -> bytes:
    document = f"{prologue}<w:document {W}><w:body>{body}</w:body></w:document>"
    core = (
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>The bridge</dc:title>'
        "<dc:creator>Ada Lindt</dc:creator><dcterms:created>1991-05-03T10:00:00Z</dcterms:created></cp:coreProperties>"
    )
    files = {"[Content_Types].xml": "<Types/>", "word/document.xml": document, "docProps/core.xml": core}
    return zipped(**files)


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def odt() -> bytes:
    content = (
        '<o:document-content xmlns:o="o" xmlns:text="t" xmlns:table="b"><text:h text:outline-level="2">Bridges</text:h>'
        "<text:p>The bridge<text:s/>opened on 4 March 1890. It <text:span>closed</text:span> in 1956.</text:p>"
        "<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list><table:table><table:table-row>"
        "<table:table-cell><text:p>1971</text:p></table:table-cell><table:table-cell><text:p>Sold</text:p>"
        "</table:table-cell></table:table-row></table:table></o:document-content>"
    )
    meta = '<m xmlns:dc="d" xmlns:meta="m"><dc:title>The bridge</dc:title><meta:creation-date>1991-05-03</meta:creation-date></m>'
    files = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "meta.xml": meta}
    return zipped(**files)


def epub() -> bytes:
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="d"><metadata><dc:title>The bridge</dc:title>'
        "<dc:date>1991-05-03</dc:date><dc:language>en</dc:language></metadata><manifest>"
        '<item id="b" href="two.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="a" href="one.xhtml" media-type="application/xhtml+xml"/>'
        '</manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    container = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": container,
        "OEBPS/book.opf": opf,
        "OEBPS/one.xhtml": "<html><body><h1>One</h1><p>The bridge opened on 4 March 1890.</p></body></html>",
        "OEBPS/two.xhtml": "<html><body><p>It closed in 1956.</p></body></html>",
    }
    return zipped(**files)


def pdf(*pages: str) -> bytes:
    """Pages of lines of text; an empty page has no text at all."""
    streams = []
    for page in pages:
        lines = "".join(f"({line}) Tj 0 -14 Td " for line in page.split("\n") if line)
        streams.append(f"BT /F1 12 Tf 72 720 Td {lines}ET" if page else "")
    return drawn(*streams)


SCAN = "q 400 0 0 400 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x01 EI Q"
"""A page that is a picture."""


def across(*rows: tuple[str, str]) -> str:
    """A page of two columns, written line by line across both."""
    lines = (
        f"1 0 0 1 {x} {720 - 14 * n} Tm ({text}) Tj "
        for n, row in enumerate(rows)
        for x, text in zip((50, 330), row, strict=True)
    )
    return f"BT /F1 10 Tf {''.join(lines)}ET"


def drawn(*pages: str) -> bytes:
    """Pages of a PDF by their content streams."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    font = 3 + 2 * len(pages)
    for n, page in enumerate(pages):
        stream = page.encode("latin-1")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {4 + 2 * n} 0 R "
            f"/Resources << /Font << /F1 {font} 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream")
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    objects.append(b"<< /Title (The bridge) /CreationDate (D:19910503120000Z) >>")
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    xref = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        len(objects),
        xref,
    )
    return bytes(out)


HTML = f"""<!DOCTYPE html><html lang="en"><head><title>x | Bridge News</title>
<meta property="og:title" content="The bridge &amp; the river"><meta property="og:site_name" content="Bridge News">
<script type="application/ld+json">{{"@graph": [{{"headline": "The bridge", "datePublished": "1991-05-03T08:00:00Z"}}]}}</script>
<script>var date = "1999-01-01";</script></head><body><nav><a href="/">Home</a></nav><article><h1>The bridge</h1>
<p>{BODY} The engineers had said that it would stand for a hundred years, and the town believed them.</p>
<ul><li>First item of the list</li></ul><table><tr><th>Year</th><th>What</th></tr><tr><td>1971</td><td>Sold</td></tr></table>
<p>Nobody crosses it now, though the town has often promised that it will be mended before the next election.</p>
</article><footer>Imprint</footer></body></html>"""

EML = f"""\
From: Ada Lindt <ada@bridge.example>
To: b@bridge.example
Subject: =?utf-8?q?The_br=C3=ADdge?=
Date: Fri, 3 May 1991 10:00:00 +0200
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="x"

--x
Content-Type: multipart/alternative; boundary="y"

--y
Content-Type: text/plain; charset=utf-8

{BODY}

> They say it closed in 1957.
--y
Content-Type: text/html

<p>not this</p>
--y--
--x
Content-Type: text/plain; name="note.txt"
Content-Disposition: attachment; filename="note.txt"

The toll ended in 1901.
--x--
"""
MBOX = "".join(
    f"From a@b Fri May  3 10:00:00 1991\nFrom: a@b.example\nSubject: {n}\nDate: {n} May 1991 10:00:00 +0000\n\n{BODY}\n>From here on.\n\n"
    for n in (3, 4)
)
RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Bridge News</title><item><title>The bridge</title>
<link>https://bridge.example/1</link><pubDate>Fri, 03 May 1991 10:00:00 GMT</pubDate>
<description>&lt;p&gt;{BODY}&lt;/p&gt;</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Bridge News</title><entry><title>The bridge</title>
<link rel="alternate" href="https://bridge.example/1"/><updated>1991-05-03T10:00:00Z</updated><content>{BODY}</content></entry></feed>"""
RTF = r"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\info{\title The bridge}{\creatim\yr1991\mo5\dy3}}
\pard The bridge opened on 4 March 1890.\par It closed in 1956 \'96 said the caf\'e9 \u8220?owner\u8221?.\par{\*\x hidden}}"""
SRT = """1\r\n00:00:01,000 --> 00:00:03,000\r\nThe bridge opened\r\n\r\n2\r\n00:00:03,100 --> 00:00:05,000\r\n<i>on 4 March 1890.</i>\r\n
3\r\n00:01:05,000 --> 00:01:06,000\r\nIt closed in 1956.\r\n"""
VTT = """WEBVTT

NOTE made by hand

00:01.000 --> 00:03.000 align:start
<v Ada>The bridge opened on 4 March 1890.

00:03.000 --> 00:05.000
<v Ben>It closed in 1956.
"""
WIKI = """{{Infobox bridge|opened={{start date|1890|3|4}}}}
'''The bridge''' opened on {{start date|1890|3|4|df=y}}.<ref>A book, 1999</ref> [[File:Bridge.jpg|thumb|A picture]]
== Later ==
It closed {{circa|1956}} near [[River Lind|the Lind]].
[[Category:Bridges]]
"""
DUMP = f"""<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/"><page><title>The bridge</title><ns>0</ns><revision>
<timestamp>1991-05-03T10:00:00Z</timestamp><text>{BODY}</text></revision></page><page><title>Old</title><ns>0</ns><revision>
<text>#REDIRECT [[The bridge]]</text></revision></page><page><title>Talk:The bridge</title><ns>1</ns><revision><text>x</text>
</revision></page></mediawiki>"""


def warc() -> bytes:
    page = HTML.encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(page) + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://bridge.example/1\r\nWARC-Date: 2001-01-01T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


RECORD = {"body": BODY, "date": "1991-05-03", "headline": "The bridge", "id": "b1"}
LINES = json.dumps(RECORD) + "\n" + json.dumps({**RECORD, "id": "b2"}) + "\n"
CSV = f'id;headline;date;text\nb1;The bridge;1991-05-03;"{BODY}"\nb2;Other;1991-05-03;"Two\nlines; in 1900."\n'
TSV = f"date\ttext\n1991-05-03\t{BODY}\n"
MARKDOWN = f"---\ntitle: The bridge\ndate: 1991-05-03\nlang: en\n---\n# Bridges\n\n{BODY}\n"

XML = """<?xml version="1.0"?><nitf><head><title>The bridge</title><docdata><date.issue norm="19910503T10"/></docdata></head>
<body><block><p>The bridge <em>opened</em> on 4 March 1890.</p><p>It closed in 1956.</p></block></body></nitf>"""

SAMPLES: dict[str, bytes] = {
    "a.txt": f"The bridge\n\n{BODY}\n".encode(),
    "a.md": MARKDOWN.encode(),
    "a.html": HTML.encode(),
    "a.pdf": pdf(BODY, "The toll ended in 1901."),
    "a.docx": docx(paragraph("Bridges", "Heading1") + paragraph(BODY)),
    "a.odt": odt(),
    "a.epub": epub(),
    "a.rtf": RTF.encode(),
    "a.eml": EML.encode(),
    "a.mbox": MBOX.encode(),
    "a.json": json.dumps([RECORD]).encode(),
    "a.jsonl": LINES.encode(),
    "a.csv": CSV.encode(),
    "a.tsv": TSV.encode(),
    "a.rss": RSS.encode(),
    "a.atom": ATOM.encode(),
    "a.srt": SRT.encode(),
    "a.vtt": VTT.encode(),
    "a.wiki": WIKI.encode(),
    "a.xml": DUMP.encode(),
    "a.nitf": XML.encode(),
    "a.warc": warc(),
    "a.zip": zipped(**{"a.txt": BODY}),
    "a.tar": tarred({"a.txt": BODY.encode()}),
    "a.txt.gz": gzip.compress(BODY.encode()),
    "a.txt.bz2": bz2.compress(BODY.encode()),
    "a.txt.xz": lzma.compress(BODY.encode()),
}
