import type { StateMachine } from '../../syntax';
import { placeOfRead, type DataRead } from '../shapes/data-read';
import { isKnownOf, namedReadsOf } from './named-reads';

/** A path into the input that has the names of the Context Object. */
export interface MistakenContext {
  readonly read: DataRead;
  /** The same path into the Context Object. */
  readonly meant: string;
}

/** What hardly any input has. The `State.Name` that AWS gives of instances and the like is left out. */
const ofContext =
  /^(\$(?:states\.input)?)\.(?:Execution\.(?:Id|Input|Name|RoleArn|StartTime|RedriveCount|RedriveTime)|Map\.Item\.(?:Index|Key|Source|Value)|State\.(?:EnteredTime|RetryCount)|StateMachine\.(?:Id|Name)|Task\.Token)\b/;

/** Paths such as `$.Execution.Id`, where no state has put anything under that name. */
export function mistakenContextOf(machine: StateMachine): readonly MistakenContext[] {
  const found = new Map<string, MistakenContext>();
  const { named } = namedReadsOf(machine);
  for (const name of ['Execution', 'Map', 'State', 'StateMachine', 'Task']) {
    for (const read of named.get(name) ?? []) {
      const [, input] = ofContext.exec(read.path) ?? [];
      if (input === undefined || read.reading.missing !== 'possible' || isKnownOf(read, name)) continue;
      const meant = `${input === '$' ? '$$' : '$states.context'}${read.path.slice(input.length)}`;
      found.set(placeOfRead(read), { read, meant });
    }
  }
  return [...found.values()];
}
