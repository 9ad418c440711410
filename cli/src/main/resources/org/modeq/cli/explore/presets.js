// Losses to begin with.
const presets = (() => {
  "use strict";

  const places = [["x", "y"], ["(x - 1)", "(y + 1/2)"], ["(x + 1/2)", "(y - 1)"], ["(x + 1)", "(y + 1)"]];
  const losses = [
    ["bowl", (x, y) => `${x}^2/2 + 2*${y}^2`],
    ["valley", (x, y) => `(${x}*${y} - 1)^2/2`],
    ["banana", (x, y) => `(1 - ${x})^2/8 + (${y} - ${x}^2)^2`],
    ["double well", (x, y) => `${x}^4/4 - ${x}^2/2 + ${y}^2`],
    ["logistic", (x, y) => `log(exp(${x} + ${y}) + exp(${x} - ${y}) + exp(-${x}))`],
  ];
  const rotation = losses.length;

  // Each further field has the same loss in another place; a rotation turns by what its fields do together.
  const formula = (number, fields, name) => {
    const i = Math.max(0, fields.indexOf(name));
    if (number === rotation) {
      return fields.length === 1 ? "-y; x" : i % 2 === 0 ? "-y; 0" : "0; x";
    }
    return name === "w" ? "x^2/2 + y^2/2" : losses[number][1](...places[i % places.length]);
  };

  const names = [...losses.map(([name]) => name), "rotation, no gradient"];
  return { formula, names, rotation };
})();
