import { growthsOf } from '../../../src/analysis';
import { machineOf } from '../machines';

const growthIn = (state: object): readonly string[] =>
  growthsOf(machineOf({ A: { Type: 'Pass', End: true, ...state } }).states[0]!).map(({ name }) => name);
const jsonata = { QueryLanguage: 'JSONata' };

test.each([
  ['{% $append($list, 1) %}', ['$list']],
  ['{% $append( $list , $x) %}', ['$list']],
  ['{% [$list, $x] %}', ['$list']],
  ['{% [$x, $list] %}', ['$list']],
  ["{% $list & ',' %}", ['$list']],
  ["{% ',' & $list %}", ['$list']],
  ['{% $x ? $append($list, 1) : $list %}', ['$list']],
  ['{% $list ~> $append([1]) %}', ['$list']],
  ["{% $join([$list, $x], ',') %}", ['$list']],
  ["{% {'last': $list, 'x': $x} %}", ['$list']],
  ['{% $merge([$list, {$x: 1}]) %}', ['$list']],
  ["{% $merge([$list, {'x': 1}]) %}", []],
  ['{% $append($lists, 1) %}', []],
  ['{% $append($list.tail, 1) %}', []],
  ['{% $append($other, $list[0]) %}', []],
  ['{% $list %}', []],
  ['$append($list, 1)', []],
])('Assign list: %s', (list, found) => {
  expect(growthIn({ ...jsonata, Assign: { list } })).toEqual(found);
});

test.each([
  [{ Assign: { 'list.$': 'States.Array($list, $.x)' } }, ['$list']],
  [{ Assign: { 'list.$': '$list' } }, []],
  [{ Parameters: { 'list.$': 'States.Array($.list, $.x)' } }, ['$.list']],
  [{ Parameters: { deep: { 'list.$': 'States.Array($.r.deep.list, 1)' } }, ResultPath: '$.r' }, ['$.r.deep.list']],
  [{ Parameters: { 'list.$': 'States.Array($.list, 1)' }, ResultPath: '$.r' }, []],
  [{ Parameters: { 'all.$': 'States.Array($.r, $.page)' }, ResultPath: '$.r' }, ['$.r.all']],
  [{ Parameters: { 'text.$': "States.Format('{},{}', $.r, $.id)" }, ResultPath: '$.r' }, ['$.r.text']],
  [{ Parameters: { 'list.$': 'States.Array($.list[*], $.x)' } }, ['$.list']],
  [{ Parameters: { 'list.$': 'States.Array($.list[0], $.x)' } }, []],
  [
    { Parameters: { 'list.$': "States.StringToJson(States.Format('[{},{}]', States.JsonToString($.list), $.x))" } },
    ['$.list'],
  ],
  [{ Parameters: { 'list.$': 'States.StringToJson($.list)' } }, []],
  [{ Parameters: { 'all.$': 'States.Array($.r.last, $.page)' }, ResultPath: '$.r' }, []],
  [{ Parameters: { 'old.$': '$.r' }, ResultPath: '$.r' }, ['$.r.old']],
  [{ Parameters: { 'old.$': '$.r' }, ResultPath: null }, []],
  [{ Parameters: { 'old.$': '$' } }, ['$.old']],
  [{ Parameters: { 'old.$': '$' }, ResultPath: '$.r' }, ['$.r.old']],
  [{ Parameters: { 'old.$': '$.s' }, ResultPath: '$.r' }, []],
  [{ ...jsonata, Output: "{% {'list': $append($states.input.list, 1)} %}" }, ['list']],
  [{ ...jsonata, Output: "{% $merge([$states.input, {'list': $append($states.input.list, 1)}]) %}" }, ['list']],
  [{ ...jsonata, Output: "{% {'list': $append($states.input.other, 1)} %}" }, []],
  [{ ...jsonata, Output: { last: '{% $states.input %}' } }, ['last']],
  [{ ...jsonata, Output: "{% {'last': $states.input} %}" }, ['last']],
  [{ ...jsonata, Output: '{% $merge([$states.input, {}]) %}' }, []],
  [{ ...jsonata, Output: { list: '{% $append($states.input.list, 1) %}' } }, ['list']],
  [{ ...jsonata, Output: '{% $append($states.input.list, 1) %}' }, []],
])('%j', (state, found) => {
  expect(growthIn(state)).toEqual(found);
});
