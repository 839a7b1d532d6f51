import type { Located, LocatedObject, LocatedString, LocatedText, Range } from '../text/located';
import { joinTexts, replaceInText, standIn, stringOf } from './joined-text';
import { rewrite } from './rewrite';
import { literalSubstitutions, substituteString, type Substitutions } from './substitutions';

/** `{{resolve:ssm:name}}`: CloudFormation puts in a parameter or a secret when it deploys. */
const dynamicReference = /\{\{resolve:[^{}]*\}\}/g;

/**
 * A definition as far as it is known before deployment. `Fn::Sub` and `Fn::Join` become the text that they make, with
 * `${...}` for what they put in; every other intrinsic function, and an object that a macro has yet to fill
 * (`Fn::Transform`, `Fn::ForEach::...`), becomes a placeholder. Short YAML tags have had the long form since `parseText`.
 */
export function resolveIntrinsics(definition: Located): Located {
  return rewrite(definition, (value) => {
    if (value.kind === 'string') return withoutDynamicReferences(value);
    if (value.kind !== 'object') return undefined;
    const name = intrinsicOf(value);
    if (name === undefined) return undefined;
    const result = resultOf(value);
    return result ? withoutDynamicReferences(result) : placeholderOf(value, name);
  });
}

/**
 * The definitions that a machine may have: both outcomes of `Fn::If`, and what `Fn::ToJsonString` makes a text of
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ToJsonString.html).
 */
export function alternativesOf(definition: Located): readonly Located[] {
  const [only] = definition.kind === 'object' && definition.entries.length === 1 ? definition.entries : [];
  if (only?.key.value === 'Fn::ToJsonString' && only.value.kind === 'object') return [only.value];
  if (only?.key.value !== 'Fn::If' || only.value.kind !== 'array') return [definition];
  return only.value.items.slice(1).flatMap(alternativesOf);
}

/** The intrinsic function that decides what the object becomes. */
function intrinsicOf({ entries }: LocatedObject): string | undefined {
  const [first] = entries;
  if (entries.length === 1 && first?.key.value === 'Ref') return 'Ref';
  return entries.find(({ key }) => key.value.startsWith('Fn::'))?.key.value;
}

/** The string that `Fn::Sub` or `Fn::Join` makes; of a Sub it stands where its text stands, without the function. */
function resultOf(call: LocatedObject): LocatedString | undefined {
  const [only] = call.entries;
  if (!only || call.entries.length > 1) return undefined;
  if (only.key.value === 'Fn::Sub') return textOfSub(only.value);
  if (only.key.value === 'Fn::Join') return textOfJoin(only.value, call.range);
  return undefined;
}

/** `Fn::Sub: text` or `Fn::Sub: [text, { Name: value }]`; what is put in is at the place where it is put. */
function textOfSub(argument: Located): LocatedString | undefined {
  if (argument.kind === 'string') return argument;
  const [text, values] = argument.kind === 'array' ? argument.items : [];
  return text?.kind === 'string' ? substituteString(text, subValues(values)) : undefined;
}

/** The values that a Sub puts in: those that are literal, and the texts that functions make, which may have `${...}` in them. */
function subValues(values: Located | undefined): Substitutions {
  const known = new Map(literalSubstitutions(values));
  for (const { key, value } of values?.kind === 'object' ? values.entries : []) {
    const made = value.kind === 'object' ? resultOf(value) : undefined;
    if (made) known.set(key.value, withoutDynamicReferences(made).value);
  }
  return known;
}

/** `Fn::Join: [delimiter, [pieces]]`, as `cdk synth` writes every definition. */
function textOfJoin(argument: Located, range: Range): LocatedString | undefined {
  const [delimiter, pieces] = argument.kind === 'array' ? argument.items : [];
  if (delimiter?.kind !== 'string' || pieces?.kind !== 'array') return undefined;
  const parts = pieces.items.flatMap((item, index) => {
    const piece = pieceOf(item);
    const start = piece.at(0);
    return index === 0 ? [piece] : [standIn(delimiter.value, [start, start]), piece];
  });
  return stringOf(joinTexts(parts), range);
}

function pieceOf(item: Located): LocatedText {
  switch (item.kind) {
    case 'string':
      return item;
    case 'number':
      return standIn(item.raw, item.range);
    case 'placeholder':
      return standIn(item.text, item.range);
    case 'object':
      return resultOf(item) ?? standIn(tokenOf(item, intrinsicOf(item) ?? 'Fn::Join'), item.range);
    case 'array':
      return standIn('${Fn::Join}', item.range);
    default:
      return standIn(String(item.value), item.range);
  }
}

function placeholderOf(call: LocatedObject, name: string): Located {
  return { kind: 'placeholder', text: tokenOf(call, name), range: call.range };
}

/** How `Fn::Sub` would write the same: `${Function.Arn}`; of other functions only the name is told. */
function tokenOf(value: Located, name: string): string {
  const argument = value.kind === 'object' && value.entries.length === 1 ? value.entries[0]?.value : undefined;
  const texts = (argument?.kind === 'array' ? argument.items : [argument]).map((item) =>
    item?.kind === 'string' ? item.value : undefined,
  );
  const isReference = (name === 'Ref' || name === 'Fn::GetAtt') && texts.every((text) => text !== undefined);
  const said = isReference ? texts.join('.') : name;
  return `\${${said.replace(/[^\w.:-]/g, '_')}}`;
}

function withoutDynamicReferences(string: LocatedString): LocatedString {
  if (!string.value.includes('{{resolve:')) return string;
  return stringOf(
    replaceInText(string, dynamicReference, ([found]) => `\${${found.slice(2, -2)}}`),
    string.range,
  );
}
