import {
  errorNameCovers,
  isUnknown,
  quotedFew,
  type Catcher,
  type LocatedString,
  type RecoverableState,
  type Retrier,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-shadowed-errors',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Disallow error names that an earlier Retrier or Catcher of the state takes, or that stand twice in one',
      family: 'error handling',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      twice:
        '"{{name}}" stands in this "ErrorEquals" already, so naming it again changes nothing; remove it, or write the error that was meant',
      repeated:
        '"{{name}}" is already in {{earlier}}, and the first {{type}} that matches is used, so this one never gets it; remove one of the two',
      covered:
        '"{{taker}}" in {{earlier}} takes "{{name}}", too, and the first {{type}} that matches is used, so this one never gets it; move it before {{earlier}}',
      dead: 'This {{type}} is never used: "{{taker}}" in {{earlier}} takes all that it names, {{names}}, and the first that matches is used; move it before {{earlier}}',
    },
    schema: [],
  },
  create(context) {
    return {
      TaskState: check,
      ParallelState: check,
      MapState: check,
    };

    function check(state: RecoverableState): void {
      checkList(state.retry);
      checkList(state.catch);
    }

    function checkList(list: readonly (Retrier | Catcher)[]): void {
      const takers = new Map<string, Retrier | Catcher>();
      for (const node of list) {
        const known = node.errorNames.filter((name) => !isUnknown(name));
        report(node, known, takers);
        for (const { value } of known) if (!takers.has(value)) takers.set(value, node);
      }
    }

    function report(
      node: Retrier | Catcher,
      names: readonly LocatedString[],
      takers: ReadonlyMap<string, Retrier | Catcher>,
    ): void {
      const data = (taker: string) => ({ taker, earlier: takers.get(taker)!.segment, type: node.type });
      const umbrella = 'States.TaskFailed';
      const isCovered = ({ value }: LocatedString) => value !== umbrella && errorNameCovers(umbrella, value);
      if (
        takers.has(umbrella) &&
        names.length > 1 &&
        names.length === node.errorNames.length &&
        names.every(isCovered)
      ) {
        context.report({
          loc: context.sourceCode.locOf(node.field('ErrorEquals')!.value.range),
          messageId: 'dead',
          data: { ...data(umbrella), names: quotedFew(names.map(({ value }) => value)) },
        });
        return;
      }
      const written = new Set<string>();
      for (const name of names) {
        // States.ALL anywhere but at the end is what AWS refuses: asl/valid-error-names.
        if (name.value === 'States.ALL') continue;
        if (written.has(name.value)) {
          context.report({
            loc: context.sourceCode.locOf(name.range),
            messageId: 'twice',
            data: { name: name.value },
          });
          continue;
        }
        written.add(name.value);
        const taker = [name.value, umbrella, 'States.Timeout'].find(
          (one) => takers.has(one) && errorNameCovers(one, name.value),
        );
        if (!taker) continue;
        context.report({
          loc: context.sourceCode.locOf(name.range),
          messageId: taker === name.value ? 'repeated' : 'covered',
          data: { ...data(taker), name: name.value },
        });
      }
    }
  },
});
