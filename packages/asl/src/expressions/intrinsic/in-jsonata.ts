/** What JSONata has in place of the intrinsic functions, as it is written there. */
const counterparts: ReadonlyMap<string, string> = new Map([
  ['States.Array', '[..., ...]'],
  ['States.ArrayContains', '... in ...'],
  ['States.ArrayGetItem', '...[index]'],
  ['States.ArrayLength', '$count(...)'],
  ['States.ArrayPartition', '$partition(..., size)'],
  ['States.ArrayRange', '$range(first, last, step)'],
  ['States.ArrayUnique', '$distinct(...)'],
  ['States.Base64Decode', '$base64decode(...)'],
  ['States.Base64Encode', '$base64encode(...)'],
  ['States.Format', "'...' & ..."],
  ['States.Hash', '$hash(..., algorithm)'],
  ['States.JsonMerge', '$merge([..., ...])'],
  ['States.JsonToString', '$string(...)'],
  ['States.MathAdd', '... + ...'],
  ['States.MathRandom', '$random()'],
  ['States.StringSplit', '$split(..., separator)'],
  ['States.StringToJson', '$parse(...)'],
  ['States.UUID', '$uuid()'],
]);

/** What stands in JSONata for the intrinsic call that a text begins with; undefined where it begins with none. */
export function intrinsicInJsonata(text: string): string | undefined {
  const [, name] = /^\s*(States\.\w+)\s*\(/.exec(text) ?? [];
  return name === undefined ? undefined : counterparts.get(name);
}
