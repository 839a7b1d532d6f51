import {
  allFieldsOf,
  Catcher,
  comparisonOperators,
  FailState,
  formatCallFor,
  graphOf,
  isAssigned,
  isUnknown,
  parseIntrinsic,
  parseJsonPath,
  type Field,
  type LiteralText,
  type LocatedString,
  type StateMachine,
} from '@stepproof/asl';
import { createStatelessRule } from '../src/create-rule';
import { withDollar } from '../src/with-dollar';

export default createStatelessRule({
  name: 'no-literal-paths',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow paths and intrinsic calls where they are passed on as literal text',
      family: 'data flow',
      recommended: true,
      severity: 'warn',
    },
    hasSuggestions: true,
    messages: {
      member: '"{{key}}" is given the literal text "{{text}}"; name it "{{key}}.$" to give it the value',
      element:
        'The element "{{text}}" is literal text; make the array with an intrinsic call, "{{key}}.$": "States.Array({{items}})"',
      result:
        '"{{text}}" stays as it is: the Result of a Pass is literal; use "Parameters" instead, with a key that ends in ".$"',
      inside: '"{{text}}" is literal text, the path in it included; write "{{key}}": "{{call}}" to put the value there',
      field: '"{{key}}" is the literal text "{{text}}"; use "{{key}}{{suffix}}" to take the value',
      ofCaught:
        '"{{key}}" is the literal text "{{text}}", where a Catch puts an object; use "{{key}}{{suffix}}": "{{path}}" to take the text',
      addDollar: 'Add ".$" to "{{key}}"',
      usePath: 'Change to "{{key}}{{suffix}}"',
    },
    schema: [],
  },
  create(context) {
    const reportJoined = (value: LocatedString, key: string, itemsWith?: (call: string) => string): void => {
      const call = formatCallFor(value.value);
      if (call === undefined) return;
      const data = { key, text: value.value, call, items: itemsWith?.(call) ?? '' };
      const messageId = itemsWith ? 'element' : 'inside';
      context.report({ loc: context.sourceCode.locOf(value.range), messageId, data });
    };
    const check = (field: Field, machine: StateMachine): void => {
      if (field.parent.queryLanguage === 'JSONata') return;
      const suffix = pathFormOf(field);
      if (suffix !== undefined) {
        const { value, key } = field;
        if (value.kind !== 'string' || isUnknown(value)) return;
        if (!looksLikePath(value.value)) {
          if (field.parent instanceof FailState) reportJoined(value, `${key.value}${suffix}`);
          return;
        }
        const member = isCaughtAt(field, value.value) ? `.${key.value}` : '';
        const data = { key: key.value, text: value.value, suffix, path: `${value.value}${member}` };
        context.report({
          loc: context.sourceCode.locOf(value.range),
          messageId: member ? 'ofCaught' : 'field',
          data,
          suggest: [
            {
              messageId: 'usePath',
              data,
              fix: (fixer) => {
                const end = key.at(key.value.length);
                const last = value.at(value.value.length);
                const rename = fixer.replaceTextRange([end, end], suffix);
                return member ? [rename, fixer.replaceTextRange([last, last], member)] : rename;
              },
            },
          ],
        });
        return;
      }
      const isResult = field.parent.type === 'PassState' && field.name === 'Result';
      if (!isResult && !isTemplate(field)) return;
      const isVariable = (name: string): boolean => isAssigned(machine, name);
      for (const literal of field.literalTexts) {
        const { value, entry, names } = literal;
        if (!mayHavePath(value.value)) continue;
        const key = names.at(-1) ?? field.name;
        if (!isForgotten(literal, isVariable)) {
          if (isResult || !isOwn(literal)) continue;
          if (entry) reportJoined(value, `${key}.$`);
          else reportJoined(value, key, (call) => itemsOf(literal, call));
          continue;
        }
        const data = { key, text: value.value, items: itemsOf(literal, value.value) };
        context.report({
          loc: context.sourceCode.locOf(value.range),
          messageId: isResult ? 'result' : entry ? 'member' : 'element',
          data,
          suggest:
            entry && !isResult
              ? [
                  {
                    messageId: 'addDollar',
                    data,
                    fix: (fixer) => {
                      const { range, text } = withDollar(entry.key, context);
                      return fixer.replaceTextRange([...range], text);
                    },
                  },
                ]
              : [],
        });
      }
    };
    return {
      StateMachine(machine: StateMachine) {
        for (const field of allFieldsOf(machine)) check(field, machine);
      },
    };
  },
});

const isTemplate = ({ spec }: Field): boolean =>
  spec !== undefined && ['payload-template', 'template', 'assignments'].includes(spec.is);

const mayHavePath = (text: string): boolean => text.includes('$') || text.startsWith('States.');

/** What the name of a field ends with that takes a path: of Error, Cause, the operators of a Choice, and the role of Credentials. */
function pathFormOf({ name, parent }: Field): 'Path' | '.$' | undefined {
  if (parent.type === 'Credentials') return name === 'RoleArn' ? '.$' : undefined;
  const hasForm = parent instanceof FailState ? name === 'Error' || name === 'Cause' : withPathForm.has(name);
  return hasForm ? 'Path' : undefined;
}

/** Whether a Catch puts the object with `Error` and `Cause` there, of which a Fail state takes a text. */
const isCaughtAt = ({ parent }: Field, path: string): boolean =>
  parent instanceof FailState &&
  graphOf(parent.parent).transitions.some(
    ({ node }) => node instanceof Catcher && node.field('ResultPath')?.json === path,
  );

const withPathForm: ReadonlySet<string> = new Set(
  Object.keys(comparisonOperators).filter((name) => Object.hasOwn(comparisonOperators, `${name}Path`)),
);

/**
 * APIs that take paths themselves call them so: `InputPath`, `InputPathsMap`, `JsonPath`, `FilterExpression`. `QueryParameters` are
 * those of a URL, and so is a path that begins with a slash.
 */
const pathName =
  /paths?(map|list)?$|jsonpath|expressions?$|pattern|query(?!parameters)|script|definition|template|mapping|^metricvalue$|^dimensions$/i;

const isPathName = (name: string, text: string): boolean =>
  pathName.test(name) && !(/^path$/i.test(name) && text.startsWith('/'));

/** Members that take all of the data; elsewhere a lone `$` is a currency, a delimiter. */
const dataName = /^(payload|input|event|data|body|message(body)?|detail|item|request|context|state)$/i;

function isForgotten(literal: LiteralText, isVariable: (name: string) => boolean): boolean {
  const { value, names } = literal;
  const [, variable] = /^\$([\p{L}_][\p{L}\p{N}_]*)(?:[.[]\S*)?$/u.exec(value.value) ?? [];
  const isPath = variable === undefined ? looksLikePath(value.value) : isVariable(variable);
  const isWhole = /^\$\$?$/.test(value.value) && dataName.test(names.at(-1) ?? '');
  return (isPath || isWhole) && isOwn(literal);
}

/** Whether a text is one of the workflow itself: nothing that an API takes a path for, and not beside its own evaluated form. */
function isOwn({ value, entry, holder, names }: LiteralText): boolean {
  const inside = [...value.value.matchAll(/"(\w+)" *:/g)].map(([, name]) => name!);
  if (isUnknown(value) || [...names, ...inside].some((name) => isPathName(name, value.value))) return false;
  return !entry || !(isUnknown(entry.key) || holder?.entries.some(({ key }) => key.value === `${entry.key.value}.$`));
}

/** What is to stand for the text among the other elements of its array, of which only the place is told. */
function itemsOf({ value, array }: LiteralText, item: string): string {
  const before = array && array.items[0] !== value ? '..., ' : '';
  const after = array && array.items.at(-1) !== value ? ', ...' : '';
  return `${before}${item}${after}`;
}

/** `$.a`, `$$.Task.Token`, `$.a[0]`, `$['a']` or `States.Format(...)`, and nothing before or behind it. */
function looksLikePath(text: string): boolean {
  if (/^\$\$?[.[]\S*$/.test(text)) return parseJsonPath(text).value !== undefined;
  return /^States\.\w+\(/.test(text) && parseIntrinsic(text).value !== undefined;
}
