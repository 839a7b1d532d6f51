import { parseStateMachine, type WorkflowType } from '../../src/syntax';
import { parseText } from '../../src/text';
import { validityChecks, type ValidityCheck, type ValidityCheckName, type ValidityProblem } from '../../src/validity';

/** The problems that one check finds in a definition. */
export function problemsOf(
  name: ValidityCheckName,
  definition: object,
  workflowType: WorkflowType = 'STANDARD',
): readonly ValidityProblem[] {
  const machine = parseStateMachine(parseText(JSON.stringify(definition), 'json').root!);
  const check: ValidityCheck = validityChecks[name];
  return [...check(machine, { workflowType })];
}

/** What AWS answers: code, message and location of each problem that it refuses at creation. */
export const answersOf = (...parameters: Parameters<typeof problemsOf>): readonly (readonly (string | undefined)[])[] =>
  problemsOf(...parameters).flatMap(({ aws }) => (aws ? [[aws.code, aws.message, aws.location]] : []));

/** A machine with the States given, which begins with the first of them. */
export const machine = (States: Readonly<Record<string, object>>) => ({ StartAt: Object.keys(States)[0], States });
export const end = { Type: 'Pass', End: true };
export const pass = (Next: string) => ({ Type: 'Pass', Next });
