import {
  allFieldsOf,
  isUnknown,
  parseIntrinsic,
  walk,
  type Field,
  type LocatedEntry,
  type StateMachine,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-dynamic-literals',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow keys that end in ".$" where nothing evaluates them: in Result and under JSONata',
      family: 'data flow',
      recommended: true,
      severity: 'warn',
    },
    messages: {
      result:
        '"{{key}}" stays as it is: the Result of a Pass is literal, so the output has the name "{{key}}" and the text of the path; use "Parameters" instead of "Result"',
      jsonata:
        '"{{key}}" stays as it is: JSONata does not evaluate it; name it "{{name}}" and write its value as an expression in "{% %}"',
    },
    schema: [],
  },
  create(context) {
    return {
      StateMachine(machine: StateMachine) {
        for (const field of allFieldsOf(machine)) {
          const isResult = field.spec?.is === 'literal' && field.parent.queryLanguage === 'JSONPath';
          if (!isResult && !isJsonataTemplate(field)) continue;
          walk(field.value, (value) => {
            if (value.kind !== 'object') return;
            for (const entry of value.entries) {
              const key = entry.key.value;
              if (!key.endsWith('.$') || !isDynamic(entry)) continue;
              context.report({
                loc: context.sourceCode.locOf(entry.key.range),
                messageId: isResult ? 'result' : 'jsonata',
                data: { key, name: key.slice(0, -'.$'.length) },
              });
            }
          });
        }
      },
    };
  },
});

const isJsonataTemplate = ({ spec, parent }: Field): boolean =>
  parent.queryLanguage === 'JSONata' &&
  spec !== undefined &&
  ['jsonata-template', 'template', 'assignments'].includes(spec.is);

/** A value that JSONPath would evaluate; with a token in it, it may become one. */
const isDynamic = ({ value }: LocatedEntry): boolean =>
  isUnknown(value) ||
  (value.kind === 'string' && (/^\$|^\{%/.test(value.value) || parseIntrinsic(value.value).value !== undefined));
