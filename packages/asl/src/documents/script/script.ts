import { sourceSpeaksOfStates } from '../speaks-of-states';
import type * as reader from './read-script';
import type { Script } from './read-script';

/** A virtual file of ESLint's that stands for the whole of a source: `src/order.ts/0_machines.asl-source`. */
const virtualPart = /[/\\]\d+_[^/\\]*\.asl-source$/;

const sourceName = /(?<!\.d)\.[cm]?[jt]sx?$/i;

/** Whether the name is that of TypeScript or JavaScript; declaration files hold no values. */
export const isScriptFile = (filename: string): boolean => sourceName.test(scriptNameOf(filename));

/** The file that a virtual one stands for. */
const scriptNameOf = (filename: string): string => filename.replace(virtualPart, '');

/** Undefined for a source that holds no definition; those that do not speak of states are not parsed. */
export function readScriptFile(text: string, filename: string): Script | undefined {
  return sourceSpeaksOfStates(text) ? loadReader().readScript(text, scriptNameOf(filename)) : undefined;
}

/** What a source says of definitions in other files. */
export const readScriptDeclarations = (text: string, filename: string): Script =>
  loadReader().readScript(text, filename);

/** The parser is loaded by the first source: most files are none. */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- the one way to load a module late and synchronously
const loadReader = () => require('./read-script') as typeof reader;
