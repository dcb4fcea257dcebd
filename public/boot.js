// @ts-check
// Starts the page: imports the glue that wasm-bindgen wrote and lets it load the
// module. It is a file and not inline because the page's policy allows no inline
// script; Trunk.toml writes the two file names into the script tag's data.

/**
 * What the glue exports, as far as it is used here.
 * @typedef {{ default: (options: { module_or_path: string }) => Promise<unknown> }} Glue
 */

/** Shown while the module loads, if that takes long enough to be noticed. */
const LOADING = { en: "Loading the planner…", es: "Cargando el planificador…" };
const NOTICED_MS = 300;

/** Shown when the page cannot start; the app's own sentences are in the module that did not load. */
const FAILURE = {
  en: "The planner could not be loaded. Reload the page; if that does not help, use a current browser with WebAssembly switched on.",
  es: "No se pudo cargar el planificador. Recarga la página; si no basta, usa un navegador actual con WebAssembly activado.",
};

/** @returns {"en" | "es"} the language chosen before, or else the browser's */
function language() {
  return (kept("lang") ?? navigator.language).startsWith("es") ? "es" : "en";
}

/**
 * @param {string} name
 * @returns {string | null}
 */
function kept(name) {
  try {
    return localStorage.getItem(`headroom.${name}`);
  } catch {
    return null; // Storage is blocked.
  }
}

/**
 * Says something in the place of the app, unless it is already there and speaks for itself.
 * @param {Record<"en" | "es", string>} words
 * @param {"status" | "alert"} role
 */
function say(words, role) {
  const boot = document.getElementById("boot");
  if (boot === null) return;
  boot.lang = language();
  boot.setAttribute("role", role);
  boot.textContent = words[language()];
}

async function start() {
  const script = /** @type {HTMLScriptElement | null} */ (document.querySelector("script[data-wasm]"));
  if (!script?.dataset.js || !script.dataset.wasm) throw new Error("index.html does not name the module");
  // Both names are relative to the document, not to this file.
  const glue = /** @type {Glue} */ (await import(new URL(script.dataset.js, document.baseURI).href));
  await glue.default({ module_or_path: new URL(script.dataset.wasm, document.baseURI).href });
}

/**
 * Has the page kept for when there is no network, and tells the app when a newer build is
 * ready. Only a published build names a worker: on a developer's machine it would go on
 * answering for whatever else is served there.
 */
async function keepForOffline() {
  const name = /** @type {HTMLScriptElement | null} */ (document.querySelector("script[data-wasm]"))?.dataset.worker;
  if (name === undefined || !("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.register(new URL(name, document.baseURI));
  const offer = () => {
    // The first one waits for nothing and is no news.
    if (registration.waiting && navigator.serviceWorker.controller) dispatchEvent(new Event("headroom:newer"));
  };
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
  addEventListener("headroom:take", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting?.postMessage("take over");
  });
  offer();
}

// Before anything is drawn, so that a theme chosen by hand does not come in with a flash.
document.documentElement.dataset.theme = kept("theme") ?? "auto";

const soon = setTimeout(() => say(LOADING, "status"), NOTICED_MS);

start().then(
  // Where the browser refuses, the page works as long as there is a network.
  () => keepForOffline().catch(() => {}),
  (reason) => {
    clearTimeout(soon);
    console.error(reason);
    say(FAILURE, "alert");
  },
);
