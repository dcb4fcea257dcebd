// @ts-check
// Starts the page: decides what is seen before WebAssembly is there, then imports the
// glue that wasm-bindgen wrote and lets it load the module. `cargo xtask` puts this into
// index.html, where it runs before anything is painted; Trunk.toml writes the two file
// names into the script tag's data.

{
  /**
   * What the glue exports, as far as it is used here.
   * @typedef {{ default: (options: { module_or_path: string | WebAssembly.Module }) => Promise<unknown> }} Glue
   */

  /** Shown while the module loads, if nothing else is seen and that takes long enough to be noticed. */
  const LOADING = { en: "Loading the planner…", es: "Cargando el planificador…" };
  const NOTICED_MS = 300;

  /** Longer than this, nobody waits for a first screen that may never be painted. */
  const UNSEEN_MS = 1000;

  /** Shown when the page cannot start; the app's own sentences are in the module that did not load. */
  const FAILURE = {
    en: "The planner could not be loaded, so nothing here can be changed. Reload the page; if that does not help, use a current browser with WebAssembly switched on.",
    es: "No se pudo cargar el planificador, así que aquí no se puede cambiar nada. Recarga la página; si no basta, usa un navegador actual con WebAssembly activado.",
  };

  /**
   * @param {string} name
   * @returns {string | null}
   */
  const kept = (name) => {
    try {
      return localStorage.getItem(`headroom.${name}`);
    } catch {
      return null; // Storage is blocked.
    }
  };

  /**
   * The language chosen before, or the first of the browser's that the page speaks; as the app decides.
   * @returns {"en" | "es"}
   */
  const language = () => {
    for (const tag of [kept("lang") ?? "", ...navigator.languages]) {
      const known = tag.toLowerCase().split(/[-_]/)[0];
      if (known === "en" || known === "es") return known;
    }
    return "en";
  };

  /** Whether the app will open on the example, in the units that it is drawn in. */
  const onExample = location.hash.length < 2 && location.search.length < 2 && kept("plans") === null && kept("sizes") !== "binary";

  /**
   * Says something below the page, unless the app is there and speaks for itself.
   * @param {Record<"en" | "es", string>} words
   * @param {"status" | "alert"} role
   */
  const say = (words, role) => {
    const boot = document.getElementById("boot");
    if (boot === null) return;
    boot.lang = language();
    boot.setAttribute("role", role);
    boot.textContent = words[language()];
  };

  const root = document.documentElement;
  // Before anything is drawn, so that a theme chosen by hand does not come in with a flash.
  root.dataset.theme = kept("theme") ?? "auto";
  // Hidden until the right one is in its place; for another plan there is none.
  if (!onExample || language() !== "en") root.dataset.opening = "none";

  /**
   * The first screen is to be looked at until the app takes its place: it answers to nothing yet.
   * @returns {boolean} whether it is there
   */
  const hold = () => {
    const place = document.getElementById("app");
    if (place !== null) place.inert = true;
    return place !== null;
  };
  // As soon as it is there, since what is styled already would be styled again.
  const arriving = new MutationObserver(() => {
    if (hold()) arriving.disconnect();
  });
  if (!hold()) arriving.observe(root, { childList: true, subtree: true });

  /** Puts the right first screen into its place. */
  const settle = () => {
    const place = document.getElementById("app");
    if (place === null) return;
    const other = document.getElementById(`opening-${language()}`);
    if (!onExample) place.replaceChildren();
    else if (other instanceof HTMLTemplateElement) place.replaceChildren(other.content);
    if (onExample && root.lang !== language()) root.lang = language();
    const theme = document.getElementById("theme");
    if (theme instanceof HTMLSelectElement) theme.selectedIndex = ["auto", "light", "dark"].indexOf(root.dataset.theme ?? "auto");
    delete root.dataset.opening;
  };

  const script = document.currentScript ?? document.querySelector("script[data-wasm]");
  const names = script instanceof HTMLScriptElement ? script.dataset : {};

  const parsed = new Promise((done) => {
    if (document.readyState !== "loading") done(undefined);
    document.addEventListener("DOMContentLoaded", done);
  }).then(settle);

  /**
   * The first screen comes first: nothing else is loaded or run until it is painted. Where
   * there is none, and in a tab behind, there is nothing to wait for.
   */
  const painted = new Promise((done) => {
    if (!onExample || document.hidden || !PerformanceObserver.supportedEntryTypes?.includes("paint")) return done(undefined);
    const observer = new PerformanceObserver((seen) => {
      if (seen.getEntriesByName("first-contentful-paint").length > 0) done(undefined);
    });
    observer.observe({ type: "paint", buffered: true });
    setTimeout(done, UNSEEN_MS);
  });

  const start = async () => {
    if (!names.js || !names.wasm) throw new Error("index.html does not name the module");
    await painted;
    // Both names are relative to the document.
    const [js, wasm] = [names.js, names.wasm].map((name) => new URL(name, document.baseURI).href);
    // Compiled by itself, so that to start it is a task of its own. What fails is tried again by the glue, which knows why.
    const compiled = WebAssembly.compileStreaming(fetch(wasm)).catch(() => wasm);
    const glue = /** @type {Glue} */ (await import(js));
    await parsed;
    const module_or_path = await compiled;
    await new Promise((done) => setTimeout(done));
    await glue.default({ module_or_path });
  };

  /**
   * Has the page kept for when there is no network, and tells the app when a newer build is
   * ready. Only a published build names a worker: on a developer's machine it would go on
   * answering for whatever else is served there.
   */
  const keepForOffline = async () => {
    if (names.worker === undefined || !("serviceWorker" in navigator)) return;
    const registration = await navigator.serviceWorker.register(new URL(names.worker, document.baseURI));
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
  };

  const soon = setTimeout(() => onExample || say(LOADING, "status"), NOTICED_MS);

  start().then(
    // Where the browser refuses, the page works as long as there is a network.
    () => keepForOffline().catch(() => {}),
    (reason) => {
      clearTimeout(soon);
      console.error(reason);
      say(FAILURE, "alert");
    },
  );
}
