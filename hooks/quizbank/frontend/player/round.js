// An attempt while it is under way, and what goes with it: what the page's address wishes, what has been filled in, and a question to the learner.

class Attempt {
  constructor(place) {
    this.place = place;
  }

  get piece() {
    return quiz.store.read("attempt", this.place) ?? undefined;
  }

  begin(changes) {
    this.clear();
    quiz.store.write("attempt", this.place, {
      at: "",
      day: quiz.localDay(),
      started: Date.now(),
      done: [],
      wrong: [],
      ...changes
    });
  }

  // Another tab may have ended the attempt: then nothing of it is kept any more.
  keep(changes) {
    const { piece } = this;
    if (piece) quiz.store.write("attempt", this.place, { ...piece, ...changes });
  }

  // How the questions of an attempt keep their responses.
  get mode() {
    return {
      read: (id) => quiz.store.read("response", this.idOf(id)),
      remove: (id) => quiz.store.remove("response", this.idOf(id)),
      write: (id, response) => {
        if (!this.piece) return;
        quiz.store.write("response", this.idOf(id), response);
        this.keep({ at: id });
      }
    };
  }

  idOf(id) {
    return `${this.place}~${id}`;
  }

  get responses() {
    return quiz.store.ids("response").filter((id) => id.startsWith(this.idOf("")));
  }

  clear() {
    for (const id of this.responses) quiz.store.remove("response", id);
    quiz.store.remove("attempt", this.place);
  }
}

// Whether the page's address asks for something behind its "?", and with which value: undefined if it does not. It is asked once: then the
// address is put right, and loading it again begins nothing anew. Not every browser allows that in a folder.
function takeWish(name) {
  const wish = new URLSearchParams(location.search).get(name) ?? undefined;
  try {
    if (wish !== undefined) history.replaceState(history.state, "", location.pathname);
  } catch {
    // the address stays
  }
  return wish;
}

// What has been filled in of a question, from its controls: every row needs its choice and every box its words. Beside a choice, words are
// extra: a reason alone answers nothing, but is not nothing either; where it is worth marks it is needed as well. A text that cannot be read
// as an answer is none.
function filledIn({ inputs, isBlank, reasonMarks }) {
  const isPicker = ({ name }) => name.startsWith("picked");
  const isFilled = ({ type, value, checked }) => (type === "radio" || type === "checkbox" ? checked : value.trim() !== "");
  const chooses = inputs.some(isPicker) && !reasonMarks;
  const wanted = new Map(); // buttons of one name need one choice
  for (const input of inputs) {
    const key = /radio|checkbox/.test(input.type) ? input.name : input;
    if (isPicker(input) || !chooses) wanted.set(key, wanted.get(key) || isFilled(input));
  }
  if ([...wanted.values()].every(Boolean)) return isBlank ? "not answered" : "answered";
  return inputs.some(isFilled) ? "partly answered" : "not answered";
}

// Ask the learner in a dialog of the page: browsers block their own in some frames. Returns whether they agreed. Escape declines, and the
// focus goes back to where it was. No form is sent, for some frames block that as well.
function agreed(dialog) {
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.onclick = ({ target }) => target.closest("button") && dialog.close(target.closest("button").value);
    dialog.onclose = () => resolve(dialog.returnValue === "yes");
  });
}

// Whether something runs in this element. What is around it is marked, so that the style sheets can let the page stand aside without
// looking for it: a selector with `:has()` for that has the whole page styled anew with every tap.
function setRunning(host, isOn) {
  if (host.hasAttribute("data-running") === isOn) return;
  clearAround();
  host.toggleAttribute("data-running", isOn);
  if (!isOn) return;
  for (let around = host.parentElement; around; around = around.parentElement) around.dataset.around = "";
}

function clearAround() {
  for (const around of document.querySelectorAll("[data-around]")) delete around.dataset.around;
}

// The theme swaps a page that is left for another one, around which nothing runs.
quiz.onEachPage(() => document.querySelector("[data-running]") || clearAround());

function sumOf(items, key) {
  return items.reduce((sum, item) => sum + item[key], 0);
}

Object.assign(quiz, { Attempt, takeWish, filledIn, agreed, setRunning, sumOf });
