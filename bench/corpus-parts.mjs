/** What the states of both query languages have in common. */

export const ended = (state) => ({
  ...Object.fromEntries(Object.entries(state).filter(([field]) => field !== 'Next')),
  End: true,
});

/** Retries of the transient errors: those of Lambda are known by name, the others are met as they are. */
export const retryOf = ({ Resource }) => [
  {
    ErrorEquals: /lambda|Function/.test(Resource)
      ? ['Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException']
      : ['States.TaskFailed'],
    IntervalSeconds: 2,
    MaxAttempts: 6,
    BackoffRate: 2,
  },
];

/** Makes makers of Tasks that give what they call the field, made from the name of the state. */
export const tasksWith =
  (field) =>
  (resource, givenOf, more = () => ({})) =>
  ({ name, next }) => ({
    Type: 'Task',
    Resource: `arn:aws:states:::${resource}`,
    [field]: givenOf(name),
    ...more(name),
    Next: next,
  });
