// Where the page's headings are listed beside the text: marks the one that the reader is at, and keeps it in sight where the settings say
// `toc.follow`.

const { features } = JSON.parse(document.querySelector("#__config").textContent);
const follows = features.includes("toc.follow");
const links = [...document.querySelectorAll("[data-md-component=toc] a[href^='#']")];
const headings = links.map(({ hash }) => targetOf(hash));
const LINE = 0.2; // of the window's height: a heading above this is being read

function targetOf(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null; // no fragment that anybody could read
  }
}

function markPlace() {
  const at = headings.findLastIndex((heading) => heading?.getBoundingClientRect().top < LINE * innerHeight);
  for (const [index, { classList }] of links.entries()) {
    classList.toggle("md-nav__link--passed", index <= at);
    classList.toggle("md-nav__link--active", index === at);
  }
  const box = follows && links[at]?.closest(".md-sidebar__scrollwrap");
  if (box) box.scrollTo({ top: links[at].offsetTop - box.offsetTop - box.clientHeight / 2 });
}

// Tells when a heading crosses the line, however fast: all that is above counts as seen.
const crossing = new IntersectionObserver(markPlace, { rootMargin: `999999px 0px -${100 - 100 * LINE}%` });

const wide = matchMedia("(min-width: 60em)"); // from which the theme shows the list

function watchHeadings() {
  crossing.disconnect();
  if (wide.matches) for (const heading of headings.filter(Boolean)) crossing.observe(heading);
}

watchHeadings();
wide.addEventListener("change", watchHeadings);
addEventListener("site-theme", () => {
  wide.removeEventListener("change", watchHeadings);
  crossing.disconnect(); // the theme does it from here on
});

// What an address leads to may be folded away, and not every browser opens it.
function unfold() {
  const target = targetOf(location.hash);
  if (!target?.closest("details:not([open])")) return;
  for (let folded; (folded = target.closest("details:not([open])"));) folded.open = true;
  target.scrollIntoView();
}

unfold();
addEventListener("hashchange", unfold);
