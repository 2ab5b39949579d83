// Marks as a learner reads them: at most two decimals, none that are zero.
function formatMarks(marks) {
  return String(Math.round(marks * 100) / 100).replace("-", "−");
}
