// A daily reminder as a calendar file (iCalendar, RFC 5545).

const LINE = 75; // bytes: a longer line is folded, between letters

function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

// A line that goes on begins with a space, which counts.
function folded(line) {
  const size = (text) => new TextEncoder().encode(text).length;
  const lines = [""];
  for (const letter of line) {
    if (size(lines.at(-1) + letter) > LINE) lines.push(" ");
    lines[lines.length - 1] += letter;
  }
  return lines.join("\r\n");
}

// A day, counted since 1970, as a date without signs.
function dateOf(day) {
  return new Date(day * 86400000).toISOString().slice(0, 10).replaceAll("-", "");
}

// The file's text. `time` is written as 19:30, in the learner's own time wherever they are; `until` is the last day, if there is one, and
// `now` when the file was made, in milliseconds. A file with the same `uid` takes the place of the one before.
function calendarFile({ uid, summary, description, url, day, time, until, now }) {
  const clock = ["T", ...time.split(":").slice(0, 2), "00"].join("");
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${escaped(uid)}//EN`,
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${Math.floor(now / 60000)}`,
    `DTSTART:${dateOf(day)}${clock}`,
    "DURATION:PT15M",
    `RRULE:FREQ=DAILY${until === undefined ? "" : `;UNTIL=${dateOf(until)}${clock}`}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(url ? [`URL:${url}`] : []),
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(summary)}`,
    "TRIGGER:PT0S",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
    ""
  ]
    .map(folded)
    .join("\r\n");
}

// One reminder for each course: a later file changes the earlier one.
function saveReminder(reminder) {
  const uid = `daily-review@${quiz.store.prefix.slice(0, -1)}`;
  saveFile("daily-review.ics", "text/calendar", calendarFile({ ...reminder, uid, now: Date.now() }));
}
