import { isAbsolute } from 'node:path';
import type { File, FileError, Language } from '@eslint/core';
import {
  findContracts,
  findDeclaration,
  findTerraformSiblings,
  givenContract,
  isTerraformFile,
  readDocument,
  StateNode,
  Scope,
  visitorKeys,
  type AslDocument,
  type DocumentContracts,
  type TerraformSiblings,
} from '@stepproof/asl';
import type { AslLanguageOptions, AslSyntaxElement } from '@stepproof/rules';
import { AslSourceCode } from './asl-source-code';

export interface AslLanguageTypes {
  LangOptions: AslLanguageOptions;
  Code: AslSourceCode;
  RootNode: AslDocument;
  Node: AslSyntaxElement;
}

const optionValues = { type: ['STANDARD', 'EXPRESS'], format: ['json', 'yaml'] } as const;

/** What the selector classes `:state` and `:scope` stand for. */
const selectorClasses = new Map<string, abstract new (...args: never) => AslSyntaxElement>([
  ['state', StateNode],
  ['scope', Scope],
]);

/**
 * Amazon States Language for ESLint, in JSON, JSONC and YAML, also inside templates. A file without a state machine
 * has an empty document. A definition that cannot be read fails the parse, with every mistake that its text has: ESLint
 * shows them as fatal messages and runs no rule, because what a rule says of half a definition is mostly wrong.
 */
export const aslLanguage: Language<AslLanguageTypes> = {
  fileType: 'text',
  lineStart: 1,
  columnStart: 1,
  nodeTypeKey: 'type',
  visitorKeys: visitorKeys as Record<string, string[]>,

  validateLanguageOptions(options) {
    for (const [name, values] of Object.entries(optionValues)) {
      const value = options[name];
      if (value === undefined || values.some((allowed) => allowed === value)) continue;
      const allowed = values.map((word) => `"${word}"`).join(' or ');
      throw new TypeError(`The language option "${name}" must be ${allowed}, not ${JSON.stringify(value)}`);
    }
    const { contracts } = options;
    if (contracts === undefined || contracts === false || isObject(contracts)) return;
    throw new TypeError(
      `The language option "contracts" must be false or a contract, an object, not ${JSON.stringify(contracts)}`,
    );
  },

  matchesSelectorClass(className, node) {
    const kind = selectorClasses.get(className.toLowerCase());
    return kind !== undefined && node instanceof kind;
  },

  parse(file, { languageOptions }) {
    const ast = readDocument(textOf(file), {
      filename: file.path,
      format: languageOptions.format,
      declaration: isAbsolute(file.physicalPath) ? findDeclaration(file.physicalPath) : undefined,
      siblings: siblingsOf(file),
      contracts: contractsFor(file, languageOptions),
    });
    return ast.problems.length > 0 ? { ok: false, errors: errorsOf(ast) } : { ok: true, ast };
  },

  createSourceCode: (_file, { ast }, { languageOptions }) => new AslSourceCode(ast, languageOptions),
};

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Those of the options, else those that the disk has for the file. */
function contractsFor({ physicalPath }: File, { contracts }: AslLanguageOptions): DocumentContracts | undefined {
  if (contracts === false) return undefined;
  if (contracts) return givenContract(contracts);
  return isAbsolute(physicalPath) ? findContracts(physicalPath) : undefined;
}

/** All files of a folder are one Terraform configuration. */
const siblingsOf = ({ physicalPath }: File): TerraformSiblings | undefined =>
  isTerraformFile(physicalPath) && isAbsolute(physicalPath) ? findTerraformSiblings(physicalPath) : undefined;

/** The text without a byte order mark, which ESLint keeps apart. */
const textOf = ({ body }: File): string => (typeof body === 'string' ? body : new TextDecoder().decode(body));

function errorsOf({ problems, lines }: AslDocument): FileError[] {
  return problems.map(({ message, range }) => ({ message, ...lines.locate(range[0]) }));
}
