// Comes only to a learner who has chosen this language, with all its words: says again what the page brought in the course's language,
// and gives the right `lang` to all that is said from now on, wherever a script puts it.

const said = new Set();

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
    if (firstChild && dataset.say in texts) firstChild.nodeValue = say(dataset.say, dataset);
  for (const element of within(root, "[data-say-label]").filter(({ dataset }) => dataset.sayLabel in texts)) {
    element.setAttribute("aria-label", say(element.dataset.sayLabel, element.dataset));
    if (!element.textContent.trim()) element.setAttribute("lang", LANGUAGE); // other text inside may be the course's
  }
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
        translate(node);
        within(node, "*").forEach(label);
      }
    const element = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
    if (element) label(element);
  }
}

speak(LANGUAGE, WORDS, hearWords);
new MutationObserver(follow).observe(document.body, { childList: true, characterData: true, subtree: true });
if (SHEET) {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL(`../../${SHEET}`, document.currentScript.src);
  document.head.append(sheet);
}
translate(document.body);
(globalThis.quizLanguages ??= {})[LANGUAGE] = [LANGUAGE, WORDS, hearWords]; // as `speak` takes them
