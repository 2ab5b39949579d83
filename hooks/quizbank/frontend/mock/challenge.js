// A challenge: the address of a paper with a score to beat, and how it is handed to a friend.

const CODE = /^[a-z0-9-]{1,16}(\.[a-z0-9-]{0,9})?$/i;
const SCORE = /^-?\d{1,3}$/;

// What an address asks for: the paper, a friend's score in per cent, and whether to go on at once with what was begun. Anybody can write
// an address: `fault` names what of it is neither a code nor a score; then it is paper 1, or no challenge.
function askedBy(hash) {
  const given = new URLSearchParams(hash.slice(1));
  const [code, score] = ["seed", "score"].map((name) => given.get(name) ?? "");
  const isCode = !code || CODE.test(code);
  const isScore = SCORE.test(score) && Math.abs(score) <= 100;
  return {
    seed: "1",
    print: "",
    ...(isCode && codeIn(hash)),
    rival: isCode && isScore ? Number(score) : undefined,
    fault: !isCode ? "code" : score && !isScore ? "score" : "",
    goesOn: given.get("do") === "run"
  };
}

function percentOf({ earned, marks }) {
  return Math.round((100 * earned) / (marks || 1));
}

// How a score compares with a friend's.
function rivalWords(result, score) {
  const ahead = percentOf(result) - score;
  return ahead > 0 ? say("mock.beaten", { score }) : ahead ? say("mock.behind", { score }) : say("mock.level", { score });
}

// By the device's own sheet, or the clipboard. Returns what to say of it. A folder has no address that a friend could open.
async function handOn({ paper, code, sitting }) {
  const percent = percentOf(sitting.result);
  const words = say("mock.challenge_words", { ...scoreIn(sitting.result), percent, title: paper.title });
  const isFolder = location.protocol === "file:";
  const url = isFolder ? undefined : new URL(`#seed=${code}&score=${percent}`, location).href;
  const text = isFolder ? `${words} ${say("mock.challenge_code", { code })}` : words;
  try {
    await navigator.share(url ? { text, url } : { text });
    return ""; // the sheet has said it
  } catch (error) {
    if (error.name === "AbortError") return ""; // the learner has closed the sheet
  }
  return copied([text, url].join(" ").trim(), say("mock.challenge_copied"));
}

async function copied(text, done) {
  try {
    await navigator.clipboard.writeText(text);
    return done;
  } catch {
    return say("mock.to_copy", { text }); // no clipboard here
  }
}
