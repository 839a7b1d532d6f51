import {
  documentsOf,
  furtherDocuments,
  LineIndex,
  parseStateMachine,
  parseText,
  StateMachine as StateMachineNode,
  type LineColumn,
  type Range,
} from '@stepproof/asl';
import { InvalidDefinitionError } from '../machine/invalid-definition-error';
import { importedDefinition } from './imported-definition';
import { locatedValue } from './located-value';
import { SourcedDefinition, type MachineSource } from './machine-source';

/** A definition as an object, as JSON or YAML text, or as the node that asl's parser has made of it. */
export type Definition = object | string | StateMachineNode;

/** A definition with the places that its problems are told with. */
export interface ReadDefinition {
  readonly node: StateMachineNode;
  readonly source?: MachineSource;
  readonly file: string | undefined;
  /** Undefined for what does not come from a text. */
  readonly locate?: (range: Range) => LineColumn;
}

/** @throws {InvalidDefinitionError} for a text that is neither JSON nor YAML */
export function readDefinition(definition: Definition, file: string | undefined): ReadDefinition {
  if (typeof definition === 'string') return fromText(definition, file);
  if (definition instanceof StateMachineNode) return { node: definition, file };
  const sourced = definition instanceof SourcedDefinition ? definition : importedDefinition(definition);
  if (!sourced) return { node: parseStateMachine(locatedValue(definition)), file };
  const { node, source } = sourced;
  const { document, index } = source;
  const isAsWritten = node === document.machines[index];
  return {
    node,
    source,
    file: file ?? document.filename,
    ...(isAsWritten && { locate: ([start]) => document.lines.locate(start) }),
  };
}

function fromText(text: string, file: string | undefined): ReadDefinition {
  const format = /^\s*[{[]/.test(text) ? 'json' : 'yaml';
  const documents = documentsOf(text, format);
  const { root, problems: faults } = parseText(documents[0]!, format);
  const problems = [...faults, ...furtherDocuments(documents)];
  const lines = new LineIndex(text);
  const locate = ([start]: Range): LineColumn => lines.locate(start);
  if (root && problems.length === 0) return { node: parseStateMachine(root), file, locate };
  throw InvalidDefinitionError.ofText(problems, lines, file);
}
