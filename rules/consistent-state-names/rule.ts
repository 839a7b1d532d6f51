import { hasUnknownName, statesOf, type StateMachine } from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';
import { mostUsed } from '../src/most-used';

export default createStatelessRule({
  name: 'consistent-state-names',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require the states of a workflow to be named in one style',
      family: 'hygiene',
      recommended: false,
      strict: true,
      severity: 'warn',
    },
    messages: {
      mixed: '"{{state}}" is not named as the other states are: {{most}} of {{all}} are in {{style}}; rename the state',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        const states = [...statesOf(machine)].filter((state) => !hasUnknownName(state));
        const [style, named] = mostUsed(states.flatMap(({ name }) => stylesOf(name)));
        for (const state of states) {
          if (!style || stylesOf(state.name).includes(style)) continue;
          context.report({
            loc: context.sourceCode.locOf(state.key!.range),
            messageId: 'mixed',
            data: { state: state.name, most: String(named), all: String(states.length), style },
          });
        }
      },
    };
  },
});

type Style =
  'words' | 'PascalCase' | 'camelCase' | 'snake_case' | 'UPPER_SNAKE_CASE' | 'kebab-case' | 'Some_Case' | 'Some-Case';

/** A name of one word is in several: `Charge` stands beside `ChargeCard` as well as beside `Charge card`. */
function stylesOf(name: string): readonly Style[] {
  const isLower = !/\p{Lu}/u.test(name);
  const isUpper = !/\p{Ll}/u.test(name);
  if (/\s/.test(name)) return ['words'];
  if (name.includes('_')) return [isLower ? 'snake_case' : isUpper ? 'UPPER_SNAKE_CASE' : 'Some_Case'];
  if (name.includes('-')) return [isLower ? 'kebab-case' : 'Some-Case'];
  const isOneWord = !/\p{Ll}\p{Lu}/u.test(name);
  if (/^\p{Ll}/u.test(name)) return isOneWord ? ['camelCase', 'snake_case', 'kebab-case', 'words'] : ['camelCase'];
  if (!isOneWord) return ['PascalCase'];
  return ['PascalCase', 'words', 'Some_Case', 'Some-Case', ...(isUpper ? (['UPPER_SNAKE_CASE'] as const) : [])];
}
