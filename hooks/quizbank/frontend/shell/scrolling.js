// Code and tables that are wider than the page scroll on their own: where they do, a keyboard has to reach them, and where they do not,
// nothing stops there. What scripts bring later is not watched.

const scrolls = new ResizeObserver((changes) => {
  for (const { target } of changes) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});

for (const wide of document.querySelectorAll("pre > code, .md-typeset__scrollwrap")) scrolls.observe(wide);
