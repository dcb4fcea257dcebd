// @ts-check
// Starts the page: imports the glue that wasm-bindgen wrote and lets it load the
// module. It is a file and not inline because the page's policy allows no inline
// script; Trunk.toml writes the two file names into the script tag's data.

/**
 * What the glue exports, as far as it is used here.
 * @typedef {{ default: (options: { module_or_path: string }) => Promise<unknown> }} Glue
 */

/** Shown when the page cannot start; the app's own sentences are in the module that did not load. */
const FAILURE = {
  en: "The planner could not be loaded. Reload the page; if that does not help, use a current browser with WebAssembly switched on.",
  es: "No se pudo cargar el planificador. Recargue la página; si no basta, use un navegador actual con WebAssembly activado.",
};

/** @returns {"en" | "es"} the language chosen before, or else the browser's */
function language() {
  /** @type {string | null} */
  let chosen = null;
  try {
    chosen = localStorage.getItem("headroom.lang");
  } catch {
    // Storage is blocked; the browser's language will do.
  }
  return (chosen ?? navigator.language).startsWith("es") ? "es" : "en";
}

/** @param {unknown} reason */
function showFailure(reason) {
  console.error(reason);
  const boot = document.getElementById("boot");
  if (boot === null) return; // The app is already there and speaks for itself.
  const chosen = language();
  boot.lang = chosen;
  boot.setAttribute("role", "alert");
  boot.textContent = FAILURE[chosen];
}

async function start() {
  const script = /** @type {HTMLScriptElement | null} */ (document.querySelector("script[data-wasm]"));
  if (!script?.dataset.js || !script.dataset.wasm) throw new Error("index.html does not name the module");
  // Both names are relative to the document, not to this file.
  const glue = /** @type {Glue} */ (await import(new URL(script.dataset.js, document.baseURI).href));
  await glue.default({ module_or_path: new URL(script.dataset.wasm, document.baseURI).href });
}

start().catch(showFailure);
