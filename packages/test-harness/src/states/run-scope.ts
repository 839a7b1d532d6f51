import type { Json } from '@stepproof/asl';
import { fitsPayload } from '../data-flow/payload-size';
import type { ScopePlan } from '../plan/plan';
import { dataLimitExceeded } from '../recovery/state-failure';
import type { Work } from '../scheduler/fiber';
import type { Exit } from './exit';
import type { Track } from './track';
import { Visit } from './visit';

/**
 * Runs the states of a scope one after the other, from StartAt to the end. In a redriven execution it goes on at the
 * state that was under way, which is not entered again (unverified).
 */
export function* runScope(scope: ScopePlan, track: Track, input: Json): Work<Json> {
  track.visit?.redrive();
  let visit = (track.visit ??= new Visit(track, scope.states.get(scope.startAt)!, input));
  for (;;) {
    let exit: Exit;
    try {
      const running = visit.state.run(visit);
      exit = checked(visit, isWork(running) ? yield* running : running);
    } catch (error) {
      throw visit.failureOf(error);
    }
    visit.exit(exit);
    if (exit.next === undefined) return exit.output;
    visit = track.visit = new Visit(track, scope.states.get(exit.next)!, exit.output);
  }
}

const isWork = (running: Exit | Work<Exit>): running is Work<Exit> => typeof running.next === 'function';

/** What leaves a state must be within the limit; what only passed through it has been checked before. */
export function checked(visit: Visit, exit: Exit): Exit {
  if (exit.output !== visit.input && !fitsPayload(exit.output)) throw dataLimitExceeded(visit.state.name);
  return exit;
}
