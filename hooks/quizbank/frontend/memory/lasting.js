// Browsers keep what a site stores until they need the room, unless they promise more. They are asked once, when there is something
// worth keeping, and never as a page opens: some ask the learner.
const WORTH_KEEPING = 5; // cards

quiz.store.reviewed = async function () {
  const asked = `${this.prefix}asked`;
  try {
    if (!this.kept || this.area.getItem(asked) || this.ids("card").length < WORTH_KEEPING) return;
    this.area.setItem(asked, "1");
    await navigator.storage.persist();
  } catch {
    // this browser makes no promises
  }
};
