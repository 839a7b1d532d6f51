import type { IntrinsicCall, JsonataNode } from '../../expressions';
import { memberAt } from '../../services/idempotency/parameters';
import { FailState, TaskState, type Expression, type State } from '../../syntax';
import type { Located, LocatedString } from '../../text/located';
import { dataFlowOf } from '../shapes/data-flow';
import { isWholeRead } from '../shapes/data-read';

/** The name of an error that the author of a definition chooses. */
export interface GivenErrorName {
  readonly name: string;
  readonly at: LocatedString;
  /** Only the beginning is known: `States.` of `{% 'States.' & $code %}`. */
  readonly isBeginning: boolean;
}

/** The name that a Fail ends with, or that a Task gives to the one who waits for a task token, as far as it is known. */
export function givenErrorName(state: State): GivenErrorName | undefined {
  const at = state instanceof TaskState ? errorSent(state) : state instanceof FailState ? errorOf(state) : undefined;
  if (at?.kind !== 'string') return undefined;
  const expression = state.fields.flatMap(({ expressions }) => expressions).find(({ value }) => value === at);
  if (!expression) return { name: at.value, at, isBeginning: false };
  const whole = textRead(state, expression);
  if (whole !== undefined) return { name: whole, at, isBeginning: false };
  const known = knownTextOf(expression);
  return known && { ...known, at };
}

const errorOf = (state: FailState): Located | undefined => (state.field('Error') ?? state.field('ErrorPath'))?.value;

function errorSent({ resource, callParameters }: TaskState): Located | undefined {
  if (resource.kind !== 'aws-sdk' || resource.service !== 'sfn' || resource.action !== 'sendTaskFailure')
    return undefined;
  const error = memberAt(callParameters, 'Error');
  return error.is === 'present' ? error.value : undefined;
}

/** The text that an expression gives in all of its worlds. */
function textRead({ parent }: State, expression: Expression): string | undefined {
  const texts = dataFlowOf(parent.machine).reads.flatMap((read) => {
    if (read.expression !== expression || !isWholeRead(read)) return [];
    const { shape, missing } = read.reading;
    return [missing !== 'sure' && shape.kind === 'scalar' && typeof shape.value === 'string' ? shape.value : undefined];
  });
  return new Set(texts).size === 1 ? texts[0] : undefined;
}

type KnownText = Pick<GivenErrorName, 'name' | 'isBeginning'>;

function knownTextOf({ jsonata, parsed }: Expression): KnownText | undefined {
  if (jsonata?.ast) return knownInJsonata(jsonata.ast);
  return parsed.language === 'intrinsic' && parsed.result.value ? knownInCall(parsed.result.value) : undefined;
}

function knownInJsonata(node: JsonataNode): KnownText | undefined {
  if (node.type === 'string') return { name: String(node.value), isBeginning: false };
  if (node.type === 'block' && node.expressions.length === 1) return knownInJsonata(node.expressions[0]!);
  if (node.type !== 'binary' || node.value !== '&') return undefined;
  const first = knownInJsonata(node.lhs);
  if (!first || first.isBeginning) return first;
  const second = knownInJsonata(node.rhs);
  return { name: first.name + (second?.name ?? ''), isBeginning: second?.isBeginning ?? true };
}

/** `States.Format('Order.{}', $.code)` */
function knownInCall(call: IntrinsicCall): KnownText | undefined {
  const [template] = call.name === 'States.Format' ? call.arguments : [];
  return template?.kind === 'string' ? { name: template.parts[0]!, isBeginning: true } : undefined;
}
