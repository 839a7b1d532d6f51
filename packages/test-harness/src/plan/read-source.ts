import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findContracts, findDeclaration, readDocument, type AslDocument, type Substitutions } from '@stepproof/asl';

/** Reads a file with the machines in it, as the template that refers to the file has them. Throws as `readFileSync` does. */
export function readSource(file: string, substitutions?: Substitutions): AslDocument {
  const filename = resolve(file);
  const text = readFileSync(filename, 'utf8');
  return readDocument(text, {
    filename,
    declaration: findDeclaration(filename),
    substitutions,
    contracts: findContracts(filename),
  });
}
