// What the page is made of: formulas, drawings, tables, and buttons that copy.
const parts = (() => {
  "use strict";

  const firstRows = 60;

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  };

  const formula = (tex, display) => {
    const span = element("span", {});
    katex.render(tex, span, {
      throwOnError: false,
      trust: false,
      strict: "ignore",
      maxSize: 20,
      displayMode: display,
      errorColor: "var(--error)",
    });
    return span;
  };

  // Drawings come from modeq itself; they are parsed as XML, in which nothing runs.
  const drawing = (svg) => {
    const spaced = svg.includes("xmlns=") ? svg : svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ');
    return document.importNode(new DOMParser().parseFromString(spaced, "image/svg+xml").documentElement, true);
  };

  // The renderer leaves places free for the trees of a formula.
  const drawnFormula = (part) => {
    const made = formula(part.tex, true);
    [...made.querySelectorAll(".katex-html .katex-rule")].forEach((place, i) => {
      if (part.drawings[i]) {
        const tree = drawing(part.drawings[i]);
        // The renderer has a style for all drawings within it, which would take away their size.
        tree.style.width = `${tree.getAttribute("width")}px`;
        tree.style.height = `${tree.getAttribute("height")}px`;
        place.classList.add("place");
        place.append(tree);
      }
    });
    return made;
  };

  const scrolling = (label, ...children) => element("div", { class: "scroll", role: "group", tabindex: "0", "aria-label": label }, ...children);

  const say = (status, words) => {
    status.textContent = words;
    clearTimeout(Number(status.dataset.timer));
    status.dataset.timer = String(setTimeout(() => (status.textContent = ""), 4000));
  };

  const copyButton = (words, text) => {
    const status = element("span", { role: "status" });
    const button = element("button", { type: "button", class: "copy" }, words);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text);
        say(status, "copied");
      } catch (refused) {
        const area = element("textarea", { readonly: "", "aria-label": "Text to copy" });
        area.value = text;
        button.after(area);
        area.select();
        say(status, "not allowed to copy: the text is selected, copy it with the keyboard");
      }
    });
    return element("p", { class: "controls" }, button, status);
  };

  const row = (term) => {
    const made = element("tr", {}, element("th", { scope: "row" }, term.tree), element("td", {}, drawing(term.svg)));
    made.append(element("td", { class: "number" }, String(term.power)), element("td", {}, formula(term.tex, false)));
    for (const value of [term.b, term.symmetry, term.coefficient]) {
      made.append(element("td", { class: "number" }, value));
    }
    return made;
  };

  const termTable = (terms) => {
    const head = element("tr", {});
    for (const heading of ["tree", "drawn", "power of h", "F(t)", "b(t)", "σ(t)", "b/σ"]) {
      head.append(element("th", { scope: "col" }, heading));
    }
    const body = element("tbody", {}, ...terms.slice(0, firstRows).map(row));
    const caption = element("caption", {}, "Every tree t with its differential, b(t), its symmetry and the factor b/σ");
    const made = [scrolling("Terms", element("table", {}, caption, element("thead", {}, head), body))];
    if (terms.length > firstRows) {
      const more = element("button", { type: "button" }, `Show all ${terms.length} rows`);
      more.addEventListener("click", () => {
        body.append(...terms.slice(firstRows).map(row));
        more.parentElement.remove();
      });
      made.push(element("p", { class: "controls" }, more));
    }
    return made;
  };

  const swatch = (order) => {
    const line = drawing('<svg width="36" height="10" viewBox="0 0 36 10" aria-hidden="true"><path d="M1 5h34"/></svg>');
    line.firstElementChild.setAttribute("class", `flow flow-${order}`);
    return line;
  };

  const distance = (flow) => (flow.distance === undefined ? "leaves the finite numbers" : flow.distance.toExponential(2).replace("-", "−"));

  const distanceTable = (scene) => {
    const head = element("tr", {});
    for (const heading of ["flow", "order", "distance"]) {
      head.append(element("th", { scope: "col", ...(heading === "distance" ? { class: "number" } : {}) }, heading));
    }
    const body = element("tbody", {});
    for (const flow of scene.flows) {
      const first = element("th", { scope: "row" }, String(flow.order));
      body.append(element("tr", {}, element("td", {}, swatch(flow.order)), first, element("td", { class: "number" }, distance(flow))));
    }
    const caption = element("caption", {}, `From the end of each flow to the last of ${scene.steps} iterates`);
    return element("table", {}, caption, element("thead", {}, head), body);
  };

  const certificate = (answer) => {
    if (answer.form !== "loss") {
      return "";
    }
    return answer.isGradient
      ? "To this order the field is the negative gradient of the loss, for all losses."
      : `The field is the negative gradient of a loss through h^${answer.orderOfGradient - 1} and not beyond: ${answer.certificate}. R is the rest.`;
  };

  const decision = (answer) => {
    const lines = [element("p", { class: answer.verdict === "refuted" ? "verdict failed" : "verdict" }, answer.verdict)];
    if (answer.differenceTex) {
      const tex = `\\text{claimed}-\\text{derived}=${answer.differenceTex}`;
      lines.push(scrolling("Claimed minus derived", formula(tex, true)));
    }
    if (answer.counterexample) {
      lines.push(element("p", {}, `Counterexample: ${answer.counterexample}.`));
    }
    if (answer.reason) {
      lines.push(element("p", {}, answer.reason));
    }
    return lines;
  };

  const input = (label, name, value, attributes, onChange) => {
    const made = element("input", { spellcheck: "false", autocomplete: "off", "aria-label": label, ...attributes });
    made.dataset.field = name;
    made.value = value;
    made.addEventListener("change", () => onChange(made.value.trim()));
    return element("label", {}, label, made);
  };

  return { element, formula, certificate, decision, input, drawnFormula, scrolling, say, copyButton, termTable, distance, distanceTable };
})();
