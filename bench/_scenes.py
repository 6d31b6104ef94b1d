"""The scenes of the benchmark of images: what is written on each sheet, and how it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from _pictures import Page, Picture, photographed, placed, room, upright

if TYPE_CHECKING:
    from collections.abc import Iterator

NEAR, PHOTO = (1152, 864), (1280, 960)
HIGH = {"caveat": 76, "indie": 76, "kalam": 64, "marker": 58, "shadows": 76, "zeyada": 80}
"""The fonts of the whiteboards and how large they write."""
OWN = {
    "name": "Cedar Grove Family Clinic",
    "phones": ("(555) 018-2200",),
    "places": ("41 Alder Street", "Millbrook"),
    "staff": ("Tara Okafor",),
}
"""The organization that the pictures are shown to the guard for."""


def scenes() -> Iterator[Picture]:
    """Yield all rendered pictures, the same ones each time."""
    for kind in (_bands, _boards, _cards, _screens, _papers, _harmless, _rooms):
        yield from kind()


def _band(name: str, born: str, record: str, extra: str) -> Page:
    page = Page((900, 170), (250, 250, 252))
    page.write((24, 12), f"*{name}*", 44, "bold")
    page.write((24, 66), f"DOB: *{born}*   MRN: *{record}*", 34)
    page.write((24, 116), extra, 30, "narrow")
    return page


def _bands() -> Iterator[Picture]:
    people = (
        ("HOLLOWAY, MARGARET A", "03/14/1951", "00482913", "Adm *11/02/2026*  Dr. Iyer"),
        ("OYELARAN^SAMUEL", "1988-07-29", "M7719045", "*72 yo* M   *FALL RISK*"),
    )
    for number, person in enumerate(people):
        page = _band(*person)
        looks = {
            "near": (upright(page, NEAR, 1.0), 0.6),
            "small": (upright(page, NEAR, 0.42), 0.5),
            "blurred": (upright(page, NEAR, 0.8), 2.2),
            "turned 90": (upright(page, NEAR, 0.85, 90), 0.6),
            "tilted 25": (upright(page, NEAR, 0.9, 25), 0.6),
        }
        for look, ((image, shown), blur) in looks.items():
            yield Picture("wristband", f"{look} {number}", photographed(image, blur), shown)


def _boards() -> Iterator[Picture]:
    lines = (
        "*Rm 412* - *Margaret H*",
        "*NPO* after midnight",
        "*Bed 3*: *S. Oyelaran* 2pm MRI",
        "*Delgado, Ana*  DOB *9/2/63*",
    )
    for font, high in HIGH.items():
        page = Page((1000, 620), (250, 251, 250))
        for row, line in enumerate(lines):
            page.write((60, 50 + row * 135), line, high, font, (20, 40, 120))
        image, shown = upright(page, PHOTO, 1.05, 2)
        yield Picture("whiteboard", font, photographed(image), shown)


def _cards() -> Iterator[Picture]:
    badge = Page((420, 560), (252, 252, 252))
    badge.write((40, 40), "Northside General", 36, "bold", (10, 70, 130))
    badge.write((40, 330), "*Priya Raman*", 52, "bold")
    badge.write((40, 400), "Respiratory Therapist", 32)
    badge.write((40, 460), "ID *4471902*", 34, "mono")
    label = Page((640, 360), (255, 255, 252))
    label.write((24, 20), "Hillcrest Pharmacy  Rx# *6690418*", 28, "bold")
    label.write((24, 76), "*WENDELL BRANDT*", 40, "bold")
    label.write((24, 134), "*219 Sycamore Ave*, Dayton", 28)
    label.write((24, 182), "TAKE 1 TABLET DAILY", 30)
    label.write((24, 230), "*METOPROLOL 25 MG*  Qty 30", 30)
    label.write((24, 290), "Filled *10/19/2026*  Refills 2", 26)
    tube = Page((560, 190), (255, 255, 255))
    tube.write((16, 10), "*Kowalczyk, Irena*", 42, "bold")
    tube.write((16, 66), "DOB *12-Jan-1947*  F", 34)
    tube.write((16, 116), "Acc *S26-118204*", 34, "mono")
    for name, page, scale in (("badge", badge, 1.2), ("label", label, 1.4), ("tube", tube, 1.3)):
        for look, shrunk, blur in (("near", 1.0, 0.6), ("small", 0.45, 0.5)):
            image, shown = upright(page, NEAR, scale * shrunk, -4)
            yield Picture(name, look, photographed(image, blur), shown)
    ultrasound = Page((1000, 760), (8, 8, 10))
    ultrasound.write((20, 14), "*VANTERPOOL^JOSEPHINE*", 26, "mono", (230, 230, 230))
    ultrasound.write((20, 48), "ID *00719364*  *1990-12-05*", 24, "mono", (230, 230, 230))
    ultrasound.write((700, 14), "ST BRIGID US", 24, "mono", (230, 230, 230))
    ultrasound.write((700, 48), "*30-Oct-2026* 14:22", 24, "mono", (230, 230, 230))
    yield Picture("ultrasound", "burned in", ultrasound.image, tuple(ultrasound.shown))


def _screen() -> Page:
    page = Page((1280, 800), (238, 242, 247))
    page.draw.rectangle((0, 0, 1280, 60), fill=(24, 64, 110))
    page.write((24, 14), "*Reyes, Dolores M*", 30, "bold", (255, 255, 255))
    page.write((420, 18), "MRN *20417758*", 24, "sans", (255, 255, 255))
    page.write((740, 18), "DOB *06/08/1972* (54 F)", 24, "sans", (255, 255, 255))
    page.write((24, 90), "Room *5W-17 Bed 2*", 22)
    page.write((24, 126), "Phone *(555) 201-7743*", 22)
    page.write((24, 162), "Address *87 Quarry Road*", 22)
    page.write((24, 198), "Emergency contact *Hector Reyes*", 22)
    page.write((24, 234), "Member ID *XQH449027716*", 22)
    rows = ("Problem list", "Type 2 diabetes mellitus", "Essential hypertension", "Medications")
    for row, line in enumerate((*rows, "Metformin 500 mg twice daily", "Lisinopril 10 mg daily")):
        page.write((24, 300 + row * 40), line, 20)
    visits = ("Visit *10/28/2026* Dr. Iyer", "Lab *10/30/2026* HbA1c 8.1", "Note signed 11:42")
    for row, line in enumerate((*visits, "Allergies: penicillin", "Code status: full")):
        page.write((700, 300 + row * 40), line, 20)
    return page


def _screens() -> Iterator[Picture]:
    page = _screen()
    yield Picture("screen", "sharp", page.image, tuple(page.shown))
    askew = ((190, 150), (1120, 80), (1180, 760), (150, 700))
    image, shown = placed(page, PHOTO, askew)
    yield Picture("screen", "photographed", photographed(image), shown)
    askew = ((420, 300), (860, 270), (880, 570), (410, 560))
    image, shown = placed(page, PHOTO, askew)
    yield Picture("screen", "far", photographed(image, 0.5), shown)


def _papers() -> Iterator[Picture]:
    filled = {
        "Patient name:": "*Beatrice Lindqvist*",
        "Date of birth:": "*April 19, 1958*",
        "Phone:": "*555-340-9921*",
        "Address:": "*1402 Fenwick Lane*",
        "E-mail:": "*bea.lindqvist@mailbox.org*",
        "Insurance ID:": "*WZP 883 104 652*",
        "SSN:": "*418-20-7756*",
        "Reason for visit:": "knee pain",
    }
    for name, font in (("printed", "sans"), ("filled in by hand", "caveat")):
        page = Page((900, 1100), (253, 253, 250))
        page.write((60, 40), "NEW PATIENT INTAKE", 44, "bold")
        for row, (asked, answer) in enumerate(filled.items()):
            page.write((60, 140 + row * 110), asked, 32, "serif")
            page.write((350, 130 + row * 110), answer, 42, font, (20, 30, 90))
        corners = ((150, 80), (820, 100), (850, 1180), (110, 1160))
        image, shown = placed(page, (960, 1280), corners)
        yield Picture("form", name, photographed(image), shown)
    sheet = Page((760, 520), (255, 250, 170))
    sheet.write((40, 40), "call *Mrs. Abernathy*", 60, "indie")
    sheet.write((40, 150), "*555 662 0148*", 60, "indie")
    sheet.write((40, 260), "re: biopsy results", 60, "indie")
    sheet.write((40, 370), "appt *Nov 30, 2026*", 60, "indie")
    image, shown = upright(sheet, NEAR, 1.0, 6)
    yield Picture("note", "sticky", photographed(image), shown)


def _harmless() -> Iterator[Picture]:
    posters = {
        "flyer": ("Free flu shots", "Saturday, November 14, 9 am to 1 pm", OWN["name"]),
        "own sign": (OWN["name"], "41 Alder Street, Millbrook", "Call (555) 018-2200"),
        "hours": ("Open", "Mon to Fri 8:00 - 17:30", "Sat 9:00 - 12:00", "Closed on Sunday"),
        "door": ("Waiting area", "Please ring the bell", "Restrooms to the left"),
        "advice": ("Wash your hands", "20 seconds, soap and warm water", "Cough into your elbow"),
        "menu": ("Today in the cafe", "Tomato soup 4.50", "Cheese toast 3.75", "Coffee 2.20"),
        "thanks": ("Thank you, nurses!", "You make every day brighter"),
        "walk": ("Heart Walk 5K", "Sunday 9 am, River Park", "Register online today"),
        "line": ("Crisis help, day and night", "Call or text 988", "1-800-273-8255"),
        "award": ("Best Place to Work 2026", "Millbrook Gazette readers' choice"),
        "staff": ("Meet Tara Okafor", "Your new nurse practitioner", OWN["name"]),
        "exit": ("EXIT", "FIRE DOOR", "KEEP CLOSED"),
    }
    for number, (name, lines) in enumerate(posters.items()):
        page = Page((900, 600), ((250, 248, 240), (222, 236, 244), (24, 70, 90))[number % 3])
        ink = (255, 255, 255) if number % 3 == 2 else (30, 40, 60)
        for row, line in enumerate(lines):
            page.write((50, 60 + row * 120), str(line), 62 if row == 0 else 42, "bold", ink)
        image, shown = upright(page, NEAR, 1.0, number % 5 - 2)
        yield Picture("harmless", name, photographed(image), shown)


def _rooms() -> Iterator[Picture]:
    for seed in range(8):
        yield Picture("empty room", str(seed), photographed(room(PHOTO, seed)))
