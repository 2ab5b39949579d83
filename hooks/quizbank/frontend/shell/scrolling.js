// What is wider than the page scrolls on its own: where it does, a keyboard has to reach it, and where it does not, nothing stops there.

const scrolls = new ResizeObserver((changes) => {
  for (const { target } of changes) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});

for (const wide of document.querySelectorAll("pre > code")) scrolls.observe(wide);
