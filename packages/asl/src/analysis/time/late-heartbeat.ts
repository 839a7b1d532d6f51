import type { Field, TaskState } from '../../syntax';
import { knownNumber, type KnownNumber } from './known-number';

/** A heartbeat that is no shorter than the timeout of its Task, so that the timeout always comes first. */
export type LateHeartbeat =
  | { readonly kind: 'longer'; readonly heartbeat: KnownNumber; readonly timeout: KnownNumber }
  | {
      readonly kind: 'same';
      readonly heartbeat: Field;
      readonly timeout: Field;
      /** What both read. */
      readonly text: string;
    };

/** Undefined where the heartbeat is shorter, or not known; also for two numbers as they stand, which AWS refuses. */
export function lateHeartbeatOf(task: TaskState): LateHeartbeat | undefined {
  const heartbeat = knownNumber(task, 'HeartbeatSeconds');
  const timeout = heartbeat && knownNumber(task, 'TimeoutSeconds');
  if (!heartbeat || !timeout) return sameFields(task);
  if (heartbeat.value < timeout.value || (isLiteral(heartbeat) && isLiteral(timeout))) return undefined;
  return { kind: 'longer', heartbeat, timeout };
}

const isLiteral = ({ field }: KnownNumber): boolean => field.value.kind === 'number';

/** What both read is one number, whatever it is. */
function sameFields(task: TaskState): LateHeartbeat | undefined {
  const [heartbeat, timeout] = ['HeartbeatSeconds', 'TimeoutSeconds'].map(
    (name) => task.field(name) ?? task.field(`${name}Path`),
  );
  const text = heartbeat?.expressions[0]?.text;
  if (!heartbeat || !timeout || text === undefined || heartbeat.isUnknown) return undefined;
  return timeout.json === text && !/\$random\b/.test(text) ? { kind: 'same', heartbeat, timeout, text } : undefined;
}
