"""A theme's style sheet cut to what a site can use: what may matter stays, and what cannot be read stays whole."""

import pytest

from quizbank.site.trim.evidence import Evidence
from quizbank.site.trim.rules import Unreadable, parsed, written
from quizbank.site.trim.sheet import asked_in, joined, trimmed

PAGE = '<body dir="ltr"><div class="box open"><p>gone <b data-md-color-primary="custom"></b></p></div></body>'
SCRIPT = 'const a = "set-by-script", b = `piece ${"odd"} begun-${a}`; box.classList.add("added");'
THEME = 'x("div",{class:"made"});ask(".only-asked");el.classList.toggle("turned",on)'


@pytest.fixture
def evidence() -> Evidence:
    found = Evidence()
    found.add_page(PAGE)
    found.add_script(SCRIPT)
    found.add_theme_script(THEME)
    return found


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".box{a:b}", ".box{a:b}"),
        (".gone{a:b}", ""),  # a word of a text is no class
        (".box,.gone>p,p .open{a:b}", ".box,p .open{a:b}"),
        (".box .gone{a:b}", ""),
        ("video{a:b}p{c:d}", "p{c:d}"),
        (".set-by-script{a:b}.piece{a:b}.begun-anything{a:b}.added{a:b}", None),
        (".made{a:b}.turned{a:b}", None),
        (".only-asked{a:b}", ""),
        (".box:not(.gone,:hover):is(.gone){a:b}", None),
        ("[dir=rtl] .box{a:b}", ""),
        ('[dir="ltr"] .box{a:b}[data-md-color-primary=red]{a:b}[data-md-toggle=search]:checked~p{a:b}', None),
        ("@media print{.gone{a:b}}", ""),
        ("@media print{.gone{a:b}.box{c:d}}", "@media print{.box{c:d}}"),
        ('@supports (a:b){.box{c:url("data:image/svg+xml;a,{}")}}', None),
        (".box{--asked:1;--other:2;width:var(--asked)}", ".box{--asked:1;width:var(--asked)}"),
        (".box{--first:var(--second);--second:3}", ""),  # nobody asks for the first
        (
            "@keyframes turn{to{a:b}}@keyframes still{to{a:b}}.box{animation:turn 1s}",
            "@keyframes turn{to{a:b}}.box{animation:turn 1s}",
        ),
        ('@charset "UTF-8";@page{margin:0}', None),
        (".box::before{content:'a;b}/*c*/'}", None),
        ("/* .box{} */p{a:b}", "p{a:b}"),
    ],
)
def test_a_rule_stays_if_it_may_match(evidence: Evidence, sheet: str, kept: str | None) -> None:
    expected = sheet.replace("[data-md-color-primary=red]{a:b}", "") if kept is None else kept
    assert trimmed(sheet, evidence) == expected


@pytest.mark.parametrize(
    ("sheet", "message"),
    [
        (".box{a:b", "expected a closing brace, got the end after 'a:b'"),
        ("@media print{.box{a:b}", "expected a closing brace, got the end after ''"),
        (".box{a:b}}", "expected a rule, got a brace that closes none after ''"),
        ("p{a:b}.box", "expected a closing brace, got the end after '.box'"),
    ],
)
def test_a_sheet_that_cannot_be_read_is_refused(evidence: Evidence, sheet: str, message: str) -> None:
    with pytest.raises(Unreadable) as refused:
        trimmed(sheet, evidence)
    assert str(refused.value) == message


@pytest.mark.parametrize("placed", ['p{a:url("dot.png")}', "p{a:url(../dot.png)}", "@import 'other.css';"])
def test_a_sheet_that_names_a_file_by_its_own_place_is_not_joined(placed: str) -> None:
    with pytest.raises(Unreadable, match="expected no file that a sheet names by its own place, got"):
        joined(["p{c:d}", placed])


def test_sheets_are_joined_in_their_order_and_say_once_how_they_are_written() -> None:
    charset = '@charset "UTF-8";'
    texts = [f"{charset}p{{a:b}}", f'{charset}p{{a:url("data:x")}}', "p{a:url(https://school.example/dot.png)}"]
    assert joined(texts) == charset + "".join(text.removeprefix(charset) for text in texts)


def test_what_is_read_is_written_again() -> None:
    sheet = '@charset "UTF-8";@media print{p{a:b}@media (x){b{c:d}}}p>b{e:f}'
    assert written(parsed(sheet)) == sheet
    assert asked_in("p{a:var(--b, var( --c))}") == {"--b", "--c"}
