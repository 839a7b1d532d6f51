import {
  broughtToDefault,
  choiceInput,
  entryOf,
  Field,
  scopesOf,
  type AslDocument,
  type ChoiceState,
  type Json,
  type State,
  type Witness,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';
import { memberBefore, type Insertion } from '../src/member-before';

export default createStatelessRule({
  name: 'require-choice-default',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require a Default on Choice states whose rules leave something out',
      family: 'choice',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      missing:
        '"{{state}}" has no Default, and no rule matches {{example}}: the execution fails there with "States.NoChoiceMatched", which nothing in the state can catch; add a Default',
      add: 'Add a Default that leads to the new Fail state "{{name}}"',
    },
    schema: [],
    hasSuggestions: true,
  },
  create(context) {
    return {
      ChoiceState(choice) {
        if (choice.has('Default') || !isKnown(choice)) return;
        const example = broughtToDefault(choice);
        if (!example) return;
        const name = freeName(choice);
        const insertions = insertionsOf(context.sourceCode.ast, choice, name);
        context.report({
          loc: context.sourceCode.locOf(choice.key!.range),
          messageId: 'missing',
          data: { state: choice.name, example: wordsOf(example) },
          suggest: insertions
            ? [
                {
                  messageId: 'add',
                  data: { name },
                  fix: (fixer) => insertions.map(({ at, text }) => fixer.insertTextBeforeRange([at, at], text)),
                },
              ]
            : [],
        });
      },
    };
  },
});

/** Rules that are filled in may match all that the others leave. */
function isKnown(choice: ChoiceState): boolean {
  const choices = choice.field('Choices')?.value;
  return choices?.kind === 'array' && choices.items.length > 0 && !choice.choices.some((rule) => rule.hasUnknownFields);
}

const longestExample = 120;

function wordsOf(example: Witness): string {
  const parts = [...example].map(([symbol, value]) => {
    const text = JSON.stringify(value);
    const shown = text.length > longestExample ? `${text.slice(0, longestExample)}…` : text;
    if (symbol === choiceInput) return `the input ${shown}`;
    return symbol.id.startsWith('$') ? `${symbol.id} = ${shown}` : `${symbol.id} ${shown}`;
  });
  return parts.length ? parts.join(' with ') : 'an empty input';
}

const freeName = (choice: ChoiceState): string => {
  const taken = new Set(scopesOf(choice.parent.machine).flatMap(({ states }) => states.map(({ name }) => name)));
  for (let count = 1; ; count++) {
    const name = count === 1 ? 'No choice matched' : `No choice matched ${count}`;
    if (!taken.has(name)) return name;
  }
};

const failState: Json = { Type: 'Fail', Error: 'NoChoiceMatched', Cause: 'No rule of the Choice matches its input' };

/** Default before Choices, and the state that it leads to before the Choice. */
function insertionsOf(document: AslDocument, choice: ChoiceState, name: string): readonly Insertion[] | undefined {
  const state = memberOfStates(document.text, choice);
  const before = state && memberBefore(document, state, name, failState);
  const inside = memberBefore(document, choice.field('Choices')!, 'Default', name);
  return before && inside ? [before, inside] : undefined;
}

/** The state as a member of its States; undefined where these are written in another style than what is around them. */
function memberOfStates(text: string, { name, parent: scope }: State): Field | undefined {
  const states = scope.field('States')?.value;
  const entry = entryOf(states, name);
  if (!states || !entry) return undefined;
  const isFlow = (at: number) => text[at] === '{';
  return isFlow(states.range[0]) === isFlow(scope.located.range[0]) ? new Field(scope, entry, undefined) : undefined;
}
