import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const call = (more: object = { End: true }) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage',
  ...more,
});
const message = (more: object) => ({ ...call(more), Resource: 'arn:aws:states:::sns:publish' });
const machine = (handler: string, States: object, ErrorEquals = ['States.ALL']) => ({
  StartAt: 'Charge',
  States: { Charge: call({ Catch: [{ ErrorEquals, Next: handler }], Next: 'Ship' }), Ship: call(), ...States },
});
const caught = (Next: string) => [{ ErrorEquals: ['States.ALL'], Next }];
const shipped = { Ship: call({ Next: 'Done' }), Done: { Type: 'Succeed' } };
const always = [{ always: true }] as [{ always: boolean }];
/** Asks for a job until it has ended: a failed one leads to `failed`. */
const polled = (failed: string, States: object, status: object = { Variable: '$.status', StringEquals: 'FAILED' }) => ({
  StartAt: 'Pause',
  States: {
    Pause: { Type: 'Wait', Seconds: 30, Next: 'Ask' },
    Ask: call({ Next: 'Ended?' }),
    'Ended?': {
      Type: 'Choice',
      Choices: [
        { Variable: '$.status', StringEquals: 'SUCCEEDED', Next: 'Done' },
        { ...status, Next: failed },
      ],
      Default: 'Pause',
    },
    Done: { Type: 'Succeed' },
    ...States,
  },
});
/** In each item `Give back` compensates, and leads to a Fail state. */
const compensated = (States: object) => ({
  StartAt: 'Each',
  States: {
    Each: { Type: 'Map', ItemProcessor: machine('Give back', { Failed: { Type: 'Fail' }, ...States }), End: true },
  },
});
const Failed = { Type: 'Fail' };
/** When shipping fails, `Refund` and then `Release` are done, whether or not the first of them fails. */
const goingOn = (catcher: object, release: object = { Parameters: { MessageBody: 'Released' } }, refund = 'Refund') =>
  machine(refund, {
    [refund]: call({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Release', ...catcher }], Next: 'Release' }),
    Release: call({ ...release, Next: 'Failed' }),
    Failed,
  });
const lambda = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f', End: true };
const machineOf = (name: string, state: object) => ({ StartAt: name, States: { [name]: state } });
/** The last state, which a failure and a success lead to the same end. */
const last = (first: object, name = 'Pay', more: object = {}) => ({
  StartAt: name,
  States: {
    [name]: { ...lambda, End: undefined, Catch: caught('Done'), Next: 'Done', ...first, ...more },
    Other: { Type: 'Pass', Next: 'Done' },
    Done: { Type: 'Succeed' },
  },
});
const publish = (more: object = { End: true }) => call({ Resource: 'arn:aws:states:::sns:publish', ...more });
/** The same message for a job that has ended badly and for one that could not be asked for. */
const asked = (message: string, more: object = {}) => ({
  StartAt: 'Run',
  States: {
    Run: call({ Catch: caught(message), Next: 'Good?' }),
    'Good?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.status', StringEquals: 'SUCCEEDED', Next: 'Done' }],
      Default: message,
    },
    [message]: publish(),
    Done: { Type: 'Succeed' },
    ...more,
  },
});
/** A distributed Map all of whose items may fail. */
const tolerant = (map: object, item: object = {}) => ({
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ToleratedFailurePercentage: 100,
      ...map,
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Work',
        States: { Work: call({ ...item, Next: 'Told' }), Told: { Type: 'Pass', End: true } },
      },
      End: true,
    },
  },
});
/** Takes the money back when the work fails, and when it has not come to anything. */
const refunding = (next: string, more: object = {}) => ({
  StartAt: 'Work',
  States: {
    Work: call({ Catch: caught('Refund'), Next: 'Good?' }),
    'Good?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.ok', BooleanEquals: true, Next: 'Done' }],
      Default: 'Refund',
    },
    Refund: call({ Next: next }),
    ...more,
    Done: { Type: 'Succeed' },
  },
});
const goingOnInJsonata = (catcher: object, MessageBody = '{% $states.input.order %}') => ({
  QueryLanguage: 'JSONata',
  ...goingOn(catcher, { Arguments: { MessageBody } }),
});

new AslRuleTester().run('no-failure-as-success', rule, {
  valid: [
    {
      name: 'an outcome that has a name among errors',
      definition: machine('Release stock', { 'Release stock': call() }, ['PaymentDeclined']),
    },
    {
      name: 'a failure of its own that is done something about',
      definition: machine('Use cash', { 'Use cash': call() }, ['CardError']),
    },
    {
      name: 'a message after the work that cannot be sent',
      definition: machine('Failed', {
        Ship: call({ Next: 'Confirm' }),
        Confirm: { ...call({ Catch: caught('Not notified'), End: true }), Resource: 'arn:aws:states:::sns:publish' },
        'Not notified': { Type: 'Succeed' },
        Failed,
      }),
    },
    ...[
      last({ Resource: 'arn:aws:states:::sns:publish' }),
      last({}, 'Send receipt'),
      last({}, 'Each', { Type: 'Map', Resource: undefined, ItemProcessor: machineOf('Log line', call()) }),
      last({}, 'Pay', { Catch: [{ ErrorEquals: ['AlreadyPaid'], Next: 'Done' }] }),
      last({}, 'Pay', { Catch: caught('Other'), Next: 'Other' }),
    ].map((definition) => ({ name: 'what is done beside the work may fail, and so may what is foreseen', definition })),
    ...['ETLCompleteWithAnalyticsWarning', 'Completed with errors', 'PartialSuccess'].map((name) => ({
      name: `a success with a reservation: ${name}`,
      definition: machine('Notify failure', {
        'Notify failure': publish({ Next: name }),
        [name]: { Type: 'Succeed' },
      }),
    })),
    { name: 'a compensation that ends as a failure', definition: refunding('Failed', { Failed }) },
    {
      name: 'what is called so may also be the work',
      definition: {
        StartAt: 'Look',
        States: {
          Look: call({ Catch: caught('Refund'), Next: 'Refund' }),
          Refund: call({ Next: 'Done' }),
          Done: { Type: 'Succeed' },
        },
      },
    },
    ...[
      tolerant({ ToleratedFailurePercentage: 99 }),
      tolerant({ ToleratedFailurePercentage: '${Percentage}' }),
      tolerant({ ResultWriter: { Resource: 'arn:aws:states:::s3:putObject' } }),
      tolerant({}, { Catch: caught('Told') }),
      tolerant({}, { Type: 'Pass', Resource: undefined }),
    ].map((definition) => ({ name: 'items that may fail, or are written down', definition })),
    ...[
      goingOn({ ResultPath: '$.refundError' }, { Parameters: { 'MessageBody.$': '$.refundError.Cause' } }),
      goingOn({ ResultPath: '$.refundError' }, { Parameters: { 'MessageBody.$': '$' } }),
      goingOn({ ResultPath: '$.refundError' }, {}),
      goingOn({}, { Parameters: { 'MessageBody.$': '$.Cause' } }),
      goingOn({ ResultPath: null, Assign: { 'why.$': '$.Cause' } }, { Parameters: { 'MessageBody.$': '$why' } }),
      goingOn({ ResultPath: null, ErrorEquals: ['AlreadyRefunded'] }),
      goingOn({ ResultPath: null }, undefined, 'Tell customer'),
      machine('Refund', {
        Refund: call({ Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Failed' }], Next: 'Failed' }),
        Failed,
      }),
      goingOnInJsonata({ Output: '{% $states.errorOutput %}' }),
      goingOnInJsonata(
        { Output: '{% $merge([$states.input, {"e": $states.errorOutput}]) %}' },
        '{% $states.input.e.Cause %}',
      ),
      goingOnInJsonata(
        { Output: '{% $states.input %}', Assign: { why: '{% $states.errorOutput %}' } },
        '{% $why.Cause %}',
      ),
    ].map((definition) => ({
      name: 'the failure of what undoes something is told, foreseen or may be looked at',
      definition,
    })),
    { name: 'a job that has failed leads to a Fail state', definition: polled('Failed', { Failed }) },
    {
      name: 'what is done for a job that has failed',
      definition: polled('Start again', { 'Start again': call({ Next: 'Pause' }) }),
    },
    {
      name: 'another way for a job that has failed',
      definition: polled('Use other stock', { 'Use other stock': call({ Next: 'Done' }) }),
    },
    {
      name: 'a status that says of no failure',
      definition: polled('Done', {}, { Variable: '$.status', StringEquals: 'REJECTED' }),
    },
    {
      name: 'a pattern with a wildcard, which may take other words',
      definition: polled('Done', {}, { Variable: '$.status', StringMatches: 'FAILED*' }),
    },
    {
      name: 'an end of any kind',
      definition: polled(
        'Done',
        {},
        {
          Or: [
            { Variable: '$.status', StringEquals: 'READY' },
            { Variable: '$.status', StringEquals: 'FAILED' },
          ],
        },
      ),
    },
    {
      name: 'an answer that nobody waits for',
      definition: {
        StartAt: 'Check',
        States: {
          Check: call({ Next: 'Good?' }),
          'Good?': {
            Type: 'Choice',
            Choices: [{ Variable: '$.check', StringEquals: 'FAILED', Next: 'Done' }],
            Default: 'Ship',
          },
          ...shipped,
        },
      },
    },
    {
      name: 'a compensation in an item, whose failure fails the item',
      definition: compensated({ 'Give back': call({ Catch: caught('Failed'), Next: 'Failed' }) }),
    },
    { definition: machine('Refund', { Refund: call({ Next: 'Failed' }), Failed }) },
    { definition: machine('Failed', { Failed }) },
    { name: 'it goes on where nothing has failed', definition: machine('Ship', {}) },
    { name: 'and so it does later', definition: machine('Cancel order', { 'Cancel order': call({ Next: 'Ship' }) }) },
    {
      name: 'a Choice of the handler may lead to a Fail state',
      definition: machine('Cancel order', {
        'Cancel order': {
          Type: 'Choice',
          Choices: [{ Variable: '$.late', BooleanEquals: true, Next: 'Failed' }],
          Default: 'Cancelled',
        },
        Cancelled: call(),
        Failed,
      }),
    },
    {
      name: 'the failure of a handler that leads to a Fail state',
      definition: machine('Refund', { Refund: call({ Catch: caught('Failed'), Next: 'Failed' }), Failed }),
    },
    {
      name: 'another way that ends where success does',
      definition: machine('Use other stock', { 'Use other stock': call({ Next: 'Done' }), ...shipped }),
    },
    {
      name: 'what is not needed may fail, as its success leads there, too',
      definition: {
        StartAt: 'Thank',
        States: { Thank: call({ Catch: caught('Done'), Next: 'Done' }), Done: { Type: 'Succeed' } },
      },
    },
    {
      name: 'a message that may as well be about success, or is sent after it anyway',
      definition: asked('Notify'),
    },
    { definition: asked('Report failures', { Done: { Type: 'Pass', Next: 'Report failures' } }) },
    {
      name: 'an error that was foreseen',
      definition: machine('Cancel order', { 'Cancel order': call() }, ['OutOfStock']),
    },
    { name: 'a state that may be another way', definition: machine('Use other stock', { 'Use other stock': call() }) },
    {
      name: 'another way that has nothing to do with the error',
      definition: machine('Use other stock', {
        'Use other stock': call({ Parameters: { 'Stock.$': '$.other' }, End: true }),
      }),
    },
    {
      name: 'one message for another',
      definition: {
        StartAt: 'Text',
        States: { Text: message({ Catch: caught('Mail'), End: true }), Mail: message({ End: true }) },
      },
    },
    { name: 'an End that is filled in', definition: machine('Cancel', { Cancel: call({ End: '${End}' }) }) },
    { name: 'a way that is filled in', definition: machine('Cancel', { Cancel: call({ Next: '${Next}' }) }) },
    {
      name: 'who started it is told in the output',
      definition: machine('Format error', { 'Format error': { Type: 'Pass', End: true } }),
      type: 'EXPRESS',
    },
    {
      name: 'other items go on',
      definition: {
        StartAt: 'Each',
        States: { Each: { Type: 'Map', ItemProcessor: machine('Note error', { 'Note error': call() }), End: true } },
      },
    },
    ...['No failure', 'Failover done', 'Handle failures', 'not failed', 'Done'].map((name) => ({
      definition: { StartAt: name, States: { [name]: { Type: 'Succeed' } } },
    })),
  ],
  invalid: [
    ...['Fail', 'FailItem', 'ItemFailed'].map((name) => ({
      name: `an item that ends in ${name}`,
      definition: {
        StartAt: 'Each',
        States: { Each: { Type: 'Map', ItemProcessor: machineOf(name, { Type: 'Succeed' }), End: true } },
      },
      errors: [
        {
          message: `"${name}" is called a failure and ends the item as SUCCEEDED; make it a Fail state`,
          at: `/States/Each/ItemProcessor/States/${name}`,
          part: 'key' as const,
        },
      ],
    })),
    {
      name: 'a failure of a handler, under a name of its own',
      definition: machine('Refund', {
        Refund: call({ Catch: [{ ErrorEquals: ['ErrRefund'], Next: 'Note' }], Next: 'Failed' }),
        Note: call(),
        Failed,
      }),
      errors: [{ messageId: 'handler', at: '/States/Note', part: 'key' }],
    },
    ...['ErrPayment', 'States.Timeout', 'PaymentFailed', 'CardException'].map((name) => ({
      name: `something is undone after ${name}`,
      definition: machine('Release stock', { 'Release stock': call() }, [name]),
      errors: [
        {
          message:
            'After a failure of "Charge" the execution comes to "Release stock" and ends as SUCCEEDED, so who watches it sees nothing; let "Release stock" go on to a Fail state',
          at: '/States/Release stock',
          part: 'key' as const,
        },
      ],
    })),
    {
      name: 'an Express workflow, another failure of which ends in a Fail state',
      definition: {
        StartAt: 'Load',
        States: {
          Load: call({ Catch: caught('Failed'), Next: 'Charge' }),
          Charge: call({ Catch: caught('Done'), Next: 'Ship' }),
          Ship: call({ Catch: caught('Failed'), Next: 'Done' }),
          Done: { Type: 'Succeed' },
          Failed,
        },
      },
      type: 'EXPRESS',
      errors: [
        {
          message:
            'A failure of "Charge" leads to "Done", which ends the execution as SUCCEEDED, so who watches it sees nothing; lead the Catch to a Fail state, or to a state that takes care of the failure',
          at: '/States/Charge/Catch[0]/Next',
        },
      ],
    },
    {
      name: 'an end of its own, whatever it is called',
      definition: {
        StartAt: 'Work',
        States: {
          Work: call({ Catch: caught('Rejected'), Next: 'Done' }),
          Done: { Type: 'Succeed' },
          Rejected: { Type: 'Succeed' },
        },
      },
      errors: [{ messageId: 'handler', at: '/States/Rejected', part: 'key' }],
    },
    {
      name: 'a compensation that a Choice leads to as well',
      definition: refunding('Done'),
      errors: [{ messageId: 'handler', at: '/States/Refund', part: 'key' }],
    },
    {
      name: 'such compensations one after the other',
      definition: refunding('Cancel hotel', { 'Cancel hotel': call({ Next: 'Done' }) }),
      errors: [{ messageId: 'handler', at: '/States/Cancel hotel', part: 'key' }],
    },
    {
      name: 'a message that is all the work',
      definition: {
        StartAt: 'Confirm',
        States: {
          Confirm: message({ Catch: caught('Not notified'), End: true }),
          'Not notified': { Type: 'Pass', End: true },
        },
      },
      errors: [{ messageId: 'handler', at: '/States/Not notified', part: 'key' }],
    },
    ...[
      last({}),
      last({ Parameters: {}, Type: 'Parallel', Resource: undefined, Branches: [machineOf('Book', lambda)] }),
    ].map((definition) => ({
      name: 'the last of the work, whether or not it fails',
      definition,
      errors: [
        {
          message:
            'A failure of "Pay" leads to "Done", which ends the execution as SUCCEEDED, so who watches it sees nothing; lead the Catch to a Fail state, or to a state that takes care of the failure',
          at: '/States/Pay/Catch[0]/Next',
        },
      ],
    })),
    {
      name: 'all items may fail',
      definition: tolerant({}),
      errors: [
        {
          message:
            '"Each" succeeds even when all of its items fail, and without a "ResultWriter" nothing tells of those; lower "ToleratedFailurePercentage", or add a "ResultWriter"',
          at: '/States/Each/ToleratedFailurePercentage',
        },
      ],
    },
    {
      name: 'what undoes something goes on as if it had',
      definition: goingOn({ ResultPath: '$.refundError' }),
      errors: [
        {
          message:
            'A failure of "Refund" leads to "Release", just as its success does, so nobody learns of it; lead the Catch to a state that takes care of it',
          at: '/States/Refund/Catch[0]/Next',
        },
      ],
    },
    ...[
      goingOn({}),
      goingOn({ ResultPath: null }),
      goingOn({ ResultPath: null, Assign: { 'why.$': '$.Cause' } }),
      goingOnInJsonata({ Output: '{% $states.input %}' }),
      goingOnInJsonata({ Output: '{% $merge([$states.input, {"e": $states.errorOutput}]) %}' }),
    ].map((definition) => ({
      name: 'and nothing behind reads the error',
      definition,
      errors: [{ messageId: 'continues', at: '/States/Refund/Catch[0]/Next' }],
    })),
    {
      name: 'a job that has failed leads to success',
      definition: polled('Done', {}),
      errors: [
        {
          message:
            '"Ended?" leads to "Done" when the status is "FAILED", which ends the execution as SUCCEEDED, so who watches it sees nothing; lead it to a Fail state',
          at: '/States/Ended?/Choices[1]/Next',
        },
      ],
    },
    {
      name: 'by a pattern without a wildcard',
      definition: polled('Done', {}, { Variable: '$.status', StringMatches: 'Failed' }),
      errors: [{ messageId: 'status', at: '/States/Ended?/Choices[1]/Next' }],
    },
    {
      name: 'a job that has failed, and a message',
      definition: polled('Notify', { Notify: call({ Next: 'Over' }), Over: { Type: 'Pass', End: true } }),
      errors: [
        {
          message:
            'When "Ended?" finds the status "FAILED" the execution comes to "Over" and ends as SUCCEEDED, so who watches it sees nothing; let "Over" go on to a Fail state',
          at: '/States/Over',
          part: 'key',
        },
      ],
    },
    {
      name: 'a job that has failed, or was stopped',
      definition: polled(
        'Done',
        {},
        {
          Or: [
            { Variable: '$.status', StringEquals: 'Stopped' },
            {
              And: [
                { Variable: '$.job', IsPresent: true },
                { Variable: '$.status', StringEquals: 'Failed' },
              ],
            },
          ],
        },
      ),
      errors: [{ message: /when the status is "Failed"/, at: '/States/Ended?/Choices[1]/Next' }],
    },
    {
      name: 'a job that has failed, in JSONata',
      definition: {
        QueryLanguage: 'JSONata',
        ...polled('Done', {}),
        States: {
          ...polled('Done', {}).States,
          'Ended?': {
            Type: 'Choice',
            Choices: [
              { Condition: "{% $states.input.status = 'OK' %}", Next: 'Done' },
              { Condition: "{% $states.input.status in ['FAILED', 'TIMED_OUT'] %}", Next: 'Done' },
            ],
            Default: 'Pause',
          },
        },
      },
      errors: [{ messageId: 'status', at: '/States/Ended?/Choices[1]/Next' }],
    },
    {
      name: 'a compensation in an item, whose failure is swallowed',
      definition: compensated({
        'Give back': call({ Catch: caught('Over'), Next: 'Failed' }),
        Over: { Type: 'Succeed' },
      }),
      errors: [
        {
          message:
            'After a failure of "Give back" the item comes to "Over" and ends as SUCCEEDED, so who watches it sees nothing; let "Over" go on to a Fail state',
          at: '/States/Each/ItemProcessor/States/Over',
          part: 'key',
        },
      ],
    },
    {
      name: 'nothing but a message, whatever it says',
      definition: machine('Tell', { Tell: message({ End: true }) }),
      errors: [{ messageId: 'handler', at: '/States/Tell', part: 'key' }],
    },
    {
      name: 'what is written of an error',
      definition: machine('Note', { Note: { Type: 'Pass', Result: { state: 'ERROR' }, End: true } }),
      errors: [{ messageId: 'handler', at: '/States/Note', part: 'key' }],
    },
    {
      name: 'what is told of the error',
      definition: machine('Tell', { Tell: call({ Parameters: { 'MessageBody.$': '$.Cause' }, End: true }) }),
      errors: [{ messageId: 'handler', at: '/States/Tell', part: 'key' }],
    },
    {
      name: 'what is written of the failure',
      definition: machine('Note', { Note: { Type: 'Pass', Result: { state: 'FAILED' }, End: true } }),
      errors: [{ messageId: 'handler', at: '/States/Note', part: 'key' }],
    },
    {
      name: 'a compensation that ends well',
      definition: machine('Refund', { Refund: call({ Next: 'Done' }), Done: { Type: 'Succeed' } }),
      errors: [
        {
          message:
            'After a failure of "Charge" the execution comes to "Done" and ends as SUCCEEDED, so who watches it sees nothing; let "Done" go on to a Fail state',
          at: '/States/Done',
          part: 'key',
        },
      ],
    },
    {
      name: 'a message that ends it, once for all that lead to it',
      definition: {
        StartAt: 'A',
        States: {
          A: call({ Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'Notify failure' }], Next: 'B' }),
          B: call({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Notify failure' }], End: true }),
          'Notify failure': call(),
        },
      },
      errors: [
        {
          messageId: 'handler',
          data: { failed: 'A', state: 'Notify failure', what: 'execution' },
          at: '/States/Notify failure',
          part: 'key',
        },
      ],
    },
    {
      name: 'a message that only a failure leads to, whatever it is called',
      definition: machine('SNS Publish', {
        'SNS Publish': call({ Resource: 'arn:aws:states:::sns:publish', End: true }),
      }),
      errors: [
        {
          messageId: 'handler',
          data: { failed: 'Charge', state: 'SNS Publish', what: 'execution' },
          at: '/States/SNS Publish',
          part: 'key',
        },
      ],
    },
    {
      name: 'a message about a failure that a Choice leads to as well',
      definition: asked('Failure notification'),
      errors: [
        {
          messageId: 'handler',
          data: { failed: 'Run', state: 'Failure notification', what: 'execution' },
          at: '/States/Failure notification',
          part: 'key',
        },
      ],
    },
    {
      name: 'a message that is no failure by its name, but by its text',
      definition: asked('FN', { FN: publish({ Parameters: { Message: 'The job failed' }, End: true }) }),
      errors: [{ messageId: 'handler', at: '/States/FN', part: 'key' }],
    },
    {
      name: 'a message that a Choice leads to by way of what makes it',
      definition: asked('Notify failure', {
        'Good?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.status', StringEquals: 'FAILED', Next: 'Failure text' }],
          Default: 'Done',
        },
        'Failure text': { Type: 'Pass', Next: 'Notify failure' },
      }),
      errors: [{ messageId: 'handler', at: '/States/Notify failure', part: 'key' }],
    },
    {
      name: 'a handler that goes on to the message that success ends with',
      definition: machine('Publish failure', {
        Ship: publish(),
        'Publish failure': publish({ Next: 'Ship' }),
      }),
      errors: [
        {
          messageId: 'handler',
          data: { failed: 'Charge', state: 'Publish failure', what: 'execution' },
          at: '/States/Publish failure',
          part: 'key',
        },
      ],
    },
    {
      name: 'only another failure, that of the handler, leads to a Fail state',
      definition: machine('Cancel order', {
        'Cancel order': call({ Catch: caught('Failed'), End: true }),
        Failed,
      }),
      errors: [
        {
          messageId: 'handler',
          data: { failed: 'Charge', state: 'Cancel order', what: 'execution' },
          at: '/States/Cancel order',
          part: 'key',
        },
      ],
    },
    {
      name: 'a handler that ends where success does',
      definition: machine('Refund', { Refund: call({ Next: 'Done' }), ...shipped }),
      errors: [
        {
          messageId: 'handler',
          data: { failed: 'Charge', state: 'Refund', what: 'execution' },
          at: '/States/Refund',
          part: 'key',
        },
      ],
    },
    {
      name: 'a Catch that leaves out what is left to do',
      definition: machine('Done', shipped),
      errors: [
        {
          message:
            'A failure of "Charge" leads to "Done", which ends the execution as SUCCEEDED, so who watches it sees nothing; lead the Catch to a Fail state, or to a state that takes care of the failure',
          at: '/States/Charge/Catch[0]/Next',
        },
      ],
    },
    {
      name: 'Catchers of one state that lead to the same end, told once',
      definition: {
        StartAt: 'Charge',
        States: {
          Charge: call({
            Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'Done' }, ...caught('Done')],
            Next: 'Ship',
          }),
          ...shipped,
        },
      },
      errors: [{ messageId: 'swallowed', at: '/States/Charge/Catch[0]/Next' }],
    },
    {
      name: 'a compensation whose own failure ends with success',
      definition: machine('Give back', {
        'Give back': call({ Catch: caught('Done'), Next: 'Failed' }),
        Failed,
        ...shipped,
      }),
      errors: [
        {
          messageId: 'swallowed',
          data: { failed: 'Give back', state: 'Done', what: 'execution' },
          at: '/States/Give back/Catch[0]/Next',
        },
      ],
    },
    {
      name: 'a compensation whose own failure leads to a message and to success',
      definition: machine('Give back', {
        'Give back': call({ Catch: caught('Tell'), Next: 'Failed' }),
        Tell: call(),
        Failed,
      }),
      errors: [
        {
          messageId: 'handler',
          data: { failed: 'Give back', state: 'Tell', what: 'execution' },
          at: '/States/Tell',
          part: 'key',
        },
      ],
    },
    {
      name: 'whatever it is called, when asked for',
      options: always,
      definition: machine('Use other stock', { 'Use other stock': call() }),
      errors: [{ messageId: 'handler', at: '/States/Use other stock', part: 'key' }],
    },
    {
      name: 'a failure that leads where success does, when asked for',
      options: always,
      definition: machine('Ship', {}),
      errors: [
        {
          message:
            'A failure of "Charge" leads to "Ship", just as its success does, so nobody learns of it; lead the Catch to a state that takes care of it',
          at: '/States/Charge/Catch[0]/Next',
        },
      ],
    },
    {
      name: 'a message that goes on to a success without a reservation',
      definition: machine('Notify failure', {
        'Notify failure': publish({ Next: 'Completed without errors' }),
        'Completed without errors': { Type: 'Succeed' },
      }),
      errors: [{ messageId: 'handler', at: '/States/Completed without errors', part: 'key' }],
    },
    ...['DunningFailed', 'Payment failure', 'Failed'].map((name) => ({
      name,
      definition: {
        StartAt: 'Paid?',
        States: {
          'Paid?': { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Done' }], Default: name },
          Done: { Type: 'Succeed' },
          [name]: { Type: 'Succeed' },
        },
      },
      errors: [
        {
          message: `"${name}" is called a failure and ends the execution as SUCCEEDED; make it a Fail state`,
          at: `/States/${name}`,
          part: 'key' as const,
        },
      ],
    })),
  ],
});
