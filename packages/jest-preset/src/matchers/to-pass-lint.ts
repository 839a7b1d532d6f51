import type { WorkflowType } from '@stepproof/asl';
import type * as linter from '@stepproof/linter';
import type { LintTextOptions } from '@stepproof/linter';
import { definitionMatcher, type Findings } from './definition-matcher';
import type { LocatedDefinition } from './located-definition';

declare module './asl-matchers' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- merged with
  interface AslMatchers<R, T> {
    /**
     * The linter finds nothing in a definition: an import, an object, a text, or a `StateMachine`. Disable comments count,
     * configuration files do not. Warnings are findings, too, unless `maxWarnings` allows for some.
     * @param options `type`: STANDARD or EXPRESS, by default what the template says; `preset`: `recommended` (the default)
     * or `strict`; `rules`: over those of the preset, as in ESLint's configuration
     * @example
     * expect(order).toPassLint();
     * expect(order).toPassLint({ preset: 'strict', rules: { 'asl/require-catch': 'error' } });
     * @example
     * expect({ ...order, StartAt: 'Reserve' }).toPassLint();
     */
    toPassLint(options?: Partial<LintOptions>): R;
  }
}

export interface LintOptions {
  readonly type: WorkflowType;
  readonly preset: 'recommended' | 'strict';
  readonly rules: NonNullable<LintTextOptions['rules']>;
  readonly maxWarnings: number;
}

export const toPassLint = definitionMatcher<LintOptions>(
  'toPassLint',
  ['type', 'preset', 'rules', 'maxWarnings'],
  (definition, { maxWarnings = 0, ...options }): Findings => {
    const { document, type } = definition;
    const messages = loadLinter()
      .lintText(document.text, { filename: document.filename, type, ...options })
      .filter(({ line }) => isInside(definition, line));
    const errors = messages.filter(({ severity }) => severity === 2);
    return {
      pass: errors.length === 0 && messages.length <= maxWarnings,
      maxWarnings,
      findings: messages.map(({ ruleId, ...finding }) => ({ ...finding, rule: ruleId ?? 'syntax' })),
    };
  },
);

/** A template may hold other machines. */
function isInside({ document: { machines, lines }, node }: LocatedDefinition, line: number): boolean {
  if (!node || machines.length < 2) return true;
  const [start, end] = node.range;
  return line >= lines.locate(start).line && line <= lines.locate(end).line;
}

/** With ESLint, it takes longer to load than everything else together. */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- the one way to load a module late and synchronously
const loadLinter = () => require('@stepproof/linter') as typeof linter;
