// Reads { name: text } of scripts as JSON and writes { scripts: { name: text }, mutants: […] }: each script with all of its mutants in
// it, switched on by their numbers in `__stryker__.activeMutant`.
import { readFileSync } from "node:fs";

import { Instrumenter } from "@stryker-mutator/instrumenter";

const quiet = () => {};
const logger = {
  trace: quiet,
  debug: quiet,
  info: quiet,
  warn: console.error,
  error: console.error,
  fatal: console.error,
  isTraceEnabled: () => false,
  isDebugEnabled: () => false
};
const files = Object.entries(JSON.parse(readFileSync(0, "utf8"))).map(([name, content]) => ({ name, content, mutate: true }));
const options = { plugins: null, excludedMutations: [], ignorers: [], noHeader: false };
const made = await new Instrumenter(logger).instrument(files, options);
const scripts = Object.fromEntries(made.files.map(({ name, content }) => [name, content]));
const mutants = made.mutants
  .filter(({ status }) => !status)
  .map(({ id, fileName, location, mutatorName, replacement }) => ({ id, fileName, line: location.start.line, mutatorName, replacement, location }));
process.stdout.write(JSON.stringify({ scripts, mutants }));
