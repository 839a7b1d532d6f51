import type { AslNode, Field, StateMachine, WorkflowType } from '../syntax';
import type { LocatedString, Range } from '../text/located';

/** The codes of ValidateStateMachineDefinition that a definition can earn. */
export type AwsCode =
  | 'SCHEMA_VALIDATION_FAILED'
  | 'INVALID_RESOURCE'
  | 'MISSING_END_STATE'
  | 'DUPLICATE_STATE_NAME'
  | 'INVALID_STATE_NAME'
  | 'DUPLICATE_LABEL_NAME'
  | 'INVALID_LABEL_NAME'
  | 'INVALID_VARIABLE_NAME'
  | 'RESERVED_VARIABLE_NAME'
  | 'MISSING_TRANSITION_TARGET'
  | 'TOO_DEEPLY_NESTED'
  | 'INVALID_JSONATA_EXPRESSION'
  | 'UNSUPPORTED_JSONATA_EXPRESSION';

/** What the service answers when the definition is created. */
export interface AwsDiagnostic {
  readonly code: AwsCode;
  readonly message: string;
  /** AWS's way of writing a place: `/States/Pay/Retry[0]`. Some answers have none. */
  readonly location?: string;
}

/** A change of the text that would mend the problem. */
export interface Suggestion {
  readonly message: string;
  readonly range: Range;
  readonly text: string;
}

export interface ValidityProblem {
  /** What is wrong and how to mend it, for a person. */
  readonly message: string;
  readonly range: Range;
  /** What AWS answers at creation. Undefined: AWS accepts the definition, and it must fail when it is run. */
  readonly aws: AwsDiagnostic | undefined;
  readonly suggestion?: Suggestion;
  /** An earlier problem has named the cause of this one, too: AWS lists both, who mends the first mends both. */
  readonly isConsequence?: true;
}

export interface CheckOptions {
  readonly workflowType: WorkflowType;
}

/** One check: the file, the rule that reports it and the page about it carry the same name. */
export type ValidityCheck = (machine: StateMachine, options: CheckOptions) => Iterable<ValidityProblem>;

/** Where a problem with a field is shown: at its value. */
export const atValue = (field: Field): Range => field.value.range;

/** Where a problem with a whole node is shown: at its name, or at its opening bracket when it has none. */
export function atName(node: AslNode): Range {
  if (node.key) return node.key.range;
  const [start] = node.range;
  const name = node.parent?.fields.find((field) => field.value === node.located);
  return name ? name.key.range : [start, start + 1];
}

/** A problem that AWS reports as a violation of its schema. */
export const schema = (message: string, location: string): AwsDiagnostic => ({
  code: 'SCHEMA_VALIDATION_FAILED',
  message,
  location,
});

/** Words that need no quotes or escapes in JSON or in YAML; `Next: No` is one that does. */
const plainWords = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][\w-]*(?: [\w-]+)*$/i;

/** A suggestion to write a word of the language, which stands wherever the wrong one does. */
export const replacement = (word: string, text: LocatedString): Suggestion => ({
  message: `Change to "${word}"`,
  range: [text.at(0), text.at(text.value.length)],
  text: word,
});

/** A suggestion to write a word of the author's; undefined when the word would need quotes that may not be there. */
export const changeTo = (word: string, text: LocatedString): Suggestion | undefined =>
  plainWords.test(word) ? replacement(word, text) : undefined;
