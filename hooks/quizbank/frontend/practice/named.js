// What the home page and the practice pages fill in.

// The parts of an element that have a name in `data-at`, by it.
function partsOf(element) {
  return Object.fromEntries([...element.querySelectorAll("[data-at]")].map((part) => [part.dataset.at, part]));
}

Object.assign(quiz.practice, { partsOf });
