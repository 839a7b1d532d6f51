import { Catcher, descendantsOf, Retrier, type AslNode } from '../syntax';
import { schema, type ValidityCheck } from './problem';

/** `States.ALL` must be alone in its ErrorEquals and in the last Retrier or Catcher, or what follows could never match. */
export const validErrorNames: ValidityCheck = function* (machine) {
  for (const node of descendantsOf(machine)) {
    if (!(node instanceof Retrier || node instanceof Catcher) || !node.errorEquals.includes('States.ALL')) continue;
    const field = node.field('ErrorEquals')!;
    if (node.errorEquals.length > 1) {
      yield {
        message: '"States.ALL" matches every error and must stand alone in its "ErrorEquals"; remove the other names',
        range: field.value.range,
        aws: schema('States.ALL must appear alone in ErrorEquals', field.location),
      };
    }
    if (siblings(node).at(-1) !== node) {
      yield {
        message: `"States.ALL" matches every error, so no ${node.type} after this one can ever match; move it to the end`,
        range: field.value.range,
        aws: schema(`States.ALL must appear only in the last ${node.type}`, field.location),
      };
    }
  }
};

function siblings(node: Retrier | Catcher): readonly AslNode[] {
  const { retry, catch: catchers } = node.parent as unknown as { retry: readonly AslNode[]; catch: readonly AslNode[] };
  return node instanceof Retrier ? retry : catchers;
}
