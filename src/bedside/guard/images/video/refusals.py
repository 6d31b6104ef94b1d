"""Why a video is not taken, and what to do instead, in words for whoever chose it."""

from __future__ import annotations

from enum import StrEnum


class VideoWhy(StrEnum):
    """The grounds on which a video is refused."""

    BROKEN = "broken"
    CODEC = "codec"
    CROWDED = "crowded"
    FORMAT = "format"
    HEAVY = "heavy"
    LARGE = "large"
    LONG = "long"
    LYING = "lying"
    NOT_MADE = "not_made"
    NO_PICTURE = "no_picture"
    NO_PROGRAM = "no_program"
    PROTECTED = "protected"
    SLOW = "slow"
    TRUNCATED = "truncated"


_WORDS: dict[VideoWhy, str] = {
    VideoWhy.BROKEN: "It is damaged and cannot be read. Export it anew where it was made.",
    VideoWhy.CODEC: "Its pictures are neither H.264 nor HEVC. Export it as MP4 with H.264.",
    VideoWhy.CROWDED: (
        "More than 500 faces and texts appear in it, too many to decide about. Cut it into parts."
    ),
    VideoWhy.FORMAT: "It is no MP4 or MOV. Export it as MP4 with H.264.",
    VideoWhy.HEAVY: "It is larger than 1 GB. Export it smaller, for example 1,080 pixels high.",
    VideoWhy.LARGE: "Its pictures are larger than 8,192 pixels. Export it smaller.",
    VideoWhy.LONG: "It is longer than two hours. Cut it into parts.",
    VideoWhy.LYING: "Its name says it is no video, but it is one. Rename it to end in .mp4.",
    VideoWhy.NOT_MADE: "It could not be made anew. Export it again and add that file instead.",
    VideoWhy.NO_PICTURE: "It has sound only, or nothing at all. Choose a file with pictures.",
    VideoWhy.NO_PROGRAM: (
        "Videos cannot be looked at on this machine: ffmpeg and ffprobe are not installed. "
        "Ask whoever runs it to install them."
    ),
    VideoWhy.PROTECTED: "It is copy-protected and cannot be opened. Use your own recording.",
    VideoWhy.SLOW: "It took too long. Cut it into parts, or export it smaller.",
    VideoWhy.TRUNCATED: "It breaks off before its end. Copy it again from where it came from.",
}


class VideoRefused(ValueError):
    """A video that is not taken; `str()` gives cause and cure."""

    def __init__(self, why: VideoWhy) -> None:
        super().__init__(_WORDS[why])
        self.why = why
