// All attempts that were finished, at one paper or at all, the first one first. One that a backup brought a second time counts once.
// Of those whose answers are kept there is also the `seed`.
quiz.attempts = function (paper) {
  const { store } = quiz;
  const isOf = (id) => !paper || id.startsWith(`${paper}~`);
  const past = store.ids("past").filter(isOf);
  const kept = store.ids("sitting").filter((id) => isOf(id) && store.read("sitting", id).result);
  const all = new Map(past.map((id) => [id, store.read("past", id)]));
  for (const id of kept) {
    const { seed, title, result } = store.read("sitting", id);
    all.set(`${id}~${result.time}`, { seed, title, ...result });
  }
  return [...all.values()].sort((one, other) => one.time - other.time);
};
