import { compareChoice, isDefinite, type JsonPath, type ReferencePath } from '../../expressions';
import type { ChoiceTest } from '../../syntax';
import { isUnknown, type Json } from '../../text/located';
import { never, scalarAmong, valuesOf, type DataShape } from './data-shape';
import { mapParts, namesOf, narrowToAbsent, narrowToPresent } from './narrow';
import { partsOf, type Part } from './parts';
import { readSegments } from './read-path';
import { type DataReader, type DataRoots } from './reader';

/** What a test leaves of the input: where it holds and where it does not; `never` where it surely does the other. */
export interface Outcomes {
  readonly holds: DataShape;
  readonly fails: DataShape;
}

/**
 * What is known of the data behind a JSONPath test. Short-circuits as Step Functions does: what stands behind a condition
 * that decides is not read. A test that surely finds nothing at its Variable leaves nothing: the state fails there.
 */
export function assume(test: ChoiceTest, reader: DataReader, roots: DataRoots): Outcomes {
  if (test.and.length > 0) return assumeAll(test.and, reader, roots, 'holds');
  if (test.or.length > 0) return assumeAll(test.or, reader, roots, 'fails');
  if (test.not) {
    const { holds, fails } = assume(test.not, reader, roots);
    return { holds: fails, fails: holds };
  }
  return assumeComparison(test, reader, roots);
}

/** And goes on while its conditions hold, Or while they fail; the other outcome may come from any of them. */
function assumeAll(
  tests: readonly ChoiceTest[],
  reader: DataReader,
  roots: DataRoots,
  going: keyof Outcomes,
): Outcomes {
  const leaving = going === 'holds' ? 'fails' : 'holds';
  let input = roots.input;
  const left: DataShape[] = [];
  for (const test of tests) {
    if (input.kind === 'never') break;
    const outcomes = assume(test, reader, { ...roots, input });
    if (outcomes[leaving].kind !== 'never') left.push(outcomes[leaving]);
    input = outcomes[going];
  }
  // What is known of several ways out together is what was known before.
  const out = left.length > 1 ? roots.input : (left[0] ?? never);
  return going === 'holds' ? { holds: input, fails: out } : { holds: out, fails: input };
}

function assumeComparison(test: ChoiceTest, reader: DataReader, roots: DataRoots): Outcomes {
  const { input } = roots;
  const [operator] = test.operators;
  const variable = test.field('Variable')?.expressions[0];
  const operand = operator === undefined ? undefined : test.field(operator);
  if (!variable || operator === undefined || !operand) return { holds: input, fails: input };
  const isPresence = operator === 'IsPresent';
  const own = reader.fork();
  const shape = own.read(variable, roots, !isPresence);
  const operandExpression = operand.expressions[0];
  if (operandExpression) own.read(operandExpression, roots);
  if (own.hasFailed()) return { holds: never, fails: never };

  const path = variable.jsonPath;
  if (!path || isUnknown(variable.value)) return { holds: input, fails: input };
  const names = path.root.kind === 'input' && isDefinite(path) ? namesOf(path) : undefined;
  if (isPresence) {
    if (path.root.kind !== 'input' || !isDefinite(path) || operand.isUnknown) return { holds: input, fails: input };
    const present = names ? narrowToPresent(input, names) : elementPresent(path, input);
    const missing = names ? narrowToAbsent(input, names) : input;
    return operand.json === false ? { holds: missing, fails: present } : { holds: present, fails: missing };
  }
  if (operandExpression || operand.isUnknown) {
    const found = names?.length && optionalIn(names, input) ? narrowToPresent(input, names) : input;
    return { holds: found, fails: found };
  }
  const literal = operand.json;
  const leave = (holds: boolean): DataShape => {
    const passes = (part: Part): boolean => verdictOn(part, operator, literal) !== !holds;
    if (!partsOf(shape).some(passes)) return never;
    if (!names?.length) return input;
    return narrowToPresent(input, names, (leaf) =>
      mapParts(leaf, passes, (part) => afterTest(part, operator, literal, holds)),
    );
  };
  return { holds: leave(true), fails: leave(false) };
}

/** What remains when there is something at a path with an index: what has no such element is not there. */
function elementPresent({ segments }: JsonPath | ReferencePath, input: DataShape): DataShape {
  const at = segments.findIndex(({ kind }) => kind !== 'name');
  const names = segments.slice(0, at).flatMap((segment) => (segment.kind === 'name' ? [segment.name] : []));
  const rest = segments.slice(at);
  return narrowToPresent(input, names, (leaf) =>
    mapParts(
      leaf,
      (part) => readSegments(rest, part).missing !== 'sure',
      (part) => part,
    ),
  );
}

/** Whether a contract says that there may be nothing. */
const optionalIn = (names: readonly string[], input: DataShape): boolean =>
  readSegments(
    names.map((name) => ({ kind: 'name', name, start: 0, end: 0 })),
    input,
  ).gap?.optional !== undefined;

/** More tests of one value than that are not remembered. */
const maxTests = 20;

function afterTest(part: Part, operator: string, literal: Json, holds: boolean): Part {
  if (part.kind !== 'scalar' || part.value !== undefined) return part;
  const { among, ...rest } = part;
  if (among)
    return {
      ...rest,
      ...scalarAmong(
        part.type,
        among.filter((one) => verdictOnValue(operator, one, literal) === holds),
      ),
    };
  if (part.type !== testedType(operator)) return part;
  if (holds && equalities.has(operator)) return { ...part, value: literal };
  const tested = new Map(part.tested).set(testKey(operator, literal), { operator, literal, holds });
  return tested.size > maxTests ? part : { ...part, tested };
}

const equalities: ReadonlySet<string> = new Set(['StringEquals', 'NumericEquals', 'BooleanEquals']);

const testKey = (operator: string, literal: Json): string => `${operator} ${JSON.stringify(literal)}`;

const verdictOnValue = (operator: string, value: Json, literal: Json): boolean =>
  compareChoice(operator, value, literal);

/** Whether the operator holds for all values of the part, or for none; undefined if that depends on the value. */
function verdictOn(part: Part, operator: string, literal: Json): boolean | undefined {
  if (part.kind === 'scalar') {
    const verdicts = new Set(valuesOf(part)?.map((value) => verdictOnValue(operator, value, literal)));
    if (verdicts.size) return verdicts.size === 1 ? [...verdicts][0] : undefined;
    const known = part.tested?.get(testKey(operator, literal));
    if (known) return known.holds;
  }
  const type = part.kind === 'scalar' ? part.type : part.kind;
  const tested = testedType(operator);
  if (!tested) return undefined;
  if (operator.startsWith('Is')) {
    const isOfType = type === tested ? (operator === 'IsTimestamp' ? undefined : true) : false;
    return isOfType === undefined ? undefined : isOfType === literal;
  }
  return type === tested ? undefined : false;
}

/** The type of the values that an operator can hold for; undefined for those that say nothing about it. */
const testedType = (operator: string): string | undefined => typesTested.get(firstWord.exec(operator)?.[1] ?? '');

const firstWord = /^(?:Is)?([A-Z][a-z]+)/;

const typesTested: ReadonlyMap<string, string> = new Map([
  ['String', 'string'],
  ['Timestamp', 'string'],
  ['Numeric', 'number'],
  ['Boolean', 'boolean'],
  ['Null', 'null'],
]);
