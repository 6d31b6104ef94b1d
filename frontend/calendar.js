// The calendar: drag a post to another day, or say in a form where it goes. Without it, links lead to the same form.
import { dragging } from "./calendar/dragging.js";
import { offering } from "./calendar/offering.js";
import "./calendar/form.js";
import { onFresh } from "./calendar/moving.js";

onFresh((calendar) => {
  if (!document.getElementById("move")) return; // who may not move anything gets a calendar to read
  calendar.classList.add("can-move");
  dragging(calendar);
  offering(calendar);
});
