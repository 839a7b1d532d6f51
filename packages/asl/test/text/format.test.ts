import { formatOf } from '../../src/text';

test.each([
  ['a.yaml', '{"a": 1}', 'yaml'],
  ['a.YML', '', 'yaml'],
  ['a.json', '"a": 1', 'json'],
  ['order.asl.jsonc', '', 'json'],
  ['order.asl', ' \n{}', 'json'],
  ['order.asl', '\ufeff[]', 'json'],
  ['order.asl', '// why\n{}', 'json'],
  ['order.asl', 'StartAt: A', 'yaml'],
  ['stack.template', '/* why */ {}', 'json'],
  ['stack.template', 'Resources:', 'yaml'],
  ['noextension', '', 'yaml'],
])('%s with %j is %s', (filename, text, format) => {
  expect(formatOf(filename, text)).toBe(format);
});
