// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- the one way to carry ambient modules along
/// <reference path="../asl-files.d.ts" preserve="true" />

import type { Asymmetric, AslMatchers } from './matchers/asl-matchers';

export type { Asymmetric, AslMatchers, CallNameOf, OrAsymmetric, StateNameOf } from './matchers/asl-matchers';
/** All matchers, for `expect.extend`. */
export * as matchers from './matchers';
export { preset, projectWithStepProof, withStepProof } from './preset';

declare module 'expect' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merged with jest's own
  interface Matchers<R extends void | Promise<void>, T = unknown> extends AslMatchers<R, T> {}
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merged with jest's own
  interface AsymmetricMatchers extends AslMatchers<Asymmetric, unknown> {}
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the one that @types/jest has
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- type parameters must be those of @types/jest
    interface Matchers<R, T = {}> extends AslMatchers<R, T> {}
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merged with @types/jest's own
    interface Expect extends AslMatchers<Asymmetric, unknown> {}
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merged with @types/jest's own
    interface InverseAsymmetricMatchers extends AslMatchers<Asymmetric, unknown> {}
  }
}
