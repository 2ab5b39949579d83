// Comes only to a learner who has chosen this language: says again what the page brought in the course's language, and gives the right
// `lang` to all that is said from now on, wherever a script puts it. Its words come beside it, area by area.

const known = {}; // all words that have come, by key
const brought = {}; // the files that they came in
const said = new Set();
// Inside these every text is the author's own, whatever it is called.
const AUTHORS = "quiz-question, code, pre, script, style, textarea";
const NUMBER = /\d[\d.,]*k?/;

function hearWords(text) {
  if (/\p{L}/u.test(text)) said.add(text);
  return text;
}

function isSaid(text) {
  return said.has(text) || [...said].some((words) => text.includes(words));
}

function within(root, selector) {
  return [...(root.matches(selector) ? [root] : []), ...root.querySelectorAll(selector)];
}

// What the page brought names its key, and its values beside it.
function translate(root) {
  for (const { dataset, firstChild } of within(root, "[data-say]"))
    if (firstChild && dataset.say in texts) firstChild.nodeValue = say(dataset.say, valuesOf(dataset));
  for (const element of within(root, "[data-say-label]").filter(({ dataset }) => dataset.sayLabel in texts))
    for (const name of ["aria-label", ...(element.title ? ["title"] : [])])
      relabel(element, name, say(element.dataset.sayLabel, valuesOf(element.dataset)));
  translateNames(root);
}

function valuesOf(dataset) {
  return Object.fromEntries(Object.entries(dataset).map(([name, value]) => [name, nameFor(value) ?? value]));
}

function relabel(element, name, text) {
  element.setAttribute(name, text);
  if (!element.textContent.trim()) element.setAttribute("lang", LANGUAGE); // other text inside may be the course's
}

// A name that is the same on every page is known by its text: those of the site's parts, and what the theme says. A number in it is "#". A
// section of a paper has its letter before it.
function nameFor(text) {
  const names = globalThis.quizNames?.[LANGUAGE] ?? {};
  const [, letter = "", name, end] = /^([A-Z]\. )?(.*?)(:?\s*)$/.exec(text.replace(/\s+/g, " ").trimStart());
  const number = NUMBER.exec(name)?.[0];
  const found = Object.hasOwn(names, name) ? names[name] : names[name.replace(number, "#")]?.replace("#", number);
  return found && letter + hearWords(found) + (end.includes(":") ? end : "");
}

function translateNames(root) {
  // A paragraph with links to the glossary in it loses them with its words.
  for (const paragraph of within(root, "p:has(a)")) {
    const found = !paragraph.closest(AUTHORS) && nameFor(paragraph.textContent);
    if (found) paragraph.textContent = found;
  }
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) translateText(walker.currentNode);
  for (const name of ["title", "aria-label", "placeholder"])
    for (const element of within(root, `[${name}]`)) {
      const found = !element.closest(AUTHORS) && nameFor(element.getAttribute(name));
      if (found) relabel(element, name, found);
    }
}

// Beside other text it is a part of a sentence.
function isAlone(node) {
  return [...node.parentNode.childNodes].every(
    (other) => other === node || other.nodeType !== Node.TEXT_NODE || !other.data.trim()
  );
}

function translateText(node) {
  const found = node.parentElement && isAlone(node) && !node.parentElement.closest(AUTHORS) && nameFor(node.data);
  if (found) node.data = found;
}

// The page's title begins as its heading does where the site has made both.
function translateTitle() {
  const [own, ...site] = document.title.split(" - ");
  const heading = document.querySelector("h1[data-say], h1 > [data-say]:only-child");
  const title = [heading?.textContent ?? own, ...site].map((name) => nameFor(name) ?? name).join(" - ");
  if (title !== document.title) document.title = title;
}

// An element is in this language while some text right inside it is.
function label(element) {
  const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
  if (texts.some(({ data }) => isSaid(data))) element.setAttribute("lang", LANGUAGE);
  else if (texts.length && element.lang === LANGUAGE && !("say" in element.dataset)) element.removeAttribute("lang");
}

function follow(changes) {
  for (const { target, addedNodes } of changes) {
    for (const node of addedNodes)
      if (node.nodeType === Node.ELEMENT_NODE) {
        within(node, `script[data-words-${LANGUAGE}]`).forEach(swapped);
        translate(node);
        within(node, "*").forEach(label);
      } else if (node.nodeType === Node.TEXT_NODE) translateText(node);
    if (target.nodeType === Node.TEXT_NODE) translateText(target);
    const element = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
    if (element) label(element);
  }
}

function learn() {
  for (const words of globalThis.quizWords[LANGUAGE].splice(0)) {
    Object.assign(known, words);
    learnWords(words);
  }
  translate(document.body);
  translateTitle();
}

// Each file once, also where several pages name it.
function load(path, root) {
  return (brought[path] ??= new Promise((resolve) => {
    const script = document.createElement("script");
    script.onload = script.onerror = resolve;
    script.src = new URL(path, root);
    document.head.append(script);
  }));
}

// Bring what a page's script names beside this one; then say the page again. What `speak` takes comes of it.
async function bring(script) {
  const root = new URL("../../", script.src);
  const [, ...others] = script.getAttribute(`data-words-${LANGUAGE}`).split(" ");
  await Promise.all(others.map((path) => load(path, root)));
  learn();
  return [LANGUAGE, known, hearWords];
}

// On a page that the theme swapped in, parts start when the words are there that the page names. The theme puts it in before it runs its
// scripts. The first page that asks something brings its words itself.
function swapped(script) {
  const parts = globalThis.quizParts;
  if (!parts?.version) return;
  const start = (parts.start ??= parts.push);
  const learned = bring(script).then(() => start([({ learnWords: teach }) => teach(known), {}]));
  parts.push = (part) => learned.then(() => start(part));
}

if (!globalThis.quizOther) {
  globalThis.quizOther = { bring };
  speak(LANGUAGE, known, hearWords);
  new MutationObserver(follow).observe(document.body, { childList: true, characterData: true, subtree: true });
  new MutationObserver(translateTitle).observe(document.querySelector("title"), { childList: true });
  if (SHEET) {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = new URL(`../../${SHEET}`, document.currentScript.src);
    document.head.append(sheet);
  }
}
