import { relative } from 'node:path';
import { readDocument, toJson, type AslDocument, type StateMachine as Node, type WorkflowType } from '@stepproof/asl';
import { readDefinition, type StateMachine } from '@stepproof/test-harness';

/** A definition with the text that places in it are told with. */
export interface LocatedDefinition {
  /** The path of the file from the working directory, or `definition`. */
  readonly name: string;
  readonly document: AslDocument;
  /** Undefined where the text holds none that is known before deployment. */
  readonly node: Node | undefined;
  /** That of a machine; undefined for a definition that is not yet one. */
  readonly type: WorkflowType | undefined;
}

/**
 * Finds the text of a definition, a text of one, or a machine: its file if it comes from one and is as it stands there,
 * otherwise its JSON text, indented by two blanks.
 */
export function locatedDefinition(received: object | string): LocatedDefinition {
  if (typeof received === 'string') return ofText(received, undefined);
  const [{ node, source }, type] = isStateMachine(received)
    ? [{ node: received.definition, source: received.source }, received.type]
    : [readDefinition(received, undefined), undefined];
  const { document, index } = source ?? {};
  if (document?.machines[index!] !== node) return ofText(JSON.stringify(toJson(node.located), null, 2), type);
  return { name: relative(process.cwd(), document.filename), document: document, node, type };
}

function ofText(text: string, type: WorkflowType | undefined): LocatedDefinition {
  const document = readDocument(text, { filename: 'definition.asl' });
  return { name: 'definition', document, node: document.machines[0], type };
}

/** From whichever copy of the harness: tests may reset their modules. */
const isStateMachine = (value: object): value is StateMachine => 'definition' in value && 'execute' in value;
