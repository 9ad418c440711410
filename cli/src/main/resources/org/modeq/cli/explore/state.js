// What is asked lives behind the # of the address, so that a view can be kept, sent, and gone back to.
const state = (() => {
  "use strict";

  const usual = {
    method: "gd", substeps: "", order: "3", notation: "", form: "field", x: "1.5", y: "1", steps: "20", h: "0.2", window: "",
    claimed: "", kind: "field", terms: "",
  };
  const together = 1500;
  const values = { ...usual };
  const parameters = new Map();
  const losses = new Map();

  const usualLoss = { formula: () => "" };

  const pairs = (given, name) =>
    given.getAll(name).map((pair) => pair.split(/=(.*)/s)).filter((parts) => parts.length > 1);

  const read = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const name of Object.keys(usual)) {
      values[name] = given.get(name) ?? usual[name];
    }
    parameters.clear();
    losses.clear();
    pairs(given, "param").forEach(([name, value]) => parameters.set(name, value));
    pairs(given, "loss").forEach(([name, value]) => losses.set(name, value));
  };

  const written = () => {
    const hash = new URLSearchParams();
    for (const name of Object.keys(usual)) {
      if (values[name] !== usual[name]) {
        hash.set(name, values[name]);
      }
    }
    parameters.forEach((value, name) => value && hash.append("param", `${name}=${value}`));
    losses.forEach((value, name) => value !== usualLoss.formula(name) && hash.append("loss", `${name}=${value}`));
    return hash.toString();
  };

  let lastReason = "";
  let lastTime = -together;

  // What changes in one go, as a dragged slider does, is one entry of the history.
  const keep = (reason) => {
    const hash = written();
    if (hash === location.hash.slice(1)) {
      return;
    }
    const isSameGo = reason === lastReason && performance.now() - lastTime < together;
    history[isSameGo ? "replaceState" : "pushState"](null, "", hash ? `#${hash}` : location.pathname);
    lastReason = reason;
    lastTime = performance.now();
  };

  return { values, parameters, losses, usualLoss, read, keep };
})();
