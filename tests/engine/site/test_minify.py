"""Comments and spaces taken out of scripts and styles: what stays does the same."""

import itertools
import random
import re

import pytest
from py_mini_racer import MiniRacer

from front_end import FRONTEND
from quizbank.site.assets import folder_assets, part_script, question_script
from quizbank.site.minify import minified_closed_script, minified_script, minified_style
from quizbank.site.scripts import PARTS


@pytest.mark.parametrize(
    ("script", "shorter"),
    [
        ("let a = 1; // one\nlet b = 2; /* two\nlines */ let c;", "let a=1;let b=2;let c;"),
        ("let a = \"// no comment\", b = '/* nor this */';", "let a=\"// no comment\",b='/* nor this */';"),
        ("let a = `a  // b ${ c  + `d  e` }  f`;", "let a=`a  // b ${ c  + `d  e` }  f`;"),
        ("let a = `} ${ '}`' } $ \\` `  + 1", "let a=`} ${ '}`' } $ \\` `+1"),
        (r"let a = /[/ ] \/  x/g  .test(b);", r"let a=/[/ ] \/  x/g.test(b);"),
        ("return /a  b/ in c", "return/a  b/ in c"),
        ("if (a) /b  c/.test(d);", "if(a)/b  c/.test(d);"),
        ("a = (b) / c / d;", "a=(b)/c/d;"),
        ("a = b [0] / c  / d;", "a=b[0]/c/d;"),
        ("a + +b; a - -b; a++ + b; a < !b", "a+ +b;a- -b;a++ +b;a< !b"),
        ("a / /b c/.c", "a/ /b c/.c"),
        ("a = b.in / c; // d,\ne()", "a=b.in/c;e()"),
        ("a = b?.of / c / d", "a=b?.of/c/d"),
        ("1 .toFixed()", "1 .toFixed()"),
        ("a ? .5 : b?.c", "a?.5:b?.c"),
        ("a\n(b)", "a\n(b)"),
        ("return\na", "return\na"),
        ("a\n++b", "a\n++b"),
        ("a = {\n  b,\n  c\n}\nd()", "a={b,c}\nd()"),
        ("a\n  .b()\n  .c()", "a.b().c()"),
        ("class A {\n  #b = 1\n  *c() {}\n  static #d\n}", "class A{#b=1\n*c(){}\nstatic #d}"),
        ("function a() { b(); }", "function a(){b()}"),
        ("function a() { if (b); }", "function a(){if(b);}"),
        ("function a() { for (;;); }", "function a(){for(;;);}"),
        ("function a() { if (b) c(); else; }", "function a(){if(b)c();else;}"),
        ("const a = () => { b = {}; };", "const a=()=>{b={}};"),
    ],
)
def test_a_script_is_shorter_and_means_the_same(script: str, shorter: str) -> None:
    assert minified_script(script) == shorter
    assert minified_script(shorter) == shorter


@pytest.mark.parametrize(
    ("script", "shorter"),
    [
        ("function total(sum) { return sum; } total(1);", "function b(a){return a}b(1)"),
        ("const one = 1, two = one; let other = two;", "let a=1,two=a;let b=two"),
        ("class Base {} class Kind extends Base {} new Kind();", "class a{}class b extends a{}new b()"),
        ("const a = 1; const one = a;", "let a=1;let b=a"),
        ("const one = { one: 1 };", "let one={one:1}"),
        ("const one = 1; f({ one });", "let one=1;f({one})"),
        ("const { one } = f(); g(one);", "let{one}=f();g(one)"),
        ("const one = 1; f({ one() { } });", "let one=1;f({one(){}})"),
        ("const one = 1; class Kind { one = 2; }", "let one=1;class a{one=2}"),
        ("const one = 1; class Kind {\n  static one() {}\n  two = one;\n}", "let one=1;class a{static one(){}\ntwo=one}"),
        ("const one = 1; class Kind {\n  two\n  one\n}", "let one=1;class a{two\none}"),
        ("const one = 1; class Kind extends x.Base { get one() { } }", "let one=1;class a extends x.Base{get one(){}}"),
        ("const one = 1; f.one = one ? one : two;", "let a=1;f.one=a?a:two"),
        ("const one = 1; f(`${one}`);", "let one=1;f(`${one}`)"),
        ("if (x) { const print = 1; f(print); } print();", "if(x){let print=1;f(print)}print()"),
        ("if (x) { const print = 1; f(print); }", "if(x){let a=1;f(a)}"),
        ("for (const one of x) f(one);", "for(let one of x)f(one)"),
        ("f((one, two) => one + two);", "f((a,b)=>a+b)"),
        ("f((one) => { g(one); }, (two) => (one) => two);", "f((a)=>{g(a)},(b)=>(a)=>b)"),
        ("f((one) => one, one);", "f((one)=>one,one)"),
        ("f(x ? (one) => one : one);", "f(x?(one)=>one:one)"),
        ("f((one) => (one ? two : one));", "f((a)=>(a?two:a))"),
        ("f((one) => one ? two : one);", "f((a)=>a?two:a)"),
        ("f((one) => { g(one); }); g(one);", "f((one)=>{g(one)});g(one)"),
        ("f(([one, ...two], ...more) => [one, two, more]);", "f(([b,...c],...a)=>[b,c,a])"),
        ("f((one = [two], more) => one + two + more);", "f((b=[two],a)=>b+two+a)"),
        ("f(({ one, two: [three] }) => one + three);", "f(({one,two:[three]})=>one+three)"),
        ("class Kind { two(one) { f(one); } }", "class b{two(a){f(a)}}"),
        ("function call(one) { f(one); }", "function b(a){f(a)}"),
        ("if (one) { f(one); }", "if(one){f(one)}"),
        ("try { f(); } catch (error) { f(error); }", "try{f()}catch(a){f(a)}"),
        ("function set(x) { } class Kind { set two(x) { set(x); } }", "function set(x){}class a{set two(x){set(x)}}"),
        ("one: for (const x of y) { const one = 1; continue one; }", "one:for(let x of y){let one=1;continue one}"),
        ("function set(x) { } f({ set two(x) { set(x); } });", "function set(x){}f({set two(x){set(x)}})"),
        ("const one = 1; one: for (;;) { f(one); break one; }", "let a=1;a:for(;;){f(a);break a}"),
        ("f({ const: 1 }); const one = 1;", "f({const:1});const a=1"),
    ],
)
def test_a_closed_script_has_short_names_where_they_can_stand_for_nothing_else(script: str, shorter: str) -> None:
    assert minified_closed_script(f"(() => {{ {script} }})();") == f"(()=>{{{shorter}}})();"


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("a = 1;\nb = {} / c / d;", "line 2: expected JavaScript that can be read for certain, got '/ c / d;'"),
        ("a = 'b", 'line 1: expected JavaScript that can be read for certain, got "\'b"'),
        ("a = `b ${c}", "line 1: expected JavaScript that can be read for certain, got ''"),
        ("a = /b", "line 1: expected JavaScript that can be read for certain, got '/b'"),
        ("a\n\n\\", "line 3: expected JavaScript that can be read for certain, got '\\\\'"),
    ],
)
def test_what_cannot_be_read_for_certain_is_refused_with_its_line(script: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        minified_script(script)


# Each sets `x`. Between them stands any gap that JavaScript allows there.
STATEMENTS = (
    ("x", "+=", "1", ";"),
    ("x", "=", "x", "+", "+", "1", ";"),
    ("x", "=", "x", "-", "-", "-", "x", ";"),
    ("if", "(", "x", ">", "2", ")", "x", "=", "/[/*]\\//.test('/')", "?", ".5", ":", "1", ";", "else", "x", "++", ";"),
    ("x", "=", "`${", "x", "+", "`a  b`", ".length", "}`", ".length", ";"),
    ("x", "=", "(", "(", ")", "=>", "{", "return", "x", "/", "2", ";", "}", ")", "(", ")", ";"),
    ("for", "(", "let", "i", "=", "0", ";", "i", "<", "3", ";", "i", "++", ")", ";"),
    ("{", "x", "=", "'//'", ".length", "+", "typeof", "x", ".length", ";", "}"),
    ("x", "=", "x", "in", "{", "a", ":", "1", "}", "?", "7", ":", "x", "<", "!", "1", ";"),
    ("x", "=", "[", "...", "'abc'", "]", "?.", "length", "??", "1", ";"),
)
CLASS = tuple("class A { static b = 3 ; #c = 4 ; d ( ) { return this .#c ; } }".split())
GAPS = (" ", "  ", " /* ; */", " /* // */ ", "\t")
VALUE = "(() => {{ let x = 3; {}\nreturn String(x) + new A().d() + A.b; }})()"


def test_any_script_gives_the_same_value_when_it_is_shorter() -> None:
    chance, v8 = random.Random(1), MiniRacer()
    for _ in range(300):
        tokens = itertools.chain(*chance.choices(STATEMENTS, k=4), CLASS)
        script = "".join(f"{token}{chance.choice(GAPS)}" for token in tokens)
        value = v8.eval(VALUE.format(script))
        assert v8.eval(VALUE.format(minified_script(script))) == value, script
        assert v8.eval(minified_closed_script(VALUE.format(script))) == value, script


def test_every_script_of_the_site_can_still_be_read_and_loses_nothing_the_second_time() -> None:
    v8 = MiniRacer()
    for script in (question_script(), *map(part_script, PARTS), folder_assets("any")[0]):
        v8.eval(f"void function () {{ {script.text}\n}};")
        assert minified_script(script.text).splitlines() == script.text.splitlines()
        assert "\n " not in script.text, script.path


@pytest.mark.parametrize(
    ("sheet", "shorter"),
    [
        ("a { color: red; }\n\n/* b */ c  >  d, e { margin: 0 0.5rem -0.25em; }", "a{color:red}c>d,e{margin:0 .5rem -.25em}"),
        ("a :is(b, c) d:hover { top: calc(1px + 2 * (3px - 1px)) }", "a :is(b,c) d:hover{top:calc(1px + 2 * (3px - 1px))}"),
        ('a::after { content: "0.5 ;  } /* */"; }', 'a::after{content:"0.5 ;  } /* */"}'),
        (
            "@media screen and (min-width: 60em) { a { b: c !important; } }",
            "@media screen and (min-width:60em){a{b:c!important}}",
        ),
        ("a { background: url(b-0.5 c.png); }", "a{background:url(b-0.5 c.png)}"),
        (".a-0.b { --c: ; color: #0.5 }", ".a-0.b{--c:;color:#0.5}"),
    ],
)
def test_a_style_sheet_is_shorter_and_means_the_same(sheet: str, shorter: str) -> None:
    assert minified_style(sheet) == shorter


def test_every_style_sheet_keeps_its_rules() -> None:
    for path in (FRONTEND / "styles").iterdir():
        text = path.read_text(encoding="utf-8")
        assert minified_style(text).count("{") == text.count("{"), path.name
        assert "/*" not in minified_style(text), path.name
