"""A spreadsheet's file, looked at twice: by a reader of spreadsheets, and as the XML in a zip file that it is."""

import re
import zipfile
from io import BytesIO

from lxml import etree
from openpyxl import Workbook, load_workbook

import portables

NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
ESCAPE = re.compile("_x([0-9A-F]{4})_")


def opened(data: bytes, values_only: bool = False) -> Workbook:
    """Return the workbook; without its looks, which take most of the time, if only the values are wanted."""
    return load_workbook(BytesIO(data), read_only=values_only)


def xml(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        return etree.fromstring(packed.read(name))


def texts(data: bytes, sheet: int = 1) -> dict[str, str]:
    """Return the text of each cell that has one, by its place; asserts that it is a string and no formula."""
    root = xml(data, f"xl/worksheets/sheet{sheet}.xml")
    assert root.findall(".//m:f", NAMES) == []
    found = {}
    for cell in root.iterfind(".//m:c", NAMES):
        if cell.get("t") == "inlineStr":
            written = "".join(str(part) for part in cell.itertext())
            found[str(cell.get("r"))] = ESCAPE.sub(lambda each: chr(int(each[1], 16)), written)
        else:
            assert cell.get("t") == "n", etree.tostring(cell)
    return found


def quoted(data: bytes, place: str) -> bool:
    """Say whether a cell keeps its text also when somebody edits it."""
    cell = xml(data, "xl/worksheets/sheet1.xml").find(f".//m:c[@r='{place}']", NAMES)
    assert cell is not None
    styles = xml(data, "xl/styles.xml").findall("m:cellXfs/m:xf", NAMES)
    return styles[int(str(cell.get("s")))].get("quotePrefix") == "1"


def check_times(data: bytes) -> None:
    """Assert that every time in the file is that of the collection, and that entries are in a fixed order."""
    with zipfile.ZipFile(BytesIO(data)) as packed:
        assert packed.testzip() is None
        assert {entry.date_time for entry in packed.infolist()} == {portables.WHEN.timetuple()[:6]}
        first, *others = packed.namelist()
        core = packed.read("docProps/core.xml").decode()
    assert (first, others) == ("[Content_Types].xml", sorted(others))
    assert re.findall(r"<dcterms:\w+ [^>]*>([^<]*)<", core) == [f"{portables.WHEN:%Y-%m-%dT%H:%M:%SZ}"] * 2
