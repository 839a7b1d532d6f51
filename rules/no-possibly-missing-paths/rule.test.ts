import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object, more: object = {}) => ({ StartAt: Object.keys(States)[0], States, ...more });
const work = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work' };
const Catch = (more: object) => [{ ErrorEquals: ['States.ALL'], ...more }];
const which = (A: object, B: object, more: object) => ({
  Which: { Type: 'Choice', Choices: [{ Variable: '$.kind', StringEquals: 'a', Next: 'A' }], Default: 'B' },
  A: { Type: 'Pass', Next: 'Use', ...A },
  B: { Type: 'Pass', Next: 'Use', ...B },
  ...more,
});
const Use = { Type: 'Pass', Parameters: { 'id.$': '$.id' }, End: true };
const jsonata = { QueryLanguage: 'JSONata' };
const use = (Parameters: object) => ({ Type: 'Pass', Parameters, End: true });
/** What the iterations of a Map give, and a path that reads it. */
const collected = (given: object, path: string) =>
  machine({
    Each: {
      Type: 'Map',
      ItemsPath: '$.inputs',
      ItemProcessor: { StartAt: 'One', States: { One: use(given) } },
      ResultPath: '$.jobs',
      Next: 'Use',
    },
    Use: use({ 'ids.$': path }),
  });
const order = {
  input: {
    type: 'object',
    properties: { id: { type: 'string' }, note: { type: 'string' } },
    required: ['id'],
  },
};

/** A customer that may be null. */
const nullable = {
  input: {
    type: 'object',
    properties: {
      customer: { type: ['object', 'null'], properties: { name: { type: 'string' } }, required: ['name'] },
    },
    required: ['customer'],
  },
};
const asked = (test: object, more: object = {}) =>
  machine(
    {
      Known: { Type: 'Choice', Choices: [{ ...test, Next: 'None' }], Default: 'Use' },
      Use:
        more === jsonata
          ? { Type: 'Pass', Output: '{% $states.input.customer.name %}', End: true }
          : use({ 'name.$': '$.customer.name' }),
      None: { Type: 'Succeed' },
    },
    more,
  );

new AslRuleTester().run('no-possibly-missing-paths', rule, {
  valid: [
    {
      name: 'members that $states has, and one that fails for sure',
      definition: {
        ...jsonata,
        ...machine({ A: { Type: 'Pass', Output: '{% [$states.input, $states] %}', End: true } }),
      },
    },
    { name: 'a list of what each iteration gives', definition: collected({ id: 1 }, '$.jobs[*].id') },
    { name: 'a list of what an iteration may give', definition: collected({ 'job.$': '$.job' }, '$.jobs[*].job.id') },
    {
      name: 'a list that is empty at first',
      definition: machine({
        Init: { Type: 'Pass', Result: { jobs: [] }, Next: 'Use' },
        Use: use({ 'ids.$': '$.jobs[*].id' }),
      }),
    },
    {
      name: 'a filter, which asks an object itself',
      definition: machine({
        Init: { Type: 'Pass', Result: { job: { id: 1 } }, Next: 'Use' },
        Use: use({ 'ids.$': '$.job[?(@.id)].id' }),
      }),
    },
    {
      name: 'a Choice has asked for null',
      definition: asked({ Variable: '$.customer', IsNull: true }),
      contracts: nullable,
    },
    {
      name: 'a Choice has asked for the member',
      definition: asked({ Variable: '$.customer.name', IsPresent: false }),
      contracts: nullable,
    },
    {
      name: 'JSONata: a Choice has asked for null',
      definition: asked({ Condition: '{% $states.input.customer = null %}' }, jsonata),
      contracts: nullable,
    },
    {
      name: 'what may be null as a whole',
      definition: machine({ Use: use({ 'customer.$': '$.customer' }) }),
      contracts: nullable,
    },
    {
      name: 'what a contract requires, and what nobody says anything of',
      definition: machine({ Use: use({ 'id.$': '$.id', 'other.$': '$.other' }) }),
      contracts: order,
    },
    {
      name: 'what is optional, behind a Choice that asks for it',
      definition: machine({
        'Has it?': {
          Type: 'Choice',
          Choices: [
            {
              And: [
                { Variable: '$.note', IsPresent: true },
                { Variable: '$.note', StringEquals: 'x' },
              ],
              Next: 'Use',
            },
            { Variable: '$.note', IsPresent: false, Next: 'Done' },
          ],
          Default: 'Use',
        },
        Use: use({ 'note.$': '$.note' }),
        Done: { Type: 'Succeed' },
      }),
      contracts: order,
    },
    {
      name: 'what is optional, in JSONata where nothing has to be there',
      definition: machine(
        { Use: { Type: 'Pass', Output: '{% { "note": $states.input.note } %}', End: true } },
        { QueryLanguage: 'JSONata' },
      ),
      contracts: order,
    },
    {
      name: 'members of which others decide whether they are there',
      definition: machine({ Use: use({ 'note.$': '$.note' }) }),
      contracts: { input: { ...order.input, dependentRequired: { id: ['note'] } } },
    },
    {
      name: 'members that only some of the alternatives of a member have',
      definition: machine({ Use: use({ 'number.$': '$.pay.number' }) }),
      contracts: {
        input: {
          type: 'object',
          properties: { pay: { anyOf: [{ type: 'object', required: ['number'] }, { type: 'object' }] } },
          required: ['pay'],
        },
      },
    },
    { name: 'both ways bring it', definition: machine(which({ Result: { id: 1 } }, { Result: { id: 2 } }, { Use })) },
    { name: 'a way that may bring anything', definition: machine(which({ Result: { id: 1 } }, {}, { Use })) },
    {
      name: 'a result beside what is not known',
      definition: machine(which({ Result: 1, ResultPath: '$.id' }, {}, { Use })),
    },
    {
      name: 'a Choice keeps the way away that does not bring it',
      definition: machine(
        which(
          { Result: { id: 1 }, Next: 'Has it?' },
          { Result: {}, Next: 'Has it?' },
          {
            'Has it?': {
              Type: 'Choice',
              Choices: [{ Variable: '$.id', IsPresent: true, Next: 'Use' }],
              Default: 'Done',
            },
            Use,
            Done: { Type: 'Succeed' },
          },
        ),
      ),
    },
    {
      name: 'a Choice by what each way has written down',
      definition: machine(
        which(
          { Result: { ok: true, id: 1 }, Next: 'Went well?' },
          { Result: { ok: false, why: 'no' }, Next: 'Went well?' },
          {
            'Went well?': {
              Type: 'Choice',
              Choices: [{ Variable: '$.ok', BooleanEquals: true, Next: 'Use' }],
              Default: 'Explain',
            },
            Use,
            Explain: { Type: 'Pass', InputPath: '$.why', End: true },
          },
        ),
      ),
    },
    {
      name: 'two Choices that ask the same of one value',
      definition: machine({
        Select: { ...work, ResultSelector: { 'kind.$': '$.kind', 'size.$': '$.size' }, Next: 'Card?' },
        'Card?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.kind', StringEquals: 'card', Next: 'Large?' }],
          Default: 'Cash',
        },
        'Large?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.size', NumericGreaterThan: 9, Next: 'Check' }],
          Default: 'Join',
        },
        Check: { ...work, ResultPath: '$.check', Next: 'Join' },
        Cash: { Type: 'Pass', Result: 1, ResultPath: '$.cash', Next: 'Join' },
        Join: {
          Type: 'Choice',
          Choices: [
            {
              And: [
                { Variable: '$.kind', StringEquals: 'card' },
                { Variable: '$.size', NumericGreaterThan: 9 },
                { Variable: '$.check', IsString: true },
              ],
              Next: 'Done',
            },
            { Variable: '$.kind', StringEquals: 'card', Next: 'Done' },
          ],
          Default: 'Use cash',
        },
        'Use cash': { Type: 'Pass', InputPath: '$.cash', Next: 'Done' },
        Done: { Type: 'Succeed' },
      }),
    },
    {
      name: 'missing on every way: a finding of no-missing-paths',
      definition: machine(which({ Result: {} }, { Result: {} }, { Use })),
    },
    {
      name: 'input that a Catch has dropped: a finding of no-lost-input',
      definition: machine({ Work: { ...work, ResultPath: '$.r', Catch: Catch({ Next: 'Use' }), Next: 'Use' }, Use }),
    },
    {
      name: 'later states are not blamed for what an earlier one has missed',
      definition: machine(
        which({ Result: { id: 1 } }, {}, { Use: { ...Use, Next: 'Again' }, Again: { ...Use, InputPath: '$' } }),
      ),
    },
    {
      name: 'a JSONata Choice that keeps the way of an error away',
      definition: machine(
        {
          Work: {
            Type: 'Task',
            Resource: work.Resource,
            Output: { id: '{% $states.result.id %}' },
            Catch: Catch({ Next: 'Failed?' }),
            Next: 'Failed?',
          },
          'Failed?': {
            Type: 'Choice',
            Choices: [{ Condition: '{% $exists($states.input.Error) %}', Next: 'Failed' }],
            Default: 'Use',
          },
          Failed: { Type: 'Fail', Error: '{% $states.input.Error %}' },
          Use: { Type: 'Pass', Output: '{% $states.input.id %}', End: true },
        },
        jsonata,
      ),
    },
    {
      name: 'JSONata that asks whether it is there',
      definition: machine(
        {
          A: { Type: 'Pass', Output: { id: 1 }, Next: 'B' },
          B: {
            Type: 'Pass',
            Output: {
              a: '{% $exists($states.input.x) %}',
              b: '{% $states.input.x ? $states.input.x : 0 %}',
              c: '{% $states.input.x and $states.input.x > 1 %}',
              d: '{% $append($states.input.x, 1) %}',
            },
            End: true,
          },
        },
        jsonata,
      ),
    },
  ],
  invalid: [
    {
      name: 'a member that $states does not have, in a part of an expression',
      definition: {
        ...jsonata,
        ...machine({ A: { Type: 'Pass', Output: { a: '{% $number($states.inputs.price) * 2 %}' }, End: true } }),
      },
      errors: [
        {
          message: '"$states.inputs" is always undefined: "$states" has no such member; use "$states.input"',
          at: '/States/A/Output/a',
          find: '$states.inputs',
        },
      ],
    },
    ...['*', '0:2', '?(@.id == 1)'].map((many) => ({
      name: `a list of what no iteration gives: ${many}`,
      definition: collected({ id: 1 }, `$.jobs[${many}].jobId`),
      errors: [
        {
          message: `"$.jobs[${many}].jobId" is always an empty list: "$.jobs[${many}]" is the Parameters of "One" and has no "jobId", only "id"; read one of these, or keep what an earlier state had`,
          at: '/States/Use/Parameters/ids.$',
          find: `$.jobs[${many}].jobId`,
        },
      ],
    })),
    {
      name: 'a list of what is in the members of an object',
      definition: machine({
        Sum: { Type: 'Pass', Result: { jobs: { first: 1, second: 2 } }, Next: 'Use' },
        Use: use({ 'ids.$': '$.jobs[*].id' }),
      }),
      errors: [
        {
          message:
            '"$.jobs[*].id" is always an empty list: "$.jobs" is the Result of "Sum", not an array; read its members by their names',
          at: '/States/Use/Parameters/ids.$',
          find: '$.jobs[*].id',
        },
      ],
    },
    {
      name: 'what holds it may be null',
      definition: machine({ Use: use({ 'name.$': '$.customer.name', 'again.$': '$.customer.name' }) }),
      contracts: nullable,
      errors: [
        {
          message:
            '"$.customer.name" may lead to nothing, and the state fails then: "$.customer" may be null by the contract; test it with "IsNull" in a Choice first, or let the contract exclude it',
          at: '/States/Use/Parameters/name.$',
          find: '$.customer.name',
        },
      ],
    },
    {
      name: 'JSONata: what holds it may be null',
      definition: machine({ Use: { Type: 'Pass', Output: '{% $states.input.customer.name %}', End: true } }, jsonata),
      contracts: nullable,
      errors: [
        {
          message:
            /"\$states\.input\.customer" may be null by the contract; test it with \$states\.input\.customer != null first/,
          at: '/States/Use/Output',
          find: '$states.input.customer.name',
        },
      ],
    },
    {
      name: 'one of two ways does not bring it',
      definition: machine(which({ Result: { id: 1 } }, { Result: { ident: 1 } }, { Use })),
      errors: [
        {
          message:
            '"$.id" leads to nothing on the way "Which" > "B" > "Use", and the state fails there: "$" is the Result of "B" and has no "id", only "ident"; read one of these, or keep what an earlier state had',
          at: '/States/Use/Parameters/id.$',
          find: '$.id',
        },
      ],
    },
    {
      name: 'the way by a Catch does not bring it',
      definition: machine({
        Start: { Type: 'Pass', Result: { order: 1 }, Next: 'Work' },
        Work: {
          ...work,
          ResultPath: '$.payment',
          Catch: Catch({ ResultPath: '$.error', Next: 'Report' }),
          Next: 'Report',
        },
        Report: { Type: 'Pass', Parameters: { 'paid.$': '$.payment', 'order.$': '$.order' }, End: true },
      }),
      errors: [
        {
          message:
            '"$.payment" leads to nothing on the way "Start" > "Work" (Catch) > "Report", and the state fails there: "$" is the Result of "Start" and has no "payment", only "order" and "error"; read one of these, or keep what an earlier state had',
          at: '/States/Report/Parameters/paid.$',
          find: '$.payment',
        },
      ],
    },
    {
      name: 'the same in the other order: only on the good way there is no error',
      definition: machine({
        Start: { Type: 'Pass', Result: { order: 1 }, Next: 'Work' },
        Work: {
          ...work,
          ResultPath: '$.payment',
          Catch: Catch({ ResultPath: '$.error', Next: 'Report' }),
          Next: 'Report',
        },
        Report: { Type: 'Fail', CausePath: '$.error.Cause' },
      }),
      errors: [
        {
          message:
            '"$.error.Cause" leads to nothing on the way "Start" > "Work" > "Report", and the state fails there: "$" is the Result of "Start" and has no "error", only "order" and "payment"; read one of these, or keep what an earlier state had',
          at: '/States/Report/CausePath',
          find: '$.error.Cause',
        },
      ],
    },
    {
      name: 'a long way is cut, but not its Catch',
      definition: machine({
        Start: { Type: 'Pass', Result: { a: 1 }, Next: 'Work' },
        Work: { ...work, ResultPath: '$.b', Catch: Catch({ ResultPath: null, Next: 'P1' }), Next: 'P1' },
        P1: { Type: 'Pass', Next: 'P2' },
        P2: { Type: 'Pass', Next: 'P3' },
        P3: { Type: 'Pass', Next: 'Use' },
        Use: { Type: 'Pass', InputPath: '$.b', End: true },
      }),
      errors: [
        {
          messageId: 'missing',
          data: {
            path: '$.b',
            way: '... > "Work" (Catch) > "P1" > "P2" > "P3" > "Use"',
            reason:
              '"$" is the Result of "Start" and has no "b", only "a"; read one of these, or keep what an earlier state had',
          },
          at: '/States/Use/InputPath',
          find: '$.b',
        },
      ],
    },
    {
      name: 'JSONata: a member that is left out of what is made',
      definition: machine(
        {
          A: { Type: 'Pass', Output: { orderId: 1 }, Next: 'B' },
          B: {
            Type: 'Pass',
            Output: '{% { "id": $states.input.orderid, "text": "No " & $states.input.number } %}',
            End: true,
          },
        },
        jsonata,
      ),
      errors: [
        ['$states.input.orderid', 'and has no "orderid"; did you mean "orderId"?'],
        [
          '$states.input.number',
          'and has no "number", only "orderId"; read one of these, or keep what an earlier state had',
        ],
      ].map(([path, reason]) => ({
        message: `"${path}" is always undefined: "$states.input" is the Output of "A" ${reason}`,
        at: '/States/B/Output',
        find: path!,
      })),
    },
    {
      name: 'JSONata: what is looked up in the elements of a list',
      definition: machine(
        {
          A: { Type: 'Pass', Output: { lines: [{ qty: 1, price: 2 }, { qty: 3 }] }, Next: 'B' },
          B: { Type: 'Pass', Output: '{% $sum($states.input.lines.(quantity * price)) %}', End: true },
        },
        jsonata,
      ),
      errors: [
        {
          message:
            '"$states.input.lines.quantity" is always undefined: "$states.input.lines" is the Output of "A" and has no "quantity", only "qty" and "price"; read one of these, or keep what an earlier state had',
          at: '/States/B/Output',
          find: 'quantity',
        },
      ],
    },
    {
      name: 'JSONata: a condition that never holds',
      definition: machine(
        {
          A: { Type: 'Pass', Output: { status: 'x' }, Next: 'B' },
          B: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.statuss = "x" %}', Next: 'C' }], Default: 'C' },
          C: { Type: 'Succeed' },
        },
        jsonata,
      ),
      errors: [
        {
          message:
            '"$states.input.statuss" is always undefined: "$states.input" is the Output of "A" and has no "statuss"; did you mean "status"?',
          at: '/States/B/Choices[0]/Condition',
          find: '$states.input.statuss',
        },
      ],
    },
    {
      name: 'what is optional by the contract; what has read it once need not ask any more',
      definition: machine({
        First: { Type: 'Pass', Parameters: { 'a.$': '$.note' }, ResultPath: '$.first', Next: 'Use' },
        Use: use({ 'b.$': '$.note' }),
      }),
      contracts: order,
      errors: [
        {
          message:
            '"$.note" may lead to nothing, and the state fails then: "note" is optional in the input by the contract; test it with "IsPresent" in a Choice first, or let the contract require it',
          at: '/States/First/Parameters/a.$',
          find: '$.note',
        },
      ],
    },
    {
      name: 'a comparison with what is optional',
      definition: machine({
        Which: {
          Type: 'Choice',
          Choices: [{ Variable: '$.note', StringEqualsPath: '$.id', Next: 'Use' }],
          Default: 'Use',
        },
        Use: use({ 'note.$': '$.note' }),
      }),
      contracts: order,
      errors: [{ messageId: 'optional', at: '/States/Which/Choices[0]/Variable', find: '$.note' }],
    },
    {
      name: 'JSONata: an Output that is undefined without it',
      definition: machine(
        { A: { Type: 'Pass', Output: '{% $states.input.note %}', End: true } },
        { QueryLanguage: 'JSONata' },
      ),
      contracts: order,
      errors: [
        {
          message:
            '"$states.input.note" may lead to nothing, and the state fails then: "note" is optional in the input by the contract; test it with $exists first, or let the contract require it',
          at: '/States/A/Output',
          find: '$states.input.note',
        },
      ],
    },
    {
      name: 'a member of the items, and one of a result',
      definition: machine({
        Each: {
          Type: 'Map',
          ItemsPath: '$.lines',
          ItemProcessor: { StartAt: 'Line', States: { Line: use({ 'sku.$': '$.sku' }) } },
          ResultPath: null,
          Next: 'Charge',
        },
        Charge: {
          Type: 'Task',
          Resource: 'arn:aws:lambda:us-east-1:123456789012:function:charge',
          OutputPath: '$.reason',
          End: true,
        },
      }),
      contracts: {
        input: {
          type: 'object',
          properties: { lines: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } } },
          required: ['lines'],
        },
        tasks: { Charge: { result: { type: 'object', properties: { reason: { type: 'string' } } } } },
      },
      errors: [
        {
          message:
            '"$.sku" may lead to nothing, and the state fails then: "sku" is optional in a part of the input by the contract; test it with "IsPresent" in a Choice first, or let the contract require it',
          at: '/States/Each/ItemProcessor/States/Line/Parameters/sku.$',
          find: '$.sku',
        },
        {
          message:
            '"$.reason" may lead to nothing, and the state fails then: "reason" is optional in the result of "Charge" by the contract; test it with "IsPresent" in a Choice first, or let the contract require it',
          at: '/States/Charge/OutputPath',
          find: '$.reason',
        },
      ],
    },
  ],
});
