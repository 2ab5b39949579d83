// For print, the answers of a page are copied to a page of their own behind it, where the style sheet hides everything else.
// Without this script no answer is printed. Instant navigation may run it again: each handler has one place.

onbeforeprint = () => {
  const answers = document.createElement("section");
  answers.className = "print-answers";
  answers.innerHTML = "<h2>Answers</h2>";
  for (const root of document.querySelectorAll(
    "quiz-question:not([hidden], [hidden] *) > form, .quiz-case:has(quiz-question:not([hidden])) > :is(.quiz-label, .quiz-answer), .success:not(h1.lettered ~ *)"
  )) {
    // An answer of the notes stands below a heading that says what it answers.
    let heading = root.matches(".success") && root;
    while (heading && !heading.matches("h2, h3")) heading = heading.previousElementSibling;
    if (heading) answers.append(heading.cloneNode(true));
    answers.append(root.cloneNode(true));
  }
  for (const folded of answers.querySelectorAll("details")) folded.open = true;
  if (answers.children[1]) document.querySelector("article").append(answers);
};

onafterprint = () => document.querySelector(".print-answers")?.remove();
