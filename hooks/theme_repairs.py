"""Fixes faults of the Material theme in each finished page, and names our own shim for searching from a folder.

Every repair says what it is for; a test says that each one still finds what it fixes.
"""

from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

import quizbank  # noqa: F401 - here, since this folder is on Python's path only while this file runs
from build_state import SESSION
from quizbank.strings.words import Words


class Repair(NamedTuple):
    """A passage of the theme's HTML, what stands in its place, and why.

    `{search}`, `{navigation}` and `{lost}` stand for words of ours.
    """

    found: str
    becomes: str
    reason: str


REPAIRS = (
    Repair(
        'data-md-component="search" role="dialog"',
        'data-md-component="search" role="dialog" aria-label="{search}"',
        "A dialog needs a name that a screen reader can say.",
    ),
    Repair(
        'class="md-search__input" name="query"',
        'class="md-search__input" id="__query" name="query"',
        "A label elsewhere on the page can open the search only by what it is typed into.",
    ),
    Repair(
        '<ol class="md-search-result__list"',
        '<p class="site-search-lost" data-say="theme.lost" role="alert" hidden>{lost}</p><ol class="md-search-result__list"',
        "Where the search does not arrive, as without a network, the theme goes on saying that it is being prepared.",
    ),
    Repair(
        'type="checkbox" id="__drawer" autocomplete="off"',
        'type="checkbox" id="__drawer" aria-label="{navigation}" tabindex="-1"',
        "A checkbox takes no autocomplete, and needs a name.",
    ),
    Repair(
        'type="checkbox" id="__search" autocomplete="off"',
        'type="checkbox" id="__search" aria-label="{search}" tabindex="-1"',
        "As for the drawer.",
    ),
    Repair(
        '<script>__md_scope=new URL("',
        '<script data-scope="',
        "The script differed with the depth of a page's folder, and the policy of all pages needs a hash for each form of it.",
    ),
    Repair(
        '",location),__md_hash=',
        '">document.documentElement.className="js",__md_scope=new URL(document.currentScript.dataset.scope,location),__md_hash=',
        "The other half of this; and the page knows from its start that there are scripts, where the theme's comes late.",
    ),
    Repair(
        '__md_get=(e,_=localStorage,t=__md_scope)=>JSON.parse(_.getItem(t.pathname+"."+e))',
        '__md_get=(e,_,t=__md_scope)=>{try{const v=JSON.parse((_||localStorage).getItem(t.pathname+"."+e));'
        "const c=()=>document.querySelectorAll('[data-md-component=palette] input')[v.index];"
        'return"__palette"!=e||v&&v.color&&c().getAttribute("data-md-color-media")===v.color.media?v:null}catch{return null}}',
        "A damaged value in storage, or none, stopped the theme's script, and search with it. Now it counts as absent. So does a "
        "choice that the page does not offer at this place: the theme had stored one of others, without being asked.",
    ),
    Repair(
        'var palette=__md_get("__palette");',
        'var palette=__md_get("__palette")||{color:{media:"(prefers-color-scheme)"}};',
        "Where nothing was chosen, a dark device showed a light page until the theme's script had come.",
    ),
    Repair(
        "__md_set=(e,_,t=localStorage,a=__md_scope)=>{try{t.setItem(",
        "__md_set=(e,_,t,a=__md_scope)=>{try{(t||localStorage).setItem(",
        "Where storage is blocked, the name alone is an error: it has to stand inside the attempt.",
    ),
    Repair(
        '<label class="md-nav__title" for="__toc">',
        '<label class="md-nav__title">',
        "Pages have no box to tick of this name: their table of contents stands open.",
    ),
)


def repaired(html: str, words: Words) -> str:
    """Return the page with every repair made."""
    said = {"{search}": "shell.search", "{navigation}": "shell.navigation", "{lost}": "theme.lost"}
    for repair in REPAIRS:
        becomes = repair.becomes
        for place, key in said.items():
            becomes = becomes.replace(place, words.say(key))
        html = html.replace(repair.found, becomes)
    return html


@event_priority(100)  # first, before the offline plugin, which otherwise names a script on another host
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Name the search shim for the offline edition; pages of the online one do not load it."""
    offline = config.plugins.get("material/offline")
    if offline is not None and offline.config.enabled:
        config.extra["polyfills"] = ["assets/iframe-worker/shim.js"]
    return config


@event_priority(-50)  # late, so that what other plugins write is repaired, too; before `offline_site.py` adds to the head
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Fix each page."""
    return repaired(output, Words(SESSION.build.course.language))


@event_priority(-50)  # as for pages
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Fix pages that are not made from Markdown, such as the one for addresses that do not exist."""
    return repaired(output_content, Words(SESSION.build.course.language)) if template_name.endswith(".html") else output_content
