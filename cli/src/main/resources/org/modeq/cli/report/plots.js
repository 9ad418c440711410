// Values read off a plot, by pointer or keyboard, and a closer look at it.
(() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const FARTHEST = 24;
  const CLOSEST = 32;
  const RING = 6;

  const scale = (text) => {
    const [kind, lowest, highest] = text.split(" ");
    return { isLog: kind === "log", lowest: Number(lowest), highest: Number(highest) };
  };

  const written = (value, digits = 3) => {
    if (value === 0) {
      return "0";
    }
    const size = Math.abs(value);
    const isLong = size < 1e-3 || size >= 1e5;
    const text = isLong ? value.toExponential(digits - 1) : String(Number(value.toPrecision(3)));
    return text.replace("e+", "e").replaceAll("-", "−");
  };

  /** A frame inside a picture, its curves as lists of places, and the numbers of its axes. */
  const frameOf = (svg, names) => {
    const box = svg.viewBox.baseVal;
    const whole = { x: box.x, y: box.y, width: box.width, height: box.height };
    const across = scale(svg.dataset.x);
    const up = scale(svg.dataset.y);
    const valueOf = (axis, part) => {
      const place = axis.lowest + part * (axis.highest - axis.lowest);
      return axis.isLog ? 10 ** place : place;
    };
    const xOf = (x) => valueOf(across, (x - whole.x) / whole.width);
    const yOf = (y) => valueOf(up, 1 - (y - whole.y) / whole.height);
    const curves = [...svg.querySelectorAll("g[class^='curve-']")]
      .map((group) => ({ name: names.get(group.getAttribute("class")) ?? "", points: pointsOf(group) }))
      .filter((curve) => curve.points.length > 0);
    const words = ({ curve, x, y }) =>
      `${curve.name ? `${curve.name.split(":")[0]}: ` : ""}${svg.dataset.across} ${written(xOf(x))}, ` +
      `${svg.dataset.up} ${written(yOf(y))}`;
    return { svg, whole, curves, words, xOf, yOf, zoom: 1 };
  };

  /** The marks of a curve; of a line without marks its corners, of bars their ends. */
  const pointsOf = (group) => {
    const marks = [...group.querySelectorAll("path[transform]:not([class])")].map((mark) => {
      const [x, y] = mark.getAttribute("transform").match(/-?[\d.]+/g).map(Number);
      return { x, y };
    });
    const bars = [...group.querySelectorAll("rect:not([stroke='none'])")].map((bar) => ({
      x: bar.x.baseVal.value + bar.width.baseVal.value / 2,
      y: bar.y.baseVal.value,
    }));
    const corners = [...group.querySelectorAll("polyline")].flatMap((line) =>
      [...line.points].map(({ x, y }) => ({ x, y })));
    return [marks, bars, corners].find((points) => points.length > 0) ?? [];
  };

  /** The numbers beside a frame: they stand below it and to the left of it. */
  const numbersOf = (picture, { whole }) =>
    [...picture.querySelectorAll(":scope > text")].flatMap((text) => {
      const x = Number(text.getAttribute("x"));
      const y = Number(text.getAttribute("y"));
      const isAcross = Math.abs(y - whole.y - whole.height - 20) < 1 && x > whole.x - 1 && x < whole.x + whole.width + 1;
      const isUp = text.getAttribute("text-anchor") === "end" && Math.abs(x - whole.x + 8) < 1;
      return isAcross || isUp ? [{ text, isAcross, place: isAcross ? x : y - 5, nodes: [...text.childNodes] }] : [];
    });

  const element = (name, attributes) => {
    const made = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  };

  const button = (words, action) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", action);
    return made;
  };

  class Plot {
    constructor(picture, status) {
      this.picture = picture;
      this.status = status;
      const names = new Map();
      for (const key of picture.querySelectorAll(":scope > g[class^='curve-']")) {
        const name = key.getAttribute("class");
        const words = key.nextElementSibling;
        if (!names.has(name) && words?.localName === "text") {
          names.set(name, words.textContent);
        }
      }
      this.frames = [...picture.querySelectorAll("svg[data-x]")].map((svg) => frameOf(svg, names));
      this.points = this.frames.flatMap((frame) =>
        frame.curves.flatMap((curve) => curve.points.map((point) => ({ ...point, curve, frame }))));
      this.numbers = new Map(this.frames.map((frame) => [frame, numbersOf(picture, frame)]));
      this.cross = element("g", { class: "crosshair", "aria-hidden": "true" });
      this.cross.append(element("path", {}), element("circle", { r: RING }));
      this.at = -1;
    }

    /** Reads the value at a point. */
    read(index) {
      this.at = index;
      const { x, y, frame } = this.points[index];
      if (frame.zoom > 1) {
        this.look(frame, frame.zoom);
      }
      const { whole } = frame;
      const [line, ring] = this.cross.children;
      line.setAttribute("d", `M${whole.x} ${y}h${whole.width}M${x} ${whole.y}v${whole.height}`);
      ring.setAttribute("cx", x);
      ring.setAttribute("cy", y);
      ring.setAttribute("r", RING / frame.zoom);
      frame.svg.append(this.cross);
      this.status.textContent = frame.words(this.points[index]);
    }

    /** The point nearest to a place of the window, if one is near. */
    nearest(event) {
      const corner = this.picture.getBoundingClientRect();
      const unit = this.picture.viewBox.baseVal.width / corner.width;
      const x = (event.clientX - corner.left) * unit;
      const y = (event.clientY - corner.top) * unit;
      let best = { distance: FARTHEST, index: -1 };
      this.points.forEach((point, index) => {
        const box = point.frame.svg.viewBox.baseVal;
        const { whole, zoom } = point.frame;
        const distance = Math.hypot(
          whole.x + (point.x - box.x) * zoom - x, whole.y + (point.y - box.y) * zoom - y);
        if (distance < best.distance) {
          best = { distance, index };
        }
      });
      return best.index;
    }

    /** The points of a curve from left to right, or along it if it turns back. */
    along(curve) {
      const own = this.points.flatMap((point, index) => (point.curve === curve ? [{ point, index }] : []));
      return this.isFunction(curve) ? own.sort((a, b) => a.point.x - b.point.x) : own;
    }

    /** The next point on the same curve, or the nearest on the next curve; the first point to begin with. */
    step(right, curves) {
      const here = this.points[this.at];
      const all = [...new Set(this.points.map((point) => point.curve))];
      if (!here) {
        this.read(this.along(all[0])[0].index);
      } else if (curves !== 0) {
        const own = this.along(all[(all.indexOf(here.curve) + curves + all.length) % all.length]);
        own.sort((a, b) => Math.abs(a.point.x - here.x) - Math.abs(b.point.x - here.x));
        this.read(own[0].index);
      } else {
        const own = this.along(here.curve);
        const place = own.findIndex(({ index }) => index === this.at) + right;
        this.read(own[Math.max(0, Math.min(own.length - 1, place))].index);
      }
    }

    /** Whether a curve goes one way: then "right" is to the right, otherwise it is along the curve. */
    isFunction({ points }) {
      const ways = points.slice(1).map((point, i) => Math.sign(point.x - points[i].x));
      return ways.every((way) => way >= 0) || ways.every((way) => way <= 0);
    }

    /** Shows a frame so many times as large, around the point that was read. */
    look(frame, zoom) {
      frame.zoom = Math.max(1, Math.min(CLOSEST, zoom));
      const { whole } = frame;
      const here = this.points[this.at]?.frame === frame
        ? this.points[this.at]
        : { x: whole.x + whole.width / 2, y: whole.y + whole.height / 2 };
      const width = whole.width / frame.zoom;
      const height = whole.height / frame.zoom;
      const x = Math.max(whole.x, Math.min(whole.x + whole.width - width, here.x - width / 2));
      const y = Math.max(whole.y, Math.min(whole.y + whole.height - height, here.y - height / 2));
      frame.svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
      for (const mark of frame.svg.querySelectorAll("path[transform]")) {
        const place = mark.getAttribute("transform").match(/translate\([^)]*\)/)[0];
        mark.setAttribute("transform", frame.zoom === 1 ? place : `${place} scale(${1 / frame.zoom})`);
      }
      for (const text of frame.svg.querySelectorAll("text")) {
        text.style.fontSize = frame.zoom === 1 ? "" : `${11 / frame.zoom}px`;
      }
      frame.svg.querySelector(".crosshair circle")?.setAttribute("r", RING / frame.zoom);
      this.picture.classList.toggle("zoomed", this.frames.some((other) => other.zoom > 1));
      this.number(frame, x, y);
    }

    /** Writes beside a frame the values that stand there now. */
    number(frame, left, top) {
      const { whole, zoom } = frame;
      for (const { text, isAcross, place, nodes } of this.numbers.get(frame)) {
        if (zoom === 1) {
          text.replaceChildren(...nodes);
        } else {
          const value = isAcross
            ? frame.xOf(left + (place - whole.x) / zoom)
            : frame.yOf(top + (place - whole.y) / zoom);
          // Two digits: there is no room for more.
          text.replaceChildren(written(value, 2));
        }
      }
    }

    zoom(factor) {
      const here = this.points[this.at]?.frame;
      const frames = here && factor > 1 ? [here] : this.frames;
      frames.forEach((frame) => this.look(frame, factor === 0 ? 1 : frame.zoom * factor));
      const point = this.points[this.at];
      const words = point ? `${point.frame.words(point)}; ` : "";
      this.status.textContent = `${words}shown ${Math.max(...this.frames.map((frame) => frame.zoom))} times as large`;
    }

    /** What a key does; false if nothing. */
    key(key) {
      const action = {
        ArrowRight: () => this.step(1, 0),
        ArrowLeft: () => this.step(-1, 0),
        ArrowUp: () => this.step(0, -1),
        ArrowDown: () => this.step(0, 1),
        "+": () => this.zoom(2),
        "=": () => this.zoom(2),
        "-": () => this.zoom(0.5),
        0: () => this.zoom(0),
        Escape: () => this.zoom(0),
      }[key];
      action?.();
      return Boolean(action);
    }
  }

  for (const group of document.querySelectorAll("figure .scroll")) {
    if (!group.querySelector("svg.modeq-plot svg[data-x]")) {
      continue;
    }
    const line = document.createElement("p");
    line.className = "controls";
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    const plots = new Map();
    const plot = () => {
      const picture = [...group.querySelectorAll("svg.modeq-plot")].find((svg) => !svg.closest("[hidden]"));
      if (!plots.has(picture)) {
        plots.set(picture, new Plot(picture, status));
      }
      return plots.get(picture);
    };
    line.append(
      button("Zoom in", () => plot().zoom(2)),
      button("Zoom out", () => plot().zoom(0.5)),
      button("Whole", () => plot().zoom(0)),
      status,
    );
    status.textContent = "Point at a curve, or use the arrow keys, to read values; + and − zoom.";
    group.after(line);
    group.setAttribute("aria-label", "Picture; arrow keys read values, plus and minus zoom");
    group.addEventListener("pointermove", (event) => {
      const index = plot().nearest(event);
      if (index >= 0 && index !== plot().at) {
        plot().read(index);
      }
    });
    group.addEventListener("keydown", (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey && plot().points.length > 0 && plot().key(event.key)) {
        event.preventDefault();
      }
    });
  }
})();
