// Where something in a video is at a second, as bedside.guard.images.tracks tells it: between two sights it moves
// straight from one to the other. Places are parts of the picture, here in percent of it.
const percent = ([, x, y, w, h]) => ({ x: x * 100, y: y * 100, w: w * 100, h: h * 100 });

/** Returns the place of a track at a second; null where it is not in the picture. */
export function placeAt({ boxes, since, until }, second) {
  if (second < since || second > until) return null;
  const next = boxes.findIndex(([at]) => at > second);
  if (next === 0) return percent(boxes[0]);
  if (next < 0) return percent(boxes.at(-1));
  const [before, after] = [boxes[next - 1], boxes[next]];
  const share = (second - before[0]) / (after[0] - before[0]);
  return percent(before.map((value, index) => value + (after[index] - value) * share));
}

/** Returns the second at which it is largest. */
export const bestOf = ({ boxes }) => boxes.reduce((best, one) => (one[3] * one[4] > best[3] * best[4] ? one : best))[0];

/** Gives each track the first row in which nothing else is at the same time; the last row takes what is left over. */
export function rowsOf(tracks, most) {
  const ends = [];
  return tracks.map(({ since, until }) => {
    const free = ends.findIndex((end) => end <= since);
    const row = Math.min(free < 0 ? ends.length : free, most - 1);
    ends[row] = Math.max(until, ends[row] ?? 0);
    return row;
  });
}

/** Returns seconds as people write them: 1:05 or 1:02:05. */
export function clock(second) {
  const whole = Math.floor(second);
  const two = (number) => String(number).padStart(2, "0");
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
