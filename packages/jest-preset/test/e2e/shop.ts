import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, 'projects/shop');

/** How the tests of the shop are written: as they are, as ES modules, or in JavaScript. */
export interface Dialect {
  readonly extension: 'ts' | 'js';
  readonly modules: 'cjs' | 'esm';
}

/** The files of a project with two machines that its tests run, and two that they do not. */
export function shop({ extension, modules }: Dialect = { extension: 'ts', modules: 'cjs' }): Record<string, string> {
  const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
  return Object.fromEntries(
    files.map(([name, text]) =>
      name.endsWith('.ts') ? [name.replace(/ts$/, extension), inDialect(text, { extension, modules })] : [name, text],
    ),
  );
}

/** The tests have no types in them, and import in lines of their own. */
function inDialect(text: string, { extension, modules }: Dialect): string {
  if (modules === 'esm') return text.replace(/'(.+\.json)';$/gm, "'$1' with { type: 'json' };");
  return extension === 'ts' ? text : text.replace(/^import (.+) from (.+);$/gm, 'const $1 = require($2);');
}
