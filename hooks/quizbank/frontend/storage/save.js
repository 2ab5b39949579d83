// Gives the learner a file of their own.

function saveFile(name, type, text) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  quiz.make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 6e4); // not before the browser has taken it
}
