import type { Json, PathRoots } from '@stepproof/asl';
import type { Visit } from '../states/visit';

/** What the paths of a field start from: `$` is the field's own, `$$` and the variables are those of the visit. */
export class FieldRoots implements PathRoots {
  readonly input: Json;
  readonly visit: Visit;
  readonly #extraContext: Readonly<Record<string, Json>> | undefined;

  constructor(visit: Visit, input: Json, extraContext?: Readonly<Record<string, Json>>) {
    this.visit = visit;
    this.input = input;
    this.#extraContext = extraContext;
  }

  get context(): Json {
    const { context } = this.visit;
    return this.#extraContext ? { ...(context as Record<string, Json>), ...this.#extraContext } : context;
  }

  variable(name: string): Json | undefined {
    return this.visit.variable(name);
  }
}
