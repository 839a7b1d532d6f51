import { intrinsicFunctions, type IntrinsicCall, type Span, type ValueKind } from '../../expressions';
import { parameterAt } from '../../expressions/intrinsic/problems';
import { StateMachine, type Expression } from '../../syntax';
import { readTypesOf, type ReadType, type ReadTypes } from './read-types';

/** A path that gives an intrinsic function what it does not take, by all ways to the state. */
export interface IntrinsicTypeFault extends ReadType {
  /** Where the path stands in the text of the expression. */
  readonly span: Span;
  readonly call: string;
  readonly expected: readonly ValueKind[];
}

/** None for what is wrong without the data: that is for `intrinsicProblems` to say. */
export function intrinsicTypeFaultsOf(expression: Expression): readonly IntrinsicTypeFault[] {
  const { parsed } = expression;
  const machine = expression.parent.parent.enclosing(StateMachine);
  if (!machine || parsed.language !== 'intrinsic' || !parsed.result.value) return [];
  return [...faultsOf(parsed.result.value, expression, readTypesOf(machine))];
}

function* faultsOf(call: IntrinsicCall, expression: Expression, types: ReadTypes): Generator<IntrinsicTypeFault> {
  const definition = intrinsicFunctions.get(call.name);
  for (const [index, argument] of call.arguments.entries()) {
    if (argument.kind === 'call') yield* faultsOf(argument, expression, types);
    if (argument.kind !== 'path') continue;
    const expected = definition && parameterAt(definition, index)?.kinds;
    const span = { start: argument.start, end: argument.end };
    const read = types(expression, span);
    if (expected && read && !expected.includes(read.type)) yield { ...read, span, call: call.name, expected };
  }
}
