// How well an answer went, as the schedule counts.

// 1 again, 2 hard, 3 good. A right guess is no more than hard: it comes back sooner.
function ratingOf(share, guess) {
  if (share < 0.5) return 1;
  return share < 1 || guess ? 2 : 3;
}
