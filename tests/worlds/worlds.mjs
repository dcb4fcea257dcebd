// Ten thousand worlds as WebAssembly: a row of the table that `cargo xtask speed --worlds` prints.
// `node worlds.mjs MODULE`, where MODULE is what wasm-bindgen wrote for Node.

import { createRequire } from "node:module";

const RUNS = 51;
const BEFORE = 5;
const { ten_thousand_worlds } = createRequire(import.meta.url)(process.argv[2]);

const times = [];
for (let run = 0; run < BEFORE + RUNS; run++) {
  const start = performance.now();
  ten_thousand_worlds();
  times.push(performance.now() - start);
}
const sorted = times.slice(BEFORE).sort((one, other) => one - other);
const ms = (time) => `${time.toFixed(1)} ms`;
const figures = [...ten_thousand_worlds()].map((mib) => mib.toFixed(1)).join(" ");
console.log(`| WebAssembly, Node ${process.versions.node} | ${ms(sorted[RUNS >> 1])} | ${ms(sorted[0])} | ${figures} |`);
