import type { ReferencePath } from '../../../expressions';
import type { Json } from '../../../text/located';
import { anyObject } from '../domain';
import { readMember } from '../read-path';
import type { Origin } from '../place';
import { constant, missing, unknown, type Reading, type SymbolicValue } from '../symbolic-value';
import type { SymbolicRun } from './symbolic-run';

/** Puts a value where a ResultPath points: see `placeAt` for what that does to data. */
export function placeSymbolic(
  run: SymbolicRun,
  path: ReferencePath,
  target: SymbolicValue,
  value: SymbolicValue,
  node: Origin,
): SymbolicValue {
  const names = path.segments.map((segment) => (segment.kind === 'name' ? segment.name : undefined));
  if (!names.every((name) => name !== undefined)) {
    run.doubt(node, path.text, `"${path.text}" points into an array`);
    return unknown(`"${path.text}" points into an array`, node);
  }
  const put = (at: number, holder: Reading): SymbolicValue => {
    const name = names[at];
    if (name === undefined) return value;
    const inner = put(at + 1, at + 1 < names.length ? readMember(holder, name) : missing);
    return withMember(run, holder, name, inner, node);
  };
  return put(0, target);
}

function withMember(
  run: SymbolicRun,
  holder: Reading,
  name: string,
  value: SymbolicValue,
  node: Origin,
): SymbolicValue {
  switch (holder.kind) {
    case 'missing':
      return { kind: 'object', members: new Map([[name, value]]) };
    case 'object':
      return { kind: 'object', members: new Map([...holder.members, [name, value]]) };
    case 'merged':
      return { kind: 'over', base: holder, members: new Map([[name, value]]) };
    case 'cases':
      run.mustBe(holder, { ...anyObject, absent: true }, node, 'what ResultPath puts the result into');
      return { kind: 'over', base: holder, members: new Map([[name, value]]) };
    case 'over':
      return { ...holder, members: new Map([...holder.members, [name, value]]) };
    case 'constant': {
      const { value: json } = holder;
      if (typeof json !== 'object' || json === null || Array.isArray(json)) break;
      const members = Object.entries(json as Readonly<Record<string, Json>>);
      const constants = members.map(([key, member]): [string, SymbolicValue] => [key, constant(member)]);
      return { kind: 'object', members: new Map([...constants, [name, value]]) };
    }
    case 'reference': {
      const isRoot = holder.path.length === 0;
      run.mustBe(holder, { ...anyObject, absent: !isRoot }, node, 'what ResultPath puts the result into');
      return { kind: 'over', base: holder, members: new Map([[name, value]]) };
    }
    case 'unknown':
      if (holder.is !== 'object') run.doubt(node, 'ResultPath', holder.reason);
      return { kind: 'over', base: holder, members: new Map([[name, value]]) };
  }
  if (holder.kind !== 'failing') run.mustBe(holder, anyObject, node, 'what ResultPath puts the result into');
  return unknown('ResultPath fails', node);
}
