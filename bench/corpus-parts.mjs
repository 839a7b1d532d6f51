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
