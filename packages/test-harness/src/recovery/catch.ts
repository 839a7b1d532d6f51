import type { Catcher, Json } from '@stepproof/asl';
import { compileJsonPathAssign } from '../data-flow/assign';
import { JsonataFlow } from '../data-flow/jsonata-flow';
import { compileResultPath } from '../data-flow/result-path';
import { exitTo, type Exit } from '../states/exit';
import type { Visit } from '../states/visit';
import { errorMatches } from './error-matches';
import type { StateFailure } from './state-failure';

interface CompiledCatcher {
  readonly errorEquals: readonly string[];
  leave(visit: Visit, errorOutput: Json): Exit;
}

/** How a state is left by a Catcher. */
export interface Caught {
  readonly index: number;
  readonly leave: () => Exit;
}

/** The Catchers of a state: the first that matches decides where to go on, and with what. */
export class Catchers {
  readonly #catchers: readonly CompiledCatcher[];

  constructor(catchers: readonly Catcher[]) {
    this.#catchers = catchers.map(compileCatcher);
  }

  find(visit: Visit, failure: StateFailure): Caught | undefined {
    const index = this.#catchers.findIndex(({ errorEquals }) =>
      errorEquals.some((name) => errorMatches(name, failure)),
    );
    const catcher = this.#catchers[index];
    return catcher && { index, leave: () => catcher.leave(visit, errorOutputOf(failure)) };
  }
}

/**
 * The Error Output. A timeout, which has no cause, gives the empty string; a worker that gave neither error nor cause
 * gives null for both (recorded).
 */
function errorOutputOf({ errorName, causeText }: StateFailure): Json {
  return { Error: errorName ?? null, Cause: causeText ?? (errorName === undefined ? null : '') };
}

/** ResultPath puts the Error Output into the raw input of the state; OutputPath is not applied (recorded). */
function compileCatcher(node: Catcher): CompiledCatcher {
  const next = node.Next as string;
  const { errorEquals } = node;
  if (node.queryLanguage === 'JSONata') {
    const flow = new JsonataFlow(node);
    return {
      errorEquals,
      leave: (visit, errorOutput) => exitTo(next, flow.produce(visit, errorOutput, { errorOutput })),
    };
  }
  const place = compileResultPath(node.field('ResultPath'));
  const assign = compileJsonPathAssign(node);
  return {
    errorEquals,
    leave: (visit, errorOutput) => ({
      output: place(visit.input, errorOutput),
      assigned: assign?.(visit, errorOutput),
      next,
    }),
  };
}
