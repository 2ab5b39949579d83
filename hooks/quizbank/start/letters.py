"""Capital letters and digits as strokes on a grid of 4 by 6 units, so that an icon needs no typeface."""

import unicodedata

# Corners as two digits, x and y downwards; strokes are joined by hyphens and parted by spaces.
_STROKES = {
    "A": "06-20-46 14-34",
    "B": "00-06-36-45-44-33-03 33-42-41-30-00",
    "C": "41-30-10-01-05-16-36-45",
    "D": "00-06-26-44-42-20-00",
    "E": "40-00-06-46 03-33",
    "F": "40-00-06 03-33",
    "G": "41-30-10-01-05-16-36-45-43-23",
    "H": "00-06 40-46 03-43",
    "I": "20-26 10-30 16-36",
    "J": "40-45-36-16-05",
    "K": "00-06 40-03-46",
    "L": "00-06-46",
    "M": "06-00-23-40-46",
    "N": "06-00-46-40",
    "O": "10-01-05-16-36-45-41-30-10",
    "P": "06-00-30-41-42-33-03",
    "Q": "10-01-05-16-36-45-41-30-10 34-46",
    "R": "06-00-30-41-42-33-03 23-46",
    "S": "41-30-10-01-02-13-33-44-45-36-16-05",
    "T": "00-40 20-26",
    "U": "00-05-16-36-45-40",
    "V": "00-26-40",
    "W": "00-16-23-36-40",
    "X": "00-46 40-06",
    "Y": "00-23-40 23-26",
    "Z": "00-40-06-46",
    "0": "10-01-05-16-36-45-41-30-10",
    "1": "11-20-26 16-36",
    "2": "01-10-30-41-42-06-46",
    "3": "01-10-30-41-42-33-44-45-36-16-05 13-33",
    "4": "36-30-04-44",
    "5": "40-00-02-32-43-45-36-06",
    "6": "41-30-10-01-05-16-36-45-44-33-03",
    "7": "00-40-16",
    "8": "13-02-01-10-30-41-42-33-13-04-05-16-36-45-44-33",
    "9": "43-13-02-01-10-30-41-45-36-16-05",
}
WIDTH, HEIGHT, GAP = 4, 6, 2  # units of the grid

Stroke = list[tuple[float, float]]


def initials(title: str, spare: str) -> str:
    """Return the first letters of the first two words of a title, or those of `spare` where none of them can be drawn."""
    found = [word[0] for word in _drawable(title)] or [word[0] for word in _drawable(spare.replace("-", " "))]
    return "".join(found[:2])


def _drawable(text: str) -> list[str]:
    """Return the words of a text that begin with a letter or a digit that can be drawn, without accents, in capitals."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return [word for word in plain.upper().split() if word[0] in _STROKES]


def strokes(text: str) -> list[Stroke]:
    """Return the strokes of some letters side by side, around the point (0, 0), in units of the grid."""
    width = WIDTH * len(text) + GAP * (len(text) - 1)
    lines: list[Stroke] = []
    for place, letter in enumerate(text):
        left, top = place * (WIDTH + GAP) - width / 2, -HEIGHT / 2
        for stroke in _STROKES[letter].split():
            lines.append([(left + int(corner[0]), top + int(corner[1])) for corner in stroke.split("-")])
    return lines
