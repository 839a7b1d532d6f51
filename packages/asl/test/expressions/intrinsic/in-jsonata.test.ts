import { intrinsicFunctions, intrinsicInJsonata } from '../../../src';

test.each([...intrinsicFunctions.keys()])('%s has a counterpart in JSONata', (name) => {
  expect(intrinsicInJsonata(`${name}($.a)`)).toBeDefined();
});

test.each(['States', 'States.Format', 'States.Unknown($.a)', "'States.UUID()'"])('%s is no call', (text) => {
  expect(intrinsicInJsonata(text)).toBeUndefined();
});
