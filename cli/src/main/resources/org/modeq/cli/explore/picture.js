// The picture of a run. It is drawn here, not by the server, so that it follows the hand; the numbers are the server's.
const picture = (() => {
  "use strict";

  const border = { left: 46, right: 8, top: 8, bottom: 34 };
  const aspect = 1.5;
  const farthest = 1e5;

  const shape = (name, attributes, ...children) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) {
      made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  };

  // Round numbers between two bounds, about as many as asked for.
  const ticks = (low, high, count) => {
    const raw = (high - low) / count;
    const power = 10 ** Math.floor(Math.log10(raw));
    const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= raw * 0.999);
    const places = Math.min(12, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
    const found = [];
    for (let k = Math.ceil(low / step); k * step <= high; k++) {
      const words = Math.abs(k * step) >= 1e6 ? (k * step).toExponential(1) : (k * step).toFixed(places);
      found.push({ at: k * step, words: words.replace("-", "−") });
    }
    return found;
  };

  const frameOf = (host, bounds) => {
    const width = Math.max(240, host.clientWidth);
    const wide = width - border.left - border.right;
    const high = wide / aspect;
    const [left, right, low, top] = bounds;
    const bounded = (value) => Math.min(farthest, Math.max(-farthest, value)).toFixed(1);
    return {
      width,
      height: high + border.top + border.bottom,
      wide,
      high,
      across: (x) => bounded(border.left + ((x - left) / (right - left)) * wide),
      down: (y) => bounded(border.top + ((top - y) / (top - low)) * high),
      xAt: (pixel) => left + ((pixel - border.left) / wide) * (right - left),
      yAt: (pixel) => top - ((pixel - border.top) / high) * (top - low),
    };
  };

  const way = (frame, places) => places.map(([x, y], i) => `${i ? "L" : "M"}${frame.across(x)} ${frame.down(y)}`).join("");

  const axes = (frame, bounds) => {
    const group = shape("g", {});
    const bottom = border.top + frame.high;
    for (const tick of ticks(bounds[0], bounds[1], frame.wide / 80)) {
      const x = frame.across(tick.at);
      group.append(shape("line", { class: "tick", x1: x, x2: x, y1: bottom, y2: bottom + 5 }));
      group.append(shape("text", { x, y: bottom + 18, "text-anchor": "middle" }, tick.words));
    }
    for (const tick of ticks(bounds[2], bounds[3], frame.high / 55)) {
      const y = frame.down(tick.at);
      group.append(shape("line", { class: "tick", x1: border.left - 5, x2: border.left, y1: y, y2: y }));
      group.append(shape("text", { x: border.left - 8, y: Number(y) + 4, "text-anchor": "end" }, tick.words));
    }
    group.append(shape("rect", { class: "axis", x: border.left, y: border.top, width: frame.wide, height: frame.high }));
    group.append(shape("text", { x: border.left + frame.wide, y: bottom + 32, "text-anchor": "end" }, "x"));
    group.append(shape("text", { x: 2, y: border.top + 10 }, "y"));
    return group;
  };

  const inside = (frame, scene) => {
    // A nested element shows nothing outside itself.
    const box = { x: border.left, y: border.top, width: frame.wide, height: frame.high };
    const nested = shape("svg", { ...box, viewBox: `${box.x} ${box.y} ${box.width} ${box.height}` });
    nested.append(shape("path", { class: "level", d: scene.levels.map((line) => way(frame, line)).join("") }));
    nested.append(shape("path", { class: "way", d: way(frame, scene.iterates) }));
    for (const flow of scene.flows) {
      nested.append(shape("path", { class: `flow flow-${flow.order}`, d: way(frame, flow.path) }));
    }
    for (const [x, y] of scene.iterates.slice(1)) {
      nested.append(shape("circle", { class: "iterate", cx: frame.across(x), cy: frame.down(y), r: 3.5 }));
    }
    const [x, y] = scene.iterates[0];
    nested.append(shape("circle", { class: "start", cx: frame.across(x), cy: frame.down(y), r: 6 }));
    return nested;
  };

  const draw = (host, scene, title, description) => {
    const frame = frameOf(host, scene.window);
    const svg = shape("svg", { role: "img", "aria-label": title, viewBox: `0 0 ${frame.width} ${frame.height}` });
    svg.append(shape("title", {}, title), shape("desc", {}, description), axes(frame, scene.window), inside(frame, scene));
    host.replaceChildren(svg);
    return frame;
  };

  // Where a pointer is in the plane, or nothing outside the frame.
  const place = (host, frame, event) => {
    const box = host.getBoundingClientRect();
    const scale = frame.width / box.width;
    const across = (event.clientX - box.left) * scale;
    const down = (event.clientY - box.top) * scale;
    const isInside =
      across >= border.left && across <= border.left + frame.wide && down >= border.top && down <= border.top + frame.high;
    return isInside ? { x: frame.xAt(across), y: frame.yAt(down) } : undefined;
  };

  return { draw, place };
})();
