import { nearest, type JsonataNode, type Span } from '../../expressions';
import { ChoiceState, ChoiceTest, statesOf, type StateMachine } from '../../syntax';
import { isUnknown, type Range } from '../../text/located';
import { dataFlowOf } from './data-flow';
import type { DataShape } from './data-shape';
import { comparisonsIn } from './impossible-jsonata-comparisons';
import { shapeOfJsonata } from './jsonata-shape';
import { wordsOf } from './parts';
import { pathStartOf, spanOfPath } from './plain-path';

/** A comparison of a Choice with a word that the API never gives, which never holds. */
export interface UnknownWord {
  /** Where the word stands in the file. */
  readonly range: Range;
  readonly word: string;
  /** What it is compared with, as it is written. */
  readonly path: string;
  /** The words that there are, in the order of the model. */
  readonly words: readonly string[];
  /** The one that was probably meant. */
  readonly meant: string | undefined;
}

/** Longer lists, such as those of the types of instances, become longer with each year. */
const longestStable = 16;

/** In the order of the states; what several ways bring must be of the same list on each of them. */
export function unknownWordsOf(machine: StateMachine): readonly UnknownWord[] {
  return [...inPaths(machine), ...inJsonata(machine)];
}

function* inPaths(machine: StateMachine): Generator<UnknownWord> {
  const found = new Map<ChoiceTest, { path: string; shapes: DataShape[] }>();
  for (const { expression, path, reading } of dataFlowOf(machine).reads) {
    const { parent: test } = expression.parent;
    if (!(test instanceof ChoiceTest) || expression.parent.name !== 'Variable') continue;
    const known = found.get(test);
    if (known) known.shapes.push(reading.shape);
    else found.set(test, { path, shapes: [reading.shape] });
  }
  for (const [test, { path, shapes }] of found) {
    const literal = test.field('StringEquals')?.value;
    if (literal?.kind !== 'string' || isUnknown(literal)) continue;
    const fault = faultOf(literal.value, shapes);
    if (fault) yield { ...fault, path, range: literal.range };
  }
}

function* inJsonata(machine: StateMachine): Generator<UnknownWord> {
  const flow = dataFlowOf(machine);
  for (const state of statesOf(machine)) {
    if (!(state instanceof ChoiceState) || state.queryLanguage !== 'JSONata') continue;
    const worlds = flow.worldsAt(state);
    for (const expression of state.choices.flatMap((rule) => rule.field('Condition')?.expressions ?? [])) {
      const { parsed } = expression;
      const jsonata = parsed.language === 'jsonata' ? parsed.result.value : undefined;
      if (!jsonata?.ast || !jsonata.isComplete || jsonata.hasPlaceholders) continue;
      for (const { lhs, rhs, value } of comparisonsIn(jsonata.ast)) {
        const [literal, other] = isText(rhs) ? [rhs, lhs] : [lhs, rhs];
        if (value !== '=' || !isText(literal)) continue;
        const path = pathStartOf(other, jsonata.text);
        if (!path?.isWhole) continue;
        const shapes = worlds.map(
          ({ input, variables }) =>
            shapeOfJsonata({ ...jsonata, ast: other }, { input }, variables, () => undefined).shape,
        );
        const fault = faultOf(literal.value, shapes);
        const { start, end } = spanOfPath(path, jsonata.text);
        const range = expression.rangeOf(spanOf(literal, jsonata.text));
        if (fault) yield { ...fault, path: jsonata.text.slice(start, end), range };
      }
    }
  }
}

type Text = JsonataNode & { readonly type: 'string'; readonly value: string };

const isText = (node: JsonataNode): node is Text =>
  node.type === 'string' && typeof node.value === 'string' && !node.predicate;

/** With its quotes; its end is known. */
function spanOf({ position, value }: Text, text: string): Span {
  const end = position ?? text.length;
  return { start: Math.max(0, end - value.length - 2), end };
}

function faultOf(word: string, shapes: readonly DataShape[]): Omit<UnknownWord, 'path' | 'range'> | undefined {
  const [words, ...others] = new Set(shapes.map(wordsOf));
  if (!words || others.length || words.length > longestStable || words.includes(word)) return undefined;
  const sameLetters = words.find((one) => one.toLowerCase() === word.toLowerCase());
  return { word, words, meant: sameLetters ?? nearest(word, words) };
}
