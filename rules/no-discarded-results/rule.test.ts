import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object, more: object = {}) => ({ StartAt: Object.keys(States)[0], States, ...more });
const invoke = (more: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: 'f' },
  Next: 'Use',
  ...more,
});
const textract = {
  Resource: 'arn:aws:states:::aws-sdk:textract:startDocumentTextDetection',
  Parameters: { DocumentLocation: { S3Object: { Bucket: 'b', 'Name.$': '$.key' } } },
};
const use = (path: string, more: object = { End: true }) => ({ Type: 'Pass', Parameters: { 'x.$': path }, ...more });
/** Two states read what stands beside the input: one under the right name, one by the path given. */
const paid = (path: string) =>
  machine({
    Pay: invoke({ ResultSelector: { 'id.$': '$.Payload.id' }, ResultPath: '$.payment', Next: 'Log' }),
    Log: use('$.payment.id', { ResultPath: '$.log', Next: 'Use' }),
    Use: use(path),
  });
const onlyId = { FunctionName: 'f', Payload: { 'id.$': '$.id' } };
const failing = [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Handle' }];
const rates = (more: object) => ({ Type: 'Pass', Result: { rate: 5 }, Next: 'Use', ...more });

const jsonata = (States: object) => machine(States, { QueryLanguage: 'JSONata' });
const call = (more: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'f' },
  Next: 'Use',
  ...more,
});
const give = (expression: string) => ({ Type: 'Pass', Output: { x: `{% ${expression} %}` }, End: true });
const withCharge = "{% $merge([$states.input, {'charge': $states.result}]) %}";

const kept = (Next: string) => [
  { ErrorEquals: ['States.ALL'], Output: "{% $merge([$states.input, {'error': $states.errorOutput}]) %}", Next },
];
/** A Task with a result that its Output hands on under a name, and a handler behind its Catch. */
const charging = (Output: unknown, handler: object, more: object = {}, used = '$states.input.charge.Payload.id') =>
  jsonata({
    Charge: call({ Output, Catch: kept('Handle'), Next: 'Done', ...more }),
    Handle: handler,
    Use: give(used),
    Done: { Type: 'Succeed' },
  });

/** A Choice one way of which comes by a Task whose result is read behind it. */
const around = (test: object, Cash: object, more: object = {}) =>
  machine({
    Which: { Type: 'Choice', Choices: [{ ...test, Next: 'Charge' }], Default: 'Cash' },
    Charge: invoke({ ResultPath: '$.charge' }),
    Cash,
    Use: use('$.charge.Payload.id'),
    ...more,
  });
/** A Choice that asks whether an item was found. */
const looked = (more: object, first: object = {}) =>
  machine({
    ...first,
    Load: {
      Type: 'Task',
      Resource: 'arn:aws:states:::dynamodb:getItem',
      Parameters: { TableName: 'employees', Key: { id: { 'S.$': '$.id' } } },
      Next: 'Found?',
      ...more,
    },
    'Found?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.employee.Item', IsPresent: true, Next: 'Use' }],
      Default: 'Missing',
    },
    Use: use('$.employee.Item.email.S'),
    Missing: { Type: 'Fail' },
  });
const isCard = { Variable: '$.by', StringEquals: 'card' };

/** A handler of two Tasks, with a Pass between them that makes a job. */
const preparing = (handler: object, more: { Read?: object; Prepare?: object } = {}) =>
  machine({
    Read: invoke({ ResultPath: '$.config', Catch: failing, Next: 'Prepare', ...more.Read }),
    Prepare: {
      Type: 'Pass',
      Parameters: { 'id.$': '$$.Execution.Name' },
      ResultPath: '$.job',
      Next: 'Charge',
      ...more.Prepare,
    },
    Charge: invoke({ ResultPath: '$.charge', Catch: failing, Next: 'Done' }),
    Handle: handler,
    Use: use('$.job.id'),
    Done: { Type: 'Succeed' },
  });

const selecting = (more: object) => ({
  ...invoke({ ResultSelector: { 'id.$': '$.Payload.id' }, ResultPath: '$.charge', ...more }),
  ...('End' in more ? { Next: undefined } : {}),
});

/** A Choice one way of which comes by a Task, and the other one by a state that reads its result. */
const apart = (more: object = {}, first: object = {}) =>
  machine({
    ...first,
    Which: { Type: 'Choice', Choices: [{ ...isCard, Next: 'Charge' }], Default: 'Use' },
    Charge: selecting({ Next: 'Done' }),
    Use: use('$.charge.id'),
    Done: { Type: 'Succeed' },
    ...more,
  });

/** A Parallel one branch of which reads a result of the other one. */
const branches = (path: string, more: object = {}) =>
  machine({
    Both: {
      Type: 'Parallel',
      Branches: [machine({ Charge: selecting({ End: true }) }), machine({ Use: use(path) })],
      End: true,
      ...more,
    },
  });

const checks = (more: object) => ({
  Type: 'Parallel',
  Branches: [machine({ Price: { Type: 'Pass', End: true } }), machine({ Stock: { Type: 'Pass', End: true } })],
  Next: 'Use',
  ...more,
});
const items = (more: object) => ({
  Type: 'Map',
  Items: '{% $states.input.items %}',
  ItemProcessor: machine({ Item: { Type: 'Pass', End: true } }),
  Next: 'Use',
  ...more,
});
const order = call({
  Arguments: { FunctionName: 'f', Payload: '{% $states.input.order %}' },
  Output: '{% $states.input %}',
});

/** A Task whose error a Catch puts into `$.chargeError`, what comes after it, and what before. */
const charged = (more: object, after: object, before: object = {}) =>
  machine({ ...before, Charge: invoke({ ResultPath: '$.charge', ...more }), ...after, Failed: { Type: 'Fail' } });
const caught = (Next: string) => [{ ErrorEquals: ['States.ALL'], ResultPath: '$.chargeError', Next }];
const which = (Next: string, Default: string) => ({
  Type: 'Choice',
  Choices: [{ Variable: '$.kind', StringEquals: 'a', Next }],
  Default,
});

new AslRuleTester().run('no-discarded-results', rule, {
  valid: [
    ...[
      preparing(use('$.job.by')),
      preparing(use('$.job.id'), { Read: { Parameters: { FunctionName: 'f', 'Payload.$': '$.job' } } }),
      preparing(use('$.job.id'), { Prepare: { Parameters: { 'id.$': '$.job.id' } } }),
      preparing({
        Type: 'Choice',
        Choices: [{ Variable: '$.job', IsPresent: true, Next: 'Use' }],
        Default: 'Done',
      }),
    ].map((definition) => ({
      name: 'what the input may have when the Catch of an earlier state leads here',
      definition,
    })),
    { name: 'a test for an item that is there', definition: looked({ ResultPath: '$.employee' }) },
    {
      name: 'a test for an item that an earlier state may have brought',
      definition: looked({ ResultPath: null }, { Before: invoke({ ResultPath: '$.employee', Next: 'Load' }) }),
    },
    {
      name: 'a test for what is no member of a result',
      definition: machine({
        Load: invoke({ ResultPath: '$.loaded', Next: 'Found?' }),
        'Found?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.employee.email', IsPresent: true, Next: 'Use' }],
          Default: 'Use',
        },
        Use: use('$.id'),
      }),
    },
    {
      name: 'an error that only its Catch leads to',
      definition: charged(
        { Catch: caught('Tell'), Next: 'Use' },
        { Tell: use('$.chargeError.Cause'), Use: use('$.id') },
      ),
    },
    {
      name: 'an error that a Choice may have asked for',
      definition: charged(
        { Catch: caught('Tell'), Next: 'Which' },
        { Which: which('Tell', 'Use'), Tell: use('$.chargeError.Cause'), Use: use('$.id') },
      ),
    },
    {
      name: 'an error that the input tells of',
      definition: charged(
        { Catch: caught('Tell'), Next: 'Tell' },
        { Tell: use('$.chargeError.Cause') },
        { Ask: use('$.chargeError.Error', { ResultPath: '$.asked', Next: 'Charge' }) },
      ),
    },
    {
      name: 'an error that a Pass has put there',
      definition: charged(
        { Catch: caught('Tell'), Next: 'Tell' },
        { Tell: use('$.chargeError.Cause') },
        { Init: { Type: 'Pass', Result: { Cause: '' }, ResultPath: '$.chargeError', Next: 'Charge' } },
      ),
    },
    {
      name: 'the error of what has failed before',
      definition: charged(
        { Catch: caught('Undo'), Next: 'Use' },
        {
          Undo: invoke({ ResultPath: '$.undone', Catch: caught('Tell'), Next: 'Tell' }),
          Tell: use('$.chargeError.Cause'),
          Use: use('$.id'),
        },
      ),
    },
    {
      name: 'an error in JSONata that is asked for',
      definition: jsonata({
        Charge: call({ Output: '{% $states.input %}', Catch: kept('Use'), Next: 'Use' }),
        Use: give("$states.input.error ? $states.input.error.Cause : 'none'"),
      }),
    },
    ...[
      { OutputPath: '$.Payload' },
      { ResultPath: '$.Payload', OutputPath: '$.Payload.Payload' },
      { ResultPath: '$.charge', OutputPath: '$.order' },
      { ResultPath: '$.charge', OutputPath: '$made.Payload' },
      { ResultPath: '${Place}', OutputPath: '$.Payload' },
    ].map((paths) => ({
      name: `an OutputPath to what is there: ${JSON.stringify(paths)}`,
      definition: machine({
        Make: { Type: 'Pass', Assign: { 'made.$': '$.made' }, Next: 'Charge' },
        Charge: invoke(paths),
        Use: use('$'),
      }),
    })),
    {
      name: 'an OutputPath to the result of an earlier state',
      definition: machine({
        Charge: invoke({ Next: 'Note' }),
        Note: invoke({ ResultPath: '$.note', OutputPath: '$.Payload' }),
        Use: use('$'),
      }),
    },
    {
      name: 'a way around the Task whose result the Choice asks for',
      definition: around({ Variable: '$.charge', IsPresent: true }, { Type: 'Pass', Next: 'Use' }),
    },
    {
      name: 'a way around the Task: a member that only the function may give',
      definition: around(isCard, { Type: 'Pass', Next: 'Use' }, { Use: use('$.charge.id') }),
    },
    {
      name: 'a way around a Pass that puts there what other inputs have: a place for a finding',
      definition: around(
        isCard,
        { Type: 'Pass', Next: 'Use' },
        { Charge: rates({ ResultPath: '$.validation' }), Use: use('$.validation.rate') },
      ),
    },
    {
      name: 'a way around the Task: a place for a finding that has been read before',
      definition: machine({
        Show: use('$.validation', { ResultPath: '$.seen', Next: 'Which' }),
        ...around(
          isCard,
          { Type: 'Pass', Next: 'Use' },
          { Charge: invoke({ ResultPath: '$.validation' }), Use: use('$.validation') },
        ).States,
      }),
    },
    {
      name: 'no way from the Task: the input has what is read, as a state before has shown',
      definition: apart({}, { Show: use('$.charge.by', { ResultPath: '$.shown', Next: 'Which' }) }),
    },
    {
      name: 'no way from the Task: a state before may bring anything',
      definition: apart({}, { Load: invoke({ Next: 'Which' }) }),
    },
    {
      name: 'no way from the Task: what is read is none of its result',
      definition: apart({ Use: use('$.charge.by') }),
    },
    {
      name: 'no way from the Task: a Pass that puts there what other inputs have',
      definition: apart({ Charge: rates({ ResultPath: '$.charge', Next: 'Done' }), Use: use('$.charge.rate') }),
    },
    {
      name: 'in the other branch: the data of the branches is made for them',
      definition: branches('$.charge.id', { Parameters: { 'charge.$': '$' } }),
    },
    {
      name: 'in a Map, whose items may have it',
      definition: machine({
        Each: { Type: 'Map', ItemProcessor: machine({ Use: use('$.charge.id') }), ResultPath: null, Next: 'Charge' },
        Charge: selecting({ End: true }),
      }),
    },
    {
      name: 'the way around puts something there',
      definition: around(isCard, {
        Type: 'Pass',
        Result: { Payload: { id: '' } },
        ResultPath: '$.charge',
        Next: 'Use',
      }),
    },
    {
      name: 'the way around may bring anything, or fails',
      definition: around(isCard, invoke({ Catch: failing }), { Handle: { Type: 'Fail' } }),
    },
    {
      name: 'two Choices that ask for the same',
      definition: around(
        isCard,
        { Type: 'Pass', Next: 'Again' },
        {
          Again: { Type: 'Choice', Choices: [{ ...isCard, Next: 'Use' }], Default: 'Done' },
          Done: { Type: 'Succeed' },
        },
      ),
    },
    {
      name: 'JSONata: a Choice that asks for the result',
      definition: jsonata({
        Paid: {
          Type: 'Choice',
          Choices: [{ Condition: '{% $exists($states.input.charge) %}', Next: 'Use' }],
          Default: 'Charge',
        },
        Charge: call({ Output: withCharge }),
        Use: give('$states.input.charge.Payload.id'),
      }),
    },
    {
      name: 'an error that an earlier state has put there, that is read without a failure, that is asked for',
      definition: machine({
        Run: {
          Type: 'Task',
          Resource: 'arn:aws:states:::states:startExecution.sync:2',
          Parameters: { StateMachineArn: '${Child}' },
          ResultPath: '$.run',
          Next: 'Read',
        },
        Read: use('$.last.Cause', { ResultPath: '$.read', Next: 'Charge' }),
        Charge: invoke({ Catch: failing, Next: 'Done' }),
        Handle: use("States.Format('{} {} {}', $.run.Cause, $.last.Cause, $.error.Cause)", {
          ResultPath: '$.told',
          Next: 'Ask',
        }),
        Ask: {
          Type: 'Choice',
          Choices: [{ Variable: '$.other.Error', IsPresent: true, Next: 'Other' }],
          Default: 'Done',
        },
        Other: use('$.other.Error'),
        Done: { Type: 'Succeed' },
      }),
    },
    {
      name: 'the error of an earlier failure, though the handler has failed itself or replaced it',
      definition: machine({
        Charge: invoke({ Catch: failing, Next: 'Done' }),
        Handle: {
          Type: 'Task',
          Resource: 'arn:aws:lambda:eu-west-1:123456789012:function:refund:live',
          Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.refundError', Next: 'Tell' }],
          Next: 'Tell',
        },
        Tell: { Type: 'Fail', ErrorPath: '$.error.Error', CausePath: '$.error.Cause' },
        Done: { Type: 'Succeed' },
      }),
    },
    {
      name: 'JSONata: an error that a Choice asks for',
      definition: charging(
        withCharge,
        {
          Type: 'Choice',
          Choices: [{ Condition: '{% $exists($states.input.failure) %}', Next: 'Use' }],
          Default: 'Done',
        },
        {},
        '$states.input.failure.Cause',
      ),
    },
    {
      name: 'another name: the input has it, as an earlier state has read',
      definition: machine({
        Begin: { ...use('$.order.Payload.id', { Next: 'Call' }), ResultPath: '$.begun' },
        Call: invoke({ ResultPath: null }),
        Use: use('$.order.Payload.id'),
      }),
    },
    {
      name: 'another name: a state in between puts its result there',
      definition: machine({
        Call: invoke({ ResultPath: null, Next: 'Ask' }),
        Ask: invoke({ ResultPath: '$.order' }),
        Use: use('$.order.Payload.id'),
      }),
    },
    {
      name: 'another name: data that a state may have brought',
      definition: machine({
        Load: { Type: 'Task', Resource: 'arn:aws:lambda:eu-west-1:123456789012:function:load', Next: 'Call' },
        Call: invoke({ ResultPath: null }),
        Use: use('$.order.Payload.id'),
      }),
    },
    {
      name: 'another name: a member with a capital in a place with one, which is data of AWS itself',
      definition: machine({
        Start: { ...invoke({ ResultPath: null }), ...textract },
        Use: use('$.Job.JobId'),
      }),
    },
    ...(
      [
        ['something else than what is asked for', '$.note', '$.price.total', {}],
        ['a number', '$.price1', '$.price2.total', {}],
        ['a short name', '$.sum', '$.num.total', {}],
        ['one that another state reads', '$.prices', '$.price.total', { Next: 'Tell' }],
      ] as const
    ).map(([what, ResultPath, path, more]) => ({
      name: `another name: the result is put under ${what}`,
      definition: machine({
        Call: invoke({ ResultPath }),
        Use: use(path, { End: true, ...more }),
        ...('Next' in more && { Tell: use('$.prices.total') }),
      }),
    })),
    {
      name: 'another name: a Task of that name that is not asked for what it finds out',
      definition: machine({ 'Update order': invoke({ ResultPath: null }), Use: use('$.order.total') }),
    },
    ...(
      [
        ['what is sent', 'Send order', '$.order.id', onlyId],
        ['what is validated', 'Validate order', '$.order.id', onlyId],
        ['more than what is got', 'Get customer', '$.customerAddress.city', onlyId],
        ['what is made by others', 'Start export', '$.export.format', onlyId],
        ['what the Task has been given', 'Get customer', '$.customer.name', { 'id.$': '$.customer.id' }],
        ['what the Task may have been given', 'Reserve seat', '$.reservation.code', { 'Payload.$': '$' }],
      ] as const
    ).map(([what, name, path, Parameters]) => ({
      name: `another name: ${what}`,
      definition: machine({
        [name]: invoke({ ResultPath: null, Parameters: { FunctionName: 'f', ...Parameters } }),
        Use: use(path),
      }),
    })),
    {
      name: 'another name: what the Task may have been given, in JSONata',
      definition: jsonata({
        'Reserve seat': call({
          Arguments: { FunctionName: 'f', Payload: '{% $states.input %}' },
          Output: '{% $states.input %}',
        }),
        Use: give('$states.input.reservation.code'),
      }),
    },
    ...['$.payments.id', '$.paymaster.id', '$.paymnt.method'].map((path) => ({
      name: `another name: another word, or another member: ${path}`,
      definition: paid(path),
    })),
    {
      name: 'another name: what another Task finds out',
      definition: machine({ 'Write log': invoke({ ResultPath: null }), Use: use('$.approval.by') }),
    },
    {
      name: 'another name: what a Task finds out is in a variable',
      definition: machine({
        'Ask for approval': invoke({ ResultPath: null, Assign: { 'approval.$': '$.Payload' } }),
        Use: use('$.approval.by'),
      }),
    },
    {
      name: 'another name: the member that is read is one of a place that something reads',
      definition: machine({
        Prepare: { Type: 'Pass', Parameters: { 'table.$': '$$.Execution.Name' }, ResultPath: '$.exec', Next: 'Tell' },
        Tell: { ...use('$.exec.table', { Next: 'Use' }), ResultPath: '$.told' },
        Use: use('$.order.table'),
      }),
    },
    {
      name: 'another name: nothing that only a result has',
      definition: machine({ Call: invoke({ ResultPath: null }), Use: use('$.order.id') }),
    },
    {
      name: 'JSONata: an element of the results themselves',
      definition: jsonata({
        Load: { ...order, Next: 'Check' },
        Check: checks({}),
        Use: give('$states.input[0].price'),
      }),
    },
    {
      name: 'JSONata: of the place where they are',
      definition: jsonata({
        Load: { ...order, Next: 'Check' },
        Check: checks({ Output: "{% $merge([$states.input, {'checks': $states.result}]) %}" }),
        Use: give('$states.input.checks[0].price'),
      }),
    },
    {
      name: 'JSONata: the input may be a list',
      definition: jsonata({ Check: checks({ Output: '{% $states.input %}' }), Use: give('$states.input[0].price') }),
    },
    {
      name: 'JSONata: the next state makes a list',
      definition: jsonata({
        Each: items({ Output: '{% $states.input %}', Next: 'List' }),
        List: { Type: 'Pass', Output: '{% $states.input.list %}', Next: 'Use' },
        Use: give('$states.input[0]'),
      }),
    },
    {
      name: 'the whole error where the Catch puts it, and what is called after errors',
      definition: machine({
        Charge: invoke({ Catch: failing, Next: 'Done' }),
        Handle: { Type: 'Pass', Parameters: { 'x.$': '$.error', 'topic.$': '$.errorTopic' }, End: true },
        Done: { Type: 'Succeed' },
      }),
    },
    {
      name: 'an error that another failure, or what is done about it, may have brought',
      definition: machine({
        Charge: invoke({ Catch: [{ ...failing[0], Next: 'Refund' }], Next: 'Done' }),
        Refund: invoke({ Catch: [{ ...failing[0], ResultPath: '$.refundError' }], Next: 'Tell' }),
        Tell: invoke({ Catch: [{ ...failing[0], ResultPath: '$.fail' }], Next: 'Done' }),
        Handle: use('$.failure'),
        Done: { Type: 'Succeed' },
      }),
    },
    {
      name: 'JSONata: the error where the Catch puts it',
      definition: charging(withCharge, give('$states.input.error.Cause')),
    },
    {
      name: 'JSONata: the error output alone',
      definition: charging(withCharge, give('$states.input.Cause'), {
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Handle' }],
      }),
    },
    {
      name: 'JSONata: the Catch puts its parts beside the input',
      definition: charging(withCharge, give('$states.input.Cause'), {
        Catch: [
          { ErrorEquals: ['States.ALL'], Output: '{% $merge([$states.input, $states.errorOutput]) %}', Next: 'Handle' },
        ],
      }),
    },
    {
      name: 'JSONata: the handler asks first',
      definition: charging(withCharge, {
        Type: 'Choice',
        Choices: [{ Condition: '{% $exists($states.input.charge) %}', Next: 'Use' }],
        Default: 'Done',
      }),
    },
    {
      name: 'JSONata: the handler asks itself',
      definition: charging(withCharge, give('$exists($states.input.charge) ? $states.input.charge.id : 0')),
    },
    {
      name: 'JSONata: the Task reads it, too',
      definition: charging(withCharge, give('$states.input.charge.id'), {
        Arguments: { FunctionName: 'f', Payload: '{% $states.input.charge %}' },
      }),
    },
    {
      name: 'JSONata: the Catch puts something there',
      definition: charging(withCharge, give('$states.input.charge.Cause'), {
        Catch: [
          {
            ErrorEquals: ['States.ALL'],
            Output: "{% $merge([$states.input, {'charge': $states.errorOutput}]) %}",
            Next: 'Handle',
          },
        ],
      }),
    },
    {
      name: 'JSONata: a member that is made of the input',
      definition: charging(
        "{% $merge([$states.input, {'charge': $states.input.order, 'receipt': $states.result}]) %}",
        give('$states.input.charge.id'),
      ),
    },
    {
      name: 'JSONata: only another state fails',
      definition: jsonata({
        Charge: call({ Output: withCharge, Next: 'Ship' }),
        Ship: call({ Output: '{% $states.input %}', Catch: kept('Use'), Next: 'Done' }),
        Use: give('$states.input.charge.Payload.id'),
        Done: { Type: 'Succeed' },
      }),
    },
    {
      name: 'the error where the Catch puts it, and as all of the data',
      definition: machine({
        Charge: invoke({ Catch: failing }),
        Use: invoke({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Tell' }], Next: 'Done' }),
        Handle: use('$.error.Cause', { Next: 'Done' }),
        Tell: use('$.Cause', { Next: 'Done' }),
        Done: { Type: 'Succeed' },
      }),
    },
    {
      name: 'the input tells of an error: it was read before',
      definition: machine({
        First: {
          Type: 'Choice',
          Choices: [{ Variable: '$.Cause', StringEquals: 'x', Next: 'Charge' }],
          Default: 'Charge',
        },
        Charge: invoke({ Catch: failing, Next: 'Done' }),
        Handle: use('$.Cause', { Next: 'Done' }),
        Done: { Type: 'Succeed' },
      }),
    },
    {
      name: 'another Catch on the way brings the error',
      definition: machine({
        Charge: invoke({ Catch: failing, Next: 'Done' }),
        Handle: invoke({
          ResultPath: null,
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Tell' }],
          Next: 'Done',
        }),
        Tell: use('$.Cause', { Next: 'Done' }),
        Done: { Type: 'Succeed' },
      }),
    },
    { definition: machine({ Charge: invoke({ ResultPath: '$.charge' }), Use: use('$.charge.Payload.id') }) },
    {
      name: 'dropped, and not read',
      definition: machine({ Charge: invoke({ ResultPath: null }), Use: use('$.orderId') }),
    },
    {
      name: 'at the place of its own name',
      definition: machine({ Charge: invoke({ ResultPath: '$.Payload' }), Use: use('$.Payload.Payload.id') }),
    },
    {
      name: 'the input has a member of that name: it was read before',
      definition: machine({
        Charge: invoke({ Parameters: { FunctionName: 'f', 'Payload.$': '$.Payload' }, ResultPath: null }),
        Use: use('$.Payload.id'),
      }),
    },
    {
      name: 'a state in between brings it',
      definition: machine({
        Charge: invoke({ ResultPath: null, Next: 'Load' }),
        Load: invoke({ ResultPath: '$' }),
        Use: use('$.Payload.id'),
      }),
    },
    {
      name: 'the same member of an earlier state',
      definition: machine({
        Load: { ...invoke({ Next: 'Charge' }), ResultPath: '$.Payload' },
        Charge: invoke({ ResultPath: null }),
        Use: use('$.Payload.id'),
      }),
    },
    {
      name: 'what goes on is only known after deployment',
      definition: machine({
        Charge: invoke({ ResultPath: null, Catch: [{ ErrorEquals: ['States.ALL'], Next: '${Handler}' }] }),
        Use: use('$.Payload.id'),
      }),
    },
    {
      name: 'a placeholder as ResultPath',
      definition: machine({ Charge: invoke({ ResultPath: '${Path}' }), Use: use('$.Payload.id') }),
    },
    {
      name: 'ResultSelector and a ResultPath',
      definition: machine({
        Charge: invoke({ ResultSelector: { 'id.$': '$.Payload.id' }, ResultPath: '$.c', End: true }),
      }),
    },
    {
      name: 'the result itself',
      definition: machine({
        Charge: invoke({ ResultPath: null, Assign: { 'id.$': '$.Payload.id' } }),
        Use: use('$id'),
      }),
    },
    {
      name: 'a handler that asks first',
      definition: machine({
        Charge: invoke({ ResultPath: '$.charge', Catch: failing, Next: 'Done' }),
        Handle: { Type: 'Choice', Choices: [{ Variable: '$.charge', IsPresent: true, Next: 'Use' }], Default: 'Done' },
        Use: use('$.charge.Payload.id', { Next: 'Done' }),
        Done: { Type: 'Succeed' },
      }),
    },
    {
      name: 'a handler of several states that leads back: it may have been there before',
      definition: machine({
        Order: invoke({ ResultPath: '$.order', Catch: failing, Next: 'Charge' }),
        Charge: invoke({ ResultPath: '$.charge', Catch: failing, End: true, Next: undefined }),
        Handle: use('$.charge.id', { ResultPath: '$.log', Next: 'Order' }),
      }),
    },
    {
      name: 'a handler of a later failure',
      definition: machine({
        Charge: invoke({ ResultPath: '$.charge', Next: 'Ship' }),
        Ship: invoke({ ResultPath: '$.ship', Catch: failing, End: true, Next: undefined }),
        Handle: use('$.charge.Payload.id'),
      }),
    },
    {
      name: 'the Catch puts the error at the same place',
      definition: machine({
        Charge: invoke({
          ResultPath: '$.charge',
          Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.charge', Next: 'Handle' }],
          Next: 'Handle',
        }),
        Handle: {
          Type: 'Choice',
          Choices: [{ Variable: '$.charge.Error', IsPresent: true, Next: 'Done' }],
          Default: 'Done',
        },
        Done: { Type: 'Succeed' },
      }),
    },
    {
      name: 'an older value at the same place, which was read before',
      definition: machine({
        Charge: invoke({
          Parameters: { FunctionName: 'f', 'Payload.$': '$.charge' },
          ResultPath: '$.charge',
          Catch: failing,
          End: true,
          Next: undefined,
        }),
        Handle: use('$.charge.id'),
      }),
    },
    {
      name: 'JSONata: merged into the input, and read there',
      definition: jsonata({ Charge: call({ Output: withCharge }), Use: give('$states.input.charge.Payload.id') }),
    },
    {
      name: 'JSONata: the member itself is merged',
      definition: jsonata({
        Charge: call({ Output: "{% $merge([$states.input, {'Payload': $states.result.Payload}]) %}" }),
        Use: give('$states.input.Payload.id'),
      }),
    },
    {
      name: 'JSONata: merged by something that is not written out',
      definition: jsonata({
        Charge: call({ Output: '{% $merge([$states.input, $states.result]) %}' }),
        Use: give('$states.input.Payload.id'),
      }),
    },
    {
      name: 'JSONata: a Task in between gives its whole result',
      definition: jsonata({
        Charge: call({ Output: '{% $states.input %}', Next: 'Load' }),
        Load: call({}),
        Use: give('$states.input.Payload.id'),
      }),
    },
    {
      name: 'JSONata: the rule of a Choice brings it',
      definition: jsonata({
        Charge: call({ Output: '{% $states.input %}', Next: 'Ask' }),
        Ask: {
          Type: 'Choice',
          Choices: [
            { Condition: '{% $states.input.a = 1 %}', Output: "{% $f($states.input, {'Payload': 1}) %}", Next: 'Use' },
          ],
          Default: 'Done',
        },
        Use: give('$states.input.Payload.id'),
        Done: { Type: 'Succeed' },
      }),
    },
    {
      name: 'JSONata: read before, so that the input has it',
      definition: jsonata({
        Charge: call({
          Arguments: { FunctionName: 'f', Payload: '{% $states.input.Payload %}' },
          Output: '{% $states.input %}',
        }),
        Use: give('$states.input.Payload.id'),
      }),
    },
    {
      name: 'JSONata: asked for',
      definition: jsonata({
        Charge: call({ Output: '{% $states.input %}' }),
        Use: give("$exists($states.input.Payload) ? $states.input.Payload.id : 'none'"),
      }),
    },
  ],
  invalid: [
    ...(
      [
        [null, 'that of "Load" is dropped; give it "ResultPath": "$.employee"'],
        ['$.found', 'that of "Load" is in "$.found"; read it there'],
      ] as const
    ).map(([ResultPath, where]) => ({
      name: `a test for an item that is put into ${ResultPath}`,
      definition: looked({ ResultPath }),
      errors: [
        {
          message: `"$.employee.Item" reads a result, and no state puts one into "$.employee": ${where}`,
          at: '/States/Found?/Choices[0]/Variable',
          find: '$.employee.Item',
        },
      ],
    })),
    ...(
      [
        ['$.answer', '$.answerResult'],
        ['$.vat', '$.vatResponse'],
      ] as const
    ).map(([read, put]) => ({
      name: `another name with a word for a result more: ${put} for ${read}`,
      definition: machine({ Ask: invoke({ ResultPath: put }), Use: use(`${read}.rate`) }),
      errors: [
        {
          message: `"${read}.rate" reads a result, and no state puts one into "${read}": that of "Ask" is in "${put}"; read it there`,
          at: '/States/Use/Parameters/x.$',
          find: `${read}.rate`,
        },
      ],
    })),
    {
      name: 'an error that only a failure brings',
      definition: charged({ Catch: caught('Tell'), Next: 'Tell' }, { Tell: use('$.chargeError.Cause') }),
      errors: [
        {
          message:
            '"$.chargeError.Cause" reads the error of "Charge", and the way "Charge" > "Tell" brings none, because nothing has failed on it; read it behind the Catch, or ask with "IsPresent" in a Choice before',
          at: '/States/Tell/Parameters/x.$',
          find: '$.chargeError.Cause',
        },
      ],
    },
    {
      name: 'an error that only a failure brings, behind other states and in JSONata',
      definition: jsonata({
        Charge: call({ Output: '{% $states.input %}', Catch: kept('Failed'), Next: 'Pause' }),
        Pause: { Type: 'Wait', Seconds: 5, Next: 'Use' },
        Use: give('$states.input.error.Error'),
        Failed: { Type: 'Fail' },
      }),
      errors: [{ messageId: 'notFailed', at: '/States/Use/Output/x', find: '$states.input.error.Error' }],
    },
    ...(
      [
        ['$.charge', 'which is in "$.charge"; read "$.charge.Payload.id"'],
        [null, 'which "ResultPath": null drops; put the result into the data with a "ResultPath"'],
      ] as const
    ).map(([ResultPath, where]) => ({
      name: `an OutputPath to a part of the result, which is put into ${ResultPath}`,
      definition: machine({ Charge: invoke({ ResultPath, OutputPath: '$.Payload.id' }), Use: use('$') }),
      errors: [
        {
          message: `"$.Payload.id" reads "Payload" of the result of "Charge", ${where}`,
          at: '/States/Charge/OutputPath',
          find: '$.Payload.id',
        },
      ],
    })),
    ...(
      [
        [
          'JSONPath',
          around(isCard, { Type: 'Pass', Next: 'Use' }),
          '$.charge.Payload.id',
          '"IsPresent" in a Choice',
          '/States/Use/Parameters/x.$',
        ],
        [
          'JSONata',
          jsonata({
            Which: {
              Type: 'Choice',
              Choices: [{ Condition: "{% $states.input.by = 'card' %}", Next: 'Charge' }],
              Default: 'Cash',
            },
            Charge: call({ Output: withCharge }),
            Cash: { Type: 'Pass', Next: 'Use' },
            Use: give('$states.input.charge.Payload.id'),
          }),
          '$states.input.charge.Payload.id',
          '$exists',
          '/States/Use/Output/x',
        ],
      ] as const
    ).map(([language, definition, path, test, at]) => ({
      name: `a way that does not come by the Task whose result is read, in ${language}`,
      definition,
      errors: [
        {
          message: `"${path}" reads the result of "Charge", which the way "Which" > "Cash" > "Use" does not come by; put something there on that way, too, or ask with ${test} before`,
          at,
          find: path,
        },
      ],
    })),
    ...(
      [
        ['in another way of a Choice', apart(), '/States/Use/Parameters/x.$'],
        ['in the other branch', branches('$.charge.id'), '/States/Both/Branches[1]/States/Use/Parameters/x.$'],
        [
          'of a later state',
          machine({
            Use: use('$.charge.id', { ResultPath: '$.used', Next: 'Charge' }),
            Charge: selecting({ End: true }),
          }),
          '/States/Use/Parameters/x.$',
        ],
      ] as const
    ).map(([where, definition, at]) => ({
      name: `a result ${where}`,
      definition,
      errors: [
        {
          message:
            '"$.charge.id" reads the result of "Charge", and no way to "Use" comes by that; let it come first, or read what an earlier state has brought',
          at,
          find: '$.charge.id',
        },
      ],
    })),
    {
      name: 'the result of a later state, in a Choice',
      definition: around({ Variable: '$.charge.Payload.id', StringEquals: 'x' }, { Type: 'Pass', Next: 'Use' }),
      errors: [{ messageId: 'outOfReach', at: '/States/Which/Choices[0]/Variable', find: '$.charge.Payload.id' }],
    },
    {
      name: 'a way by the Catch of an earlier state that does not come by the Pass that makes what is read',
      definition: preparing(use('$.job.id')),
      errors: [
        {
          message:
            '"$.job.id" reads the result of "Prepare", which the way "Read" (Catch) > "Handle" does not come by; put something there on that way, too, or ask with "IsPresent" in a Choice before',
          at: '/States/Handle/Parameters/x.$',
          find: '$.job.id',
        },
      ],
    },
    {
      name: 'a way by the Catch of an earlier state that does not come by the Task whose result is read',
      definition: preparing(use('$.job.Payload.id'), { Prepare: invoke({ ResultPath: '$.job', Next: 'Charge' }) }),
      errors: [{ messageId: 'otherWay', at: '/States/Handle/Parameters/x.$', find: '$.job.Payload.id' }],
    },
    {
      name: 'a way that does not come by the Task whose ResultSelector selects what is read',
      definition: around(
        isCard,
        { Type: 'Pass', Next: 'Use' },
        { Charge: selecting({ Next: 'Use' }), Use: use('$.charge.id') },
      ),
      errors: [{ messageId: 'otherWay', at: '/States/Use/Parameters/x.$', find: '$.charge.id' }],
    },
    ...(
      [
        ['$.validation', invoke({ ResultPath: '$.validation' })],
        ['$.validation.score', { ...invoke({ ResultPath: '$.validation' }), Resource: '${ValidateFunctionArn}' }],
        [
          '$.checkResults[0]',
          {
            Type: 'Parallel',
            Branches: [machine({ A: { Type: 'Succeed' } })],
            ResultPath: '$.checkResults',
            Next: 'Use',
          },
        ],
      ] as const
    ).map(([path, Charge]) => ({
      name: `a way that does not come by the state that finds out what is read: ${path}`,
      definition: around(isCard, { Type: 'Pass', Next: 'Use' }, { Charge, Use: use(path) }),
      errors: [
        {
          message: `"${path}" reads the result of "Charge", which the way "Which" > "Cash" > "Use" does not come by; put something there on that way, too, or ask with "IsPresent" in a Choice before`,
          at: '/States/Use/Parameters/x.$',
          find: path,
        },
      ],
    })),
    {
      name: 'what another way of a Choice finds out',
      definition: apart({
        Charge: invoke({ ResultPath: '$.checkResult', Next: 'Done' }),
        Use: use('$.checkResult.by'),
      }),
      errors: [{ messageId: 'outOfReach', at: '/States/Use/Parameters/x.$', find: '$.checkResult.by' }],
    },
    {
      name: 'what a handler of several states reads of one of them',
      definition: machine({
        Order: invoke({ ResultPath: '$.order', Catch: failing, Next: 'Charge' }),
        Charge: invoke({ ResultPath: '$.charge', Catch: failing, Next: 'Done' }),
        Handle: use('$.charge.id', { Next: 'Done' }),
        Done: { Type: 'Succeed' },
      }),
      errors: [{ messageId: 'failed', at: '/States/Handle/Parameters/x.$', find: '$.charge.id' }],
    },
    {
      name: 'under the name that the dropped result was to have',
      definition: machine({ Call: invoke({ ResultPath: null }), Use: use('$.order.Payload.id') }),
      errors: [
        {
          message:
            '"$.order.Payload.id" reads a result, and no state puts one into "$.order": that of "Call" is dropped; give it "ResultPath": "$.order"',
          at: '/States/Use/Parameters/x.$',
          find: '$.order.Payload.id',
        },
      ],
    },
    {
      name: 'under a misspelt name',
      definition: machine({
        Call: {
          ...invoke({ ResultPath: '$.customer' }),
          Resource: 'arn:aws:states:::dynamodb:getItem',
          Parameters: { TableName: 'T', Key: { 'id.$': '$.id' } },
        },
        Use: use('$.costumer.Item.name.S'),
      }),
      errors: [
        {
          message:
            '"$.costumer.Item.name.S" reads a result, and no state puts one into "$.costumer": that of "Call" is in "$.customer"; read it there',
          at: '/States/Use/Parameters/x.$',
          find: '$.costumer.Item.name.S',
        },
      ],
    },
    ...(
      [
        ['gets', 'Get customer profile', '$.profile.name'],
        ['gets, as a noun', 'Query orders', '$.query.rows'],
        ['makes', 'Start export', '$.export.jobId'],
        ['does', 'Reserve seat', '$.reservation.code'],
        ['does, by a short verb', 'Ship order', '$.shipment.tracking'],
      ] as const
    ).map(([what, name, path]) => ({
      name: `what a Task ${what} is dropped`,
      definition: machine({ [name]: invoke({ ResultPath: null, Parameters: onlyId }), Use: use(path) }),
      errors: [{ message: new RegExp(`that of "${name}" is dropped`), at: '/States/Use/Parameters/x.$', find: path }],
    })),
    {
      name: 'what a Task does is dropped, in JSONata',
      definition: jsonata({
        'Reserve seat': call({
          Arguments: { FunctionName: 'f', Payload: '{% $states.input.seat %}' },
          Output: '{% $states.input %}',
        }),
        Use: give('$states.input.reservation.code'),
      }),
      errors: [
        {
          message: /that of "Reserve seat" is dropped/,
          at: '/States/Use/Output/x',
          find: '$states.input.reservation.code',
        },
      ],
    },
    {
      name: 'what somebody decides in a callback of any name',
      definition: machine({
        Ask: {
          ...invoke({ ResultPath: null }),
          Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
          Parameters: { FunctionName: 'f', Payload: { 'token.$': '$$.Task.Token' } },
        },
        Use: use('$.decision.by'),
      }),
      errors: [{ message: /that of "Ask" is dropped/, at: '/States/Use/Parameters/x.$', find: '$.decision.by' }],
    },
    ...['$.paymnt', '$.paymnet', '$.Payment'].map((place) => ({
      name: `under a misspelt name, where the right one is read, too: ${place}`,
      definition: paid(`${place}.id`),
      errors: [
        {
          message: `"${place}.id" reads a result, and no state puts one into "${place}": that of "Pay" is in "$.payment"; read it there`,
          at: '/States/Use/Parameters/x.$',
          find: `${place}.id`,
        },
      ],
    })),
    {
      name: 'a member that only the dropped result has',
      definition: machine({
        Start: { ...invoke({ ResultPath: null }), ...textract },
        Use: use('$.job.JobId'),
      }),
      errors: [
        {
          message:
            '"$.job.JobId" reads a result, and no state puts one into "$.job": that of "Start" is dropped; give it "ResultPath": "$.job"',
          at: '/States/Use/Parameters/x.$',
          find: '$.job.JobId',
        },
      ],
    },
    ...(
      [
        ['a typing mistake', '$.validatonResult'],
        ['other letters', '$.ValidationResult'],
        ['a line below', '$.validation_result'],
        ['a word less', '$.validation'],
      ] as const
    ).map(([what, ResultPath]) => ({
      name: `put under a name with ${what}, which nothing reads`,
      definition: machine({ Call: invoke({ ResultPath }), Use: use('$.validationResult.ok') }),
      errors: [
        {
          message: `"$.validationResult.ok" reads a result, and no state puts one into "$.validationResult": that of "Call" is in "${ResultPath}"; read it there`,
          at: '/States/Use/Parameters/x.$',
          find: '$.validationResult.ok',
        },
      ],
    })),
    {
      name: 'put under a name that nothing reads, with the member that is read elsewhere',
      definition: machine({
        Prepare: { Type: 'Pass', Parameters: { 'table.$': '$$.Execution.Name' }, ResultPath: '$.exec', Next: 'Use' },
        Use: use('$.execution.table'),
      }),
      errors: [
        {
          message:
            '"$.execution.table" reads a result, and no state puts one into "$.execution": that of "Prepare" is in "$.exec"; read it there',
          at: '/States/Use/Parameters/x.$',
          find: '$.execution.table',
        },
      ],
    },
    {
      name: 'the answer that a callback drops',
      definition: machine({
        'Request approval': {
          ...invoke({ ResultPath: null, Next: 'Approved?' }),
          Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
          Parameters: { FunctionName: 'f', Payload: { 'token.$': '$$.Task.Token' } },
        },
        'Approved?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.approval.decision', StringEquals: 'yes', Next: 'Done' }],
          Default: 'Done',
        },
        Done: { Type: 'Succeed' },
      }),
      errors: [
        {
          message:
            '"$.approval.decision" reads a result, and no state puts one into "$.approval": that of "Request approval" is dropped; give it "ResultPath": "$.approval"',
          at: '/States/Approved?/Choices[0]/Variable',
          find: '$.approval.decision',
        },
      ],
    },
    ...(
      [
        ['dropped', '{% $states.input %}', /that of "Validate" is dropped; merge "\$states\.result" into its "Output"/],
        [
          'under another name',
          "{% $merge([$states.input, {'validaton': $states.result.Payload}]) %}",
          /that of "Validate" is in "\$states\.input\.validaton"; read it there/,
        ],
      ] as const
    ).map(([where, Output, message]) => ({
      name: `JSONata: what a Task finds out is ${where}`,
      definition: jsonata({ Validate: call({ Output }), Use: give('$states.input.validation.ok') }),
      errors: [{ message, at: '/States/Use/Output/x', find: '$states.input.validation.ok' }],
    })),
    {
      name: 'JSONata: under the name that a result was to have',
      definition: jsonata({
        Call: call({ Output: '{% $states.input %}' }),
        Use: give('$states.input.order.Payload.id'),
      }),
      errors: [
        {
          message: /is dropped; merge "\$states\.result" into its "Output" under that name/,
          at: '/States/Use/Output/x',
          find: '$states.input.order.Payload.id',
        },
      ],
    },
    {
      name: 'the error output is elsewhere',
      definition: machine({
        Charge: invoke({ Catch: failing, Next: 'Done' }),
        Handle: { Type: 'Wait', Seconds: 1, Next: 'Tell' },
        Tell: { Type: 'Fail', ErrorPath: '$.error.Error', CausePath: '$.Cause' },
        Done: { Type: 'Succeed' },
      }),
      errors: [
        {
          message: '"$.Cause" reads the error of "Charge", which its Catch puts into "$.error"; read "$.error.Cause"',
          at: '/States/Tell/CausePath',
          find: '$.Cause',
        },
      ],
    },
    {
      name: 'JSONata: the Output hands on the input alone',
      definition: jsonata({
        Charge: call({ Output: '{% $states.input %}', Next: 'Wait' }),
        Wait: { Type: 'Wait', Seconds: 1, Next: 'Use' },
        Use: give("{'id': $states.input.Payload.id}"),
      }),
      errors: [
        {
          message:
            '"$states.input.Payload.id" reads "Payload" of the result of "Charge", which its "Output" does not hand on; merge "$states.result" into the "Output", or assign it to a variable',
          at: '/States/Use/Output/x',
          find: '$states.input.Payload.id',
        },
      ],
    },
    {
      name: 'the error output is dropped',
      definition: machine({
        Charge: invoke({ Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Tell' }], Next: 'Done' }),
        Tell: use("States.Format('{}', $.Error)"),
        Done: { Type: 'Succeed' },
      }),
      errors: [{ messageId: 'errorDropped', at: '/States/Tell/Parameters/x.$', find: '$.Error' }],
    },
    {
      name: 'JSONata: merged in another place, and past a Catch that keeps the input',
      definition: jsonata({
        Charge: call({ Output: withCharge, Next: 'Note' }),
        Note: call({
          Output: '{% $states.input %}',
          Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% ($states.input) %}', Next: 'Use' }],
          Arguments: { FunctionName: 'g', Payload: '{% $states.input.Payload %}' },
        }),
        Use: give('$states.input.charge.Payload.id'),
      }),
      errors: [
        {
          message:
            '"$states.input.Payload" reads "Payload" of the result of "Charge", which is in "$states.input.charge"; read "$states.input.charge.Payload"',
          at: '/States/Note/Arguments/Payload',
          find: '$states.input.Payload',
        },
      ],
    },
    {
      name: 'JSONata: in a variable, and read by a Choice in the other language',
      definition: jsonata({
        Charge: call({ Assign: { charge: '{% $states.result %}' }, Output: '{% $states.input %}' }),
        Use: {
          Type: 'Choice',
          QueryLanguage: 'JSONPath',
          Choices: [{ Variable: '$.Payload.id', IsNull: true, Next: 'Done' }],
          Default: 'Done',
        },
        Done: { Type: 'Succeed' },
      }),
      errors: [
        {
          messageId: 'elsewhere',
          data: { path: '$.Payload.id', member: 'Payload', state: 'Charge', place: '$charge', rest: '.Payload.id' },
          at: '/States/Use/Choices[0]/Variable',
          find: '$.Payload.id',
        },
      ],
    },
    {
      name: 'a JSONPath state drops it, and a JSONata state reads it',
      definition: machine({
        Charge: invoke({ ResultPath: '$.charge' }),
        Use: { ...give('$states.input.Payload.id'), QueryLanguage: 'JSONata' },
      }),
      errors: [
        {
          messageId: 'elsewhere',
          data: {
            path: '$states.input.Payload.id',
            member: 'Payload',
            state: 'Charge',
            place: '$states.input.charge',
            rest: '.Payload.id',
          },
          at: '/States/Use/Output/x',
          find: '$states.input.Payload.id',
        },
      ],
    },
    {
      name: 'JSONata: a handler reads the result of what has failed',
      definition: charging(withCharge, { Type: 'Wait', Seconds: 1, Next: 'Use' }),
      errors: [
        {
          message:
            '"$states.input.charge.Payload.id" reads the result of "Charge", which gives none when it fails and its Catch leads here; ask with $exists before, or read only what the error output has',
          at: '/States/Use/Output/x',
          find: '$states.input.charge.Payload.id',
        },
      ],
    },
    {
      name: 'JSONata: by an Output that is written as an object',
      definition: charging(
        { order: '{% $states.input.order %}', charge: { id: '{% $states.result.Payload.id %}' } },
        give('$states.input.charge.id'),
      ),
      errors: [{ messageId: 'failed', at: '/States/Handle/Output/x', find: '$states.input.charge.id' }],
    },
    {
      name: 'JSONata: the error that the Catch puts beside the input',
      definition: charging(withCharge, give('$states.input.Cause')),
      errors: [
        {
          message:
            '"$states.input.Cause" reads the error of "Charge", which its Catch puts into "$states.input.error"; read "$states.input.error.Cause"',
          at: '/States/Handle/Output/x',
          find: '$states.input.Cause',
        },
      ],
    },
    {
      name: 'the error under another name than the one that the Catch gives it',
      definition: machine({
        Charge: invoke({ Catch: failing, Next: 'Done' }),
        Handle: {
          Type: 'Choice',
          Choices: [{ Variable: '$.errorInfo.Error', StringEquals: 'Card.Declined', Next: 'Done' }],
          Default: 'Tell',
        },
        Tell: use("States.Format('{}', $.error.Cause)"),
        Done: { Type: 'Succeed' },
      }),
      errors: [
        {
          message:
            '"$.errorInfo.Error" reads the error of "Charge", which its Catch puts into "$.error"; read "$.error.Error"',
          at: '/States/Handle/Choices[0]/Variable',
          find: '$.errorInfo.Error',
        },
      ],
    },
    ...['errorInfo', 'failure', 'exception', 'taskError'].map((name) => ({
      name: `the whole error under another name: ${name}`,
      definition: machine({
        Charge: invoke({ Catch: failing, Next: 'Done' }),
        Handle: use(`States.JsonToString($.${name})`),
        Done: { Type: 'Succeed' },
      }),
      errors: [
        {
          message: `"$.${name}" reads the error of "Charge", which its Catch puts into "$.error"; read "$.error"`,
          at: '/States/Handle/Parameters/x.$' as const,
          find: `$.${name}`,
        },
      ],
    })),
    {
      name: 'JSONata: the whole error under another name',
      definition: charging(withCharge, give('$states.input.failure')),
      errors: [
        {
          message:
            '"$states.input.failure" reads the error of "Charge", which its Catch puts into "$states.input.error"; read "$states.input.error"',
          at: '/States/Handle/Output/x',
          find: '$states.input.failure',
        },
      ],
    },
    {
      name: 'JSONata: under another name',
      definition: charging(withCharge, give('$states.input.failure.Cause')),
      errors: [
        {
          message:
            '"$states.input.failure.Cause" reads the error of "Charge", which its Catch puts into "$states.input.error"; read "$states.input.error.Cause"',
          at: '/States/Handle/Output/x',
          find: '$states.input.failure.Cause',
        },
      ],
    },
    {
      name: 'JSONata: another Catch, by which one does not come, would put it there',
      definition: charging(
        withCharge,
        call({
          Output: '{% $states.input %}',
          Catch: [
            {
              ErrorEquals: ['States.ALL'],
              Output: "{% $merge([$states.input, {'failure': $states.errorOutput}]) %}",
              Next: 'Done',
            },
          ],
        }),
        {},
        '$states.input.failure.Cause',
      ),
      errors: [
        {
          message:
            '"$states.input.failure.Cause" reads the error of "Charge", which its Catch puts into "$states.input.error"; read "$states.input.error.Cause"',
          at: '/States/Use/Output/x',
          find: '$states.input.failure.Cause',
        },
      ],
    },
    {
      name: 'JSONata: the error that the Catch does not hand on',
      definition: charging(withCharge, give('$states.input.Error'), {
        Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.input %}', Next: 'Handle' }],
      }),
      errors: [
        {
          message:
            '"$states.input.Error" reads the error of "Charge", which the "Output" of its Catch does not hand on; merge "$states.errorOutput" into the "Output"',
          at: '/States/Handle/Output/x',
          find: '$states.input.Error',
        },
      ],
    },
    {
      name: 'JSONata: the results of a Parallel are dropped',
      definition: jsonata({
        Load: { ...order, Next: 'Check' },
        Check: checks({ Output: '{% $states.input %}' }),
        Use: give('$states.input[0].price'),
      }),
      errors: [
        {
          message:
            '"$states.input[0].price" reads "[0]" of the result of "Check", which its "Output" does not hand on; merge "$states.result" into the "Output", or assign it to a variable',
          at: '/States/Use/Output/x',
          find: '$states.input[0].price',
        },
      ],
    },
    {
      name: 'JSONata: the results of a Map are elsewhere',
      definition: jsonata({
        Each: items({ Output: "{% $merge([$states.input, {'totals': $states.result}]) %}" }),
        Use: give('$states.input[1]'),
      }),
      errors: [
        {
          message: /which is in "\$states\.input\.totals"; read "\$states\.input\.totals\[1\]"/,
          at: '/States/Use/Output/x',
          find: '$states.input[1]',
        },
      ],
    },
    {
      name: 'the results of a Parallel are dropped',
      definition: machine({
        Load: { Type: 'Wait', SecondsPath: '$.seconds', Next: 'Check' },
        Check: checks({ ResultPath: null }),
        Use: use('$[0].price'),
      }),
      errors: [{ messageId: 'dropped', at: '/States/Use/Parameters/x.$', find: '$[0].price' }],
    },
    {
      name: 'JSONata: of a Map',
      definition: charging(
        "{% {'charge': $states.result, 'order': $states.input.order} %}",
        give('$sum($states.input.charge)'),
        {
          Type: 'Map',
          Resource: undefined,
          Arguments: undefined,
          Items: '{% $states.input.items %}',
          ItemProcessor: machine({ Item: { Type: 'Pass', End: true } }),
        },
      ),
      errors: [{ messageId: 'failed', at: '/States/Handle/Output/x', find: '$states.input.charge' }],
    },
    {
      name: 'a handler reads the result of what has failed',
      definition: machine({
        Charge: invoke({ ResultPath: '$.charge', Catch: failing, Next: 'Done' }),
        Handle: { Type: 'Wait', Seconds: 1, Next: 'Use' },
        Use: use('$.charge.Payload.error', { Next: 'Done' }),
        Done: { Type: 'Succeed' },
      }),
      errors: [
        {
          message:
            '"$.charge.Payload.error" reads the result of "Charge", which gives none when it fails and its Catch leads here; ask with "IsPresent" in a Choice before, or read only what the error output has',
          at: '/States/Use/Parameters/x.$',
          find: '$.charge.Payload.error',
        },
      ],
    },
    {
      name: 'dropped',
      definition: machine({
        Charge: invoke({ ResultPath: null, Next: 'Wait' }),
        Wait: { Type: 'Wait', Seconds: 1, Next: 'Use' },
        Use: use('$.Payload.id'),
      }),
      errors: [
        {
          message:
            '"$.Payload.id" reads "Payload" of the result of "Charge", which "ResultPath": null drops; put the result into the data with a "ResultPath"',
          at: '/States/Use/Parameters/x.$',
          find: '$.Payload.id',
        },
      ],
    },
    {
      name: 'put elsewhere, in a call and in a loop',
      definition: machine({
        Charge: invoke({ ResultPath: '$.charge' }),
        Use: use("States.Format('{}', $.Payload.id)", { Next: 'Charge' }),
      }),
      errors: [
        {
          message:
            '"$.Payload.id" reads "Payload" of the result of "Charge", which is in "$.charge"; read "$.charge.Payload.id"',
          at: '/States/Use/Parameters/x.$',
          find: '$.Payload.id',
        },
      ],
    },
    {
      name: 'the Result of a Pass, and what a ResultSelector selects',
      definition: machine({
        Rates: rates({ ResultPath: null, Next: 'Charge' }),
        Charge: invoke({ ResultSelector: { 'id.$': '$.Payload.id' }, ResultPath: '$.charge' }),
        Use: { Type: 'Choice', Choices: [{ Variable: '$.rate', NumericEquals: 5, Next: 'Done' }], Default: 'Done' },
        Done: { Type: 'Succeed', InputPath: '$.id' },
      }),
      errors: [
        {
          messageId: 'dropped',
          data: { path: '$.rate', member: 'rate', state: 'Rates' },
          at: '/States/Use/Choices[0]/Variable',
          find: '$.rate',
        },
        {
          messageId: 'elsewhere',
          data: { path: '$.id', member: 'id', state: 'Charge', place: '$.charge', rest: '.id' },
          at: '/States/Done/InputPath',
          find: '$.id',
        },
      ],
    },
    {
      name: 'a ResultSelector whose selection is dropped',
      definition: machine({
        Charge: invoke({ ResultSelector: { 'id.$': '$.Payload.id' }, ResultPath: null, End: true }),
      }),
      errors: [
        {
          message:
            '"ResultSelector" has no effect: "ResultPath": null drops what it selects; give "ResultPath" a path, or remove "ResultSelector"',
          at: '/States/Charge/ResultSelector',
          part: 'key',
        },
      ],
    },
  ],
});
