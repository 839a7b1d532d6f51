import { resolveIntrinsics } from '../../src/documents/intrinsics';
import { parseText } from '../../src/text/parse-text';
import { toJson } from '../../src/text/value';
import type { Located } from '../../src/text/located';
import { written } from './reading';

const resolved = (text: string): Located => resolveIntrinsics(parseText(text, 'yaml').root!);

describe('strings', () => {
  test.each([
    ['!Sub "a-${B}"', 'a-${B}'],
    ['!Sub ["a-${B}-${C}", {B: x, C: !Ref D}]', 'a-x-${C}'],
    ['{"Fn::Sub": "a"}', 'a'],
    ['!Sub ["a-${B}", {B: !Sub "x-${C}"}]', 'a-x-${C}'],
    ['!Sub ["a-${B}", {B: !Sub ["${C}${D}", {C: x, D: !Join ["", [y, !Ref E]]}]}]', 'a-xy${E}'],
    ['!Sub ["${B}${B}", {B: !Sub "${B}"}]', '${B}${B}'],
    ['!Sub ["a-${B}", {B: !GetAtt F.Arn}]', 'a-${B}'],
    ['!Join ["-", [a, b, c]]', 'a-b-c'],
    ['!Join ["", ["arn:", !Ref "AWS::Partition", ":x"]]', 'arn:${AWS::Partition}:x'],
    ['!Join ["", [!GetAtt [F, Arn], !GetAtt G.Arn]]', '${F.Arn}${G.Arn}'],
    ['!Join ["", [a, !Join ["/", [b, !Sub "${C}"]], !If [D, e, f]]]', 'ab/${C}${Fn::If}'],
    ['!Join [",", [1, true, "x"]]', '1,true,x'],
    ['!Join ["", []]', ''],
    ['"{{resolve:ssm:/a/b}}"', '${resolve:ssm:/a/b}'],
    ['!Sub "x{{resolve:ssm:${N}}}"', 'x{{resolve:ssm:${N}}}'],
  ])('%s', (text, expected) => {
    expect(resolved(text)).toMatchObject({ kind: 'string', value: expected });
  });
});

describe('placeholders', () => {
  test.each([
    ['!Ref Name', '${Name}'],
    ['!GetAtt Function.Arn', '${Function.Arn}'],
    ['{"Fn::GetAtt": [Function, Arn]}', '${Function.Arn}'],
    ['!If [Prod, 1, 2]', '${Fn::If}'],
    ['!ImportValue x', '${Fn::ImportValue}'],
    ['!Join [!Ref D, [a]]', '${Fn::Join}'],
    ['!Join ["", !Split [",", a]]', '${Fn::Join}'],
    ['!Sub [!Ref T, {}]', '${Fn::Sub}'],
    ['{"Fn::Transform": {Name: AWS::Include}, Type: Pass}', '${Fn::Transform}'],
    ['{"Fn::ForEach::S": [N, [a], {"${N}": {Type: Pass}}], A: {}}', '${Fn::ForEach::S}'],
    ['{Ref: [1, 2]}', '${Ref}'],
  ])('%s', (text, expected) => {
    expect(resolved(text)).toMatchObject({ kind: 'placeholder', text: expected, range: [0, text.length] });
  });
});

test.each(['{Ref: a, b: 1}', '{Condition: "{% true %}"}', '{Sub: x}', '[1, null, {a: b}]'])(
  '%s is no intrinsic function and is shared unchanged',
  (text) => {
    const { root } = parseText(text, 'yaml');
    expect(resolveIntrinsics(root!)).toBe(root);
  },
);

test('what stands around a call stays', () => {
  expect(toJson(resolved('{a: [!Ref B, {c: !Sub "d"}], e: 1}'))).toEqual({ a: ['${B}', { c: 'd' }], e: 1 });
});

test('each character of a joined text has its place', () => {
  const text = '!Join ["", ["ab", !Ref C, "\\u0064e"]]';
  const joined = resolved(text) as Located & { at(index: number): number };
  const places = Array.from('ab${C}de', (_, index) => text[joined.at(index)]).join('');
  expect(places).toBe('ab!!!!\\e');
  expect(written(text, joined.range)).toBe(text);
});
