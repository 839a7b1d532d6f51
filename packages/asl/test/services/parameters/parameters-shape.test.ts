import { optimizedServices, parametersShapeOf, parseResource, requiredMembersOf } from '../../../src/services';

const integrations = [...optimizedServices].flatMap(([service, { actions }]) =>
  [...actions].map(([action, { patterns }]) => ({ name: `${service}:${action}`, pattern: patterns[0]! })),
);

test.each(integrations)('what $name needs is among what it takes', ({ name }) => {
  const resource = parseResource(`arn:aws:states:::${name}`);
  const { all, oneOf } = requiredMembersOf(resource)!;
  const names = [...parametersShapeOf(resource)!.members.keys()];
  expect(names).toEqual(expect.arrayContaining([...all, ...oneOf]));
});

test.each(['arn:aws:lambda:us-east-1:123456789012:function:pay', 'arn:aws:states:::aws-sdk:newer:thanUs', '${Arn}'])(
  'nothing is known of %s',
  (text) => {
    expect(parametersShapeOf(parseResource(text))).toBeUndefined();
  },
);
