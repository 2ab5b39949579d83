// The order in which the daily review asks, as a pure function.

// Mix the chapters: every second question comes from the chapter that is most like the one before, so that learners
// distinguish look-alikes, and the others from the chapter that has most left.
function alternate(items) {
  const left = [...items];
  const mixed = [];
  const fromBank = (name) => left.find((item) => item.question.bank.name === name);
  while (left.length) {
    const before = mixed.at(-1)?.question.bank;
    const contrast = mixed.length % 2 && before.contrasts ? fromBank(before.contrasts) : undefined;
    const next = contrast ?? fullest(left, before?.name) ?? left[0];
    left.splice(left.indexOf(next), 1);
    mixed.push(next);
  }
  return mixed;
}

// The first item of the bank that has most left, that bank aside which came just before.
function fullest(left, not) {
  const counts = {};
  for (const { question } of left)
    if (question.bank.name !== not) counts[question.bank.name] = (counts[question.bank.name] ?? 0) + 1;
  const most = Object.keys(counts).sort((one, other) => counts[other] - counts[one])[0];
  return left.find((item) => item.question.bank.name === most);
}
