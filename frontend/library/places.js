// Places in a picture, in percent of it.
export const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

/** Returns a place that is large enough to be seen and lies in the picture. */
export function inside({ x, y, w, h }) {
  const width = clamp(w, 0.5, 100);
  const height = clamp(h, 0.5, 100);
  return { x: clamp(x, 0, 100 - width), y: clamp(y, 0, 100 - height), w: width, h: height };
}

/** Puts an SVG element at a place. */
export function show(element, place) {
  const names = { x: "x", y: "y", w: "width", h: "height" };
  for (const [key, name] of Object.entries(names)) element.setAttribute(name, `${place[key].toFixed(2)}%`);
}

/** Returns where in a frame the mouse, a finger or a pen is. */
export function toPercent(event, frame) {
  const { left, top, width, height } = frame.getBoundingClientRect();
  return {
    x: clamp(((event.clientX - left) / width) * 100, 0, 100),
    y: clamp(((event.clientY - top) / height) * 100, 0, 100),
  };
}

/** Returns the place between two points. */
export const between = (from, to) => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  w: Math.abs(to.x - from.x),
  h: Math.abs(to.y - from.y),
});

/** Returns the rectangle that shows what is being drawn in a frame. */
export function rectangleIn(frame) {
  const rectangle = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  rectangle.setAttribute("class", "drawn");
  frame.querySelector("svg[role=group]").append(rectangle);
  return rectangle;
}
