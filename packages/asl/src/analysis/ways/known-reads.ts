import { calledVariable, type Jsonata, type JsonataNode } from '../../expressions';
import { ChoiceRule, type ChoiceState } from '../../syntax';
import type { Json } from '../../text/located';
import type { DataRead } from '../shapes/data-read';
import { valuesOf } from '../shapes/data-shape';
import type { Evaluated } from '../shapes/evaluated';
import { shapeOfJsonata } from '../shapes/jsonata-shape';
import { knownValueOf } from '../shapes/known-value';
import { partsOf, type Part } from '../shapes/parts';
import { pathStartOf } from '../shapes/plain-path';
import type { World } from '../shapes/world';

/** A path that a Choice tests, and what it leads to, whichever way has led there. */
export interface KnownRead {
  readonly path: string;
  /** All values that it may lead to; `there` and `missing` where only that is known, and asked for. */
  readonly leadsTo: readonly Json[] | 'there' | 'missing';
  /** What messages call the contract that says so, if one does. */
  readonly by: string | undefined;
  readonly rules: ReadonlySet<ChoiceRule>;
}

interface Look {
  readonly path: string;
  readonly rule: ChoiceRule;
  readonly reading: Evaluated;
  /** Whether it only asks if something is there. */
  readonly asksPresence: boolean;
  /** Whether it asks if a list has something, by `in`. */
  readonly asksMembership?: boolean;
}

/** The paths in the rules of a Choice that surely lead to one of a few values, or of which it is known that they do to any. */
export function knownReadsOf(
  choice: ChoiceState,
  worlds: readonly World[],
  reads: readonly DataRead[],
): readonly KnownRead[] {
  const known = new Map<string, KnownRead | undefined>();
  for (const look of choice.queryLanguage === 'JSONata' ? jsonataLooks(choice, worlds) : looksOf(reads)) {
    const key = `${look.path} ${look.asksPresence}`;
    const before = known.get(key);
    const found = knownOf(look);
    const leadsTo = found && (before ? together(before.leadsTo, found.leadsTo) : found.leadsTo);
    if (leadsTo === undefined || (known.has(key) && !before)) known.set(key, undefined);
    else {
      const rules = new Set(before?.rules).add(look.rule);
      known.set(key, { path: look.path, leadsTo, by: before?.by ?? found!.by, rules });
    }
  }
  return [...known.values()].flatMap((read) => read ?? []);
}

function together(left: KnownRead['leadsTo'], right: KnownRead['leadsTo']): KnownRead['leadsTo'] | undefined {
  if (typeof left === 'string' || typeof right === 'string') return left === right ? left : undefined;
  return [...new Set([...left, ...right])];
}

const looksOf = (reads: readonly DataRead[]): readonly Look[] =>
  reads.flatMap(({ path, expression, reading, mustFind }) => {
    const rule = expression.parent.parent.enclosing(ChoiceRule);
    return rule ? [{ path, rule, reading, asksPresence: !mustFind }] : [];
  });

function jsonataLooks({ choices }: ChoiceState, worlds: readonly World[]): readonly Look[] {
  return choices.flatMap((rule) => {
    const jsonata = rule.field('Condition')?.expressions[0]?.jsonata;
    if (!jsonata?.ast) return [];
    return comparedPaths(jsonata, jsonata.ast).flatMap(({ node, path, ...asks }) =>
      worlds.map(({ input, variables }): Look => {
        const reading = shapeOfJsonata({ ...jsonata, ast: node }, { input }, variables, () => undefined);
        return { path, rule, reading, ...asks };
      }),
    );
  });
}

interface Compared extends Pick<Look, 'path' | 'asksPresence' | 'asksMembership'> {
  readonly node: JsonataNode;
}

/** The paths that comparisons of a condition stand between, and those that it asks for itself. */
function comparedPaths(jsonata: Jsonata, node: JsonataNode, asksPresence = false): readonly Compared[] {
  const inside = (one: JsonataNode): readonly Compared[] => comparedPaths(jsonata, one);
  if (node.type === 'block') return node.expressions.flatMap(inside);
  if (node.type === 'binary') {
    const [left, right] = [inside(node.lhs), inside(node.rhs)];
    return [...left, ...(node.value === 'in' ? right.map((one) => ({ ...one, asksMembership: true })) : right)];
  }
  if (node.type === 'function') {
    const exists = calledVariable(node) === 'exists';
    return node.arguments.flatMap((one) => comparedPaths(jsonata, one, exists));
  }
  const path = pathStartOf(node, jsonata.text);
  return path?.isWhole ? [{ node, path: jsonata.text.slice(path.start, path.end), asksPresence }] : [];
}

function knownOf({
  reading: { shape, missing },
  asksPresence,
  asksMembership,
}: Look): Pick<KnownRead, 'leadsTo' | 'by'> | undefined {
  if (asksPresence) {
    if (missing === 'possible') return undefined;
    return { leadsTo: missing === 'no' ? 'there' : 'missing', by: undefined };
  }
  if (shape.kind === 'unknown') return undefined;
  const parts = partsOf(shape);
  const values = parts.map((part) => (part.kind === 'scalar' ? valuesOf(part) : listOf(part, asksMembership)));
  if (!values.length || values.includes(undefined)) return undefined;
  const by = parts.flatMap((part) => (part.kind === 'scalar' && part.by !== undefined ? [part.by] : []))[0];
  return { leadsTo: values.flatMap((one) => one!), by };
}

/** A list whose elements are all known, as the one value that is looked into. */
function listOf(part: Part, asksMembership: boolean | undefined): readonly Json[] | undefined {
  const list = asksMembership && part.kind === 'array' ? knownValueOf(part) : undefined;
  return list === undefined ? undefined : [list];
}
