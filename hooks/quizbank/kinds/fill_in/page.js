// Case, gaps and marks at the ends are forgiven. A near miss is reported separately from a wrong answer.

// The plain form of a text and, where it begins with an article, the form that keeps it: "A level" is "A-level".
function forms(text) {
  const words = visible(text).replace(/([0-9][.,](?=[0-9]))|[{marks}]/g, "$1");
  return [words.replace(/{article}/, ""), words].map(joined);
}

// Words without the gaps between them, "and" as a sign, and digits in groups as one number.
function joined(words) {
  const apart = words
    .replace(/[{gaps}]+/g, " ")
    .trim()
    .replace(/(^| )and(?= |$)/g, "$1&");
  return apart.replace(/{grouping}/g, "$1").replace(/([0-9] (?=[0-9]))| /g, "$1");
}

// Whether one text becomes the other if at most `slips` letters are added, dropped, changed or swapped with a neighbour
// (optimal string alignment).
function isWithin(slips, one, other) {
  if (one === other) return true;
  if (!slips) return false;
  let same = 0;
  while (one[same] === other[same]) same += 1;
  const [a, b] = [one.slice(same), other.slice(same)];
  const edited = (from, to) => isWithin(slips - 1, a.slice(from), b.slice(to));
  return edited(1, 0) || edited(0, 1) || edited(1, 1) || (a[0] === b[1] && a[1] === b[0] && edited(2, 2));
}

// Short words and initials leave no room for a slip: NO is not a misspelt CO. Another number is another answer.
function isSlip(answer, accepted) {
  const [digits, others] = [answer, accepted].map((text) => text.replace(/[^0-9]/g, ""));
  return answer && digits === others && isWithin((accepted.length > 4) + (accepted.length > 9), answer, accepted);
}

function markBlank({ text }, { accepted, near }) {
  const typed = forms(text);
  if (!typed[0]) return { share: 0, unreadable: true }; // nothing that can be seen
  const isSame = (other) => forms(other).some((form) => typed.includes(form));
  if (accepted.some(isSame)) return { share: 1 };
  if (near.some(isSame)) return { share: 0, near: near.find(isSame) };
  return accepted.some((other) => isSlip(typed[0], forms(other)[0]))
    ? { share: 0, near: "", note: say("question.spelling") }
    : { share: 0 };
}

quiz.add("fill-in", { mark: markBlank });
