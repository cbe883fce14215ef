"""The process that decodes pictures: the jobs of `common.job_process.server` that know Pillow."""

import colorsys
import shutil
import sys
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pillow_heif
from PIL import Image, ImageCms, ImageOps, PngImagePlugin

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from common.imaging import refusals  # noqa: E402  the folder stands on the path only now
from common.imaging.metadata import inscribing, reading, writing  # noqa: E402
from common.imaging.size import PictureSize  # noqa: E402
from common.job_process.server import Refused, serve  # noqa: E402

MOST_JOBS = 60
MOST_MEMORY = 1_500 * 1024**2
# Camera formats an office meets, as they are kept. An SVG is a program as much as a drawing: it is refused.
KEPT_AS = {
    "JPEG": "JPEG",
    "MPO": "JPEG",
    "PNG": "PNG",
    "WEBP": "WEBP",
    "GIF": "GIF",
    "HEIF": "JPEG",
    "AVIF": "JPEG",
    "TIFF": "JPEG",
}
# What is kept as a JPEG is given back as it came, where its format lets the rights be written in.
GIVEN_AS = {"TIFF": "tif", "HEIF": "heic", "AVIF": "avif"}
ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif"}
HUES = ((0.05, "red"), (0.11, "orange"), (0.19, "yellow"), (0.44, "green"), (0.69, "blue"), (0.85, "purple"), (1.01, "red"))

# Effort of the AVIF encoder, from 0 (most) to 10; Pillow’s own is 6. Twelve pictures of 480 pixels take 1.2 s at 6, 0.5 s at 7
# for 5 % more bytes, 0.25 s at 8 for 15 % more, which readers of a list that is drawn while they wait do not see.
SMALL, FAST, FASTER_THAN_USUAL = 640, 8, 7
HOLD_GREY = ("JPEG", "PNG")
SRGB = ImageCms.createProfile("sRGB")

pillow_heif.register_heif_opener()


def open_source(job: dict) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = None  # the limit below is ours, and refuses rather than warns
    try:
        picture = Image.open(job["source"])
    except Image.UnidentifiedImageError:
        with Path(job["source"]).open("rb") as content:
            raise Refused(refusals.reason_of(content.read(refusals.BEGINNING))) from None
    if picture.width * picture.height > job["most_pixels"]:
        raise Refused("too_many_pixels")
    return picture


def inspect(job: dict) -> dict:
    """Look at a new file: write it upright to `target`, answer its metadata and what it looks like."""
    picture = open_source(job)
    if picture.format not in KEPT_AS:
        raise Refused("wrong_kind")
    if refusals.is_camera_raw(picture):
        raise Refused("raw")
    if min(picture.size) < job["smallest_side"]:
        raise Refused("too_small")
    entries = reading.read(picture, job.get("languages") or reading.LANGUAGES)
    kind = KEPT_AS[picture.format]
    turned = reading.orientation(picture) != 1
    # An animated PNG keeps its first frame only: nothing else of ours reads the others. GIF and WebP keep theirs.
    moves = kind == "PNG" and getattr(picture, "is_animated", False)
    if kind == picture.format and not turned and not moves and picture.mode not in ("CMYK", "I;16", "I"):
        picture.load()  # a truncated file is found out here
        shutil.copyfile(job["source"], job["target"])
        upright = picture
    else:
        upright, profile = _in_colours(ImageOps.exif_transpose(picture), kind)
        upright.save(job["target"], kind, quality=94, **({"icc_profile": profile} if profile else {}))
    small = upright.convert("RGB")
    small.thumbnail((96, 96))
    return {
        "metadata": entries,
        "width": upright.width,
        "height": upright.height,
        "ending": ENDINGS[kind],
        "given": GIVEN_AS[picture.format] if picture.format in GIVEN_AS and _is_inscribable(picture, job) else "",
        "likeness": likeness(small),
        "colour": colour(small),
    }


def likeness(picture: Image.Image) -> str:
    """The difference hash: 64 bits (16 hexadecimal figures), one for each pair of neighbours in nine by eight grey pixels. Two
    pictures whose hashes differ by few bits look alike."""
    grey = picture.convert("L").resize((9, 8), Image.Resampling.LANCZOS).tobytes()
    bits = 0
    for row in range(8):
        for column in range(8):
            bits = bits << 1 | (grey[row * 9 + column] > grey[row * 9 + column + 1])
    return f"{bits:016x}"


def colour(picture: Image.Image) -> str:
    """The name of the hue that covers most of the picture: one of HUES, « white », « black » or « grey »."""
    counts: dict[str, int] = {}
    small = picture.resize((24, 24)).tobytes()
    for red, green, blue in zip(small[::3], small[1::3], small[2::3], strict=True):
        hue, saturation, value = colorsys.rgb_to_hsv(red / 255, green / 255, blue / 255)
        if value < 0.2:
            name = "black"
        elif saturation < 0.16:
            name = "white" if value > 0.75 else "grey"
        else:
            name = next(name for end, name in HUES if hue < end)
        counts[name] = counts.get(name, 0) + 1
    return max(counts, key=counts.get)


def render(job: dict) -> dict:
    """Write to `target` the picture fitted, cropped, in another format, with its credits."""
    picture = open_source(job)
    size = PictureSize(**job["size"])
    if size.as_given:
        if _inscribe(picture, job):
            width, height = reading.upright_size(picture)
            ending = GIVEN_AS.get(picture.format) or ENDINGS[KEPT_AS[picture.format]]
            return {"width": width, "height": height, "ending": ending}
        if picture.format == "GIF":  # not built as its format says
            picture.save(job["target"], "GIF", save_all=True, comment=b"")
            return {"width": picture.width, "height": picture.height, "ending": "gif"}
        # In its own format, so that its name stays true; what no JPEG reader knows becomes one.
        size = replace(size, as_given=False, kind={"PNG": "png", "WEBP": "webp"}.get(picture.format, "jpeg"))
    upright = reading.upright_size(picture)
    corner, whole = _part(upright, job.get("part"))
    box = tuple(edge + corner[index % 2] for index, edge in enumerate(size.crop_box(whole, job["focus"])))
    pixels = size.fitted(whole)
    if picture.format == "JPEG":
        # Decodes at a half, a quarter or an eighth where that is enough: a tenth of the memory and of the time.
        scale = max(pixels[0] / (box[2] - box[0]), pixels[1] / (box[3] - box[1]))
        picture.draft(None, (max(1, int(picture.width * scale)), max(1, int(picture.height * scale))))
    picture = ImageOps.exif_transpose(picture)
    ratios = picture.width / upright[0], picture.height / upright[1]
    box = tuple(edge * ratios[index % 2] for index, edge in enumerate(box))
    kind = size.kind.upper()
    coloured, profile = _in_colours(picture, kind)
    rendition = coloured.resize(pixels, Image.Resampling.LANCZOS, box=box, reducing_gap=2.0)
    if size.contained:
        rendition = _framed(rendition, size.outcome(whole))
    options = _drawing_options(size, kind) | _credit_options(job["credits"], kind)
    if profile:
        options["icc_profile"] = profile
    rendition.info.clear()
    rendition.save(job["target"], kind, **options)
    return {"width": rendition.width, "height": rendition.height, "ending": ENDINGS.get(kind, kind.lower())}


def _drawing_options(size: PictureSize, kind: str) -> dict:
    """How this format is told to weigh little."""
    if kind == "PNG":
        return {"optimize": True}
    if kind == "JPEG":
        return {"quality": size.quality, "progressive": True, "optimize": True}
    if kind == "AVIF":
        return {"quality": size.quality, "speed": FAST if size.width and size.width <= SMALL else FASTER_THAN_USUAL}
    return {"quality": size.quality}


def _credit_options(credits: dict, kind: str) -> dict:
    """The credits in each of the ways that this format has for them; nothing where there are none."""
    if not credits:
        return {}
    packet = writing.packet(credits)
    options = {"xmp": packet}
    if kind == "PNG":
        options = {"pnginfo": PngImagePlugin.PngInfo()}
        options["pnginfo"].add_itxt("XML:com.adobe.xmp", packet.decode())
    if exif := writing.exif_of(credits):
        options["exif"] = exif
    if kind == "JPEG" and (segment := writing.iim_segment(credits)):
        options["extra"] = segment
    return options


def _is_inscribable(picture: Image.Image, job: dict) -> bool:
    try:
        inscribing.inscribed(Path(job["source"]).read_bytes(), picture.format, {"creator": "-"})
    except inscribing.NotInscribable:
        return False
    return True


def _inscribe(picture: Image.Image, job: dict) -> bool:
    """Write the file itself with the credits to `target`; False where its format does not let them be written, or where readers
    would have to turn it: what said so goes with the rest, but in the formats of `GIVEN_AS`, which are such only where that was
    found out when the file came (`given`)."""
    kind = {"MPO": "JPEG"}.get(picture.format, picture.format)
    if not job.get("given") if picture.format in GIVEN_AS else reading.orientation(picture) != 1:
        return False
    try:
        content = inscribing.inscribed(Path(job["source"]).read_bytes(), kind, job["credits"])
    except inscribing.NotInscribable:
        return False
    Path(job["target"]).write_bytes(content)
    return True


def _part(upright: tuple[int, int], part: list[float] | None) -> tuple[tuple[float, float], tuple[float, float]]:
    """The corner and the size in pixels of the part to draw of an upright picture; `part` as in `client.render`."""
    if not part:
        return (0, 0), upright
    left, top, right, bottom = (min(1.0, max(0.0, edge)) * upright[index % 2] for index, edge in enumerate(part))
    return (left, top), (max(1.0, right - left), max(1.0, bottom - top))


def _framed(picture: Image.Image, frame: tuple[int, int]) -> Image.Image:
    """The picture in the middle of a frame of its own mean colour, four fifths of the way to white."""
    mean = picture.convert("RGB").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    ground = Image.new("RGB", frame, tuple(round(255 - (255 - part) / 5) for part in mean))
    corner = tuple((most - side) // 2 for most, side in zip(frame, picture.size, strict=True))
    ground.paste(picture.convert("RGB"), corner, picture.getchannel("A") if "A" in picture.getbands() else None)
    return ground


def _in_colours(picture: Image.Image, kind: str) -> tuple[Image.Image, bytes | None]:
    """In the colours that the format can hold, and the colour profile that speaks of them; None is sRGB.

    A profile left on pixels of another colour space makes browsers refuse the picture. Bytes 16 to 20 of a profile name its space
    (ICC.1, 7.2.6).
    """
    profile = picture.info.get("icc_profile")
    space = profile[16:20] if profile and _is_readable(profile) else b""
    was_light = picture.mode not in ("CMYK", "LAB")  # of which no profile of RGB spoke
    if (space, picture.mode) in ((b"CMYK", "CMYK"), (b"GRAY", "L")) and not (picture.mode == "L" and kind in HOLD_GREY):
        with suppress(ImageCms.PyCMSError):  # a profile without the way that is wanted says nothing
            picture = ImageCms.profileToProfile(picture, ImageCms.ImageCmsProfile(BytesIO(profile)), SRGB, outputMode="RGB")
    coloured = _in_mode(picture, kind)
    fits = coloured.mode in {b"RGB ": ("RGB", "RGBA") if was_light else (), b"GRAY": ("L",)}.get(space, ())
    return coloured, profile if fits else None


def _is_readable(profile: bytes) -> bool:
    try:
        ImageCms.ImageCmsProfile(BytesIO(profile))
    except OSError:
        return False
    return True


def _in_mode(picture: Image.Image, kind: str) -> Image.Image:
    """JPEG has no transparency, and what was clear becomes white."""
    if picture.mode in ("I;16", "I;16B", "I"):
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        if kind != "JPEG":
            return clear
        ground = Image.new("RGB", clear.size, "white")
        ground.paste(clear, mask=clear.getchannel("A"))
        return ground
    return picture if picture.mode == "RGB" or (picture.mode == "L" and kind in HOLD_GREY) else picture.convert("RGB")


JOBS = {"inspect": inspect, "render": render}

if __name__ == "__main__":
    serve(JOBS, most_memory=MOST_MEMORY, most_jobs=MOST_JOBS, out_of_memory="too_many_pixels")
