#!/usr/bin/env node
'use strict';

// Node 22 and later keep what they compiled: half of the start of a short run is compiling.
require('node:module').enableCompileCache?.();

// Committed and not built, so that npm can link it before there is a build.
const { main } = require('../dist/main.js');

// A reader that has seen enough (`| head`) closes the pipe; that is no error.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
});

main(process.argv.slice(2)).then((exitCode) => {
  // Not process.exit: what is written to a pipe would be cut off.
  process.exitCode = exitCode;
});
