import { array } from './array';
import { arrayContains } from './array-contains';
import { arrayGetItem } from './array-get-item';
import { arrayLength } from './array-length';
import { arrayPartition } from './array-partition';
import { arrayRange } from './array-range';
import { arrayUnique } from './array-unique';
import { base64Decode } from './base64-decode';
import { base64Encode } from './base64-encode';
import { format } from './format';
import { hash } from './hash';
import { jsonMerge } from './json-merge';
import { jsonToString } from './json-to-string';
import { mathAdd } from './math-add';
import { mathRandom } from './math-random';
import type { IntrinsicFunction } from './signature';
import { stringSplit } from './string-split';
import { stringToJson } from './string-to-json';
import { uuid } from './uuid';

/** The intrinsic functions by name. */
export const intrinsicFunctions: ReadonlyMap<string, IntrinsicFunction> = new Map(
  [
    array,
    arrayContains,
    arrayGetItem,
    arrayLength,
    arrayPartition,
    arrayRange,
    arrayUnique,
    base64Decode,
    base64Encode,
    format,
    hash,
    jsonMerge,
    jsonToString,
    mathAdd,
    mathRandom,
    stringSplit,
    stringToJson,
    uuid,
  ].map((definition) => [definition.name, definition]),
);
