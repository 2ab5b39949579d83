// The keys of the stage, for those who have a keyboard: a dialog that "?" opens, and a button that the style sheet shows with a mouse.

const { make, makeButton, filledIn, setRunning, verdictOf } = quiz;

const KEYS = [
  ["1–9, A–I", say("player.key_choose")],
  ["Enter", say("player.key_go")],
  ["?", say("player.key_help")]
];

class KeyHelp {
  constructor() {
    const id = "player-keys";
    const rows = KEYS.flatMap(([key, does]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, does)]);
    const close = makeButton(say("player.close"), "button", false, () => this.dialog.close());
    this.button = makeButton(say("player.keyboard"), "button", true, () => this.open());
    this.button.classList.add("player-help");
    this.dialog = make("dialog", { class: "player-keys", "aria-labelledby": id });
    this.dialog.append(make("h2", { id }, say("player.keyboard")), make("dl", {}, ...rows));
    this.dialog.append(make("div", { class: "quiz-actions" }, close));
  }

  open() {
    this.dialog.showModal();
  }
}
