import type { JsonataLambda, JsonataSignature } from './ast';
import type { NativeImplementation } from './function-value';
import { jsonataPackage } from './jsonata-package';

/** A function as the `jsonata` package defines it. */
interface PackageFunction {
  readonly implementation: NativeImplementation;
  readonly signature?: JsonataSignature;
}

/** The functions that the evaluator itself calls. */
interface Helpers {
  boolean(value: unknown): boolean | undefined;
  string(value: unknown): string | undefined;
  clone(value: unknown): unknown;
  fromMillis(millis: number, picture?: string, timezone?: string): string;
}

let frame: { lookup(name: string): unknown } | undefined;
let helpers: Helpers | undefined;

/**
 * A built-in function of the `jsonata` package. The package hands out its functions only to running expressions; its hook
 * for evaluators, called before anything asynchronous happens, is where we get hold of them.
 */
export function packageFunction(name: string): PackageFunction {
  if (frame === undefined) {
    const expression = jsonataPackage()('1');
    const hook = Symbol.for('jsonata.__evaluate_entry') as unknown as string;
    expression.assign(hook, (_node: unknown, _input: unknown, environment: typeof frame) => {
      frame = environment;
    });
    void expression.evaluate(undefined);
  }
  const found = frame?.lookup(name);
  if (typeof found === 'object' && found !== null && 'implementation' in found) return found as PackageFunction;
  throw new Error(`The "jsonata" package has no function "$${name}"; install the version 2.0.6`);
}

/** The check of a signature such as `<s-n?:s>`. */
export function signatureOf(text: string): JsonataSignature | undefined {
  const lambda = jsonataPackage()(`function($first)${text}{$first}`).ast() as unknown as JsonataLambda;
  return lambda.signature;
}

export function library(): Helpers {
  helpers ??= {
    boolean: packageFunction('boolean').implementation as Helpers['boolean'],
    string: packageFunction('string').implementation as Helpers['string'],
    clone: packageFunction('clone').implementation,
    fromMillis: packageFunction('fromMillis').implementation as Helpers['fromMillis'],
  };
  return helpers;
}
