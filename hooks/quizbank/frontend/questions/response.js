// A learner's response, read from the controls of a question's form and put back into them: the values chosen, the points
// ticked, and the texts typed by the names of their boxes.

const EMPTY = { picked: [], points: [], typed: {} };

function isPicker(input) {
  return input.name.startsWith("picked");
}

function isChosen(input) {
  return input.type === "select-one" ? input.value !== "" : input.checked;
}

function readResponse(inputs, points) {
  return {
    picked: inputs.filter((input) => isPicker(input) && isChosen(input)).map((input) => input.value),
    points: points.filter((point) => point.checked).map((point) => point.value),
    typed: Object.fromEntries(inputs.filter((input) => !isPicker(input)).map((box) => [box.name, box.value]))
  };
}

// Values that no control knows any longer are passed over.
function fillResponse(inputs, points, { picked, points: ticked, typed }) {
  for (const input of inputs) {
    if (input.type === "select-one")
      input.value = picked.find((value) => [...input.options].some((option) => option.value === value)) ?? "";
    else if (isPicker(input)) input.checked = picked.includes(input.value);
    else input.value = typed[input.name] ?? "";
  }
  for (const point of points) point.checked = ticked.includes(point.value);
}
