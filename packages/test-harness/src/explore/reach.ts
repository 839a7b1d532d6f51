import type { Json, StateMachine } from '@stepproof/asl';
import type { HistoryObserver } from '../history/history';
import { Boundaries } from './boundaries';
import { describeTarget, targetsOf, type Target } from './targets';

/** The places of a state's targets in the list of all. */
interface Places {
  readonly state: number;
  readonly next: number | undefined;
  readonly default: number | undefined;
  readonly rule: readonly number[];
  readonly catcher: readonly number[];
  readonly retrier: readonly number[];
}

/**
 * Which of a machine's targets executions have reached. Behind the places of the targets come as many again: that a Retrier
 * has waited a second time, for only then does the wait show the BackoffRate, and that a state has been left where no way
 * leads on; and behind those the values at the edges of Choices. They are no targets, for nobody misses them, but a case of
 * each tells more about the machine.
 */
export class Reach {
  readonly targets: readonly Target[];
  /** How many times each target has been reached. */
  readonly #hits: Uint32Array;
  readonly #places: ReadonlyMap<string, Places>;
  readonly #machine: StateMachine;
  readonly #boundaries: Boundaries;
  /** Which Retriers have waited since a state was entered, by the place of the state. */
  readonly #waits = new Map<number, readonly number[]>();
  /** Places that were reached for the first time since somebody asked. */
  #fresh: number[] = [];

  constructor(machine: StateMachine) {
    this.#machine = machine;
    this.targets = targetsOf(machine);
    this.#boundaries = machine.once(boundariesIn);
    this.#hits = new Uint32Array(2 * this.targets.length + this.#boundaries.all.length);
    this.#places = machine.once(placesIn);
  }

  /** The places that have been reached for the first time since this was asked last. */
  takeFresh(): readonly number[] {
    const fresh = this.#fresh;
    if (fresh.length > 0) this.#fresh = [];
    return fresh;
  }

  get unreached(): readonly Target[] {
    return this.targets.filter((_, place) => this.#hits[place] === 0);
  }

  /** The places that have been reached, to be told apart from those of another execution. */
  get reachedPlaces(): ReadonlySet<number> {
    return new Set([...this.#hits.keys()].filter((place) => this.#hits[place]! > 0));
  }

  /** What the places are, for a reader: the ways, else the states or the values at edges; each once. */
  describe(places: readonly number[]): readonly string[] {
    const { length } = this.targets;
    const targets = [...new Set(places.filter((place) => place < 2 * length).map((place) => place % length))].map(
      (place) => this.targets[place]!,
    );
    const ways = targets.filter(({ to, kind }) => to !== undefined || kind === 'retrier');
    if (ways.length > 0) return ways.map(describeTarget);
    const edges = places.filter((place) => place >= 2 * length);
    if (edges.length > 0) return edges.map((place) => this.#boundaries.all[place - 2 * length]!.text);
    return targets.map(describeTarget);
  }

  readonly observe: HistoryObserver = ({ type, details, note }, { definition }) => {
    if (definition !== this.#machine) return;
    const name = note?.state ?? details?.name;
    const places = name === undefined ? undefined : this.#places.get(name);
    if (!places) return;
    if (type.endsWith('StateEntered')) {
      this.#hit(places.state);
      this.#waits.delete(places.state);
      if (type === 'ChoiceStateEntered') this.#came(name!, details!.input as Json);
    } else if (note === undefined) {
      if (type.endsWith('StateExited')) this.#hit(places.next ?? places.state + this.targets.length);
    } else if (note.kind === 'items') return;
    else if (note.kind === 'default') this.#hit(places.default);
    else this.#hit(places[note.kind][note.index]);
    if (note?.kind === 'retrier') this.#waited(places.state, places.retrier[note.index]!);
  };

  #came(choice: string, input: Json): void {
    for (const place of this.#boundaries.at(choice, input)) this.#hit(2 * this.targets.length + place);
  }

  #waited(state: number, retrier: number): void {
    const before = this.#waits.get(state) ?? [];
    if (before.includes(retrier)) this.#hit(retrier + this.targets.length);
    else this.#waits.set(state, [...before, retrier]);
  }

  #hit(place: number | undefined): void {
    if (place === undefined) return;
    if (this.#hits[place]!++ === 0) this.#fresh.push(place);
  }
}

const boundariesIn = (machine: StateMachine): Boundaries => new Boundaries(machine);

function placesIn(machine: StateMachine): ReadonlyMap<string, Places> {
  const byState = new Map<string, { -readonly [Key in keyof Places]: Places[Key] }>();
  for (const [place, { kind, state, index }] of targetsOf(machine).entries()) {
    const places = byState.get(state.name) ?? {
      state: place,
      next: undefined,
      default: undefined,
      rule: [],
      catcher: [],
      retrier: [],
    };
    byState.set(state.name, places);
    if (kind === 'rule' || kind === 'catcher' || kind === 'retrier') (places[kind] as number[])[index] = place;
    else places[kind] = place;
  }
  return byState;
}
