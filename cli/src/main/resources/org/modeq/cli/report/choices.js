// What the reader chooses: a notation, an order, a step size. The choice stands in the address, so that going back,
// loading again and a link keep it.
(() => {
  "use strict";

  const controls = [...document.querySelectorAll("[data-choice]")];
  // Not the value: a browser that loads a page again fills in what was there.
  const firstOf = (control) =>
    control.type === "range" ? control.defaultValue : [...control.options].find((option) => option.defaultSelected).value;
  const first = Object.fromEntries(controls.map((control) => [control.dataset.choice, firstOf(control)]));
  const valueOf = (name) => controls.find((control) => control.dataset.choice === name)?.value;

  for (const template of document.querySelectorAll("template.variant")) {
    const variant = document.createElement("div");
    variant.className = "variant";
    Object.assign(variant.dataset, template.dataset);
    variant.hidden = true;
    variant.append(template.content);
    template.replaceWith(variant);
    report.connect(variant);
  }

  const isChosen = (when) =>
    when.split(" ").every((condition) => {
      const [name, value] = condition.split("=");
      return (valueOf(name) ?? value) === value;
    });

  // One button in each row; it copies the term in the notation that is chosen.
  const copied = [...document.querySelectorAll("tr[data-copy-field]")];
  for (const table of new Set(copied.map((row) => row.closest("table")))) {
    const status = document.createElement("p");
    status.className = "controls";
    status.append(document.createElement("span"));
    status.firstChild.setAttribute("role", "status");
    table.closest(".scroll").after(status);
    const head = document.createElement("th");
    head.scope = "col";
    head.className = "act";
    head.textContent = "LaTeX";
    table.tHead.rows[0].append(head);
    for (const row of table.querySelectorAll("tr[data-copy-field]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "Copy";
      button.setAttribute("aria-label", `Copy the term of ${row.cells[0].textContent}`);
      button.addEventListener("click", () => {
        const notation = valueOf("notation") ?? "field";
        report.copy(button, status.firstChild, row.getAttribute(`data-copy-${notation}`));
      });
      const cell = row.insertCell();
      cell.className = "act";
      // There is nothing to copy of a term that is zero.
      cell.append(row.getAttribute("data-copy-field") === "0" ? "" : button);
    }
  }

  const show = () => {
    for (const element of document.querySelectorAll("[data-when]")) {
      element.hidden = !isChosen(element.dataset.when);
    }
    const order = Number(valueOf("order") ?? Infinity);
    for (const row of document.querySelectorAll("tr[data-order]")) {
      row.hidden = Number(row.dataset.order) > order;
    }
    document.querySelectorAll("table").forEach((table) => table.dispatchEvent(new Event("choose")));
    for (const slider of document.querySelectorAll("input[type=range][data-choice]")) {
      const words = slider.closest("figure").querySelector(".variant:not([hidden])").dataset.words;
      slider.setAttribute("aria-valuetext", words);
      slider.closest("p").querySelector("output").textContent = words;
    }
    report.render(document);
    document.dispatchEvent(new Event("shown"));
  };

  const write = (isStep) => {
    const chosen = controls.filter((control) => control.value !== first[control.dataset.choice]);
    const fragment = new URLSearchParams(chosen.map((control) => [control.dataset.choice, control.value]));
    if (`#${fragment}` !== location.hash) {
      history[isStep ? "pushState" : "replaceState"](null, "", `#${fragment}`);
    }
  };

  const read = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const control of controls) {
      const value = given.get(control.dataset.choice) ?? first[control.dataset.choice];
      control.value = value;
      if (control.value !== value) {
        control.value = first[control.dataset.choice];
      }
    }
    show();
    const place = document.getElementById(given.get("at") ?? "");
    place?.scrollIntoView();
  };

  for (const control of controls) {
    if (control.type === "range") {
      const words = document.createElement("output");
      control.closest("p").append(words);
      control.addEventListener("input", () => {
        show();
        write(false);
      });
    } else {
      control.addEventListener("change", () => {
        show();
        write(true);
      });
    }
  }
  document.querySelectorAll(".choices").forEach((line) => (line.hidden = false));

  // A link to a place on the page keeps what is chosen.
  for (const link of document.querySelectorAll("a[href^='#']")) {
    link.addEventListener("click", (event) => {
      const given = new URLSearchParams(location.hash.slice(1));
      if (controls.some((control) => given.has(control.dataset.choice))) {
        event.preventDefault();
        given.set("at", link.hash.slice(1));
        history.pushState(null, "", `#${given}`);
        document.getElementById(link.hash.slice(1)).scrollIntoView();
      }
    });
  }

  addEventListener("popstate", read);
  read();
})();
