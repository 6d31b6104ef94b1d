"""
How well pictures are looked at, beside peers: `bedside bench images [--only text|faces|cost]`.

Text: pictures rendered in the same run (`_scenes.py`) show made-up identifiers; an identifier is
read where its whole string is, spaces and case ignored. Whoever drew them also wrote the patterns
that tell identifiers, so "pointed out" is optimistic; what is read is not tuned to them. Faces:
photographs that packages ship (`data/faces.json` says where the boxes come from). All shares carry
the 95 % interval of Wilson. The peers, where they are installed: Tesseract by
presidio-image-redactor, which sees no faces, and deface, which sees nothing else.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent))

import _image_peers as peers
import _image_rows as rows
import _photographs
import _scenes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from _photographs import Photograph
    from _pictures import Picture

COST = """
import io, resource, sys, time
from PIL import Image
from bedside.guard.images import scanning
def cost(contents, full):
    begun = time.process_time()
    for content, _ in contents:
        scanning.scan(content, full=full)
    return (time.process_time() - begun) / sum(size for _, size in contents)
contents = []
for name in sys.argv[1:]:
    picture = Image.open(name)
    contents.append((open(name, "rb").read(), picture.width * picture.height / 1e6))
scanning.scan(contents[0][0], full=True)
quick, full = cost(contents, False), cost(contents, True)
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"| {quick:.2f} | {full:.2f} | {most:.0f} |")
"""
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "1"}


def text(pictures: Sequence[Picture]) -> None:
    """Print what is read in the rendered pictures, and what is told about it."""
    systems = {"Bedside": peers.bedside_text(), **peers.text_peers()}
    read = {
        name: [(picture, look(picture.image)) for picture in pictures]
        for name, look in systems.items()
    }
    kinds = [kind for kind in dict.fromkeys(p.kind for p in pictures) if _strings(pictures, kind)]
    print("\n| identifiers read whole | " + " | ".join(systems) + " |")
    print("| --- " * (len(systems) + 1) + "|")
    for kind in (*kinds, ""):
        counts = (rows.exact(looks, kind) for looks in read.values())
        print(f"| {kind or 'all'} | " + " | ".join(rows.share(*count) for count in counts) + " |")
    measures = {
        "text not read whole, but boxed": rows.boxed,
        "identifiers pointed out": rows.pointed_out,
        "harmless pictures with an alarm": rows.alarms,
    }
    print("\n| | " + " | ".join(systems) + " |")
    print("| --- " * (len(systems) + 1) + "|")
    for name, measure in measures.items():
        counts = (measure(looks) for looks in read.values())
        print(f"| {name} | " + " | ".join(rows.share(*count) for count in counts) + " |")
    for line in rows.missed(read["Bedside"]):
        print(line)


def _strings(pictures: Sequence[Picture], kind: str) -> int:
    return sum(one.identifier for p in pictures if p.kind == kind for one in p.shown)


def faces(photos: Sequence[Photograph], rendered: Sequence[Picture]) -> None:
    """
    Print recall of faces under each condition, and false boxes where there are none.

    Recall is of what is drawn, "maybe" boxes too, since a person must settle each; beside it stands
    that of the sure ones.
    """
    systems = {**peers.bedside_faces(), **peers.face_peers()}
    people = [photo for photo in photos if photo.faces]
    total = sum(len(photo.faces) for photo in people)
    title = f"recall of {total} faces on {len(people)} photographs"
    print(f"\n| {title} | " + " | ".join(systems) + " |")
    print("| --- " * (len(systems) + 1) + "|")
    wrong: dict[str, int] = defaultdict(int)
    profile: dict[str, list[int]] = {name: [0, 0] for name in systems}
    for condition, change in _photographs.conditions().items():
        found: dict[str, int] = defaultdict(int)
        for photo in map(change, people):
            for name, find in systems.items():
                seen, false = _photographs.hits(find(photo.image), photo)
                found[name] += len(seen)
                if condition == "as it is":
                    wrong[name] += false
                    profile[name][0] += len(seen & photo.profile)
                    profile[name][1] += len(photo.profile)
        cells = (rows.share(found[name], total) for name in systems)
        print(f"| {condition} | " + " | ".join(cells) + " |", flush=True)
    print("| in profile | " + " | ".join(rows.share(*counts) for counts in profile.values()) + " |")
    print("| boxes beside the faces | " + " | ".join(str(wrong[name]) for name in systems) + " |")
    nobody = [photo.image for photo in photos if not photo.faces]
    for title, images in (
        (f"boxes on {len(nobody)} photographs of nobody", nobody),
        (f"boxes on {len(rendered)} renderings", [picture.image for picture in rendered]),
    ):
        boxes: dict[str, int] = defaultdict(int)
        for image in images:
            for name, find in systems.items():
                boxes[name] += len(find(image))
        print(f"| {title} | " + " | ".join(str(boxes[one]) for one in systems) + " |", flush=True)


def cost(pictures: Sequence[Picture], photos: Sequence[Photograph], folder: Path) -> None:
    """Print processor time for each megapixel, and the memory of a process that looks."""
    groups = {
        "renderings with text": [picture.image for picture in pictures if picture.shown],
        "photographs of people": [photo.image for photo in photos if photo.faces],
        "one of 12 megapixels": [photos[0].image.resize((4000, 3000))] if photos else [],
    }
    print(
        "\n| | quick: CPU s/MP | full: CPU s/MP | memory, MB at most |\n| --- | --- | --- | --- |"
    )
    for name, images in groups.items():
        files = []
        for number, image in enumerate(images):
            files.append(folder / f"{name}-{number}.jpg")
            image.save(files[-1], "JPEG", quality=90)
        if files:
            told = subprocess.run(
                [sys.executable, "-c", COST, *map(str, files)],
                env=os.environ | ONE_THREAD,
                capture_output=True,
                text=True,
                check=True,
            )
            print(f"| {name} {told.stdout.strip()}", flush=True)


def main(argv: list[str]) -> int:
    """Print all tables, or one."""
    parser = argparse.ArgumentParser(prog="bedside bench images", description=__doc__)
    parser.add_argument("--only", choices=("text", "faces", "cost"))
    only = parser.parse_args(argv).only
    begun = time.monotonic()
    today = datetime.datetime.now(tz=datetime.UTC).date()
    machine = f"{os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}"
    print(f"{today}, {machine}. {peers.told()}")
    pictures = list(_scenes.scenes())
    photos, missing = _photographs.photographs()
    if missing:
        print(f"Photographs that could not be had: {', '.join(missing)}.")
    if only in (None, "text"):
        text(pictures)
    if only in (None, "faces"):
        faces(photos, pictures)
    if only in (None, "cost"):
        with rows.folder() as folder:
            cost(pictures, photos, folder)
    print(f"\nTook {time.monotonic() - begun:.0f} s.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
