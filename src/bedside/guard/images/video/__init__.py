"""
Videos: what is in them and when, what covers it, and proof that it is covered.

ffmpeg and ffprobe do it as programs of their own, with limits; they are no part of the package.
"""

from bedside.guard.images.video.covering import render
from bedside.guard.images.video.footage import Frame, frames, still
from bedside.guard.images.video.probing import Probe, probe
from bedside.guard.images.video.refusals import VideoRefused, VideoWhy
from bedside.guard.images.video.scanning import VideoScan, scan_video, with_eyes
from bedside.guard.images.video.verifying import verify_video

__all__ = [
    "Frame",
    "Probe",
    "VideoRefused",
    "VideoScan",
    "VideoWhy",
    "frames",
    "probe",
    "render",
    "scan_video",
    "still",
    "verify_video",
    "with_eyes",
]
