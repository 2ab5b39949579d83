// What tables of results share: scores and rows.

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

quiz.tables = { marksOf, fillRows };
