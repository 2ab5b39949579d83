// Fills the charts that stand in the page's HTML: sizes in the picture, and the numbers in words in its description.

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

function describe(chart, words) {
  chart.querySelector("desc").textContent = words;
}

// One bar: how many of all are full, hatched, and neither.
function fillBar(chart, words, full, hatched, open) {
  const unit = 338 / Math.max(1, full + hatched + open);
  const [, fullBox, hatchedBox] = chart.querySelectorAll("rect");
  set(fullBox, { width: full * unit });
  set(hatchedBox, { x: 1 + full * unit, width: hatched * unit });
  describe(chart, words);
}

// A column for each day, [name, full, hatched]. Returns the largest number of a day.
function fillColumns(chart, words, days) {
  const most = Math.max(1, ...days.map(([, full, hatched]) => full + hatched));
  for (const [index, place] of chart.querySelectorAll("g:not([data-at])").entries()) {
    const [name, ...counts] = days[index];
    const [full, hatched] = counts.map((count) => (count * 80) / most);
    const [fullBox, hatchedBox, label] = place.children;
    set(fullBox, { y: 97 - full, height: full });
    set(hatchedBox, { y: 97 - full - hatched, height: hatched });
    if (label) label.textContent = name;
  }
  describe(chart, words);
  return most;
}

// The line at a day, from 0 to 27, or none.
function placeMark(mark, day) {
  mark.toggleAttribute("hidden", !(day >= 0 && day < 28));
  set(mark, { transform: `translate(${((day + 0.5) * 340) / 28 || 0})` });
}

// A dot for each share (0 to 1), from the first to the last, and a line through them.
function fillDots(chart, words, shares) {
  const places = shares.map((share, index) => [
    40 + (index * 290) / Math.max(1, shares.length - 1),
    85 - 75 * Math.max(0, share)
  ]);
  const group = chart.querySelector("g");
  const dots = places.map(([cx, cy]) => {
    const dot = group.firstChild.cloneNode();
    set(dot, { cx, cy });
    return dot;
  });
  group.replaceChildren(...dots);
  set(chart.querySelector(".is-mark"), { d: `M${places.join("L")}` });
  describe(chart, words);
}
