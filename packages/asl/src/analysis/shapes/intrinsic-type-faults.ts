import { intrinsicFunctions, type IntrinsicCall, type Span, type ValueKind } from '../../expressions';
import { parameterAt } from '../../expressions/intrinsic/problems';
import { StateMachine, type Expression } from '../../syntax';
import type { DataRead } from './data-read';
import { readTypesOf, type ReadType, type ReadTypes } from './read-types';
import type { World } from './world';

/** A path that gives an intrinsic function what it does not take, by all ways to the state or by one. */
export interface IntrinsicTypeFault extends ReadType {
  /** Where the path stands in the text of the expression. */
  readonly span: Span;
  readonly call: string;
  readonly expected: readonly ValueKind[];
  /** A look from the way, where it is not so on all of them. */
  readonly onWay?: DataRead;
}

/** None for what is wrong without the data: that is for `intrinsicProblems` to say. */
export function intrinsicTypeFaultsOf(expression: Expression): readonly IntrinsicTypeFault[] {
  const { parsed } = expression;
  const machine = expression.parent.parent.enclosing(StateMachine);
  if (!machine || parsed.language !== 'intrinsic' || !parsed.result.value) return [];
  const call = parsed.result.value;
  const types = readTypesOf(machine);
  const faults = [...faultsOf(call, expression, types)];
  for (const onWay of types.apart(expression))
    for (const fault of faultsOf(call, expression, types, onWay.world))
      if (faults.every(({ span }) => span.start !== fault.span.start)) faults.push({ ...fault, onWay });
  return faults;
}

function* faultsOf(
  call: IntrinsicCall,
  expression: Expression,
  types: ReadTypes,
  way?: World,
): Generator<IntrinsicTypeFault> {
  const definition = intrinsicFunctions.get(call.name);
  for (const [index, argument] of call.arguments.entries()) {
    if (argument.kind === 'call') yield* faultsOf(argument, expression, types, way);
    if (argument.kind !== 'path') continue;
    const expected = definition && parameterAt(definition, index)?.kinds;
    const span = { start: argument.start, end: argument.end };
    const read = types.at(expression, span, way);
    if (expected && read && !expected.includes(read.type)) yield { ...read, span, call: call.name, expected };
  }
}
