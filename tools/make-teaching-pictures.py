"""Takes the pictures of docs/teaching.md: a printed paper and its key, the spreadsheet, a page of results, the page of files.

    .venv/bin/python tools/make-teaching-pictures.py [NAME …]

Needs what the tests need, `pdftoppm`, and for the page of files a site in site/ that was built after `make exports`. The answers
of the class are made up by a fixed seed. The files are committed: building the site needs none of this.
"""

import csv
import io
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from openpyxl import load_workbook
from PIL import Image, ImageChops, ImageOps
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests/support")]
from browser import ARGUMENTS, find_browser  # noqa: E402
from quizbank.library import read_library  # noqa: E402
from quizbank.papers.sets import Row, answer_rows, paper_set  # noqa: E402

PICTURES = ROOT / "docs/assets/teaching"
COLOURS, MOST_BYTES = 16, 60_000  # of a picture: few people here have a fast network
FRAME = (184, 192, 202)  # around a picture, which is as white as the page
GAP = 12  # pixels without ink between two paragraphs of a printed page
SEED, LEARNERS, TEMPTED = "class-12", 32, 4  # a wrong option of the fifth question tempts good learners
HEAD = """school: Riverbank Junior College
exam: First term test
class: XII B
subject: Organisation of Commerce and Management
date: 14 December
time: 10.30 to 11.50 am
"""
# Columns of the spreadsheet that a single choice fills, and their widths; the picture shows two such rows.
SHOWN = {"type": 64, "stem": 166, "option A": 92, "option B": 92, "option C": 92, "right": 40, "reason A": 124}
SHEET = """<style>
body {margin: 0; font: 13px/1.35 sans-serif; background: #fff; color: #1c2128}
table {border-collapse: collapse; table-layout: fixed; width: 694px}
th, td {border: 1px solid #b8c0ca; padding: 3px 5px; text-align: left; vertical-align: top; overflow-wrap: break-word}
.frame {background: #e6eaee; font-weight: 400; text-align: center}
.name {background: #12506b; color: #fff}
</style>"""
REMOVE = "(elements) => elements.forEach((element) => element.remove())"


class Silent(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing of it."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def quizbank(*arguments: str | Path) -> None:
    """Run a command of the engine. Raises CalledProcessError when it fails."""
    subprocess.run([sys.executable, ROOT / "hooks/quizbank", *arguments], cwd=ROOT, check=True)


def saved(name: str, image: Image.Image) -> None:
    """Write a picture with few colours. Raises ValueError where it is too large all the same."""
    data = io.BytesIO()
    framed = ImageOps.expand(image.convert("RGB"), 1, FRAME)
    framed.quantize(COLOURS, dither=Image.Dither.NONE).save(data, "PNG", optimize=True)
    if len(data.getvalue()) > MOST_BYTES:
        raise ValueError(f"expected at most {MOST_BYTES} bytes, got {len(data.getvalue())}: {name}")
    (PICTURES / f"{name}.png").write_bytes(data.getvalue())
    print(f"{name}.png: {framed.width} × {framed.height}, {len(data.getvalue())} bytes")


def opened(data: bytes) -> Image.Image:
    """Return a screenshot as an image."""
    return Image.open(io.BytesIO(data))


def papers(_: Browser, folder: Path) -> None:
    """The upper part of a paper with a school's head, and of its key."""
    (folder / "head.yml").write_text(HEAD, encoding="utf-8")
    quizbank("paper", "maharashtra-ocm", "--seed", SEED, "--header", folder / "head.yml", "--out", folder)
    for what in ("paper", "key"):
        (pdf,) = folder.glob(f"*-set-A-{what}.pdf")
        saved(what, trimmed(first_page(pdf)))


def first_page(pdf: Path) -> Image.Image:
    """Return the upper part of a PDF file's first page, down to a gap between lines."""
    subprocess.run(["pdftoppm", "-r", "92", "-png", "-singlefile", pdf, pdf.with_suffix("")], check=True)
    page = Image.open(pdf.with_suffix(".png")).convert("RGB")
    end = page.height * 3 // 5
    while ImageChops.invert(page.crop((0, end - GAP, page.width, end))).getbbox():
        end -= 1
    return page.crop((0, 0, page.width, end))


def trimmed(image: Image.Image, margin: int = 16) -> Image.Image:
    """Return an image without the white around it but for a margin, in pixels."""
    left, top, right, bottom = ImageChops.invert(image.convert("L")).getbbox() or (0, 0, *image.size)
    box = max(left - margin, 0), max(top - margin, 0), min(right + margin, image.width), min(bottom + margin, image.height)
    return image.crop(box)


def template(browser: Browser, folder: Path) -> None:
    """The first rows and some columns of the exported spreadsheet, as a spreadsheet program shows them."""
    quizbank("export", "xlsx", "--chapter", "bpo-concept", "--out", folder)
    sheet = load_workbook(folder / "xlsx/bpo-concept.xlsx", read_only=True).worksheets[0]
    rows = [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]
    page = browser.new_page(viewport={"width": 694, "height": 400}, device_scale_factor=1.25)
    page.set_content(SHEET + "".join(("<table>", *grid(rows), "</table>")))
    saved("template", opened(page.locator("table").screenshot()))


def grid(rows: list[list[str]]) -> Iterator[str]:
    """Yield the rows of a table in HTML: the headings, and the two single choices with the fewest words."""
    places = [rows[0].index(name) for name in SHOWN]
    names = "".join(f'<th class="name" style="width:{width}px">{escape(name)}</th>' for name, width in SHOWN.items())
    yield f'<tr><th class="frame" style="width:24px">1</th>{names}</tr>'
    choices = [row for row in rows if "single-choice" in row]
    for number, row in enumerate(sorted(choices, key=lambda row: max(len(row[place]) for place in places))[:2], 2):
        yield f'<tr><th class="frame">{number}</th>{"".join(f"<td>{escape(row[place])}</td>" for place in places)}</tr>'


def results(browser: Browser, folder: Path) -> None:
    """What the command `results` says of a class: at a glance, question by question, and the options of one question."""
    table = folder / "class.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(answers())
    quizbank("results", "--paper", "cuet", "--seed", SEED, "--out", folder / "results.html", table)
    page = browser.new_page(viewport={"width": 640, "height": 900}, device_scale_factor=1.25)
    page.goto((folder / "results.html").as_uri())
    page.add_style_tag(content=".wide {padding: 10px}")
    items = page.locator("[aria-labelledby=items-caption]")
    items.locator(f"tbody tr:not(:nth-child({TEMPTED}), :nth-child({TEMPTED + 1}))").evaluate_all(REMOVE)
    saved("results", opened(items.screenshot()))
    saved("options", opened(page.locator("[aria-labelledby^=options-]").nth(TEMPTED).screenshot()))


def answers() -> Iterator[list[str]]:
    """Yield the table of a class: what it asks, and a row for each learner, from the best on."""
    library = read_library(ROOT / "quizzes", ROOT / "docs", ROOT, ROOT / "mkdocs.yml")
    asked = list(answer_rows(paper_set(library.all_papers["cuet"], library.all_banks.values(), SEED)))
    chance = random.Random(SEED)  # noqa: S311 - an example
    hardness = [chance.uniform(-0.25, 0.2) for _ in asked]
    yield ["name", *(row.name for row in asked)]
    for number in range(LEARNERS):
        ability = 0.9 - 0.55 * number / LEARNERS
        given = [picked(row, ability + easier, chance) for row, easier in zip(asked, hardness, strict=True)]
        if number < LEARNERS // 4:
            given[TEMPTED] = wrong(asked[TEMPTED])[0]
        yield [f"Roll {number + 1}", *given]


def picked(row: Row, ability: float, chance: random.Random) -> str:
    """Return the right letter as often as `ability` says, and else one of the first two wrong ones."""
    return row.right[0] if chance.random() < ability else chance.choice(wrong(row)[:2])


def wrong(row: Row) -> list[str]:
    """Return the letters that are wrong."""
    return [each for each in row.letters if each not in row.right]


def downloads(browser: Browser, _: Path) -> None:
    """The beginning of the page of files for other systems, on a phone."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(ROOT / "site")))
    Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page(viewport={"width": 460, "height": 560}, device_scale_factor=1.5, color_scheme="light")
    page.goto(f"http://127.0.0.1:{server.server_port}/downloads/")
    saved("downloads", opened(page.screenshot()))
    server.shutdown()


MAKERS: Mapping[str, Callable[[Browser, Path], None]] = {each.__name__: each for each in (papers, template, results, downloads)}


def main() -> None:
    """Take the pictures that are named, or all."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        for name in sys.argv[1:] or MAKERS:
            MAKERS[name](browser, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
