(() => {
  "use strict";

  const byId = (id) => document.getElementById(id);
  const usual = {
    method: "gd", parameters: "", order: "3", notation: "", loss: "x^2/2 + 2*y^2", x: "1.5", y: "1", steps: "20", h: "0.2", formula: "",
  };
  const names = Object.keys(usual);

  // What is asked lives behind the # of the address, so that a view can be kept and sent.
  const readState = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const name of names) {
      byId(name).value = given.get(name) ?? usual[name];
    }
    byId("h-value").textContent = byId("h").value;
  };
  const writeState = () => {
    const state = new URLSearchParams();
    for (const name of names) {
      if (byId(name).value !== usual[name]) {
        state.set(name, byId(name).value);
      }
    }
    const hash = state.toString();
    if (hash !== location.hash.slice(1)) {
      history.pushState(null, "", hash ? `#${hash}` : location.pathname);
    }
  };

  const parameters = (query) => {
    for (const pair of byId("parameters").value.split(/[\s,]+/).filter((part) => part)) {
      query.append("param", pair);
    }
    return query;
  };

  const ask = async (path, query, posted) => {
    const answer = await fetch(posted ? path : `${path}?${query}`, posted ? { method: "POST", body: query.toString() } : {});
    const json = await answer.json();
    if (!answer.ok) {
      throw new Error(json.error);
    }
    return json;
  };

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes ?? {})) {
      made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  };

  const formula = (tex, display) => {
    const span = element("span", {});
    katex.render(tex, span, { throwOnError: false, trust: false, strict: "ignore", maxSize: 20, displayMode: display });
    return span;
  };

  const copyButton = (words, text) => {
    const status = element("span", { role: "status" });
    const button = element("button", { type: "button", class: "copy" }, words);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text);
        status.textContent = "copied";
      } catch (refused) {
        const area = element("textarea", { readonly: "", "aria-label": "Text to copy" });
        area.value = text;
        button.after(area);
        area.select();
        status.textContent = "not allowed to copy: the text is selected, copy it with the keyboard";
      }
      setTimeout(() => (status.textContent = ""), 4000);
    });
    return element("p", { class: "controls" }, button, " ", status);
  };

  const shown = (heading, part) => {
    const scroll = element("div", { class: "scroll", role: "group", tabindex: "0", "aria-label": heading });
    scroll.append(formula(part.tex, true));
    const parts = [scroll, copyButton("Copy LaTeX", part.copy)];
    return element("div", { class: "formula" }, element("p", {}, heading), ...parts);
  };

  // Drawings come from modeq itself; they are parsed as XML, in which nothing runs.
  const drawing = (svg) => {
    const spaced = svg.includes("xmlns=") ? svg : svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ');
    const parsed = new DOMParser().parseFromString(spaced, "image/svg+xml").documentElement;
    return document.importNode(parsed, true);
  };

  const table = (terms) => {
    const head = element("tr", {});
    for (const heading of ["tree", "drawn", "power of h", "F(t)", "b(t)", "σ(t)", "b/σ"]) {
      head.append(element("th", { scope: "col" }, heading));
    }
    const body = element("tbody", {});
    for (const term of terms) {
      const row = element("tr", {}, element("th", { scope: "row" }, term.tree), element("td", {}, drawing(term.svg)));
      row.append(element("td", { class: "number" }, String(term.power)), element("td", {}, formula(term.tex, false)));
      for (const value of [term.b, term.symmetry, term.coefficient]) {
        row.append(element("td", { class: "number" }, value));
      }
      body.append(row);
    }
    const made = element("table", {}, element("caption", {}, "Every tree with its numbers"), element("thead", {}, head), body);
    return element("div", { class: "scroll", role: "group", tabindex: "0", "aria-label": "Terms" }, made);
  };

  let lastDerived = 0;
  const derive = async () => {
    const mine = ++lastDerived;
    const status = byId("derive-status");
    try {
      const query = parameters(new URLSearchParams({ method: byId("method").value, order: byId("order").value }));
      if (byId("notation").value) {
        query.set("notation", byId("notation").value);
      }
      const answer = await ask("api/derive", query);
      if (mine !== lastDerived) {
        return;
      }
      byId("conventions").textContent = answer.conventions;
      const parts = [shown("Over trees", answer.series)];
      if (answer.brackets) {
        parts.push(shown("In brackets", answer.brackets));
      }
      if (answer.loss) {
        parts.push(shown("Loss and remainder", answer.loss));
        if (answer.loss.certificate) {
          parts.push(element("p", {}, answer.loss.certificate));
        }
      }
      byId("formulas").replaceChildren(...parts);
      byId("terms").replaceChildren(table(answer.terms));
      status.className = "";
      status.textContent = `${answer.method} to order ${answer.order}: ${answer.terms.length} trees`;
    } catch (failure) {
      if (mine === lastDerived) {
        status.className = "failed";
        status.textContent = failure.message;
      }
    }
  };

  // One run at a time; the newest wish is kept, so that a dragged slider neither floods the server nor lags behind.
  let running = false;
  let waiting = false;
  const run = async () => {
    if (running) {
      waiting = true;
      return;
    }
    running = true;
    const status = byId("run-status");
    try {
      const query = parameters(new URLSearchParams({ method: byId("method").value }));
      for (const name of ["loss", "x", "y", "steps", "h"]) {
        query.set(name, byId(name).value);
      }
      query.set("order", String(Math.min(4, Number(byId("order").value))));
      const answer = await ask("api/trajectory", query);
      byId("picture").replaceChildren(drawing(answer.svg));
      byId("warning").textContent = answer.warning;
      status.className = "";
      status.textContent = answer.flows
        .map((flow) => `order ${flow.order}: ${flow.distance === undefined ? "leaves the finite numbers" : `${flow.distance.toExponential(2)} from the last iterate`}`)
        .join("; ");
    } catch (failure) {
      status.className = "failed";
      status.textContent = failure.message;
    }
    running = false;
    if (waiting) {
      waiting = false;
      run();
    }
  };

  const check = async () => {
    const verdict = byId("verdict");
    try {
      const query = parameters(new URLSearchParams({ method: byId("method").value, order: String(Math.min(6, Number(byId("order").value))) }));
      query.set("formula", byId("formula").value);
      const answer = await ask("api/check", query, true);
      const lines = [element("p", {}, element("strong", {}, answer.verdict))];
      if (answer.difference) {
        lines.push(element("p", {}, `claimed − derived = ${answer.difference}`));
      }
      for (const line of [answer.reason, answer.counterexample]) {
        if (line) {
          lines.push(element("p", {}, line));
        }
      }
      verdict.replaceChildren(...lines);
    } catch (failure) {
      verdict.replaceChildren(element("p", { class: "failed" }, failure.message));
    }
  };

  const onSubmit = (id, action) => {
    byId(id).addEventListener("submit", (event) => {
      event.preventDefault();
      writeState();
      action();
    });
  };
  const all = () => {
    derive();
    run();
  };
  onSubmit("choice", all);
  onSubmit("run", run);
  onSubmit("claim", check);
  for (const id of ["method", "parameters", "order", "notation"]) {
    byId(id).addEventListener("change", () => {
      writeState();
      all();
    });
  }
  for (const id of ["loss", "x", "y", "steps"]) {
    byId(id).addEventListener("change", () => {
      writeState();
      run();
    });
  }
  byId("h").addEventListener("input", () => {
    byId("h-value").textContent = byId("h").value;
    run();
  });
  byId("h").addEventListener("change", writeState);
  addEventListener("popstate", () => {
    readState();
    all();
  });

  ask("api/methods", new URLSearchParams())
    .then((answer) => {
      for (const method of answer.methods) {
        byId("methods").append(element("option", { value: method.usage, label: method.summary }));
      }
    })
    .catch(() => {});
  readState();
  all();
})();
