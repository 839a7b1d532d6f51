import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findDeclaration, readDocument, type AslDocument } from '@stepproof/asl';

/** Reads a file with the machines in it, as the template that refers to the file has them. Throws as `readFileSync` does. */
export function readSource(file: string): AslDocument {
  const filename = resolve(file);
  return readDocument(readFileSync(filename, 'utf8'), { filename, declaration: findDeclaration(filename) });
}
