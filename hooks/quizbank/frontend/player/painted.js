// What a tap asks for, after the frame that answers it.

// A tap shows at once, on what was tapped. What it does takes longer on a cheap phone, so it comes after that has been painted, in a task of
// its own. What is still under way is not begun a second time.
function afterPaint(button, task) {
  const { dataset } = button;
  if (dataset.pressed) return;
  dataset.pressed = "yes";
  whenPainted(() => {
    delete dataset.pressed;
    task();
  });
}

// The button that an event comes from says what the host does; a page translator puts elements of its own into buttons. A link leaves the
// page, and perhaps before the next frame.
function doAsked(host, { target }) {
  const button = target.closest("[data-do]");
  if (button?.href) host[button.dataset.do](button);
  else if (button) afterPaint(button, () => host[button.dataset.do](button));
}

function whenPainted(task) {
  requestAnimationFrame(() => setTimeout(task));
}

// A tap leaves a caret in the text under the finger. Once that text is hidden, the browser looks through all that is hidden for a place
// where the caret could stand, with each frame, which takes a cheap phone longer than the frame itself. What is selected stays.
function dropCaret() {
  if (getSelection().isCollapsed) getSelection().removeAllRanges();
}

Object.assign(quiz, { afterPaint, doAsked, whenPainted, dropCaret });
