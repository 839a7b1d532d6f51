import { checkStateMachine, type Range, type WorkflowType } from '@stepproof/asl';
import { definitionMatcher, type Finding } from './definition-matcher';
import type { LocatedDefinition } from './located-definition';
import { InvalidExpectation } from './matcher';

declare module './asl-matchers' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- merged with
  interface AslMatchers<R, T> {
    /**
     * AWS would take the definition: CreateStateMachine finds nothing to refuse in it. It may be an import, an object or a
     * text; a `StateMachine` is valid, or there would be none. The codes in the message are AWS's.
     * @example
     * expect(order).toBeValidAsl();
     * expect(order).not.toBeValidAsl({ type: 'EXPRESS' });
     * @example
     * expect({ ...order, StartAt: 'Reserve' }).toBeValidAsl();
     */
    toBeValidAsl(options?: Partial<ValidityOptions>): R;
  }
}

export interface ValidityOptions {
  /** Default: what the template says that declares the machine, else STANDARD. */
  readonly type: 'STANDARD' | 'EXPRESS';
}

export const toBeValidAsl = definitionMatcher<ValidityOptions>('toBeValidAsl', ['type'], (definition, { type }) => {
  const findings = problemsOf(definition, type);
  return { pass: findings.length === 0, findings };
});

function problemsOf({ document, node, type }: LocatedDefinition, given: WorkflowType | undefined): Finding[] {
  const finding = (message: string, rule: string, [start]: Range): Finding => ({
    ...document.lines.locate(start),
    rule,
    message,
  });
  if (document.problems.length > 0) {
    return document.problems.map(({ message, range }) => finding(message, 'INVALID_JSON_DESCRIPTION', range));
  }
  if (!node)
    throw new InvalidExpectation('the definition is a placeholder, of which nothing is known before deployment');
  const workflowType = given ?? type ?? node.declaration.workflowType ?? 'STANDARD';
  return checkStateMachine(node, { workflowType }).flatMap(({ aws, message, range }) =>
    aws ? [finding(message, aws.code, range)] : [],
  );
}
