"""What a video is, before anything of it is decoded: length, size, sound, and what rides along."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from bedside.guard.images.video import containers, programs
from bedside.guard.images.video.refusals import VideoRefused, VideoWhy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

LONGEST = 2 * 60 * 60
"""Seconds of a video that is still taken."""
HEAVIEST = 1024**3
"""Bytes: 1 GB."""
LARGEST = 8192
"""Pixels of a side."""
PATIENCE = 60.0
_MOST = 8 * 1024 * 1024
_ROUNDING = 1.0

_TAGS = {
    "location": "GPS",
    "creation": "time",
    "date": "time",
    "timecode": "time",
    "make": "device",
    "model": "device",
    "software": "software",
    "encoder": "software",
}
_PLAIN_TAGS = {"major_brand", "minor_version", "compatible_brands", "language", "vendor_id"}
_PLAIN_VALUES = {"handler_name": {"VideoHandler", "SoundHandler", "Core Media Video",
                                  "Core Media Audio", "", "\x1fVideoHandler"}}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Probe:
    """
    A video that is taken. `width` and `height` are those of the upright picture, in pixels.

    `fps` is frames a second on average; phones vary it. `kinds` are kinds of metadata, no values.
    """

    seconds: float
    width: int
    height: int
    fps: Fraction
    codec: str
    has_audio: bool
    has_subtitles: bool
    kinds: tuple[str, ...] = ()


def probe(path: Path) -> Probe:
    """Return what a file is. Raises `VideoRefused` for one that is not taken, with the reason."""
    if programs.missing():
        raise VideoRefused(VideoWhy.NO_PROGRAM)
    if path.stat().st_size > HEAVIEST:
        raise VideoRefused(VideoWhy.HEAVY)
    if not containers.is_movie(path):
        raise VideoRefused(VideoWhy.FORMAT)
    if containers.is_protected(path):
        raise VideoRefused(VideoWhy.PROTECTED)
    told = _ask(path)
    streams = told.get("streams", [])
    shown = next(_shown(streams), None)
    if shown is None:
        raise VideoRefused(VideoWhy.NO_PICTURE)
    if shown.get("codec_name") not in programs.PICTURES.split(","):
        raise VideoRefused(VideoWhy.CODEC)
    return _of(path, told, shown, streams)


def _ask(path: Path) -> dict[str, Any]:
    said = _said(programs.reading(path, programs.KNOWN))
    # Where a decoder is needed that is not let in, the file's own tables tell what it is.
    said = said or _said(["-nofind_stream_info", *programs.reading(path, "")])
    if not said:
        raise VideoRefused(VideoWhy.BROKEN)
    told: dict[str, Any] = json.loads(said)
    return told


def _said(source: list[str]) -> bytes:
    asked = ["-v", "quiet", "-show_format", "-show_streams", "-show_chapters", "-of", "json"]
    return programs.answer("ffprobe", [*asked, *source], seconds=PATIENCE, most=_MOST)


def _of(
    path: Path, told: Mapping[str, Any], shown: Mapping[str, Any], streams: list[dict[str, Any]]
) -> Probe:
    seconds = _number(shown.get("duration")) or _number(told["format"].get("duration"))
    if seconds <= 0:
        raise VideoRefused(VideoWhy.BROKEN)
    if seconds > LONGEST + _ROUNDING:
        raise VideoRefused(VideoWhy.LONG)
    width, height = _upright(shown)
    if not width or not height:
        raise VideoRefused(VideoWhy.BROKEN)
    if max(width, height) > LARGEST:
        raise VideoRefused(VideoWhy.LARGE)
    types = [stream.get("codec_type") for stream in streams]
    return Probe(
        seconds=seconds,
        width=width,
        height=height,
        fps=_fps(shown),
        codec=shown["codec_name"],
        has_audio="audio" in types,
        has_subtitles="subtitle" in types,
        kinds=tuple(sorted({*_kinds(told, streams), *containers.kinds(path)})),
    )


def _shown(streams: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the streams of moving pictures: a cover picture is none."""
    for stream in streams:
        attached = stream.get("disposition", {}).get("attached_pic")
        if stream.get("codec_type") == "video" and not attached:
            yield stream


def _upright(stream: Mapping[str, Any]) -> tuple[int, int]:
    """Return width and height with square pixels and after turning, as ffmpeg decodes it."""
    width, height = int(stream.get("width", 0)), int(stream.get("height", 0))
    wide, _, high = str(stream.get("sample_aspect_ratio", "1:1")).partition(":")
    if wide.isdigit() and high.isdigit() and int(wide) and int(high):
        width = max(1, round(width * int(wide) / int(high)))
    turns = (side.get("rotation", 0) for side in stream.get("side_data_list", []))
    turned = any(round(abs(_number(turn))) % 180 == 90 for turn in turns)
    return (height, width) if turned else (width, height)


def _fps(stream: Mapping[str, Any]) -> Fraction:
    for name in ("avg_frame_rate", "r_frame_rate"):
        top, _, bottom = str(stream.get(name, "")).partition("/")
        if top.isdigit() and bottom.isdigit() and int(top) and int(bottom):
            return Fraction(int(top), int(bottom))
    return Fraction(30)


def _kinds(told: Mapping[str, Any], streams: list[dict[str, Any]]) -> Iterator[str]:
    tagged = [told["format"], *streams]
    for name, value in (pair for one in tagged for pair in one.get("tags", {}).items()):
        if name in _PLAIN_TAGS or value in _PLAIN_VALUES.get(name, ()):
            continue
        yield next((kind for word, kind in _TAGS.items() if word in name.lower()), "text")
    if told.get("chapters"):
        yield "chapters"
    for stream in streams:
        if stream.get("codec_type") not in {"video", "audio", "subtitle"}:
            yield "data track"
        if stream.get("disposition", {}).get("attached_pic"):
            yield "cover picture"
    if len([one for one in streams if one.get("codec_type") in {"video", "audio"}]) > 2:
        yield "further tracks"


def _number(value: object) -> float:
    try:
        return float(str(value))
    except ValueError:
        return 0.0
