import {
  allExpressionsOf,
  ChoiceTest,
  lostIndexIn,
  type Expression,
  type IntrinsicArgument,
  type JsonPath,
  type StateMachine,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-index-after-filter',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow an index behind a filter, which finds nothing',
      family: 'data flow',
      recommended: true,
      // AWS accepts the definition, and the path gives an empty list.
      severity: 'warn',
    },
    messages: {
      lost: '"{{index}}" is looked for in each match of the filter, not in the list of them, so "{{path}}" is always []; {{remedy}}',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const expression of allExpressionsOf(machine)) {
          // What a Choice compares is a finding of the rules for Choices.
          if (expression.parent.parent instanceof ChoiceTest) continue;
          for (const path of pathsIn(expression)) {
            const lost = lostIndexIn(path);
            if (!lost) continue;
            const text = expression.text!;
            const index = text.slice(lost.index.start, lost.index.end);
            context.report({
              loc: context.sourceCode.locOf(expression.rangeOf(lost.index)),
              messageId: 'lost',
              data: {
                index,
                path: path.text,
                remedy: remedyFor(path, lost.index, text.slice(path.start, lost.filter.end), expression),
              },
            });
          }
        }
      },
    };
  },
});

function pathsIn({ parsed }: Expression): readonly JsonPath[] {
  if (parsed.language === 'path') return parsed.result.value ? [parsed.result.value] : [];
  return parsed.language === 'intrinsic' && parsed.result.value ? pathsOf(parsed.result.value) : [];
}

function pathsOf(argument: IntrinsicArgument): readonly JsonPath[] {
  if (argument.kind === 'call') return argument.arguments.flatMap(pathsOf);
  return argument.kind === 'path' ? [argument] : [];
}

/** An intrinsic function can take an element, but nothing can follow its call. */
function remedyFor({ segments }: JsonPath, index: JsonPath['segments'][number], list: string, { kind }: Expression) {
  const isElement = index.kind === 'index' && index.index >= 0 && segments.at(-1) === index && kind === 'payload';
  return isElement
    ? `use States.ArrayGetItem(${list}, ${index.index})`
    : `hand on "${list}", and take the element of it in the next state`;
}
