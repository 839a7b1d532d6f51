import type { MatcherContext } from 'expect';
import { isExecution } from '../execution';
import { requireOptions } from './expectations';
import { block, type Rows } from './layout';
import { locatedDefinition, type LocatedDefinition } from './located-definition';
import { defineMatcher, type MatcherResult, type Subject } from './matcher';

/** What is wrong with a definition. */
export interface Finding {
  readonly line: number;
  readonly column: number;
  /** The id of the rule, or the code of the problem. */
  readonly rule: string;
  readonly message: string;
}

/** What a look at a definition has found. */
export interface Findings {
  readonly pass: boolean;
  readonly findings: readonly Finding[];
  /** How many warnings are allowed. */
  readonly maxWarnings?: number;
}

const wanted = (maxWarnings: number): string =>
  maxWarnings === 0 ? 'no findings' : `no errors and no more than ${maxWarnings} warnings`;

const unwanted = (maxWarnings: number): string =>
  maxWarnings === 0 ? 'findings' : `errors or more than ${maxWarnings} warnings`;

const definitions: Subject<object | string> = {
  name: 'definition',
  accepts: (received): received is object | string =>
    typeof received === 'string' ||
    (typeof received === 'object' && received !== null && !Array.isArray(received) && !isExecution(received)),
  requirement: () => 'must be a definition, as an import, an object or a text, or a StateMachine',
};

/**
 * Makes a matcher about a definition. The message has the findings with their places.
 * @param optionNames the options that there are; any other is refused
 */
export function definitionMatcher<Options extends object>(
  name: string,
  optionNames: readonly (keyof Options & string)[],
  look: (definition: LocatedDefinition, options: Partial<Options>) => Findings,
): (this: MatcherContext, received: unknown, options?: Partial<Options>) => MatcherResult {
  return defineMatcher(definitions, name, ['options'], function (received, options: Partial<Options> = {}) {
    requireOptions(options, optionNames);
    const definition = locatedDefinition(received);
    const { pass, findings, maxWarnings = 0 } = look(definition, options);
    return {
      pass,
      details: (): Rows => [
        `Expected ${(pass ? unwanted : wanted)(maxWarnings)} in ${definition.name}`,
        block('Findings', aligned(definition.name, findings)),
      ],
    };
  });
}

/** `order.asl.json:17:5  asl/require-catch  "ChargeCard" has no Catch ...`, with the columns one below the other. */
function aligned(name: string, findings: readonly Finding[]): string[] {
  const rows = findings.map(({ line, column, rule, message }) => [`${name}:${line}:${column}`, rule, message] as const);
  const width = (column: 0 | 1): number => Math.max(...rows.map((row) => row[column].length));
  return rows.map(([place, rule, message]) => `${place.padEnd(width(0))}  ${rule.padEnd(width(1))}  ${message}`);
}
