// Runs a module in node, with its WASI: node_host.mjs MODULE ARGUMENT...
import {readFileSync} from 'node:fs';
import {WASI} from 'node:wasi';

const [path, ...rest] = process.argv.slice(2);
const wasi = new WASI({version: 'preview1', args: [path, ...rest]});
const {instance} = await WebAssembly.instantiate(readFileSync(path), wasi.getImportObject());
process.exitCode = wasi.start(instance);
