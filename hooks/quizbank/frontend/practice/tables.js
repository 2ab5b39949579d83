// What tables of results share: scores, days and rows.

// A score in a table.
function marksOf({ earned, marks }) {
  return say("practice.marks_of", { earned: formatMarks(earned), marks: formatMarks(marks) });
}

function fillRows(body, rows) {
  const cells = ([first, ...rest]) => [
    quiz.make("th", { scope: "row" }, first),
    ...rest.map((cell) => quiz.make("td", {}, cell))
  ];
  body.replaceChildren(...rows.map((row) => quiz.make("tr", {}, ...cells(row))));
}

// A day as schedules count them, as a date.
function dayName(day) {
  return new Date(day * 86400000).toLocaleDateString(say("practice.locale"), { dateStyle: "medium", timeZone: "UTC" });
}

Object.assign(quiz, { marksOf, fillRows, dayName });
