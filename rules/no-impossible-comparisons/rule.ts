import {
  describeWay,
  foldedTexts,
  impossibleComparisonsOf,
  impossibleJsonataComparisonsOf,
  impossibleStatusesOf,
  jsonataExpressionsOf,
  mistypedWaysOf,
  unknownWordsOf,
  type ImpossibleComparison,
  type StateMachine,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';
import { withArticle } from '../src/type-words';

export default createStatelessRule({
  name: 'no-impossible-comparisons',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow Choice comparisons that never hold because the value is of another type',
      family: 'choice',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      never: '"{{path}}" is {{actual}}{{by}}, so "{{operator}}" never holds; {{remedy}}',
      onWay:
        '"{{path}}" is {{actual}} on the way {{way}}, so "{{operator}}" {{outcome}} there; bring {{expected}} on that way, too',
      status:
        '"{{path}}" is the status of an answer, from {{least}} to {{greatest}}, so {{comparison}} never holds: {{others}}',
      word: '"{{path}}" is never "{{word}}", so the comparison never holds: the API gives {{words}}; {{remedy}}',
      folded:
        'What "${{by}}" gives has no "{{word}}" in it, so the comparison never holds; compare it with "{{meant}}"',
      unequal: 'To the left of "=" is {{left}} and to the right {{right}}, so they are never equal; {{remedy}}',
      fails:
        'To the left of "{{operator}}" is {{left}} and to the right {{right}}, which cannot be compared, and the execution fails; compare two numbers, with $number() if need be',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const expression of jsonataExpressionsOf(machine)) {
          for (const { word, by, meant, start, end } of expression.jsonata ? foldedTexts(expression.jsonata) : []) {
            context.report({
              loc: context.sourceCode.locOf(expression.rangeOf({ start, end })),
              messageId: 'folded',
              data: { word, by, meant },
            });
          }
        }
        // Both sides may be of another type: one comparison is one thing to mend.
        const told = new Set<number>();
        for (const comparison of impossibleComparisonsOf(machine)) {
          const { read, operator, actual, by } = comparison;
          const [at] = operator.key.range;
          if (told.has(at)) continue;
          told.add(at);
          context.report({
            loc: context.sourceCode.locOf(operator.key.range),
            messageId: 'never',
            data: {
              path: read.path,
              actual: namesOf(actual),
              by: by === undefined ? '' : ` by ${by}`,
              operator: operator.name,
              remedy: remedyFor(comparison),
            },
          });
        }
        for (const { expression, span, operator, left, right } of impossibleJsonataComparisonsOf(machine)) {
          context.report({
            loc: context.sourceCode.locOf(expression.rangeOf(span)),
            messageId: operator === '=' ? 'unequal' : 'fails',
            data: {
              operator,
              left: namesOf(left),
              right: namesOf(right),
              remedy: [...left, ...right].includes('array')
                ? 'use "in" to ask whether the array has the value'
                : 'compare values of one type, with $number() or $string() if need be',
            },
          });
        }
        for (const { world, state, path, operator, operatorRange, literal, language, actual } of mistypedWaysOf(
          machine,
        )) {
          const fails = language === 'JSONata' && operator !== '=';
          context.report({
            loc: context.sourceCode.locOf(operatorRange),
            messageId: 'onWay',
            data: {
              path,
              actual: namesOf(actual),
              way: describeWay(world.trail, state.name),
              operator,
              outcome: fails ? 'fails the execution' : 'never holds',
              expected: withArticle(typeof literal),
            },
          });
        }
        for (const { range, path, comparison, status } of impossibleStatusesOf(machine)) {
          context.report({
            loc: context.sourceCode.locOf(range),
            messageId: 'status',
            data: { path, comparison, ...status },
          });
        }
        for (const { range, path, word, words, meant } of unknownWordsOf(machine)) {
          const remedy = meant === undefined ? 'use one of these' : `use "${meant}"`;
          context.report({
            loc: context.sourceCode.locOf(range),
            messageId: 'word',
            data: { path, word, words: words.map((one) => `"${one}"`).join(', '), remedy },
          });
        }
      },
    };
  },
});

const namesOf = (types: readonly string[]): string => types.map(withArticle).join(' or ');

const operatorTypes: Readonly<Record<string, string>> = { string: 'String', number: 'Numeric', boolean: 'Boolean' };

/** The times of the Context Object, which are texts. */
const timeOfContext = /^\$\$\.(Execution\.(StartTime|RedriveTime)|State\.EnteredTime)$/;

function remedyFor({ actual, operator, read }: ImpossibleComparison): string {
  const type = actual.find((one) => one !== 'null') ?? 'null';
  const meant = timeOfContext.test(read.path) ? 'Timestamp' : operatorTypes[type];
  if (meant !== undefined && meant !== 'Boolean') {
    const name = operator.name.replace(/^(String|Numeric|Boolean|Timestamp)/, meant);
    return name === 'NumericMatches' ? 'use "NumericEquals"' : `use "${name}"`;
  }
  if (meant !== undefined) return `use "BooleanEquals${operator.name.endsWith('Path') ? 'Path' : ''}"`;
  return type === 'null' ? 'use "IsNull"' : 'read a member or an element of it';
}
