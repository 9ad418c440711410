(() => {
  "use strict";

  const settings = {
    throwOnError: false,
    trust: false,
    strict: "ignore",
    maxSize: 20,
    errorColor: "var(--error)",
  };

  for (const code of document.querySelectorAll("code.tex")) {
    const formula = document.createElement("span");
    try {
      katex.render(code.textContent, formula, { ...settings, displayMode: code.classList.contains("display") });
      code.replaceWith(formula);
    } catch (error) {
      // The source of the formula stays in the page.
    }
  }

  const say = (status, words) => {
    status.textContent = words;
    clearTimeout(Number(status.dataset.timer));
    status.dataset.timer = String(setTimeout(() => (status.textContent = ""), 4000));
  };

  // Where the page may not use the clipboard, the text is shown, selected.
  const copyBySelection = (button, status, text) => {
    const area = button.parentElement.querySelector("textarea") ?? document.createElement("textarea");
    area.value = text;
    area.readOnly = true;
    area.setAttribute("aria-label", "Text to copy");
    button.after(area);
    area.select();
    if (document.execCommand("copy")) {
      area.remove();
      button.focus();
      say(status, "copied");
    } else {
      say(status, "not allowed to copy: the text is selected, copy it with the keyboard");
    }
  };

  for (const button of document.querySelectorAll("button.copy")) {
    const status = button.parentElement.querySelector("[role=status]");
    const text = button.dataset.copy;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text);
        say(status, "copied");
      } catch (error) {
        copyBySelection(button, status, text);
      }
    });
  }

  for (const button of document.querySelectorAll("button.more")) {
    const table = document.getElementById(button.getAttribute("aria-controls"));
    const rest = table.tBodies[1];
    const status = button.parentElement.querySelector("[role=status]");
    rest.hidden = true;
    button.hidden = false;
    button.addEventListener("click", () => {
      rest.hidden = false;
      button.hidden = true;
      table.closest(".scroll").focus();
      say(status, `all ${table.tBodies[0].rows.length + rest.rows.length} rows are shown`);
    });
  }
})();
