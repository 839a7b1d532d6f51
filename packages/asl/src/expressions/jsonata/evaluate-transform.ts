import { setMember } from '../json/kind';
import type { JsonataTransform } from './ast';
import { applyFunction } from './apply';
import { JsonataFailure } from './failure';
import type { Frame } from './frame';
import { functionValue, isFunction, type FunctionValue } from './function-value';
import type { Interpreter } from './interpreter';
import { packageFunction } from './library';
import { arrayOf, isRecord } from './values';

/** `| pattern | update, delete |`: a function that changes, in a copy of its argument, what the pattern finds. */
export function evaluateTransform(interpreter: Interpreter, node: JsonataTransform, frame: Frame): FunctionValue {
  const implementation = (original: unknown): unknown => {
    if (original === undefined) return undefined;
    const clone = frame.lookup('clone');
    if (!isFunction(clone)) throw new JsonataFailure('T2013');
    const result = applyFunction(interpreter, clone, [original], null);
    const found = interpreter.evaluate(node.pattern, result, frame);
    for (const match of found === undefined ? [] : arrayOf(found)) {
      change(match, interpreter.evaluate(node.update, match, frame));
      if (node.delete) remove(match, interpreter.evaluate(node.delete, match, frame));
    }
    return result;
  };
  // The signature is that of `$clone`, whose argument is an object or an array as well.
  const { signature } = packageFunction('clone');
  return functionValue({ kind: 'native', implementation, ...(signature && { signature }) });
}

function change(match: unknown, update: unknown): void {
  if (update === undefined) return;
  if (!isRecord(update)) throw new JsonataFailure('T2011', { value: update });
  if (!isRecord(match)) return;
  for (const [name, value] of Object.entries(update)) setMember(match, name, value);
}

function remove(match: unknown, deletions: unknown): void {
  if (deletions === undefined) return;
  for (const name of arrayOf(deletions)) {
    if (typeof name !== 'string') throw new JsonataFailure('T2012', { value: deletions });
    if (isRecord(match)) Reflect.deleteProperty(match, name);
  }
}
