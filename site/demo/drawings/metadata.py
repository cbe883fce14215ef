"""What is written in a poster's file: XMP (Dublin Core, Photoshop, Rights Management, IPTC) and EXIF."""

from xml.sax.saxutils import escape

from PIL import Image

CREATOR = "Atelier d’Aurelle"
CREDIT = "Atelier d’Aurelle / Pays d’Aurelle"
NOTICE = "© Atelier d’Aurelle, CC BY-SA 4.0"
TERMS = {"fr": "Attribution, partage dans les mêmes conditions 4.0 International", "en": "Attribution-ShareAlike 4.0 International", "ca": "Reconeixement-CompartirIgual 4.0 Internacional"}
LICENCE = "https://creativecommons.org/licenses/by-sa/4.0/"

_ARTIST, _COPYRIGHT, _DESCRIPTION = 0x013B, 0x8298, 0x010E

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
<dc:title>{title}</dc:title>
<dc:creator><rdf:Seq><rdf:li>{creator}</rdf:li></rdf:Seq></dc:creator>
<dc:rights>{rights}</dc:rights>
<dc:subject><rdf:Bag>{subject}</rdf:Bag></dc:subject>
<photoshop:Credit>{credit}</photoshop:Credit>
<photoshop:City>{place}</photoshop:City>
<xmpRights:Marked>True</xmpRights:Marked>
<xmpRights:WebStatement>{licence}</xmpRights:WebStatement>
<xmpRights:UsageTerms>{terms}</xmpRights:UsageTerms>
<Iptc4xmpCore:AltTextAccessibility>{alt}</Iptc4xmpCore:AltTextAccessibility>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def xmp(scene):
    """Return the XMP packet of a scene, as UTF-8 bytes."""
    keywords = (scene.theme, scene.season, scene.place, "Pays d’Aurelle")
    return _PACKET.format(
        title=_languages(scene.title),
        alt=_languages(scene.alternative),
        rights=_languages({"fr": NOTICE}),
        terms=_languages(TERMS),
        subject="".join(f"<rdf:li>{escape(word)}</rdf:li>" for word in keywords),
        creator=CREATOR,
        credit=CREDIT,
        place=escape(scene.place),
        licence=LICENCE,
    ).encode()


def exif(scene):
    """Return the EXIF block of a scene; its fields are ASCII by definition."""
    block = Image.Exif()
    block[_ARTIST] = _ascii(CREATOR)
    block[_COPYRIGHT] = _ascii(NOTICE)
    block[_DESCRIPTION] = _ascii(scene.title["en"])
    return block


def _languages(texts):
    items = [("x-default", texts["fr"]), *texts.items()]
    return "<rdf:Alt>" + "".join(f'<rdf:li xml:lang="{code}">{escape(text)}</rdf:li>' for code, text in items) + "</rdf:Alt>"


def _ascii(text):
    return text.replace("’", "'").replace("©", "(c)")
