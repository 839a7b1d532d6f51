import {
  evaluateIntrinsic,
  intrinsicFunctions,
  type IntrinsicArgument,
  type IntrinsicCall,
  type Parameter,
} from '../../../expressions';
import { parameterAt } from '../../../expressions/intrinsic/problems';
import type { Json } from '../../../text/located';
import { domainOfKinds, nothing, type Domain } from '../domain';
import { commonValues, type Intervals } from '../intervals';
import { numberOrder } from '../numbers';
import { lengthOf, readPath, type SymbolicRoots } from '../read-path';
import type { Origin, Reference } from '../place';
import { constant, constantOf, unknown, type Derived, type SymbolicValue } from '../symbolic-value';
import type { SymbolicRun } from './symbolic-run';

const notTheSameTwice = new Set(['States.UUID', 'States.MathRandom']);
/** Functions that may fail although all arguments are of the right kind. */
const demanding = new Set([
  'States.ArrayGetItem',
  'States.ArrayPartition',
  'States.ArrayRange',
  'States.Base64Decode',
  'States.Hash',
  'States.MathRandom',
]);

/** What an intrinsic call gives. Its arguments must be of the kinds that the function takes. */
export function readIntrinsic(
  run: SymbolicRun,
  call: IntrinsicCall,
  roots: SymbolicRoots,
  node: Origin,
): SymbolicValue {
  const definition = intrinsicFunctions.get(call.name);
  if (!definition) return doubted(run, call, node, `"${call.name}" is no function`);
  const values = call.arguments.map((argument) => readArgument(run, argument, roots, node));
  const constants = values.map(constantOf);
  if (constants.every((value) => value !== undefined) && !notTheSameTwice.has(call.name)) {
    return foldedCall(run, call, constants, node);
  }
  for (const [index, value] of values.entries()) demandKind(run, value, parameterAt(definition, index), call, node);
  const [first] = values;
  if (call.name === 'States.StringToJson' && first?.kind === 'reference') return run.parsed(first, node);
  if (demanding.has(call.name) || call.name === 'States.StringToJson')
    return doubted(run, call, node, `"${call.name}" may fail`);
  return inverted(call, values) ?? unknown(`"${call.name}" computes a value`, node, definition.returns);
}

function doubted(run: SymbolicRun, call: IntrinsicCall, node: Origin, reason: string): SymbolicValue {
  run.doubt(node, call.name, reason);
  return unknown(reason, node);
}

function readArgument(
  run: SymbolicRun,
  argument: IntrinsicArgument,
  roots: SymbolicRoots,
  node: Origin,
): SymbolicValue {
  switch (argument.kind) {
    case 'call':
      return readIntrinsic(run, argument, roots, node);
    case 'path':
      return run.must(readPath(argument, roots, node), node, argument.text);
    case 'placeholder':
      return unknown('it is a placeholder', node);
    default:
      return constant(argument.value);
  }
}

function demandKind(
  run: SymbolicRun,
  value: SymbolicValue,
  parameter: Parameter | undefined,
  call: IntrinsicCall,
  node: Origin,
): void {
  if (!parameter?.kinds) return;
  const domain = call.name === 'States.MathAdd' ? int32 : domainOfKinds(parameter.kinds);
  run.mustBe(value, domain, node, `an argument of ${call.name}`);
}

/** Calculates a call whose arguments are all known, by giving them as variables of their own. */
function foldedCall(run: SymbolicRun, call: IntrinsicCall, values: readonly Json[], node: Origin): SymbolicValue {
  const span = { start: call.start, end: call.end };
  const standIns = values.map((_, index): IntrinsicArgument => {
    const argument = call.arguments[index]!;
    if (argument.kind !== 'path' && argument.kind !== 'call') return argument;
    return { kind: 'path', text: `$${index}`, root: { kind: 'variable', name: String(index) }, segments: [], ...span };
  });
  const roots = { input: null, context: null, variable: (name: string) => values[Number(name)] };
  const environment = { now: () => 0, uuid: () => '', random: () => 0 };
  const result = evaluateIntrinsic({ ...call, arguments: standIns }, roots, environment);
  if (result.ok) return constant(result.value);
  run.mustBe(constant(null), nothing, node, `${call.name}: ${result.cause}`);
  return unknown(result.cause, node);
}

/** Functions of which it is known what they make a value of. */
function inverted(call: IntrinsicCall, values: readonly SymbolicValue[]): SymbolicValue | undefined {
  const [first, second] = values;
  if (call.name === 'States.JsonMerge' && first && second) return { kind: 'merged', first, second };
  if (call.name === 'States.ArrayLength' && first?.kind === 'reference') return lengthOf(first);
  if (call.name !== 'States.MathAdd' || !first || !second) return undefined;
  const [of, added] = first.kind === 'constant' ? [second, first] : [first, second];
  const by = constantOf(added);
  if (of.kind !== 'reference' || typeof by !== 'number') return undefined;
  return sumOf(of, Math.round(by));
}

/** What States.MathAdd takes. */
const int32: Domain = { ...nothing, numbers: [[-0x80000000, 0x7fffffff]] };

/** A number at a place, rounded, and another one added: fractions of half are rounded up. */
function sumOf(of: Reference, by: number): Derived {
  return {
    kind: 'derived',
    is: 'number',
    of,
    from: int32,
    make: (value) => Math.floor(Number(value) + 0.5) + by,
    preimages: ({ numbers }) =>
      commonValues(numbers, [[-0x80000000 + by, 0x7fffffff + by]]).flatMap(([low, high]) => {
        const [min, max] = [Math.ceil(low) - by, Math.floor(high) - by];
        if (min > max) return [];
        const rounded: Intervals<number> = [[min - 0.5, numberOrder.previous(max + 0.5)]];
        return [{ ...nothing, numbers: commonValues(int32.numbers, rounded) }];
      }),
  };
}
