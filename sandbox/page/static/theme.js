// Runs before the first paint, so that a chosen theme never flashes the other one.
"use strict";
try {
  const chosen = localStorage.getItem("sandbox.theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Storage may be forbidden; the page then simply follows the system.
}
