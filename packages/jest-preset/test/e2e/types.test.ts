import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Project } from './project';
import { shop } from './shop';

const folder = join(__dirname, 'projects/types');
const sources = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

const tsconfig = (module: string, types: readonly string[], files: readonly string[]): object => ({
  compilerOptions: {
    target: 'es2023',
    module,
    moduleResolution: module === 'nodenext' ? 'nodenext' : 'bundler',
    strict: true,
    noEmit: true,
    esModuleInterop: true,
    resolveJsonModule: true,
    skipLibCheck: true,
    types,
  },
  files,
});

test.each([
  ['with @types/jest', tsconfig('commonjs', ['jest', '@stepproof/jest-preset'], ['globals.test.ts', 'config.ts'])],
  ['with @jest/globals', tsconfig('nodenext', ['@stepproof/jest-preset'], ['imported.test.ts'])],
])(
  'tests and configurations compile, and mistakes in them do not: %s',
  async (_case, config) => {
    const project = new Project({ ...shop(), ...sources, 'package.json': {}, 'tsconfig.json': config });
    // What is marked as a mistake and is none is told, too.
    expect(await project.tsc('-p', '.')).toEqual({ exitCode: 0, output: '\n' });
    project.remove();
  },
  60_000,
);
