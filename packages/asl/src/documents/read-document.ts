import { parseStateMachine, type StateMachine } from '../syntax';
import { formatOf } from '../text/format';
import { LineIndex } from '../text/line-index';
import {
  isUnknown,
  type DuplicateKey,
  type Format,
  type Located,
  type LocatedText,
  type ParsedText,
} from '../text/located';
import { parseText } from '../text/parse-text';
import { isPlaceholder } from '../text/placeholder';
import { documentsOf, furtherDocuments } from '../text/yaml/stream';
import { isDefinition, isDefinitionFile } from './bare';
import type { DeclaredMachine, TemplateDeclaration } from './declared-machine';
import type { AslDocument, DocumentContracts } from './document';
import { findMachines } from './find-machines';
import { alternativesOf, resolveIntrinsics } from './intrinsics';
import { isJinjaFile, withPlaceholders } from './jinja';
import { lastAtOrBefore } from './last-at-or-before';
import { isScriptFile, readScriptFile } from './script/script';
import { substitute, type Substitutions } from './substitutions';
import { isTerraformFile, readTerraform } from './terraform/read-terraform';
import type { TerraformSiblings } from './terraform/siblings';

export interface ReadOptions {
  readonly filename: string;
  /** Decided by the name and the first character when not given. */
  readonly format?: Format | undefined;
  /** What a template says of a file that holds only the definition: see `findDeclaration`. */
  readonly declaration?: TemplateDeclaration | undefined;
  /** What `${Name}` stands for in all definitions, over what templates say. */
  readonly substitutions?: Substitutions | undefined;
  /** The rest of the configuration that a Terraform file belongs to: see `findTerraformSiblings`. */
  readonly siblings?: TerraformSiblings | undefined;
  /** What is agreed on about the machines: see `findContracts`. */
  readonly contracts?: DocumentContracts | undefined;
}

/**
 * Finds every state machine of a file: a bare definition, a CloudFormation, SAM or Serverless template, a Kubernetes
 * manifest, a Terraform file, TypeScript or JavaScript.
 * Never throws and does not touch the disk. A file without a state machine has no problems either, readable or not,
 * unless it evidently should hold one.
 */
export function readDocument(text: string, options: ReadOptions): AslDocument {
  const { filename, contracts } = options;
  const { whole = text, ...contents } = contentsOf(text, options);
  const lines = new LineIndex(whole);
  for (const machine of contents.machines) machine.contract = contracts?.contractOf(machine, contents.machines);
  return { type: 'AslDocument', filename, text, lines, range: [0, text.length], ...contents };
}

interface Contents extends Pick<AslDocument, 'machines' | 'problems' | 'duplicateKeys' | 'comments' | 'host'> {
  /** The text that places are places in, if it is more than the file's. */
  readonly whole?: string;
}

const nothing: Contents = { machines: [], problems: [], duplicateKeys: [], comments: [] };

/** Spares parsing the large JSON and YAML files that every repository has. */
const mayHoldMachine = /StartAt|States|StateMachine|stateMachines|aws_sfn_state_machine/;

function contentsOf(
  text: string,
  { filename, format, declaration = {}, substitutions, siblings }: ReadOptions,
): Contents {
  const known: KnownDeclarations = { standalone: declaration, substitutions };
  if (isTerraformFile(filename)) return terraformContents(text, siblings, known);
  if (isScriptFile(filename)) return scriptContents(text, filename, substitutions);
  if (templateDirective.test(text)) return nothing;
  if (isJinjaFile(filename)) {
    const plain = withPlaceholders(text);
    return plain === undefined ? nothing : dataContents(plain, filename, format, known);
  }
  return dataContents(text, filename, format, known);
}

function dataContents(text: string, filename: string, format: Format | undefined, known: KnownDeclarations): Contents {
  const written = format ?? formatOf(filename, text);
  const documents = documentsOf(text, written);
  if (isDefinitionFile(filename)) return singleDefinition(documents, written, declared(undefined, known));
  if (!mayHoldMachine.test(text)) return nothing;
  const parts = documents.map((document) => {
    const contents = templateContents(parseText(document, written), known);
    return { contents, counts: isFound(contents, filename, written) || isEvident(filename, document) };
  });
  if (!parts.some(({ counts }) => counts)) return nothing;
  return joinContents(
    parts.map(({ contents, counts }) => (counts ? contents : { ...nothing, comments: contents.comments })),
  );
}

function singleDefinition(
  documents: readonly (LocatedText | string)[],
  format: Format,
  declaration: TemplateDeclaration,
): Contents {
  const contents = definitionContents(documents[0] ?? '', format, declaration);
  return { ...contents, problems: [...contents.problems, ...furtherDocuments(documents)] };
}

/** `%{ if ... }` of a file for Terraform's `templatefile`, which is not JSON or YAML before Terraform has rendered it. */
const templateDirective = /(?<!%)%\{~?\s*(?:if|for)\s/;

const dataFile = /\.(?:jsonc?|ya?ml|template|tpl|tmpl|tftpl|j2|jinja2?)$/i;

/** What is no YAML but by its want of a bracket may be source code or prose, and a part of it look like a machine. */
const isFound = ({ machines, problems }: Contents, filename: string, written: Format): boolean =>
  machines.length > 0 && (problems.length === 0 || written === 'json' || dataFile.test(filename));

/** A file of data that speaks of states but gave no machine is broken; source code and prose are not our business. */
function isEvident(filename: string, document: LocatedText | string): boolean {
  const text = typeof document === 'string' ? document : document.value;
  return dataFile.test(filename) && text.includes('StartAt') && text.includes('States');
}

function definitionContents(text: LocatedText | string, format: Format, declaration: TemplateDeclaration): Contents {
  const { root, problems, duplicateKeys, comments } = parseText(text, format);
  return { machines: root ? machinesOf(resolveIntrinsics(root), declaration) : [], problems, duplicateKeys, comments };
}

/** What is known of the definitions of a file beside what the file says. */
interface KnownDeclarations {
  /** Holds for definitions that the file does not declare. */
  readonly standalone: TemplateDeclaration;
  readonly substitutions: Substitutions | undefined;
}

function declared(declaration: TemplateDeclaration | undefined, known: KnownDeclarations): TemplateDeclaration {
  const own = declaration ?? known.standalone;
  if (!known.substitutions) return own;
  return { ...own, substitutions: new Map([...(own.substitutions ?? []), ...known.substitutions]) };
}

function templateContents(parsed: ParsedText, known: KnownDeclarations): Contents {
  const { root, problems, comments } = parsed;
  const found = root ? findMachines(root) : [];
  const inner = found.map((machine) => declaredContents(machine, declared(machine.declaration, known)));
  const machines = inner.flatMap((contents) => contents.machines);
  const duplicateKeys = duplicateKeysInside(machines, parsed.duplicateKeys);
  return joinContents([{ ...nothing, problems, comments, duplicateKeys }, ...inner]);
}

function terraformContents(
  own: string,
  siblings: TerraformSiblings | undefined,
  { substitutions }: KnownDeclarations,
): Contents {
  const known: KnownDeclarations = { standalone: {}, substitutions };
  const { machines, heredocs, comments, problems, duplicateKeys, text: whole } = readTerraform(own, siblings);
  const { problems: all, ...contents } = joinContents([
    { ...nothing, comments, problems, duplicateKeys },
    ...machines.map((machine) => declaredContents(machine, declared(machine.declaration, known))),
    ...heredocs.map((heredoc) => templateContents(parseText(heredoc, formatOf('', heredoc.value)), known)),
  ]);
  return { ...contents, problems: all.filter(({ range: [start] }) => start <= own.length), whole };
}

function scriptContents(text: string, filename: string, substitutions: Substitutions | undefined): Contents {
  const script = readScriptFile(text, filename);
  if (!script) return nothing;
  const known: KnownDeclarations = { standalone: {}, substitutions };
  const inner = script.machines.map((machine) => declaredContents(machine, declared(machine.declaration, known)));
  const machines = inner.flatMap((contents) => contents.machines);
  const { problems, comments, edits: host } = script;
  const duplicateKeys = duplicateKeysInside(machines, script.duplicateKeys);
  return { ...joinContents([{ ...nothing, problems, comments, duplicateKeys }, ...inner]), host };
}

const isWhole = (machine: StateMachine): boolean => isDefinition(machine.located);

/** What the places of a file that declare a machine give: one machine, or one for each outcome of a condition. */
function declaredContents(machine: DeclaredMachine, declaration: TemplateDeclaration): Contents {
  const alternatives = machine.definition ? alternativesOf(machine.definition) : [];
  const contents = joinContents(alternatives.map((definition) => alternativeContents(definition, declaration)));
  // What a text takes from elsewhere may be whole members, which no parser can make out.
  const isDoubtful = contents.problems.length > 0 || !contents.machines.every(isWhole);
  return machine.isUncertain && isDoubtful ? nothing : contents;
}

function alternativeContents(definition: Located, declaration: TemplateDeclaration): Contents {
  if (definition.kind === 'null') return nothing;
  const known = resolveIntrinsics(definition);
  const isText = known.kind === 'string' && !isPlaceholder(known.value.trim());
  if (isText) return definitionContents(known, formatOf('', known.value), declaration);
  return { ...nothing, machines: machinesOf(known, declaration) };
}

/** None if only deployment will tell what the whole definition is. */
function machinesOf(definition: Located, declaration: TemplateDeclaration): StateMachine[] {
  if (isUnknown(definition)) return [];
  const { substitutions, ...said } = declaration;
  return [parseStateMachine(substitutions ? substitute(definition, substitutions) : definition, said)];
}

function joinContents(parts: readonly Contents[]): Contents {
  return {
    machines: parts.flatMap(({ machines }) => machines),
    problems: parts.flatMap(({ problems }) => problems),
    duplicateKeys: parts.flatMap(({ duplicateKeys }) => duplicateKeys),
    comments: parts.flatMap(({ comments }) => comments),
  };
}

/** Of a template only the definitions are linted. */
function duplicateKeysInside(
  machines: readonly StateMachine[],
  keys: readonly DuplicateKey[],
): readonly DuplicateKey[] {
  const ranges = machines.map(({ range }) => range).sort(([a], [b]) => a - b);
  const starts = ranges.map(([start]) => start);
  return keys.filter(({ key: { range } }) => {
    const [start, end] = ranges[lastAtOrBefore(starts, range[0])] ?? [Infinity, Infinity];
    return start <= range[0] && range[1] <= end;
  });
}
