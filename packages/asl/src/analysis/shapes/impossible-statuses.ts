import type { StateMachine } from '../../syntax';
import type { Range } from '../../text/located';
import type { StatusRange } from './data-shape';
import { literalComparisonsOf, type LiteralComparison } from './literal-comparisons';
import { onlyScalarOf } from './parts';

/** A comparison of a Choice that asks for the status of a response with which the Task has failed already. */
export interface ImpossibleStatus {
  /** Where the comparison stands in the file. */
  readonly range: Range;
  readonly path: string;
  /** `NumericEquals 404`, `>= 400` */
  readonly comparison: string;
  readonly status: StatusRange;
}

/** Those of JSONPath first, each in the order of the states. */
export const impossibleStatusesOf = (machine: StateMachine): readonly ImpossibleStatus[] =>
  literalComparisonsOf(machine).flatMap(({ path, operator, literal, operatorRange, language, ways }) => {
    const sign = language === 'JSONata' ? operator : signs[operator];
    if (typeof literal !== 'number' || sign === undefined) return [];
    const status = statusIn(ways);
    if (!status || mayHold(sign, literal, status)) return [];
    const comparison = language === 'JSONata' ? `"${operator} ${literal}"` : `"${operator}" ${literal}`;
    return [{ range: operatorRange, path, comparison, status }];
  });

const signs: Readonly<Record<string, string>> = {
  NumericEquals: '=',
  NumericGreaterThan: '>',
  NumericGreaterThanEquals: '>=',
  NumericLessThan: '<',
  NumericLessThanEquals: '<=',
};

function mayHold(sign: string, literal: number, { least, greatest }: StatusRange): boolean {
  switch (sign) {
    case '=':
      return least <= literal && literal <= greatest;
    case '>':
      return greatest > literal;
    case '>=':
      return greatest >= literal;
    case '<':
      return least < literal;
    case '<=':
      return least <= literal;
    default:
      return true;
  }
}

/** Where all ways bring the status of the same kind of response. */
function statusIn(ways: LiteralComparison['ways']): StatusRange | undefined {
  const [status, ...others] = new Set(ways.map(({ shape }) => onlyScalarOf(shape)?.status));
  return others.length ? undefined : status;
}
