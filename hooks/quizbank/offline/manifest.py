"""What a phone needs to know about a site on its home screen: the web app manifest, made from the course's profile."""

import json

from quizbank.course import Course

FILE = "manifest.webmanifest"
ICONS = "assets/icons"
# By file, its size in pixels, and whether a launcher may cut it to a shape of its own.
_FILES = (("icon-192.png", 192, False), ("icon-512.png", 512, False), ("maskable-512.png", 512, True))


def manifest(course: Course) -> str:
    """Return the manifest as JSON text. Its addresses are relative to the site's root, where it lies."""
    data = {
        "name": course.title,
        "short_name": course.short_title or course.title,
        **({"description": course.description} if course.description else {}),
        "lang": course.language,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": course.colour,
        "background_color": "#ffffff",
        "icons": [_icon(*file) for file in _FILES],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _icon(file: str, size: int, may_be_cut: bool) -> dict[str, str]:
    purpose = {"purpose": "maskable"} if may_be_cut else {}
    return {"src": f"{ICONS}/{file}", "sizes": f"{size}x{size}", "type": "image/png", **purpose}
