// Formulas, buttons that copy, tables that unfold. Without script everything is there as text.
const report = (() => {
  "use strict";

  const settings = {
    throwOnError: false,
    trust: false,
    strict: "ignore",
    maxSize: 20,
    errorColor: "var(--error)",
  };

  /** Sets the formulas below an element that are seen; the others when they are. */
  const render = (root) => {
    for (const code of root.querySelectorAll("code.tex")) {
      if (code.closest("[hidden]")) {
        continue;
      }
      const formula = document.createElement("span");
      try {
        katex.render(code.textContent, formula, { ...settings, displayMode: code.classList.contains("display") });
        code.replaceWith(formula);
      } catch (error) {
        // The source of the formula stays in the page.
      }
    }
  };

  const say = (status, words) => {
    status.textContent = words;
    clearTimeout(Number(status.dataset.timer));
    status.dataset.timer = String(setTimeout(() => (status.textContent = ""), 4000));
  };

  // Where the page may not use the clipboard, the text is shown, selected.
  const copyBySelection = (button, status, text) => {
    const area = status.parentElement.querySelector("textarea") ?? document.createElement("textarea");
    area.value = text;
    area.readOnly = true;
    area.setAttribute("aria-label", "Text to copy");
    status.before(area);
    area.select();
    if (document.execCommand("copy")) {
      area.remove();
      button.focus();
      say(status, "copied");
    } else {
      say(status, "not allowed to copy: the text is selected, copy it with the keyboard");
    }
  };

  const copy = async (button, status, text) => {
    try {
      await navigator.clipboard.writeText(text);
      say(status, "copied");
    } catch (error) {
      copyBySelection(button, status, text);
    }
  };

  /** Makes the copy buttons below an element work. */
  const connect = (root) => {
    for (const button of root.querySelectorAll("button.copy")) {
      const status = button.parentElement.querySelector("[role=status]");
      button.hidden = false;
      button.addEventListener("click", () => copy(button, status, button.dataset.copy));
    }
  };

  /** The rest of a long table stays folded until it is asked for. */
  const fold = (button) => {
    const table = document.getElementById(button.getAttribute("aria-controls"));
    const rest = table.tBodies[1];
    const status = button.parentElement.querySelector("[role=status]");
    const rows = () => [...table.rows].filter((row) => !row.hidden && row.closest("tbody"));
    rest.hidden = true;
    button.hidden = false;
    button.addEventListener("click", () => {
      rest.hidden = false;
      button.hidden = true;
      render(rest);
      table.closest(".scroll").focus();
      say(status, `all ${rows().length} rows are shown`);
    });
    // The choice of an order may leave nothing to unfold.
    table.addEventListener("choose", () => {
      button.textContent = `Show all ${rows().length} rows`;
      button.hidden = !rest.hidden || [...rest.rows].every((row) => row.hidden);
    });
  };

  connect(document);
  document.querySelectorAll("button.more").forEach(fold);

  // Folded rows are printed.
  addEventListener("beforeprint", () => {
    for (const rest of document.querySelectorAll("tbody[hidden]")) {
      rest.hidden = false;
      render(rest);
      rest.hidden = true;
    }
  });

  return { render, connect, say, copy };
})();
