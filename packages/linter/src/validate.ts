import {
  checkStateMachine,
  maxDefinitionLength,
  parseStateMachine,
  parseText,
  type AwsCode,
  type AwsDiagnostic,
  type Located,
  type WorkflowType,
} from '@stepproof/asl';
import { jsonFault, sourceLocation } from './strict-json';

export interface ValidateStateMachineDefinitionInput {
  /** The definition as JSON text. */
  readonly definition: string;
  /** Default: STANDARD. */
  readonly type?: WorkflowType | undefined;
  /** The least severe diagnostics to give. Default: ERROR. AWS's warnings are not known well enough to be given. */
  readonly severity?: 'ERROR' | 'WARNING' | undefined;
  /** How many diagnostics to give, 0 to 100. Default, and meaning of 0: 100. */
  readonly maxResults?: number | undefined;
}

export interface ValidateStateMachineDefinitionDiagnostic {
  readonly severity: 'ERROR' | 'WARNING';
  readonly code: AwsCode | 'INVALID_JSON_DESCRIPTION';
  readonly message: string;
  /** The place as AWS writes it, `/States/Pay/Retry[0]`; AWS gives none for some problems. */
  readonly location?: string;
}

export interface ValidateStateMachineDefinitionOutput {
  /** FAIL when there is at least one error. */
  readonly result: 'OK' | 'FAIL';
  readonly diagnostics: readonly ValidateStateMachineDefinitionDiagnostic[];
  /** Whether there are more diagnostics than `maxResults`. */
  readonly truncated: boolean;
}

type Finding = Omit<ValidateStateMachineDefinitionDiagnostic, 'severity'>;

const maxDiagnostics = 100;

/**
 * Answers as ValidateStateMachineDefinition of the Step Functions API does, with its codes, messages and locations, but
 * without an account: https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html
 *
 * The text must be strict JSON, as AWS has it: no comments, no trailing commas, no YAML. The warnings NO_DOLLAR, NO_PATH
 * and PASS_RESULT_IS_STATIC are not given. A text longer than 1 048 576 characters, which AWS refuses as a
 * request, is answered with a diagnostic.
 * @throws {TypeError} when a parameter is not one of those that AWS takes; never because of the definition
 */
export function validateStateMachineDefinition(
  input: ValidateStateMachineDefinitionInput,
): ValidateStateMachineDefinitionOutput {
  const { definition, type = 'STANDARD', severity = 'ERROR', maxResults = maxDiagnostics } = input;
  requireText(definition);
  requireOneOf('type', type, ['STANDARD', 'EXPRESS']);
  requireOneOf('severity', severity, ['ERROR', 'WARNING']);
  if (!Number.isInteger(maxResults) || maxResults < 0 || maxResults > maxDiagnostics) {
    throw new TypeError(
      `"maxResults" must be an integer from 0 to ${maxDiagnostics}, not ${JSON.stringify(maxResults)}`,
    );
  }
  const findings = findingsOf(definition, type);
  const shown = findings.slice(0, maxResults || maxDiagnostics);
  return {
    result: findings.length > 0 ? 'FAIL' : 'OK',
    diagnostics: shown.map((finding) => ({ severity: 'ERROR', ...finding })),
    truncated: shown.length < findings.length,
  };
}

function findingsOf(definition: string, workflowType: WorkflowType): Finding[] {
  if (definition.length > maxDefinitionLength) {
    return [schemaViolation(`Definition must be at most ${maxDefinitionLength} characters long`)];
  }
  if (definition.trim() === '') return [schemaViolation('Definition must be a valid JSON object')];
  const fault = jsonFault(definition);
  if (fault) {
    const { message, offset } = fault;
    return [{ code: 'INVALID_JSON_DESCRIPTION', message, location: sourceLocation(definition, offset) }];
  }
  const { root, problems } = parseText(definition, 'json');
  // Of strict JSON only the depth can be too much for the parser.
  if (!root) return problems.map(({ message }) => ({ code: 'TOO_DEEPLY_NESTED', message }));
  return root.kind === 'object'
    ? refusals(root, workflowType)
    : [schemaViolation('Definition must be a valid JSON object')];
}

function refusals(root: Located, workflowType: WorkflowType): Finding[] {
  const diagnostics: AwsDiagnostic[] = [];
  for (const { aws } of checkStateMachine(parseStateMachine(root), { workflowType })) if (aws) diagnostics.push(aws);
  return diagnostics.map(({ code, message, location }) => ({ code, message, ...(location && { location }) }));
}

const schemaViolation = (message: string): Finding => ({ code: 'SCHEMA_VALIDATION_FAILED', message });

function requireText(definition: unknown): void {
  if (typeof definition === 'string') return;
  throw new TypeError('"definition" must be the text of a definition; turn an object into text with JSON.stringify');
}

function requireOneOf(name: string, value: unknown, allowed: readonly string[]): void {
  if (allowed.includes(value as string)) return;
  const list = allowed.map((word) => `"${word}"`).join(' or ');
  throw new TypeError(`"${name}" must be ${list}, not ${JSON.stringify(value)}`);
}
