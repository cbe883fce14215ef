"""Presentations: PPTX and ODP, from [{"title", "points": [words]}]."""

from xml.sax.saxutils import escape

from demo.office_files.packages import RELATIONSHIPS, content_types, open_document, packed, relations

NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    f'xmlns:r="{RELATIONSHIPS}"'
)
MEDIA = "application/vnd.openxmlformats-officedocument"
WIDTH, HEIGHT = 9_144_000, 6_858_000  # in English Metric Units: 10 × 7.5 inches
TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
COLOURS = {
    "dk1": "16232B", "lt1": "FFFFFF", "dk2": "0D6272", "lt2": "FBFAF6", "accent1": "0D6272", "accent2": "B5651D",
    "accent3": "4B7A3A", "accent4": "8A4F7D", "accent5": "C89B3C", "accent6": "4B5A62", "hlink": "0D6272", "folHlink": "4B5A62",
}  # fmt: skip
MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
    'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)


def pptx(slides: list[dict]) -> bytes:
    numbers = range(1, len(slides) + 1)
    order = "".join(f'<p:sldId id="{255 + number}" r:id="rId{number + 1}"/>' for number in numbers)
    slide_parts = {f"rId{number + 1}": ("slide", f"slides/slide{number}.xml") for number in numbers}
    kinds = {f"ppt/slides/slide{number}.xml": f"{MEDIA}.presentationml.slide+xml" for number in numbers}
    parts = {
        "[Content_Types].xml": content_types(**{
            "ppt/presentation.xml": f"{MEDIA}.presentationml.presentation.main+xml",
            "ppt/slideMasters/slideMaster1.xml": f"{MEDIA}.presentationml.slideMaster+xml",
            "ppt/slideLayouts/slideLayout1.xml": f"{MEDIA}.presentationml.slideLayout+xml",
            "ppt/theme/theme1.xml": f"{MEDIA}.theme+xml",
            **kinds,
        }),
        "_rels/.rels": relations(rId1=("officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": (
            f'<p:presentation {NAMES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
            f'<p:sldIdLst>{order}</p:sldIdLst><p:sldSz cx="{WIDTH}" cy="{HEIGHT}"/><p:notesSz cx="{HEIGHT}" cy="{WIDTH}"/>'
            "</p:presentation>"
        ),
        "ppt/_rels/presentation.xml.rels": relations(rId1=("slideMaster", "slideMasters/slideMaster1.xml"), **slide_parts),
        "ppt/slideMasters/slideMaster1.xml": (
            f'<p:sldMaster {NAMES}><p:cSld><p:spTree>{TREE}</p:spTree></p:cSld><p:clrMap {MAP}/>'
            '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>'
        ),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
            rId1=("slideLayout", "../slideLayouts/slideLayout1.xml"), rId2=("theme", "../theme/theme1.xml")
        ),
        "ppt/slideLayouts/slideLayout1.xml": f"<p:sldLayout {NAMES}><p:cSld><p:spTree>{TREE}</p:spTree></p:cSld></p:sldLayout>",
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": relations(rId1=("slideMaster", "../slideMasters/slideMaster1.xml")),
        "ppt/theme/theme1.xml": _theme(),
    }  # fmt: skip
    for number, slide in enumerate(slides, 1):
        parts[f"ppt/slides/slide{number}.xml"] = _slide(slide)
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = relations(rId1=("slideLayout", "../slideLayouts/slideLayout1.xml"))
    return packed(parts)


def _slide(slide: dict) -> str:
    title = _shape(2, "title", 400_000, 1_200_000, [slide["title"]], 3200)
    points = _shape(3, "body", 1_900_000, 4_400_000, [f"• {point}" for point in slide["points"]], 2000)
    return f"<p:sld {NAMES}><p:cSld><p:spTree>{TREE}{title}{points}</p:spTree></p:cSld></p:sld>"


def _shape(key: int, kind: str, top: int, height: int, lines: list[str], size: int) -> str:
    words = "".join(f'<a:p><a:r><a:rPr lang="fr-FR" sz="{size}"/><a:t>{escape(line)}</a:t></a:r></a:p>' for line in lines)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{key}" name="{kind}"/><p:cNvSpPr/><p:nvPr><p:ph type="{kind}"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="600000" y="{top}"/><a:ext cx="{WIDTH - 1_200_000}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="square"/>{words}</p:txBody></p:sp>'
    )


def _theme() -> str:
    colours = "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in COLOURS.items())
    fonts = "".join(
        f'<a:{name}><a:latin typeface="{face}"/><a:ea typeface=""/><a:cs typeface=""/></a:{name}>'
        for name, face in (("majorFont", "Georgia"), ("minorFont", "Arial"))
    )
    line = f'<a:ln w="9525">{FILL}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme {NAMES} name="Aurelle"><a:themeElements><a:clrScheme name="Aurelle">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Aurelle">{fonts}</a:fontScheme><a:fmtScheme name="Aurelle">'
        f"<a:fillStyleLst>{FILL * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{FILL * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def odp(slides: list[dict]) -> bytes:
    pages = ""
    for number, slide in enumerate(slides, 1):
        points = "".join(f"<text:p>• {escape(point)}</text:p>" for point in slide["points"])
        pages += (
            f'<draw:page draw:name="page{number}">'
            '<draw:frame presentation:class="title" svg:x="2cm" svg:y="1cm" svg:width="24cm" svg:height="3cm">'
            f"<draw:text-box><text:p>{escape(slide['title'])}</text:p></draw:text-box></draw:frame>"
            '<draw:frame presentation:class="outline" svg:x="2cm" svg:y="5cm" svg:width="24cm" svg:height="12cm">'
            f"<draw:text-box>{points}</draw:text-box></draw:frame></draw:page>"
        )
    return open_document("presentation", pages)
