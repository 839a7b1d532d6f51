import fc from 'fast-check';

const name = fc.constantFrom('a', 'b', 'c');
const leaf = fc.oneof(fc.constantFrom(0, 1, 'x', 'y', true, false, null), fc.constant('2025-01-01T00:00:00Z'));

/** JSON of few names and values, so that paths often lead somewhere. */
export const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc.dictionary(name, tie('value'), { maxKeys: 3 }),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
}));

const step = fc.oneof({ arbitrary: name.map((own) => `.${own}`), weight: 5 }, fc.constantFrom('[0]', '[1]', "['a']"));
const reference = fc.array(step, { maxLength: 3 }).map((steps) => `$${steps.join('')}`);
const path = fc.oneof(
  { arbitrary: reference, weight: 6 },
  reference.map((text) => `${text}[*]`),
  fc.constantFrom('$$.State.Name', '$$.Execution.Input.a', '$v', '$v.a', "$['a','b']", '$..a'),
);

const call = fc.oneof(
  fc.tuple(path, path).map(([one, other]) => `States.Array(${one}, ${other}, 'x')`),
  fc.tuple(reference, reference).map(([one, other]) => `States.JsonMerge(${one}, ${other}, false)`),
  reference.map((one) => `States.ArrayGetItem(${one}, 0)`),
  path.map((one) => `States.Format('{}', ${one})`),
  path.map((one) => `States.JsonToString(${one})`),
  reference.map((one) => `States.ArrayUnique(${one})`),
  reference.map((one) => `States.ArrayPartition(${one}, 2)`),
  fc.constant('States.StringToJson(\'{"a":1}\')'),
);

const member = fc.oneof(
  fc.tuple(name, value),
  fc.tuple(
    name.map((own) => `${own}.$`),
    fc.oneof(path, call),
  ),
  fc.tuple(
    name,
    fc.tuple(name, path).map(([own, text]) => ({ [`${own}.$`]: text })),
  ),
);

/** A payload template; of two members with one name the first is left out. */
const template = fc.array(member, { maxLength: 3 }).map((members) => {
  const byName = new Map(members.map(([key, shape]) => [key.replace(/\.\$$/, ''), [key, shape] as const]));
  return Object.fromEntries(byName.values());
});

const maybe = <T>(field: string, of: fc.Arbitrary<T>, weight = 1) =>
  fc.oneof({ arbitrary: fc.constant({}), weight: 2 }, { arbitrary: of.map((one) => ({ [field]: one })), weight });

const fields = (...of: fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...of).map((parts) => Object.assign({}, ...parts) as object);

const inputPath = maybe('InputPath', fc.oneof(path, fc.constant(null)));
const outputPath = maybe('OutputPath', fc.oneof(reference, fc.constant(null)));
const resultPath = maybe('ResultPath', fc.oneof(reference, fc.constant(null)), 4);
const assign = maybe(
  'Assign',
  fc.oneof(
    value.map((v) => ({ v })),
    path.map((text) => ({ 'v.$': text })),
  ),
);
const selector = maybe('ResultSelector', template);

const comparison: fc.Arbitrary<object> = fields(
  path.map((Variable) => ({ Variable })),
  fc.oneof(
    fc.boolean().map((IsPresent) => ({ IsPresent })),
    fc.boolean().map((IsString) => ({ IsString })),
    fc.boolean().map((IsNull) => ({ IsNull })),
    fc.boolean().map((IsTimestamp) => ({ IsTimestamp })),
    fc.constantFrom('x', 'y').map((StringEquals) => ({ StringEquals })),
    fc.constantFrom(0, 1).map((NumericLessThan) => ({ NumericLessThan })),
    fc.boolean().map((BooleanEquals) => ({ BooleanEquals })),
    path.map((StringEqualsPath) => ({ StringEqualsPath })),
  ),
);

const { condition } = fc.letrec<{ condition: object }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    comparison,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((And) => ({ And })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((Or) => ({ Or })),
    tie('condition').map((Not) => ({ Not })),
  ),
}));

const jsonataText = fc.constantFrom(
  '$states.input',
  '$states.input.a',
  '$states.input.a.b',
  '$states.input.c',
  '$v',
  '$v.a',
  '{ "a": $states.input.b, "c": 1 }',
  '$merge([$states.input, { "b": "x" }])',
  '[$states.input.a, 1]',
  '$exists($states.input.a) ? $states.input.a : "none"',
  '$states.input.a & "x"',
  '$states.input.a + 1',
  '$string($states.input.a)',
  '$states.input.a[0]',
  '-$states.input.a',
  '$count($states.input.b)',
);
const jsonata = jsonataText.map((text) => `{% ${text} %}`);
const jsonataResult = fc.constantFrom(
  '{% $states.result %}',
  '{% $states.result.a %}',
  '{% $states.result.Payload.a %}',
);
const jsonataTemplate = fc.oneof(jsonata, fc.dictionary(name, fc.oneof(jsonata, value), { maxKeys: 3 }));

/** Where a transition leads is a number: counted from the state on, so that most machines come to an end. */
const target = fc.oneof({ arbitrary: fc.integer({ min: 1, max: 3 }), weight: 8 }, fc.integer({ min: -3, max: 0 }));
const next = target.map((Next) => ({ Next }));
const errors = fc.constantFrom(['States.ALL'], ['E']);
const recovery = maybe(
  'Catch',
  fields(
    errors.map((ErrorEquals) => ({ ErrorEquals })),
    resultPath,
    assign,
    next,
  ).map((catcher) => [catcher]),
  4,
);
const jsonataRecovery = maybe(
  'Catch',
  fields(
    errors.map((ErrorEquals) => ({ ErrorEquals })),
    maybe('Output', fc.oneof(jsonata, fc.constantFrom('{% $states.errorOutput %}', '{% $states.errorOutput.Error %}'))),
    next,
  ).map((catcher) => [catcher]),
);
const resource = fc.constantFrom(
  'arn:aws:lambda:us-east-1:123456789012:function:work',
  'arn:aws:states:::lambda:invoke',
  'arn:aws:states:::sqs:sendMessage',
);

export type RandomState = Record<string, unknown>;

/** A state whose transitions are relative numbers, and whose scopes are arrays of such states. */
export const { scope } = fc.letrec<{ state: RandomState; scope: RandomState[] }>((tie) => ({
  state: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'scope' },
    fields(
      fc.constant({ Type: 'Pass' }),
      fc.oneof(maybe('Result', value), maybe('Parameters', template)),
      inputPath,
      resultPath,
      outputPath,
      assign,
      next,
    ),
    fields(
      resource.map((Resource) => ({ Type: 'Task', Resource })),
      maybe('Parameters', template),
      inputPath,
      selector,
      resultPath,
      outputPath,
      assign,
      recovery,
      next,
    ),
    fields(
      fc.constant({ Type: 'Choice' }),
      inputPath,
      outputPath,
      fc.array(fields(condition, assign, next), { minLength: 1, maxLength: 3 }).map((Choices) => ({ Choices })),
      maybe('Default', target, 8),
    ),
    fields(fc.constant({ Type: 'Wait', Seconds: 1 }), inputPath, outputPath, next),
    fields(
      fc.constant({ Type: 'Pass', QueryLanguage: 'JSONata' }),
      maybe('Output', jsonataTemplate),
      maybe(
        'Assign',
        jsonata.map((v) => ({ v })),
      ),
      next,
    ),
    fields(
      resource.map((Resource) => ({ Type: 'Task', QueryLanguage: 'JSONata', Resource })),
      maybe('Arguments', fc.dictionary(name, jsonata, { maxKeys: 2 })),
      maybe('Output', fc.oneof(jsonataTemplate, jsonataResult)),
      jsonataRecovery,
      next,
    ),
    fields(
      fc.constant({ Type: 'Choice', QueryLanguage: 'JSONata' }),
      fc
        .array(
          fields(
            fc
              .constantFrom(
                '$exists($states.input.a)',
                '$not($exists($states.input.a.b))',
                '$states.input.a = "x"',
                '$exists($states.input.b) and $states.input.a != 1',
                '$states.input.a.b = null or $exists($states.input.c)',
                'true',
                '$states.input.a',
              )
              .map((text) => ({ Condition: `{% ${text} %}` })),
            maybe('Output', jsonata),
            next,
          ),
          { minLength: 1, maxLength: 2 },
        )
        .map((Choices) => ({ Choices })),
      maybe('Default', target, 8),
    ),
    fields(
      fc.array(tie('scope'), { minLength: 1, maxLength: 2 }).map((Branches) => ({
        Type: 'Parallel',
        Branches,
      })),
      maybe('Parameters', template),
      selector,
      resultPath,
      recovery,
      next,
    ),
    fields(
      tie('scope').map((ItemProcessor) => ({ Type: 'Map', ItemProcessor })),
      maybe('ItemsPath', fc.oneof(reference, fc.constant('$$.Execution.Input.b')), 4),
      maybe(
        'ItemSelector',
        fc.oneof(template, fc.constant({ 'a.$': '$$.Map.Item.Value', 'b.$': '$$.Map.Item.Index' })),
      ),
      selector,
      resultPath,
      recovery,
      next,
    ),
    fields(
      tie('scope').map((ItemProcessor) => ({
        Type: 'Map',
        QueryLanguage: 'JSONata',
        ItemProcessor,
      })),
      maybe('Items', fc.oneof(jsonata, fc.array(fc.oneof(jsonata, value), { maxLength: 2 }))),
      maybe('ItemSelector', fc.constant({ a: '{% $states.context.Map.Item.Value %}', b: '{% $states.input.b %}' })),
      maybe('Output', jsonataResult),
      next,
    ),
  ) as fc.Arbitrary<RandomState>,
  scope: fc.array(tie('state'), { minLength: 1, maxLength: 5 }),
}));

/** States of which most begin with data that the analysis knows. */
export const states = fc
  .tuple(scope, fc.oneof({ arbitrary: value, weight: 3 }, fc.constant(undefined)))
  .map(([random, Result]) => (Result === undefined ? random : [{ Type: 'Pass', Result, Next: 1 }, ...random]));

/** The definition that the random states make: names are unique, what leads beyond the last state ends, and what
 * nothing leads to is left out. */
export function definitionOf(states: readonly RandomState[], prefix = 'S'): object {
  const nameAt = (index: number): string => `${prefix}${index}`;
  const end = nameAt(states.length);
  const resolve = (part: unknown, index: number): unknown => {
    if (Array.isArray(part)) return part.map((one: unknown) => resolve(one, index));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]: [string, unknown]) => {
        if ((key === 'Next' || key === 'Default') && typeof inner === 'number') {
          const to = Math.max(0, index + inner);
          return [key, to < states.length ? nameAt(to) : end];
        }
        if (key === 'Branches') {
          const branches = inner as RandomState[][];
          return [key, branches.map((branch, at) => definitionOf(branch, `${nameAt(index)}.${at}.`))];
        }
        if (key === 'ItemProcessor') return [key, definitionOf(inner as RandomState[], `${nameAt(index)}.`)];
        return [key, key === 'Choices' || key === 'Catch' ? resolve(inner, index) : inner];
      }),
    );
  };
  const made = new Map(states.map((state, index) => [nameAt(index), resolve(state, index)]));
  made.set(end, { Type: 'Pass', End: true });
  const reached = new Set([nameAt(0)]);
  for (const own of reached) for (const to of targetsOf(made.get(own))) reached.add(to);
  return { StartAt: nameAt(0), States: Object.fromEntries([...reached].map((own) => [own, made.get(own)])) };
}

/** AWS refuses states that cannot be reached. */
function targetsOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]: [string, unknown]) => {
    if (key === 'Next' || key === 'Default') return typeof inner === 'string' ? [inner] : [];
    return key === 'Choices' || key === 'Catch' || /^\d+$/.test(key) ? targetsOf(inner) : [];
  });
}
