import type { ChoiceState, ChoiceTest, Field } from '../../syntax';

/** A test whether something is there, behind one in the same And or Or that fails the execution where it is not. */
export interface LatePresence {
  /** The IsPresent. */
  readonly field: Field;
  readonly variable: string;
  /** The operator of the test before. */
  readonly operator: string;
}

/** In the order of the text; places of which the Choice has asked before are left out. */
export function latePresencesOf({ choices }: ChoiceState): readonly LatePresence[] {
  const asked = new Set<string>();
  const found: LatePresence[] = [];
  const visit = (test: ChoiceTest, before: ReadonlyMap<string, string>): void => {
    for (const [together, wanted] of [
      [test.and, true],
      [test.or, false],
    ] as const) {
      const read = new Map<string, string>();
      for (const one of together) {
        const { variable, operator } = leafOf(one);
        if (one.field('IsPresent')?.json === wanted) visit(one, read);
        else visit(one, new Map());
        if (variable !== undefined && operator !== undefined && operator !== 'IsPresent' && !asked.has(variable))
          read.set(variable, operator);
      }
    }
    if (test.not) visit(test.not, new Map());
    const { variable, operator } = leafOf(test);
    if (variable === undefined || operator !== 'IsPresent') return;
    const earlier = before.get(variable);
    if (earlier !== undefined) found.push({ field: test.field('IsPresent')!, variable, operator: earlier });
    asked.add(variable);
  };
  for (const rule of choices) visit(rule, new Map());
  return found;
}

function leafOf(test: ChoiceTest): { readonly variable: string | undefined; readonly operator: string | undefined } {
  const variable = test.field('Variable')?.json;
  return { variable: typeof variable === 'string' ? variable : undefined, operator: test.operators[0] };
}
