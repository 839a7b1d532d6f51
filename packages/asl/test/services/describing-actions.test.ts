import { describingActions, optimizedServices, outputShape } from '../../src/services';

const jobs = [...optimizedServices].flatMap(([service, { actions }]) =>
  [...actions].filter(([, { patterns }]) => patterns.includes('sync')).map(([action]) => `${service}:${action}`),
);

test('every job is described by an API, but those that are gone at the end, that of Kubernetes and one in a list', () => {
  const undescribed = jobs.filter((job) => !describingActions.has(job));
  expect(undescribed.filter((job) => !job.includes(':delete'))).toEqual(['databrew:startJobRun', 'eks:runJob']);
  expect([...describingActions.keys()].filter((job) => !jobs.includes(job))).toEqual([]);
});

test.each([...describingActions])('%s is described by %s', (_, describing) => {
  const [service, action] = describing.split(':');
  expect(outputShape(service!, action!)).toMatchObject({ kind: 'structure' });
});
