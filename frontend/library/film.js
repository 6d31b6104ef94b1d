// A video with what was found in it: boxes that follow what they are about, and a line of when each is there.
import { $, $$, el, icon } from "../composer/dom.js";
import { show } from "./places.js";
import { bestOf, clock, placeAt, rowsOf } from "./sights.js";

const SVG = "http://www.w3.org/2000/svg";
const ROWS = 6; // of the line of finds
const HIGH = 6; // pixels of a row
const THICK = { open: 4.5, settled: 2 };

const svg = (name) => document.createElementNS(SVG, name);

export class Film {
  #root;
  #video;
  #seek;
  #tracks = [];
  #boxes = new Map();
  #moved;

  /** `moved` is told each second that is shown. */
  constructor(root, moved) {
    this.#root = root;
    this.#video = $("video", root);
    this.#seek = $("[data-seek]", root);
    this.#moved = moved;
    this.#video.controls = false;
    $("[data-bar]", root).hidden = false;
    this.#listen();
  }

  get frame() {
    return $("[data-frame]", this.#root);
  }

  get second() {
    return this.#video.currentTime;
  }

  get seconds() {
    return Number(this.#seek.max);
  }

  get connected() {
    return this.#root.isConnected;
  }

  pause() {
    this.#video.pause();
  }

  /** Goes to where something is largest. */
  goTo(pk) {
    const track = this.#tracks.find((one) => one.pk === pk);
    if (track) this.#to(bestOf(track), true);
  }

  /** Takes over what the page says now: what was found, what is selected, and the captions. */
  update(tracks, selected, captions) {
    this.#tracks = tracks;
    const known = new Set(tracks.map((track) => track.pk));
    for (const [pk, holder] of this.#boxes) if (!known.has(pk)) (holder.remove(), this.#boxes.delete(pk));
    // The largest come first, so that a small one can be reached within a large one.
    const size = ({ boxes }) => Math.max(...boxes.map(([, , , w, h]) => w * h));
    for (const track of tracks.toSorted((one, other) => size(other) - size(one))) this.#dress(track, track.pk === selected);
    this.#lanes(selected);
    this.#caption(captions);
    this.#draw();
  }

  #listen() {
    const video = this.#video;
    const play = $("[data-play]", this.#root);
    const toggle = () => (video.paused ? video.play().catch(() => {}) : video.pause());
    play.addEventListener("click", toggle);
    video.addEventListener("click", (event) => event.shiftKey || toggle());
    for (const name of ["play", "pause"]) {
      video.addEventListener(name, () => {
        play.classList.toggle("on", !video.paused);
        play.ariaLabel = video.paused ? "Play" : "Pause";
      });
    }
    this.#seek.addEventListener("input", () => this.#to(Number(this.#seek.value), false));
    $("[data-lanes]", this.#root).addEventListener("click", ({ target }) => $(`#list-${target.dataset.lane}`)?.click());
    const muted = $("[data-muted]", this.#root);
    muted?.addEventListener("click", () => {
      video.muted = !video.muted;
      muted.ariaPressed = String(video.muted);
    });
    const captions = $("[data-captions-on]", this.#root);
    captions.addEventListener("click", () => {
      captions.ariaPressed = String(captions.ariaPressed !== "true");
      this.#showCaptions();
    });
    // Boxes belong to what is shown, and never to a poster of another moment.
    video.addEventListener("loadeddata", () => video.removeAttribute("poster"));
    for (const name of ["timeupdate", "seeked", "loadeddata"]) video.addEventListener(name, () => this.#draw());
    const follow = () => (this.#draw(), video.requestVideoFrameCallback(follow));
    if ("requestVideoFrameCallback" in video) video.requestVideoFrameCallback(follow);
  }

  #to(second, stop) {
    if (stop) this.#video.pause();
    this.#video.currentTime = second;
    this.#seek.value = second;
    this.#draw();
  }

  #draw() {
    const second = this.second;
    for (const track of this.#tracks) {
      const holder = this.#boxes.get(track.pk);
      const place = placeAt(track, second);
      holder.toggleAttribute("hidden", !place);
      if (place) show(holder, place);
      else if (holder.contains(document.activeElement)) $(`#list-${track.pk}`)?.focus();
    }
    if (document.activeElement !== this.#seek || !this.#video.paused) this.#seek.value = second;
    this.#seek.ariaValueText = `${clock(second)} of ${clock(this.seconds)}`;
    $("[data-now]", this.#root).textContent = clock(second);
    this.#moved(second);
  }

  #dress(track, selected) {
    let holder = this.#boxes.get(track.pk);
    if (!holder) {
      holder = svg("foreignObject");
      const press = () => $(`#list-${track.pk}`)?.click();
      holder.append(el("button", { type: "button", click: press }, el("span")));
      this.#boxes.set(track.pk, holder);
    }
    const button = holder.firstElementChild;
    button.className = `facebox ${track.css}`;
    button.ariaLabel = track.name;
    button.ariaPressed = String(selected);
    button.firstElementChild.replaceChildren(icon(track.icon), track.label);
    // Appending anew what is there already would take the focus from it.
    if (!holder.isConnected) $("svg[role=group]", this.frame).append(holder);
  }

  #lanes(selected) {
    const rows = rowsOf(this.#tracks, ROWS);
    const lanes = $("[data-lanes]", this.#root);
    lanes.setAttribute("height", (Math.max(0, ...rows.map((row) => row + 1)) || 0) * HIGH);
    lanes.replaceChildren(
      ...this.#tracks.map((track, index) => {
        const lane = svg("rect");
        const part = (second) => `${(second / this.seconds) * 100}%`;
        const height = track.css.includes("fb-open") ? THICK.open : THICK.settled;
        const place = { x: part(track.since), width: part(Math.max(track.until - track.since, 0.1)), height, rx: 1 };
        place.y = rows[index] * HIGH + (HIGH - height) / 2;
        for (const [key, value] of Object.entries(place)) lane.setAttribute(key, value);
        lane.setAttribute("class", `lane ${track.css}${track.pk === selected ? " on" : ""}`);
        lane.dataset.lane = track.pk;
        return lane;
      }),
    );
  }

  #caption(captions) {
    if (captions === this.#video.captioned) return;
    this.#video.captioned = captions;
    $$("track", this.#video).forEach((track) => (URL.revokeObjectURL(track.src), track.remove()));
    $("[data-captions-on]", this.#root).hidden = !captions;
    if (!captions) return;
    const src = URL.createObjectURL(new Blob([captions], { type: "text/vtt" }));
    this.#video.append(el("track", { kind: "captions", label: "Captions", srclang: document.documentElement.lang, src }));
    this.#showCaptions();
  }

  #showCaptions() {
    const on = $("[data-captions-on]", this.#root).ariaPressed === "true";
    for (const track of this.#video.textTracks) track.mode = on ? "showing" : "disabled";
  }
}
