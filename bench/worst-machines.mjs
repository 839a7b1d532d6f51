/** Machines that an analysis which is not linear would be lost in, by what is large in them. */

const chain = (count, make) => {
  const names = Array.from({ length: count }, (_, index) => `State${index}`);
  const states = names.map((name, index) => {
    const state = make(index, names);
    return [name, state.Type === 'Choice' ? state : { ...state, Next: names[index + 1] ?? 'Done' }];
  });
  return { StartAt: names[0], States: { ...Object.fromEntries(states), Done: { Type: 'Succeed' }, Failed: failed } };
};

const failed = { Type: 'Fail', Error: 'Failed' };
const handlers = [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Failed' }];

const task = (index) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: `step-${index}`, Payload: { 'order.$': '$.order', 'run.$': '$$.Execution.Name' } },
  ResultPath: `$.result${index}`,
  Catch: handlers,
});

const jsonataTask = (index) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: `step-${index}`, Payload: '{% $states.input.order %}' },
  Output: `{% $merge([$states.input, {"result${index}": $states.result.Payload}]) %}`,
  Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }],
});

/** A chain whose end leads back to its beginning, ten times. */
function ring(make, isMore) {
  const { StartAt, States } = chain(1000, make);
  const Done = { Type: 'Choice', Choices: [{ ...isMore, Next: StartAt }], Default: 'Failed' };
  return { StartAt, States: { ...States, Done } };
}
const countedTo = { Variable: '$.count', NumericLessThan: 10 };

const choiceOf = (count, make) => ({
  StartAt: 'Choose',
  States: {
    Choose: { Type: 'Choice', Choices: Array.from({ length: count }, make), Default: 'Done' },
    Done: { Type: 'Succeed' },
  },
});

/** Each scope inside the one before: a Parallel, a Map, a Parallel ... */
function nested(depth) {
  let scope = { StartAt: 'Leaf', States: { Leaf: { Type: 'Pass', Parameters: { 'id.$': '$.id' }, End: true } } };
  for (let level = depth; level > 0; level--) {
    const state =
      level % 2
        ? { Type: 'Parallel', Branches: [scope], End: true }
        : { Type: 'Map', ItemsPath: '$.items', MaxConcurrency: 5, ItemProcessor: scope, End: true };
    scope = { StartAt: `Level${level}`, States: { [`Level${level}`]: state } };
  }
  return scope;
}

/** From each Choice to each other one. */
function dense(count) {
  const names = Array.from({ length: count }, (_, index) => `Choice${index}`);
  const choices = names.map((Next, index) => ({ Variable: `$.field${index}`, StringEquals: 'go', Next }));
  const states = names.map((name) => [name, { Type: 'Choice', Choices: choices, Default: 'Done' }]);
  return { StartAt: names[0], States: { ...Object.fromEntries(states), Done: { Type: 'Succeed' } } };
}

/** Two ways around each state, so that there are 2^n through all of them, and each way brings other data. */
const diamonds = (count) => {
  const states = Array.from({ length: count }, (_, index) => [
    [
      `Choose${index}`,
      {
        Type: 'Choice',
        Choices: [{ Variable: `$.field${index}`, StringEquals: 'left', Next: `Left${index}` }],
        Default: `Right${index}`,
      },
    ],
    [`Left${index}`, { Type: 'Pass', Result: index, ResultPath: `$.left${index}`, Next: `Choose${index + 1}` }],
    [`Right${index}`, { Type: 'Pass', Result: index, ResultPath: `$.right${index}`, Next: `Choose${index + 1}` }],
  ]);
  return {
    StartAt: 'Choose0',
    States: { ...Object.fromEntries(states.flat()), [`Choose${count}`]: { Type: 'Succeed' } },
  };
};

const variables = (count) => ({
  QueryLanguage: 'JSONata',
  ...chain(count * 2, (index) => {
    const at = index % count;
    return index < count
      ? { Type: 'Pass', Assign: { [`v${at}`]: `{% $states.input.v${at} %}` } }
      : { Type: 'Pass', Output: { sum: `{% ${Array.from({ length: at + 1 }, (_, n) => `$v${n}`).join(' + ')} %}` } };
  }),
});

const bigJsonata = (terms) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Compute',
  States: {
    Compute: {
      Type: 'Pass',
      Output: {
        sum: `{% ${Array.from({ length: terms }, (_, n) => `$states.input.a${n}.b`).join(' + ')} %}`,
        nested: `{% ${'$string('.repeat(300)}$states.input.a${')'.repeat(300)} %}`,
        either: `{% ${Array.from({ length: 300 }, (_, n) => `$states.input.a${n} ? ${n} : `).join('')}0 %}`,
      },
      End: true,
    },
  },
});

const bigTemplate = (members) => ({
  StartAt: 'Make',
  States: {
    Make: {
      Type: 'Pass',
      Parameters: Object.fromEntries(Array.from({ length: members }, (_, n) => [`m${n}.$`, `$.source.m${n}`])),
      Next: 'Read',
    },
    Read: {
      Type: 'Pass',
      Parameters: Object.fromEntries(Array.from({ length: members }, (_, n) => [`m${n}.$`, `$.m${n}`])),
      End: true,
    },
  },
});

export const worstMachines = () => ({
  'chain of 1,000 Tasks': chain(1000, task),
  'chain of 1,000, JSONata': { QueryLanguage: 'JSONata', ...chain(1000, jsonataTask) },
  'JSONata chain of 1,000, all carried along': {
    QueryLanguage: 'JSONata',
    ...chain(1000, (index) => ({
      Type: 'Task',
      Resource: 'arn:aws:states:::dynamodb:getItem',
      Arguments: {
        TableName: `table${index}`,
        Key: { id: { S: `{% $string($states.input.order.id & "${index}") %}` } },
      },
      Output: {
        order: '{% $states.input.order %}',
        items: `{% $append($states.input.items, $states.result.Item.f${index}.S) %}`,
        last: `{% $exists($states.result.Item) ? {"step": ${index}, "total": $states.input.last.total + ${index}} : $states.input.last %}`,
      },
      Assign: { [`item${index}`]: '{% $states.result.Item %}', count: index ? '{% $count + 1 %}' : 0 },
      Retry: [{ ErrorEquals: ['DynamoDb.ThrottlingException'] }],
      Catch: [
        {
          ErrorEquals: ['States.ALL'],
          Output: `{% {"at": ${index}, "error": $states.errorOutput.Error} %}`,
          Next: 'Failed',
        },
      ],
    })),
  },
  'JSONata chain of 1,000, Choices': {
    QueryLanguage: 'JSONata',
    ...chain(1000, (index) =>
      index % 2
        ? {
            Type: 'Pass',
            Output: `{% $merge([$states.input, {"f${index}": $states.input.n + ${index}, "text": "step " & $states.input.n}]) %}`,
          }
        : {
            Type: 'Choice',
            Choices: [
              {
                Condition: `{% $states.input.n > ${index} and $states.input.kind = "kind ${index}" %}`,
                Assign: { kind: '{% $states.input.kind %}' },
                Next: 'Failed',
              },
              { Condition: `{% $count($states.input.items[price > ${index}]) = 0 %}`, Next: 'Done' },
            ],
            Default: `State${index + 1}`,
          },
    ),
  },
  'chain of 1,000 in a Map': {
    StartAt: 'All',
    States: { All: { Type: 'Map', MaxConcurrency: 5, ItemProcessor: chain(998, task), End: true } },
  },
  'ring of 1,000 Passes': ring(
    () => ({ Type: 'Pass', Parameters: { 'count.$': 'States.MathAdd($.count, 1)' } }),
    countedTo,
  ),
  'ring of 1,000 Tasks': ring(task, countedTo),
  'ring of 1,000 Tasks, JSONata': {
    QueryLanguage: 'JSONata',
    ...ring(jsonataTask, { Condition: '{% $states.input.count < 10 %}' }),
  },
  'Choice with 1,000 rules': choiceOf(1000, (_, n) => ({
    Variable: '$.kind',
    StringEquals: `kind ${n}`,
    Next: 'Done',
  })),
  'Choice with 1,000 conditions': {
    QueryLanguage: 'JSONata',
    ...choiceOf(1000, (_, n) => ({ Condition: `{% $states.input.kind = 'kind ${n}' %}`, Next: 'Done' })),
  },
  'Choice with 100 rules on 100 fields': choiceOf(100, (_, n) => ({
    Or: [{ Variable: `$.field${n}`, NumericGreaterThan: n }, { Not: { Variable: `$.field${n + 1}`, IsPresent: true } }],
    Next: 'Done',
  })),
  'And of 1,000 comparisons': choiceOf(1, () => ({
    And: Array.from({ length: 1000 }, (_, n) => ({ Variable: `$.field${n}`, NumericLessThan: n })),
    Next: 'Done',
  })),
  'Or of Ands of Ors': choiceOf(40, (_, n) => ({
    And: Array.from({ length: 6 }, (_, a) => ({
      Or: Array.from({ length: 4 }, (_, o) => ({ Variable: `$.f${(n + a) % 7}`, StringEquals: `${o}` })),
    })),
    Next: 'Done',
  })),
  '100 nested Parallels and Maps': nested(100),
  '50 Choices, each to all': dense(50),
  '300 diamonds': diamonds(300),
  '200 variables': variables(200),
  'JSONata of 2,000 terms': bigJsonata(2000),
  'template of 3,000 paths': bigTemplate(3000),
});
