import {
  allFieldsOf,
  isAssigned,
  intrinsicInJsonata,
  isJsonata,
  isUnknown,
  jsonataFunctions,
  parseIntrinsic,
  parseJsonata,
  type Field,
  type LocatedString,
  type StateMachine,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';

export default createStatelessRule({
  name: 'no-undelimited-jsonata',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow texts that look like expressions and are not evaluated',
      family: 'JSONata',
      recommended: true,
      severity: 'warn',
    },
    hasSuggestions: true,
    messages: {
      undelimited: '"{{text}}" is literal text; write it as "{% {{text}} %}" to evaluate it',
      path: '"{{text}}" is literal text: JSONata evaluates no paths; write it as "{% {{expression}} %}"',
      intrinsic: '"{{text}}" is literal text: JSONata has no intrinsic functions; write it as "{% {{instead}} %}"',
      inside:
        '"{{text}}" is literal text: an expression is evaluated only if it is the whole text; join the parts by "&" inside "{% %}"',
      jsonPath:
        '"{{text}}" is literal text: the state is written in JSONPath; give it "QueryLanguage": "JSONata", or use a path',
      delimit: 'Put it between "{%" and "%}"',
    },
    schema: [],
  },
  create(context) {
    const report = (
      value: LocatedString,
      messageId: 'undelimited' | 'path' | 'intrinsic' | 'inside' | 'jsonPath',
      { expression, instead = '' }: { readonly expression?: string; readonly instead?: string } = {},
    ): void => {
      const range = [value.at(0), value.at(value.value.length)] as const;
      const { text } = context.sourceCode;
      // Without quotes, `{%` would begin a mapping in YAML; what is written with escapes is left alone.
      const isQuoted = /["']/.test(text[range[0] - 1] ?? '') && text.slice(...range) === value.value;
      context.report({
        loc: context.sourceCode.locOf(value.range),
        messageId,
        data: { text: value.value, expression: expression ?? '', instead },
        suggest:
          expression !== undefined && isQuoted
            ? [{ messageId: 'delimit', fix: (fixer) => fixer.replaceTextRange([...range], `{% ${expression} %}`) }]
            : [],
      });
    };
    return {
      StateMachine(machine: StateMachine) {
        for (const field of allFieldsOf(machine)) {
          if (!isTemplate(field)) continue;
          for (const { value, entry } of field.literalTexts) {
            const text = value.value;
            if (field.parent.queryLanguage === 'JSONPath') {
              if (isJsonata(text) && field.spec?.is !== 'jsonata-template') report(value, 'jsonPath');
              continue;
            }
            // A key that ends in ".$" is a finding of no-dynamic-literals.
            if (isUnknown(value) || entry?.key.value.endsWith('.$')) continue;
            // Only the field is wrong, such as "Parameters": valid-query-language tells of that.
            if (isJsonata(text)) continue;
            const path = jsonPathAsJsonata(text);
            const instead = intrinsicInJsonata(text);
            if (path !== undefined) report(value, 'path', { expression: path });
            else if (instead !== undefined && parseIntrinsic(text).value) report(value, 'intrinsic', { instead });
            // A Condition takes no other text.
            else if (field.spec?.is === 'condition' || looksLikeExpression(text, machine))
              report(value, 'undelimited', { expression: text });
            else if (/\{%[^%]*\$[^%]*%\}/.test(text) || statesInside.test(text)) report(value, 'inside');
          }
        }
      },
    };
  },
});

/** `Order $states.input.id`, `{{ $states.input.id }}`: nothing but an expression has that in it. */
const statesInside = /(?<![\w$])\$states\.(?:input|result|context|errorOutput)\b/;

const isTemplate = ({ spec }: Field): boolean =>
  spec !== undefined &&
  ['payload-template', 'jsonata-template', 'template', 'assignments', 'literal', 'condition'].includes(spec.is);

/** `$.a.b` and `$$.Execution.Id`, as people write them who know JSONPath. */
function jsonPathAsJsonata(text: string): string | undefined {
  const [, dollars, rest] = /^(\$\$?)((?:\.[A-Za-z_]\w*|\[\d+\])+)$/.exec(text) ?? [];
  if (rest === undefined) return undefined;
  return `${dollars === '$' ? '$states.input' : '$states.context'}${rest}`;
}

/** `$states.input.a`, `$count.total` of a variable that is assigned, `$merge([...])`. */
function looksLikeExpression(text: string, machine: StateMachine): boolean {
  const [, name = '', next = ''] = /^\s*\$([A-Za-z_]\w*)\s*([.[(]?)/.exec(text) ?? [];
  const isKnown =
    next === '('
      ? jsonataFunctions.has(name)
      : name === 'states'
        ? /^\s*\$states\.(input|result|context|errorOutput)\b/.test(text)
        : isAssigned(machine, name) && (next !== '' || text.trim() === `$${name}`);
  return isKnown && parseJsonata(`{% ${text} %}`).value !== undefined;
}
