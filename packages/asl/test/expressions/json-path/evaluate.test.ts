import fc from 'fast-check';
import { evaluatePath, parseJsonPath, type PathRoots } from '../../../src/expressions';
import type { Json } from '../../../src/text';

const store = {
  books: [
    { title: 'A', price: 5, tags: ['x', 'y'], author: { name: 'Ada' } },
    { title: 'B', price: 15, tags: [] },
    { title: 'C', price: '15', isbn: null, 'odd name': 1 },
  ],
  limit: 10,
  name: 'GOLD',
  none: null,
  empty: [],
  matrix: [
    [1, 2],
    [3, 4],
  ],
} as const satisfies Json;

function roots(input: Json): PathRoots {
  const variables = new Map<string, Json>([['x', { limit: 4, list: ['A', 'C'] }]]);
  return { input, context: { Execution: { Name: 'run' } }, variable: (name) => variables.get(name) };
}

function evaluated(text: string, input: Json = store) {
  const { value, problems } = parseJsonPath(text);
  expect(problems).toEqual([]);
  return evaluatePath(value!, roots(input));
}

test.each<[string, Json]>([
  ['$', store],
  ['$.limit', 10],
  ['$.none', null],
  ["$['books'][0]['title']", 'A'],
  ['$.books[-1].title', 'C'],
  ["$.books[2]['odd name']", 1],
  ['$$.Execution.Name', 'run'],
  ['$x.limit', 4],
  ['$x', { limit: 4, list: ['A', 'C'] }],
  ["$.books[0]['title','price']", { title: 'A', price: 5 }],
  ["$.books[1]['title','isbn']", { title: 'B' }],
  // Indefinite paths
  ['$.books[*].title', ['A', 'B', 'C']],
  ['$.books.*.price', [5, 15, '15']],
  ['$.books[0].*', ['A', 5, ['x', 'y'], { name: 'Ada' }]],
  ['$.limit.*', []],
  ['$.books[0,2].title', ['A', 'C']],
  ['$.books[0,9].title', ['A']],
  [
    "$.books[*]['title','price']",
    [
      { title: 'A', price: 5 },
      { title: 'B', price: 15 },
      { title: 'C', price: '15' },
    ],
  ],
  ["$.books[0]['title','tags'][0]", ['x']],
  ["$.books[0]['title','author'].name", ['Ada']],
  ['$.books[1:].title', ['B', 'C']],
  ['$.books[:1].title', ['A']],
  ['$.books[:-1].title', ['A', 'B']],
  ['$.books[-2:].title', ['B', 'C']],
  ['$.books[-9:].title', ['A', 'B', 'C']],
  ['$.books[1:2].title', ['B']],
  ['$.books[1:99].title', ['B', 'C']],
  ['$.books[1:-1].title', []],
  ['$.books[-1:1].title', ['C', 'A']],
  ['$.books[0:9:2].title', ['A', 'B', 'C']],
  ['$.matrix[*][1]', [2, 4]],
  ['$.matrix[*][*]', [1, 2, 3, 4]],
  // No match is an empty array, even where a parent is missing
  ['$.missing[*]', []],
  ['$.missing.deeper[1:5].x', []],
  ['$.limit[*].x', []],
  ['$.none[?(@.x)]', []],
  ['$.books[*].nothing', []],
  ['$..nothing', []],
  // Descendants, in Jayway's order: a place before what is inside it
  ['$..title', ['A', 'B', 'C']],
  ['$..name', ['GOLD', 'Ada']],
  ['$..[0]', [store.books[0], 'x', [1, 2], 1, 3]],
  ['$.matrix..*', [[1, 2], [3, 4], 1, 2, 3, 4]],
  ["$..['title','isbn']", [{ title: 'C', isbn: null }]],
  ['$..books[?(@.price == 5)].title', ['A']],
  ['$..[?(@.price == 5)].title', ['A']],
  // Functions: of one value, of each match, of all matches behind ".."
  ['$.books.length()', 3],
  ['$.books.size()', 3],
  ['$.books[0].length()', 4],
  ['$.name.length()', null],
  ['$.books[*].tags.length()', [2, 0]],
  ['$..tags.length()', 2],
  ['$.length($.books)', 3],
  ['$.length($.matrix[*])', 4],
  ['$.matrix[0].sum()', 3],
  ['$.matrix[0].avg()', 1.5],
  ['$.matrix[0].min()', 1],
  ['$.matrix[0].max()', 2],
  ['$.matrix[0].stddev()', 0.5],
  ['$.matrix[0].sum(10, $.limit)', 23],
  ['$.sum($.matrix[*][0])', 4],
  ['$..price.sum()', 20],
  ['$.books[0].tags.concat("-", $.name)', 'xy-GOLD'],
  ['$.books[0].tags.append("z")', ['x', 'y', 'z']],
  ['$.books[0].keys()', ['title', 'price', 'tags', 'author']],
  ['$.books.keys()', null],
  ['$.matrix[0].first()', 1],
  ['$.matrix[0].last()', 2],
  ['$.matrix[0].index(1)', 2],
  ['$x.list.distinct()', ['A', 'C']],
])('%s', (text, expected) => {
  expect(evaluated(text)).toEqual({ found: true, value: expected });
});

describe('filters', () => {
  test.each<[string, Json[]]>([
    ['@.price == 15', ['B', 'C']],
    ['@.price === 15', ['B']],
    ["@.price == '15'", ['B', 'C']],
    ["@.price === '15'", ['C']],
    ['@.price != 15', ['A']],
    ['@.price !== 15', ['A', 'C']],
    ['@.price < $.limit', ['A']],
    ['@.price <= 15', ['A', 'B', 'C']],
    ['@.price >= $x.limit', ['A', 'B']],
    ["@.title > 'A'", ['B', 'C']],
    ['@.title == A', ['A']],
    ['@.isbn == null', ['C']],
    ['@.isbn', ['C']],
    ['!@.isbn', ['A', 'B']],
    ['!(@.isbn)', ['A', 'B']],
    ['@.isbn != null', ['A', 'B']],
    ['@.missing == null', []],
    ['@.author.name', ['A']],
    ["@.author == {'name': 'Ada'}", ['A']],
    ["@.tags == ['x', 'y']", ['A']],
    ["@.title in ['A', 'C']", ['A', 'C']],
    ['@.title in $x.list', ['A', 'C']],
    ["@.title nin ['A', 'C']", ['B']],
    ["@.title in 'A'", []],
    ["@.title nin 'A'", []],
    ["@.tags contains 'x'", ['A']],
    ["@.title contains 'A'", ['A']],
    ["@.tags all ['x']", ['A']],
    ['@.tags size 2', ['A']],
    ['@.title size 1', ['A', 'B', 'C']],
    ['@.tags empty true', ['B']],
    ['@.tags empty false', ['A']],
    ["@.tags subsetof ['x', 'y', 'z']", ['A', 'B']],
    ["@.tags anyof ['y']", ['A']],
    ["@.tags noneof ['y']", ['B']],
    ['@.title =~ /[ab]/i', ['A', 'B']],
    ['@.title =~ /(?i)a/', ['A']],
    ['@.tags =~ /x/', ['A']],
    ['@.missing =~ /.+/', []],
    ["@.title type 'string'", []],
    ['@.tags[*]', ['A', 'B']],
    ['@.price == 5 || @.price == 15', ['A', 'B', 'C']],
    ["@.price == 15 && @.title == 'B'", ['B']],
    ["@.title in 'A' || @.price", []],
    ['@.tags.length() == 2', ['A']],
    ["$$.Execution.Name == 'run'", ['A', 'B', 'C']],
  ])('[?(%s)]', (condition, titles) => {
    expect(evaluated(`$.books[?(${condition})].title`)).toEqual({ found: true, value: titles });
  });

  test('test an object itself', () => {
    expect(evaluated('$[?(@.limit == 10)].name')).toEqual({ found: true, value: ['GOLD'] });
    expect(evaluated('$[?(@.limit == 11)].name')).toEqual({ found: true, value: [] });
  });

  test('test elements that are no objects', () => {
    expect(evaluated('$.matrix[0][?(@ > 1)]')).toEqual({ found: true, value: [2] });
  });
});

test.each([
  ['$.x', "No results for path: $['x']"],
  ['$.books[0].x', "No results for path: $['books'][0]['x']"],
  ['$.books[3]', "No results for path: $['books'][3]"],
  ['$.books[3].title', "No results for path: $['books'][3]['title']"],
  ['$.x.y.z', "Missing property in path $['x']"],
  ['$.books[0].x.y', "Missing property in path $['books'][0]['x']"],
  ["$['it\\'s']", "No results for path: $['it\\'s']"],
  ['$$.Task.Token', "Missing property in path $['Task']"],
  ['$nobody.x', 'No value is assigned to the variable of $nobody.x'],
  ['$.none[0]', "The path $['none'] is null"],
  ['$.name[0]', 'Filter: [0] can only be applied to arrays. Current context is: GOLD'],
  ['$.none.x', /^Expected to find an object with property \['x'\] in path \$\['none'\] but found 'null'/],
  ['$.name.x', /but found 'java\.lang\.String'/],
  ['$.empty.sum()', 'Aggregation function attempted to calculate value using empty array'],
  ['$.matrix[0][0].first()', 'Aggregation function attempted to calculate value using empty array'],
  ['$.empty.last()', 'Target index:-1 larger than object count:0'],
  ['$.matrix[0].index()', '"index()" needs a number; write it between the parentheses'],
  ['$.name.distinct()', 'Aggregation function attempted unique values using non array'],
  ['$.books[?(@.title =~ /a++/)]', /^The regular expression \/a\+\+\/ cannot be evaluated here; /],
])('%s is not found', (text, reason) => {
  const result = evaluated(text);
  expect(result).toEqual({ found: false, reason: expect.any(String) as string });
  if (!result.found)
    expect(result.reason).toMatch(typeof reason === 'string' ? new RegExp(`^${escaped(reason)}$`) : reason);
});

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

test('members named like those of every object are ordinary names', () => {
  const input = JSON.parse('{"__proto__": {"constructor": 1}, "a": [{"toString": 2}]}') as Json;
  expect(evaluated('$.__proto__.constructor', input)).toEqual({ found: true, value: 1 });
  expect(evaluated('$.constructor', input)).toEqual({ found: false, reason: "No results for path: $['constructor']" });
  expect(evaluated('$..toString', input)).toEqual({ found: true, value: [2] });
  expect(evaluated('$.a[?(@.valueOf)]', input)).toEqual({ found: true, value: [] });
  expect(evaluated("$['__proto__','a']", input)).toEqual({ found: true, value: input });
});

describe('size and depth', () => {
  function nested(depth: number): Json {
    let value: Json = 1;
    for (let level = 0; level < depth; level++) value = { a: [value] };
    return value;
  }

  test('deep values are no problem', () => {
    const deep = nested(100_000);
    expect(evaluated('$..a[0]', deep)).toMatchObject({ found: true });
    expect(evaluated(`$${'.a[0]'.repeat(20_000)}`, deep)).toMatchObject({ found: true });
    expect(evaluated('$.a[?(@ == $.a[0])]', deep)).toMatchObject({ found: true });
  });

  test('paths that would visit too much give up', () => {
    const wide = Array.from({ length: 1000 }, (_, index) => index);
    const reason = 'The path visits more than 2000000 values; narrow it down before ".." or a filter';
    expect(evaluated('$..*..*..*', nested(2000))).toEqual({ found: false, reason });
    expect(evaluated('$[?(@ in $)][?(@ in $)]', wide)).toMatchObject({ found: true });
    expect(evaluated('$[?($[?($[?(@ == -1)])])]', wide)).toEqual({ found: false, reason });
  });
});

test('a path to any place gives what is there', () => {
  const json = fc.jsonValue({ maxDepth: 4 });
  fc.assert(
    fc.property(json, fc.infiniteStream(fc.nat(20)), (value, choices) => {
      let here = value as Json;
      let path = '$';
      while (typeof here === 'object' && here !== null && Object.keys(here).length > 0) {
        const keys = Object.keys(here);
        const key = keys[(choices.next().value ?? 0) % keys.length]!;
        path += Array.isArray(here) ? `[${key}]` : `['${key.replace(/[\\']/g, '\\$&')}']`;
        here = (here as Record<string, Json>)[key]!;
      }
      expect(evaluated(path, value as Json)).toEqual({ found: true, value: here });
    }),
  );
});
