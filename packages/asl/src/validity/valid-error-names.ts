import { Catcher, descendantsOf, Retrier, type AslNode } from '../syntax';
import { schema, type ValidityCheck } from './problem';

/** `States.ALL` must be alone in its ErrorEquals and in the last Retrier or Catcher, or what follows could never match. */
export const validErrorNames: ValidityCheck = function* (machine) {
  for (const node of descendantsOf(machine)) {
    if (!(node instanceof Retrier || node instanceof Catcher)) continue;
    const { value, location } = node.field('ErrorEquals') ?? {};
    if (value?.kind !== 'array') continue;
    const index = value.items.findIndex((item) => item.kind === 'string' && item.value === 'States.ALL');
    if (index < 0) continue;
    const at = {
      range: value.items[index]!.range,
      // Words and place are AWS's (measured, badmintoncryer/cdk-preflight 2026-09-05).
      aws: schema('States.ALL must appear alone and at end of list', `${location}[${index}]`),
    };
    if (value.items.length > 1) {
      yield {
        message: '"States.ALL" matches every error and must stand alone in its "ErrorEquals"; remove the other names',
        ...at,
      };
    } else if (siblings(node).at(-1) !== node) {
      yield {
        message: `"States.ALL" matches every error, so no ${node.type} after this one could ever match; move this ${node.type} to the end`,
        ...at,
      };
    }
  }
};

function siblings(node: Retrier | Catcher): readonly AslNode[] {
  const { retry, catch: catchers } = node.parent as unknown as { retry: readonly AslNode[]; catch: readonly AslNode[] };
  return node instanceof Retrier ? retry : catchers;
}
