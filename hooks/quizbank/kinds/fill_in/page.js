// Case, spacing, hyphens and marks at the ends are forgiven. A near miss is told apart from a wrong answer.

function plain(text) {
  return text.normalize("NFKC").toLowerCase().replace(/(\d[.,](?=\d))|[.,;:!?'"’‘“”()]/g, "$1").replace(/[\s\-‐-―/]+/g, " ").trim().replace(/^(?:an?|the) /, "");
}

// How many letters must be added, dropped, changed or swapped with a neighbour to turn one word into the other
// (optimal string alignment).
function distance(from, to) {
  const rows = [[...Array(to.length + 1).keys()]];
  for (let i = 1; i <= from.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= to.length; j += 1) {
      const cost = from[i - 1] === to[j - 1] ? 0 : 1;
      let best = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + cost);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) best = Math.min(best, rows[i - 2][j - 2] + 1);
      rows[i].push(best);
    }
  }
  return rows[from.length][to.length];
}

// Short words and initials leave no room for a slip: KPO is not a misspelt BPO.
function slipsAllowed(word) {
  if (word.length < 5) return 0;
  return word.length < 10 ? 1 : 2;
}

// Another number is another answer, never a slip.
function isSlip(answer, accepted) {
  const digits = (text) => text.replace(/\D/g, "");
  return digits(answer) === digits(accepted) && distance(accepted, answer) <= slipsAllowed(accepted);
}

function markBlank({ text: typed }, { accepted, near }) {
  const answer = plain(typed);
  if (accepted.some((text) => plain(text) === answer)) return { share: 1 };
  const named = near.find((text) => plain(text) === answer);
  if (named !== undefined) return { share: 0, near: named };
  const slip = answer !== "" && accepted.some((text) => isSlip(answer, plain(text)));
  return slip ? { share: 0, near: "", note: "Look at the spelling." } : { share: 0 };
}

quiz.add("fill-in", { mark: markBlank });
