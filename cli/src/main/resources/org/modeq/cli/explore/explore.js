(() => {
  "use strict";

  const byId = (id) => document.getElementById(id);
  const { values } = state;
  const { element } = parts;
  const { ask, fail, succeed, latest } = asking;
  const highestRun = 5;
  const highestClaim = 6;

  const languages = { pytorch: "PyTorch", jax: "JAX", numpy: "NumPy", julia: "Julia" };

  // The part of the answer that the page needs to ask further: fields and parameters of the method.
  let method = { fields: ["f"], parameters: [], hasSubsteps: false };

  const methodQuery = () => {
    const query = new URLSearchParams({ method: values.method });
    for (const name of method.parameters) {
      if (state.parameters.get(name)) {
        query.append("param", `${name}=${state.parameters.get(name)}`);
      }
    }
    if (method.hasSubsteps && values.substeps) {
      query.set("substeps", values.substeps);
    }
    return query;
  };

  const choiceQuery = () => {
    const query = methodQuery();
    query.set("order", values.order);
    query.set("as", values.form);
    if (values.notation) {
      query.set("notation", values.notation);
    }
    return query;
  };

  // ---- Series

  const derive = latest(async (isLast) => {
    const status = byId("derive-status");
    try {
      const answer = await ask("api/derive", choiceQuery());
      if (!isLast()) {
        return;
      }
      byId("conventions").textContent = answer.conventions;
      const shown = parts.scrolling("The modified equation", parts.drawnFormula(answer.formula));
      byId("formula").className = "formula";
      byId("formula").replaceChildren(shown, parts.copyButton("Copy LaTeX", answer.formula.copy));
      byId("certificate").textContent = parts.certificate(answer);
      byId("command").textContent = answer.command;
      byId("terms-count").textContent = `(${answer.terms.length} ${answer.terms.length === 1 ? "tree" : "trees"})`;
      byId("terms").replaceChildren(...parts.termTable(answer.terms));
      succeed(status, "");
    } catch (failure) {
      if (isLast()) {
        fail(status, failure);
        byId("formula").replaceChildren();
        byId("terms").replaceChildren();
        byId("certificate").textContent = "";
        byId("terms-count").textContent = "";
      }
    }
  });

  const download = async (file) => {
    const status = byId("download-status");
    status.className = "";
    try {
      const query = choiceQuery();
      query.set("file", file);
      const answer = await ask("api/download", query);
      const address = URL.createObjectURL(new Blob([answer.text], { type: "text/plain;charset=utf-8" }));
      element("a", { href: address, download: answer.name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
      succeed(status, `${answer.name}, as ${answer.command} writes it`);
    } catch (failure) {
      fail(status, failure);
    }
  };

  // ---- Trajectory

  const presetFormula = (number, name) => presets.formula(number, method.fields, name);
  const isRotating = () => /^(game|symplectic-euler|stormer-verlet|splitting)/.test(values.method);
  state.usualLoss.formula = (name) => presetFormula(isRotating() ? presets.rotation : 0, name);
  const lossOf = (name) => state.losses.get(name) ?? state.usualLoss.formula(name);

  let scene;
  let frame;

  const show = (answer) => {
    scene = answer;
    const reached = answer.flows.map((flow) => `order ${flow.order}: ${parts.distance(flow)}`).join("; ");
    const title = `${values.method}, ${answer.steps} steps of h = ${values.h}`;
    const description = `Iterates as dots, flows of orders 1 to ${answer.order} as lines. Distances at the end: ${reached}.`;
    frame = picture.draw(byId("picture"), answer, title, description);
    byId("distances").replaceChildren(parts.distanceTable(answer));
    const regime = element("span", {}, `h·λ_max = ${answer.hLambda.toPrecision(3)}`);
    const warnings = [answer.warning, answer.warningOfStart].filter((line) => line).join(" ");
    byId("regime").replaceChildren(warnings ? element("span", { class: "warning" }, warnings) : regime);
    const notes = [];
    if (Number(values.order) > highestRun) {
      notes.push(`flows are drawn to order ${highestRun}`);
    }
    if (answer.steps < Number(values.steps)) {
      notes.push(`the run leaves the finite numbers after ${answer.steps} steps`);
    }
    if (answer.hasMemory) {
      notes.push("the run starts with the velocity of the modified flow, not at rest");
    }
    if (answer.outside > 0) {
      notes.push(`${answer.outside} of ${answer.steps + 1} iterates are outside the picture`);
    }
    succeed(byId("run-status"), notes.join("; "));
  };

  const markInvalid = (message) => {
    for (const input of document.querySelectorAll("#losses input, #values input")) {
      const named = input.dataset.field ? `(loss|field|for) ${input.dataset.field}\\b` : `^given ${input.id} `;
      const isWrong = message !== "" && new RegExp(named).test(message);
      input.setAttribute("aria-invalid", String(isWrong));
    }
  };

  // One run at a time; the newest wish is kept, so that a dragged slider neither floods the server nor lags behind.
  let isRunning = false;
  let isWaiting = false;
  const run = async () => {
    if (isRunning) {
      isWaiting = true;
      return;
    }
    isRunning = true;
    try {
      const query = methodQuery();
      for (const name of ["x", "y", "steps", "h"]) {
        query.set(name, values[name]);
      }
      for (const name of method.fields) {
        query.append("loss", `${name}=${lossOf(name)}`);
      }
      if (values.window) {
        query.set("window", values.window);
      }
      query.set("order", String(Math.min(highestRun, Number(values.order))));
      show(await ask("api/trajectory", query));
      markInvalid("");
    } catch (failure) {
      fail(byId("run-status"), failure);
      markInvalid(failure.message);
    }
    isRunning = false;
    if (isWaiting) {
      isWaiting = false;
      run();
    }
  };

  // ---- Check

  const check = latest(async (isLast) => {
    const verdict = byId("verdict");
    if (!values.claimed.trim()) {
      verdict.replaceChildren();
      return;
    }
    try {
      const query = methodQuery();
      query.set("order", String(Math.min(highestClaim, Number(values.order))));
      query.set("formula", values.claimed);
      query.set("kind", values.kind);
      const answer = await ask("api/check", query, true);
      if (isLast()) {
        verdict.replaceChildren(...parts.decision(answer));
      }
    } catch (failure) {
      if (isLast()) {
        verdict.replaceChildren(element("p", { class: "failed" }, failure.message));
        mark(/at position (\d+)/.exec(failure.message));
      }
    }
  });

  // The place of a mistake is selected for whoever has just typed there.
  const mark = (place) => {
    if (place && byId("claim").contains(document.activeElement)) {
      byId("claimed").focus();
      byId("claimed").setSelectionRange(Number(place[1]) - 1, Number(place[1]));
    }
  };

  // ---- The fields of the page

  const changed = (what) => {
    state.keep(what);
    all();
  };

  const showInputs = () => {
    const inputs = method.parameters.map((name) =>
      parts.input(name, name, state.parameters.get(name) ?? "", { size: "7", placeholder: "symbol" }, (value) => {
        state.parameters.set(name, value);
        changed(name);
      }),
    );
    if (method.hasSubsteps) {
      inputs.push(
        parts.input("sub-steps", "substeps", values.substeps, { size: "7", placeholder: "1,1" }, (value) => {
          values.substeps = value;
          changed("substeps");
        }),
      );
    }
    byId("parameters").replaceChildren(...inputs);
    const losses = method.fields.map((name) =>
      parts.input(name === "f" ? "L" : name, name, lossOf(name), { size: "24" }, (value) => {
        state.losses.set(name, value);
        values.window = "";
        state.keep(`loss ${name}`);
        showPreset();
        run();
      }),
    );
    byId("losses").replaceChildren(...losses);
    showPreset();
  };

  const showPreset = () => {
    const fits = (number) => method.fields.every((name) => lossOf(name) === presetFormula(number, name));
    const found = [...presets.names.keys()].find(fits);
    byId("preset").value = String(found ?? "own");
  };

  const showValues = () => {
    for (const name of ["method", "order", "notation", "form", "x", "y", "steps", "h", "claimed", "kind"]) {
      byId(name).value = values[name];
    }
    const family = [...byId("family").options].find((option) => option.value === values.method);
    byId("family").value = family ? family.value : "";
    byId("terms-part").open = values.terms === "open";
    showSlider();
    byId("claim-subject").textContent = `${values.method}, to order ${Math.min(highestClaim, Number(values.order))}`;
  };

  const showSlider = () => {
    byId("h-slide").value = String(Math.round(100 * Math.log10(Number(values.h))));
    byId("h-slide").setAttribute("aria-valuetext", `h = ${values.h}`);
  };

  // First the fields and parameters of the method, without which nothing else can be asked.
  const all = latest(async (isLast) => {
    showValues();
    const status = byId("method-status");
    try {
      const query = new URLSearchParams({ method: values.method });
      const asked = values.method;
      if (method.method !== asked) {
        const answer = await ask("api/method", query);
        if (!isLast()) {
          return;
        }
        method = { ...answer, method: asked };
      }
      byId("method").setAttribute("aria-invalid", "false");
      succeed(status, "");
    } catch (failure) {
      if (isLast()) {
        fail(status, failure);
        byId("method").setAttribute("aria-invalid", "true");
      }
      return;
    }
    showInputs();
    showValues();
    derive();
    run();
    check();
  });

  const setMethod = (text) => {
    values.method = text.trim();
    values.window = "";
    changed("method");
  };
  byId("method").addEventListener("change", () => setMethod(byId("method").value));
  byId("family").addEventListener("change", () => byId("family").value && setMethod(byId("family").value));
  for (const name of ["order", "notation", "form"]) {
    byId(name).addEventListener("change", () => {
      values[name] = byId(name).value;
      changed(name);
    });
  }
  for (const name of ["x", "y", "steps", "h"]) {
    byId(name).addEventListener("change", () => {
      values[name] = byId(name).value.trim();
      values.window = "";
      state.keep(name);
      showSlider();
      run();
    });
  }

  // While something is dragged the picture stays where it is.
  const hold = () => {
    if (!values.window && scene) {
      values.window = scene.window.map((bound) => String(Number(bound.toPrecision(6)))).join(",");
    }
  };
  byId("h-slide").addEventListener("input", () => {
    hold();
    values.h = String(Number((10 ** (Number(byId("h-slide").value) / 100)).toPrecision(3)));
    byId("h").value = values.h;
    byId("h-slide").setAttribute("aria-valuetext", `h = ${values.h}`);
    state.keep("h-slide");
    run();
  });
  byId("fit").addEventListener("click", () => {
    values.window = "";
    state.keep("fit");
    run();
  });

  const setStart = (x, y) => {
    hold();
    values.x = String(Number(x.toPrecision(4)));
    values.y = String(Number(y.toPrecision(4)));
    byId("x").value = values.x;
    byId("y").value = values.y;
    state.keep("start");
    run();
  };
  let isDragging = false;
  const follow = (event) => {
    const place = frame && picture.place(byId("picture"), frame, event);
    if (place) {
      setStart(place.x, place.y);
    }
  };
  byId("picture").addEventListener("pointerdown", (event) => {
    if (event.button === 0) {
      isDragging = event.pointerType === "mouse";
      follow(event);
    }
  });
  addEventListener("pointermove", (event) => isDragging && follow(event));
  addEventListener("pointerup", () => (isDragging = false));
  byId("picture").addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (way && scene) {
      event.preventDefault();
      const step = (scene.window[3] - scene.window[2]) / 50;
      setStart(Number(values.x) + way[0] * step, Number(values.y) + way[1] * step);
    }
  });
  new ResizeObserver(() => scene && show(scene)).observe(byId("picture"));

  byId("preset").addEventListener("change", () => {
    const number = byId("preset").value;
    if (number !== "own") {
      method.fields.forEach((name) => state.losses.set(name, presetFormula(Number(number), name)));
      values.window = "";
      state.keep("preset");
      showInputs();
      run();
    }
  });
  byId("downloads").addEventListener("click", (event) => event.target.dataset.file && download(event.target.dataset.file));
  for (const name of ["claimed", "kind"]) {
    byId(name).addEventListener("change", () => {
      values[name] = byId(name).value;
      state.keep(name);
      check();
    });
  }
  byId("terms-part").addEventListener("toggle", () => {
    values.terms = byId("terms-part").open ? "open" : "";
    state.keep("terms");
  });
  for (const form of document.forms) {
    form.addEventListener("submit", (event) => event.preventDefault());
  }
  byId("claim").addEventListener("submit", () => {
    values.claimed = byId("claimed").value;
    state.keep("claimed");
    check();
    if (!values.claimed.trim()) {
      byId("verdict").replaceChildren(element("p", { class: "failed" }, "no formula given, expected one as -grad(L) - h/2*hess(L)*grad(L) or in LaTeX; paste it above"));
    }
  });

  addEventListener("popstate", () => {
    state.read();
    all();
  });

  presets.names.forEach((name, i) => byId("preset").append(element("option", { value: String(i) }, name)));
  byId("preset").append(element("option", { value: "own" }, "own formulas"));
  ask("api/methods", new URLSearchParams())
    .then((answer) => {
      byId("family").append(element("option", { value: "" }, "written by hand"));
      for (const known of answer.methods) {
        for (const example of known.examples) {
          byId("family").append(element("option", { value: example, title: known.summary }, example));
        }
      }
      for (const language of answer.languages) {
        const button = element("button", { type: "button", "data-file": language }, languages[language] ?? language);
        byId("download-status").before(button, " ");
      }
      showValues();
    })
    .catch((failure) => fail(byId("method-status"), failure));
  state.read();
  all();
})();
