import type { JsonataNode, Span } from '../../expressions';
import { ChoiceState, ChoiceTest, statesOf, type QueryLanguage, type StateMachine } from '../../syntax';
import { isUnknown, type Range } from '../../text/located';
import { dataFlowOf } from './data-flow';
import type { DataShape } from './data-shape';
import { comparisonsIn } from './impossible-jsonata-comparisons';
import { shapeOfJsonata } from './jsonata-shape';
import { pathStartOf, spanOfPath } from './plain-path';

/** A comparison of a Choice of what a path leads to with a text: `StringEquals`, or `=` in JSONata. */
export interface ComparedText {
  readonly text: string;
  /** Where the text stands in the file. */
  readonly range: Range;
  /** What it is compared with, as it is written. */
  readonly path: string;
  readonly language: QueryLanguage;
  /** What that may be, one for each way. */
  readonly shapes: readonly DataShape[];
}

/** Those of JSONPath first, each in the order of the states. */
export const comparedTextsOf = (machine: StateMachine): readonly ComparedText[] => machine.once(findComparedTexts);

const findComparedTexts = (machine: StateMachine): readonly ComparedText[] => [
  ...inPaths(machine),
  ...inJsonata(machine),
];

function* inPaths(machine: StateMachine): Generator<ComparedText> {
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
    yield { text: literal.value, path, range: literal.range, language: 'JSONPath', shapes };
  }
}

function* inJsonata(machine: StateMachine): Generator<ComparedText> {
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
        const { start, end } = spanOfPath(path, jsonata.text);
        const range = expression.rangeOf(spanOf(literal, jsonata.text));
        yield { text: literal.value, path: jsonata.text.slice(start, end), range, language: 'JSONata', shapes };
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
