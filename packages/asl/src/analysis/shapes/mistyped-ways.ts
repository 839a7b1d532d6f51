import type { Json } from '../../text/located';
import type { StateMachine } from '../../syntax';
import { valuesOf, type DataShape } from './data-shape';
import { literalComparisonsOf, type LiteralComparison } from './literal-comparisons';
import { partsOf, type Part } from './parts';
import { typeOf, type ValueType } from './value-type';
import type { World } from './world';

/** A comparison of a Choice that holds for no value that one of the ways to it brings, as the value is written in another type there. */
export interface MistypedWay extends LiteralComparison {
  readonly world: World;
  /** What the way brings. */
  readonly actual: readonly ValueType[];
}

/**
 * Only values that are those of the literal's type in another notation: a text of digits for a number. Others, null, an empty text,
 * a word, stand for "none" on purpose, and what several comparisons of different types ask for may be of several types.
 */
export const mistypedWaysOf = (machine: StateMachine): readonly MistypedWay[] => machine.once(findMistypedWays);

const findMistypedWays = (machine: StateMachine): readonly MistypedWay[] =>
  literalComparisonsOf(machine).flatMap((comparison, _, all) => {
    const { operator, literal, language, ways } = comparison;
    if (!compares.test(operator)) return [];
    const way = ways.find(({ shape }) => isMistyped(shape, literal));
    // What holds for nothing that any way brings is found by `impossibleComparisonsOf`.
    if (!way || !ways.some(({ shape }) => mayHold(shape, literal)) || !isAskedAlike(comparison, all)) return [];
    if (comparison.isGuarded || (language === 'JSONata' && mayAskForType(comparison))) return [];
    return [{ ...comparison, world: way.world, actual: partsOf(way.shape).map(typeOf) }];
  });

const compares = /^(?:=|[<>]=?|(?:String|Numeric|Boolean)(?:Equals|(?:Less|Greater)Than(?:Equals)?))$/;

function isMistyped(shape: DataShape, literal: Json): boolean {
  if (shape.kind === 'unknown' || shape.kind === 'never') return false;
  return partsOf(shape).every((part) => isOtherNotation(part, literal));
}

const mayHold = (shape: DataShape, literal: Json): boolean =>
  partsOf(shape).some((part) => typeOf(part) === typeof literal);

/** Whether what is compared is of another type than the literal, and would be written like values of its type. */
function isOtherNotation(part: Part, literal: Json): boolean {
  if (part.kind !== 'scalar') return false;
  const values = valuesOf(part);
  if (typeof literal === 'string') {
    return (part.type === 'number' && isDigits(literal)) || (part.type === 'boolean' && isTruth(literal));
  }
  if (part.type !== 'string') return false;
  if (typeof literal === 'boolean') return values?.every(isTruth) ?? false;
  return values ? values.every(isDigits) : part.words === undefined && part.caught === undefined;
}

const isDigits = (value: Json): boolean => typeof value === 'string' && /^[+-]?\d+(?:\.\d+)?$/.test(value);

const isTruth = (value: Json): boolean => typeof value === 'string' && /^(?:true|false)$/i.test(value);

/** Whether no comparison of the state takes values of another type at that place. */
const isAskedAlike = ({ state, path, literal }: LiteralComparison, all: readonly LiteralComparison[]): boolean =>
  all.every((other) => other.state !== state || other.path !== path || typeof other.literal === typeof literal);

/** A function may ask for the type, and a condition may choose. */
const mayAskForType = ({ state }: LiteralComparison): boolean =>
  state.choices.some((rule) =>
    /[?~]|\$(?!not\b|exists\b)\w+\s*\(/.test(rule.field('Condition')?.expressions[0]?.text ?? ''),
  );
