/** A machine that is to be mutated. */
export interface Original {
  readonly name: string;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly definition: { readonly StartAt: string; readonly States: Readonly<Record<string, object>> };
}

const invoke = (name: string, payload: object, rest: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: name, Payload: payload },
  ...rest,
});

/** Books and pays; what was done is undone when a step fails. */
const saga: Original = {
  name: 'saga',
  type: 'STANDARD',
  definition: {
    StartAt: 'Book',
    States: {
      Book: invoke(
        'book',
        { 'id.$': '$.id' },
        {
          ResultPath: '$.booking',
          Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 3 }],
          Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Failed' }],
          Next: 'Pay',
        },
      ),
      Pay: invoke(
        'pay',
        { 'id.$': '$.id', 'booking.$': '$.booking.Payload.number' },
        {
          ResultPath: '$.payment',
          Catch: [
            { ErrorEquals: ['Declined'], ResultPath: '$.failure', Next: 'Unbook' },
            { ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Refund' },
          ],
          Next: 'Done',
        },
      ),
      Refund: invoke(
        'refund',
        { 'id.$': '$.id' },
        {
          ResultPath: null,
          Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 5 }],
          Next: 'Unbook',
        },
      ),
      Unbook: invoke(
        'unbook',
        { 'id.$': '$.id', 'booking.$': '$.booking.Payload.number' },
        {
          ResultPath: null,
          Next: 'Failed',
        },
      ),
      Failed: { Type: 'Fail', ErrorPath: '$.failure.Error', CausePath: '$.failure.Cause' },
      Done: { Type: 'Succeed' },
    },
  },
};

/** Looks after a job until it is done, and longer each time that the service is busy. */
const poller: Original = {
  name: 'poller',
  type: 'STANDARD',
  definition: {
    StartAt: 'Start',
    States: {
      Start: invoke(
        'start',
        { 'name.$': '$.name' },
        {
          ResultSelector: { 'id.$': '$.Payload.id' },
          ResultPath: '$.job',
          Next: 'Pause',
        },
      ),
      Pause: { Type: 'Wait', Seconds: 20, Next: 'Ask' },
      Ask: invoke(
        'ask',
        { 'id.$': '$.job.id' },
        {
          ResultSelector: { 'state.$': '$.Payload.state' },
          ResultPath: '$.answer',
          Retry: [
            { ErrorEquals: ['Throttled'], IntervalSeconds: 5, MaxAttempts: 4, BackoffRate: 2, MaxDelaySeconds: 30 },
            { ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 1, MaxAttempts: 2, BackoffRate: 1 },
          ],
          Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Lost' }],
          Next: 'IsDone',
        },
      ),
      IsDone: {
        Type: 'Choice',
        Choices: [
          { Variable: '$.answer.state', StringEquals: 'DONE', Next: 'Done' },
          { Variable: '$.answer.state', StringEquals: 'FAILED', Next: 'Failed' },
        ],
        Default: 'Pause',
      },
      Lost: { Type: 'Fail', Error: 'Lost', CausePath: '$.failure.Cause' },
      Failed: { Type: 'Fail', Error: 'Failed', Cause: 'the job has failed' },
      Done: { Type: 'Succeed', OutputPath: '$.answer' },
    },
  },
};

/** Routes an order by its total, and charges it. */
const order: Original = {
  name: 'order',
  type: 'STANDARD',
  definition: {
    StartAt: 'Route',
    States: {
      Route: {
        Type: 'Choice',
        Choices: [
          { Variable: '$.total', NumericGreaterThan: 1000, Next: 'Approve' },
          {
            And: [
              { Variable: '$.total', NumericGreaterThanEquals: 0 },
              { Variable: '$.isGift', BooleanEquals: true },
            ],
            Next: 'Wrap',
          },
          { Variable: '$.total', NumericLessThan: 0, Next: 'Refuse' },
        ],
        Default: 'Charge',
      },
      Approve: invoke(
        'approve',
        { 'total.$': '$.total' },
        {
          ResultPath: '$.approval',
          TimeoutSeconds: 600,
          Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Refuse' }],
          Next: 'IsApproved',
        },
      ),
      IsApproved: {
        Type: 'Choice',
        Choices: [{ Variable: '$.approval.Payload.ok', BooleanEquals: true, Next: 'Charge' }],
        Default: 'Refuse',
      },
      Wrap: { Type: 'Pass', Result: { paper: 'red' }, ResultPath: '$.wrapping', Next: 'Charge' },
      Charge: invoke(
        'charge',
        { 'total.$': '$.total' },
        {
          ResultPath: '$.charge',
          Retry: [{ ErrorEquals: ['Lambda.ServiceException'], IntervalSeconds: 1, MaxAttempts: 4, BackoffRate: 1.5 }],
          Catch: [{ ErrorEquals: ['Declined'], ResultPath: '$.failure', Next: 'Refuse' }],
          Next: 'CoolDown',
        },
      ),
      CoolDown: { Type: 'Wait', Seconds: 60, Next: 'Done' },
      Refuse: { Type: 'Fail', Error: 'Refused' },
      Done: { Type: 'Succeed', OutputPath: '$.charge.Payload' },
    },
  },
};

/** Takes in an event; it may be redelivered. */
const intake: Original = {
  name: 'intake',
  type: 'EXPRESS',
  definition: {
    StartAt: 'Store',
    States: {
      Store: invoke(
        'store',
        { 'id.$': '$.id' },
        {
          ResultPath: '$.stored',
          Retry: [{ ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2 }],
          Next: 'Enqueue',
        },
      ),
      Enqueue: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage',
        Parameters: {
          QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/intake.fifo',
          'MessageBody.$': '$.id',
          MessageGroupId: 'intake',
          'MessageDeduplicationId.$': '$.id',
        },
        ResultPath: null,
        Next: 'Begin',
      },
      Begin: {
        Type: 'Task',
        Resource: 'arn:aws:states:::states:startExecution',
        Parameters: {
          StateMachineArn: 'arn:aws:states:eu-west-1:123456789012:stateMachine:work',
          'Name.$': '$.id',
          'Input.$': '$',
        },
        End: true,
      },
    },
  },
};

export const originals: readonly Original[] = [saga, poller, order, intake];
