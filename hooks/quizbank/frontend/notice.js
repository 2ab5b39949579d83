// Files of the learner's own, and the notice that this browser keeps nothing.

const { make, store } = quiz;

// Give the learner a file of their own.
function download(name, data) {
  const href = URL.createObjectURL(new Blob([JSON.stringify(data)], { type: "application/json" }));
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 6e4); // not before the browser has taken it
}

quiz.download = download;

quiz.notice = () => {
  const words = "This browser does not keep your answers. They will be gone when you leave this page, unless you save them in a file.";
  const save = quiz.makeButton("Save in a file", "button", true, () => download("progress.json", store.everything()));
  quiz.warned.before(make("div", { class: "quiz-notice", role: "status" }, make("p", {}, words), save));
};

if (quiz.warned) quiz.notice();
