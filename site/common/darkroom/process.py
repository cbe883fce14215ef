"""The process that decodes pictures. Reads one job a line (JSON) on its standard input, answers one line each.

It knows Pillow and nothing of Django, so that it starts in a moment and gives its memory back when it ends: after IDLE_SECONDS
without work, after MOST_JOBS, or with its parent. A file made to exhaust the memory ends this process, not the site.
"""

import colorsys
import json
import resource
import select
import shutil
import sys
from pathlib import Path

import pillow_heif
from PIL import Image, ImageOps, PngImagePlugin

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from common.darkroom import metadata  # noqa: E402  the folder stands on the path only now

IDLE_SECONDS = 40
MOST_JOBS = 60
MOST_MEMORY = 1_500 * 1024**2
ORIENTATION = 0x0112
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
ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif"}
HUES = ((0.05, "red"), (0.11, "orange"), (0.19, "yellow"), (0.44, "green"), (0.69, "blue"), (0.85, "purple"), (1.01, "red"))

pillow_heif.register_heif_opener()


class Refused(ValueError):
    """A file that is no usable picture; the text is a code that the site puts in words."""


def opened(job: dict) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = None  # the limit below is ours, and it is told rather than warned of
    try:
        picture = Image.open(job["source"])
    except Image.UnidentifiedImageError:
        raise Refused("no_picture") from None
    if picture.width * picture.height > job["most_pixels"]:
        raise Refused("too_many_pixels")
    return picture


def inspect(job: dict) -> dict:
    """Look at a new file: write it upright to `target`, tell what it says and what it looks like."""
    picture = opened(job)
    if picture.format not in KEPT_AS:
        raise Refused("wrong_kind")
    if min(picture.size) < job["smallest_side"]:
        raise Refused("too_small")
    said = metadata.read(picture)
    kind = KEPT_AS[picture.format]
    turned = picture.getexif().get(ORIENTATION, 1) != 1
    # Of a PNG that moves the first view is kept: nothing else of ours reads the others. GIF and WebP keep theirs.
    moves = kind == "PNG" and getattr(picture, "is_animated", False)
    if kind == picture.format and not turned and not moves and picture.mode not in ("CMYK", "I;16", "I"):
        picture.load()  # a truncated file is found out here
        shutil.copyfile(job["source"], job["target"])
        upright = picture
    else:
        profile = picture.info.get("icc_profile") if picture.mode != "CMYK" else None
        upright = _in_colours(ImageOps.exif_transpose(picture), kind)
        upright.save(job["target"], kind, quality=94, **({"icc_profile": profile} if profile else {}))
    small = upright.convert("RGB")
    small.thumbnail((96, 96))
    return {
        "said": said,
        "width": upright.width,
        "height": upright.height,
        "ending": ENDINGS[kind],
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
    """Write to `target` the picture fitted, cropped, in another format, with its words."""
    picture = opened(job)
    box = crop_box(picture.size, job)
    size = size_of((box[2] - box[0], box[3] - box[1]), job)
    if picture.format == "JPEG":
        # Decodes at a half, a quarter or an eighth where that is enough: a tenth of the memory and of the time.
        scale = max(size[0] / (box[2] - box[0]), size[1] / (box[3] - box[1]))
        whole = picture.size
        picture.draft(None, (max(1, int(whole[0] * scale)), max(1, int(whole[1] * scale))))
        ratios = picture.width / whole[0], picture.height / whole[1]
        box = tuple(edge * ratios[index % 2] for index, edge in enumerate(box))
    profile = picture.info.get("icc_profile")
    kind = job["kind"].upper()
    made = _in_colours(picture, kind).resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=2.0)
    options = {"quality": job["quality"]} if kind != "PNG" else {"optimize": True}
    if kind == "JPEG":
        options |= {"progressive": True, "optimize": True}
    if profile:
        options["icc_profile"] = profile
    if job.get("words"):
        written = metadata.packet(job["words"])
        if kind == "PNG":
            options["pnginfo"] = PngImagePlugin.PngInfo()
            options["pnginfo"].add_itxt("XML:com.adobe.xmp", written.decode())
        else:
            options["xmp"] = written
        if exif := metadata.exif_of(job["words"]):
            options["exif"] = exif
    made.info.clear()
    made.save(job["target"], kind, **options)
    return {"width": made.width, "height": made.height}


def crop_box(whole: tuple[int, int], job: dict) -> tuple[float, float, float, float]:
    """The part of the picture to keep: all of it, or the largest of the ratio asked around the focal point."""
    width, height = whole
    if not job.get("ratio"):
        return 0, 0, width, height
    ratio = job["ratio"][0] / job["ratio"][1]
    across, down = (width, width / ratio) if width / height < ratio else (height * ratio, height)
    x, y = job.get("focus") or (width / 2, height / 2)
    left = min(max(0, x - across / 2), width - across)
    top = min(max(0, y - down / 2), height - down)
    return left, top, left + across, top + down


def size_of(part: tuple[float, float], job: dict) -> tuple[int, int]:
    """The size that fits in `within` ([width, height], 0 for any), never enlarged."""
    width, height = job.get("within") or (0, 0)
    scale = min(1.0, *(most / side for most, side in ((width, part[0]), (height, part[1])) if most), 1.0)
    return max(1, round(part[0] * scale)), max(1, round(part[1] * scale))


def _in_colours(picture: Image.Image, kind: str) -> Image.Image:
    """In the colours that the format can hold: JPEG has no transparency, and what was clear becomes white."""
    if picture.mode in ("I;16", "I;16B", "I"):
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        if kind != "JPEG":
            return clear
        ground = Image.new("RGB", clear.size, "white")
        ground.paste(clear, mask=clear.getchannel("A"))
        return ground
    return picture if picture.mode == "RGB" or (picture.mode == "L" and kind in ("JPEG", "PNG")) else picture.convert("RGB")


JOBS = {"inspect": inspect, "render": render}


def answer(line: str) -> dict:
    job = json.loads(line)
    try:
        return JOBS[job["job"]](job)
    except Refused as refused:
        return {"refused": str(refused)}
    except MemoryError:
        return {"refused": "too_many_pixels"}
    # Decoders meet files of every kind, and each fails in its own way: whatever it is, this file cannot be shown.
    except Exception as error:
        return {"refused": "damaged", "why": f"{type(error).__name__}: {error}"[:300]}


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    for _ in range(MOST_JOBS):
        if not select.select([sys.stdin], [], [], IDLE_SECONDS)[0]:
            return
        line = sys.stdin.readline()
        if not line:
            return
        print(json.dumps(answer(line)), flush=True)


if __name__ == "__main__":
    main()
