// run-wasi.mjs MODULE ARGUMENT...: runs a WASI program in node.
import { readFileSync } from "node:fs";
import { WASI } from "node:wasi";

const [file, ...rest] = process.argv.slice(2);
// The options that node 18 and later ones have different defaults for are given.
const wasi = new WASI({
  version: "preview1",
  args: ["program", ...rest],
  env: {},
  returnOnExit: true,
});
const module = await WebAssembly.compile(readFileSync(file));
const instance = await WebAssembly.instantiate(module, {
  wasi_snapshot_preview1: wasi.wasiImport,
});
process.exitCode = wasi.start(instance);
