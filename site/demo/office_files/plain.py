"""What needs no package: text, mail, a picture, a sound, and the picture of a page in a PDF."""

import math
import struct
import textwrap
import wave
from email.message import EmailMessage
from io import BytesIO
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw, ImageFont

INK, PAPER, ACCENT = "#16232b", "#fbfaf6", "#0d6272"
RATE = 8000  # samples of sound in a second
NOTE_SECONDS, LOUDNESS = 0.3, 9000
PAGE = (1240, 1754)  # pixels: A4 at 150 to the inch
COLUMN = 78  # letters of a line


def words_of(blocks: list[dict]) -> str:
    """The blocks as plain text, a line for each."""
    lines = []
    for block in blocks:
        mark = f"{block['mark'] or '-'} " if block["kind"] == "li" else ""
        lines.append(mark + "".join(run["text"] for run in block["runs"]))
    return "\n".join(lines)


def text(title: str, blocks: list[dict]) -> bytes:
    return f"{title}\n\n{words_of(blocks)}\n".encode()


def mail(facts: dict, blocks: list[dict]) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = facts["from"], facts["to"], facts["subject"]
    message.set_content(words_of(blocks))
    return message.as_bytes()


def scanned_pdf(title: str, blocks: list[dict]) -> bytes:
    """A page as a scanner gives it: grey, not quite straight, without a letter of text."""
    page = Image.new("L", PAGE, 244)
    pen, top = ImageDraw.Draw(page), 260
    pen.text((140, 140), title, 30, font=ImageFont.load_default(44))
    for line in (line for part in words_of(blocks).split("\n") for line in [*textwrap.wrap(part, COLUMN), ""]):
        pen.text((140, top), line, 60, font=ImageFont.load_default(25))
        top += 40
    target = BytesIO()
    page.rotate(0.7, fillcolor=238).save(target, "PDF", resolution=150)
    return target.getvalue()


def chart(title: str, bars: list[list]) -> bytes:
    """Bars of numbers with their labels, as PNG."""
    picture = Image.new("RGB", (1200, 150 + 90 * len(bars)), PAPER)
    pen, most = ImageDraw.Draw(picture), max(number for _label, number in bars)
    pen.text((60, 40), title, INK, font=ImageFont.load_default(34))
    for place, (label, number) in enumerate(bars):
        top = 130 + 90 * place
        pen.text((60, top + 12), label, INK, font=ImageFont.load_default(24))
        pen.rectangle((360, top, 360 + 640 * number / most, top + 52), ACCENT)
        pen.text((380 + 640 * number / most, top + 12), f"{number:,}".replace(",", " "), INK, font=ImageFont.load_default(24))
    target = BytesIO()
    picture.save(target, "PNG", optimize=True)
    return target.getvalue()


def drawn_chart(title: str, bars: list[list]) -> bytes:
    """The same as SVG."""
    most = max(number for _label, number in bars)
    lines = "".join(
        f'<text x="20" y="{82 + 40 * place}">{escape(label)} {number}</text>'
        f'<rect x="260" y="{64 + 40 * place}" width="{480 * number / most:.0f}" height="24" fill="{ACCENT}"/>'
        for place, (label, number) in enumerate(bars)
    )
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 {100 + 40 * len(bars)}" font-family="sans-serif">'
    return f'{head}<title>{escape(title)}</title><text x="20" y="36" font-size="22">{escape(title)}</text>{lines}</svg>'.encode()


def sound(notes: list[int]) -> bytes:
    """A short tune, one voice."""
    length = int(RATE * NOTE_SECONDS)
    samples = [
        int(LOUDNESS * math.sin(2 * math.pi * pitch * place / RATE) * (1 - place / length))
        for pitch in notes
        for place in range(length)
    ]
    target = BytesIO()
    with wave.open(target, "wb") as tune:
        tune.setnchannels(1)
        tune.setsampwidth(2)
        tune.setframerate(RATE)
        tune.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return target.getvalue()
