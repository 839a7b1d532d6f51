import type { AslNode, Json } from '@stepproof/asl';
import { dataLimitExceeded } from '../recovery/state-failure';
import type { Visit } from '../states/visit';
import { compileJsonataTemplate, type StatesExtra } from './jsonata-template';
import { compilePayloadTemplate } from './payload-template';
import { fitsPayload } from './payload-size';
import { FieldRoots } from './roots';

export type Assigned = ReadonlyMap<string, Json>;

/** Assign in a JSONPath state: `$` is what `value` is. All values are computed before any is stored. */
export function compileJsonPathAssign(node: AslNode): ((visit: Visit, value: Json) => Assigned) | undefined {
  const field = node.field('Assign');
  if (!field) return undefined;
  const template = compilePayloadTemplate(field);
  return (visit, value) => assignedBy(visit, template(new FieldRoots(visit, value)));
}

export function compileJsonataAssign(node: AslNode): ((visit: Visit, extra: StatesExtra) => Assigned) | undefined {
  const field = node.field('Assign');
  if (!field) return undefined;
  const template = compileJsonataTemplate(field);
  return (visit, extra) => assignedBy(visit, template(visit, extra));
}

/** The values that one Assign stores may have 256 KiB together, and so may each of them. */
function assignedBy(visit: Visit, values: Json): Assigned {
  if (!fitsPayload(values)) throw dataLimitExceeded(visit.state.name);
  return new Map(Object.entries(values as Readonly<Record<string, Json>>));
}
