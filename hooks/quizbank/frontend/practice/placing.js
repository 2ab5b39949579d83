// What practice and mock tests share: questions put on a page away from their quiz.

const { make } = quiz;

// The list of questions that this page began with. Its name depends on its content, and so on which files hold the questions' words.
const catalogue = [...document.scripts].map(({ src }) => src.split("/").at(-1)).find((name) => name.startsWith("catalogue-"));

// The words of a bank's questions come when they are asked for. A host may send a page where the script is gone.
function loadBank(bank) {
  const name = `bank:${bank.name}`;
  return new Promise((resolve, reject) => {
    if (name in quiz.data) return resolve(quiz.data[name]);
    const script = make("script", { src: new URL(bank.script, quiz.root) });
    script.onload = script.onerror = () => {
      script.remove();
      if (name in quiz.data) resolve(quiz.data[name]);
      else reject(new Error(bank.script));
    };
    document.head.append(script);
  });
}

// Whether the site was published again while this page was open: then the files that it asks for may be gone for good. Without a
// network, or behind a log-in page, nobody knows.
async function isOutdated() {
  try {
    const page = await fetch(location.pathname, { cache: "no-store" });
    const html = await page.text();
    return page.status === 404 || (html.includes("/catalogue-") && !html.includes(catalogue));
  } catch {
    return false;
  }
}

// Say in a box that the page brought why a question did not come, with a button that helps.
async function explainFailure(box) {
  const fault = (await isOutdated()) ? "outdated" : "lost";
  for (const part of box.children) part.hidden = part.dataset.fault !== fault;
  box.hidden = false;
  box.querySelector(`[data-fault=${fault}] button`).focus();
}

// Put a question into a place on the page. Its links and pictures were written as seen from the site's root.
async function placeQuestion(question, place, label) {
  const words = await loadBank(question.bank);
  const template = make("template");
  template.innerHTML = words[question.id]; // made by the site from its own bank
  for (const link of template.content.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), quiz.root);
  for (const image of template.content.querySelectorAll("img")) image.src = new URL(image.getAttribute("src"), quiz.root);
  const heads = template.content.querySelectorAll(".quiz-label");
  for (const head of heads) head.firstChild.textContent = head.firstChild.textContent.replace("…", label);
  place.replaceChildren(template.content);
  return [...place.querySelectorAll("quiz-question")];
}

// Where to read about a question again.
function readingLink(question) {
  return make(
    "a",
    { href: new URL(`${question.bank.url}#${question.section}`, quiz.root) },
    question.bank.sections[question.section] || question.bank.title
  );
}

Object.assign(quiz.practice, { loadBank, placeQuestion, explainFailure, readingLink });
