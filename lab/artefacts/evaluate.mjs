// Evaluates programs of `railway/iac` as the CLI does, and prints what each comes to.
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";

const graphs = {};
for (const file of process.argv.slice(2)) {
  const iac = await import(pathToFileURL(createRequire(file).resolve("railway/iac")));
  const { default: program } = await import(pathToFileURL(file));
  graphs[file] = await program(iac.createRailwayContext({ environment: "production" }));
}
console.log(JSON.stringify(graphs));
