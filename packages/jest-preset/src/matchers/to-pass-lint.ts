import type * as linter from '@stepproof/linter';
import type { Linter } from 'eslint';
import { definitionMatcher, type Findings } from './definition-matcher';
import type { LocatedDefinition } from './located-definition';

declare module './asl-matchers' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- merged with
  interface AslMatchers<R, T> {
    /**
     * The linter finds nothing in a definition: an import, an object, a text, or a `StateMachine`. Disable comments count,
     * configuration files do not. Warnings are findings, too, unless `maxWarnings` allows for some.
     * @example
     * expect(order).toPassLint();
     * expect(order).toPassLint({ type: 'STANDARD', rules: { 'asl/require-comment': 'warn' } });
     * @example
     * expect({ ...order, Comment: 'Takes an order', StartAt: 'Reserve' }).toPassLint();
     */
    toPassLint(options?: Partial<LintOptions>): R;
  }
}

export interface LintOptions {
  /** Default: what the template says that declares the machine, else STANDARD. */
  readonly type: 'STANDARD' | 'EXPRESS';
  /** Default: `recommended`. */
  readonly preset: 'recommended' | 'strict';
  /** Over those of the preset, as in ESLint's configuration: `{ 'asl/require-catch': 'off' }`. */
  readonly rules: Linter.RulesRecord;
  /** Default: 0. */
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
