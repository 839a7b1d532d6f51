import { TaskState, type State, type StateMachine } from '../../syntax';
import { grouped } from '../grouped';
import { dataFlowOf } from '../shapes/data-flow';
import type { DataRead } from '../shapes/data-read';
import { areMeantAsOne, saysFinding, stemsOf } from './place-names';
import { memberReadBy } from './result-members';
import { dropsResult, keepsInput, namesPut, resultNames } from './result-places';

/** A state whose result a path may be meant to read. */
export interface Giver {
  readonly state: State;
  /** The name under which its result stands, and which nothing reads, where that is what tells. */
  readonly put?: string;
}

/** More names than that are not compared with one another. */
const maxComparisons = 10_000;

/** The states of a machine that put their results beside their input, by what paths to these results would have in them. */
export class ResultGivers {
  readonly #states: readonly State[];
  /** What stands under a name that nothing reads. */
  readonly #unread: readonly Required<Giver>[];
  /** Those that drop their results, by the stems of their names; made when one is asked for. */
  #byStem: ReadonlyMap<string, readonly Giver[]> | undefined;
  /** By the members of the results; made when one is asked for. */
  #byMember: ReadonlyMap<string, readonly Giver[]> | undefined;
  /** By the name that is read; found once for all reads of it. */
  readonly #byName = new Map<string, readonly Giver[]>();
  #comparisons = 0;

  constructor(machine: StateMachine) {
    this.#states = machine.states.filter(keepsInput);
    const isRead = this.#states.length ? readNames(machine) : new Set();
    this.#unread = this.#states.flatMap((state) =>
      namesPut(state).flatMap((put) => (isRead.has(put) ? [] : [{ state, put }])),
    );
  }

  /** Those that a read of that name is probably meant to read. */
  meantBy({ path }: DataRead, name: string): readonly Giver[] {
    if (!this.#states.length) return [];
    let named = this.#byName.get(name);
    if (!named) this.#byName.set(name, (named = [...this.#named(name), ...this.#findings(name)]));
    const withMember = this.#withMember(path);
    return withMember.length ? [...named, ...withMember] : named;
  }

  #named(name: string): readonly Giver[] {
    this.#comparisons += this.#unread.length;
    return this.#comparisons > maxComparisons ? [] : this.#unread.filter(({ put }) => areMeantAsOne(name, put));
  }

  #findings(name: string): readonly Giver[] {
    if (!saysFinding(name)) return [];
    this.#byStem ??= this.#droppingByStem();
    const given = [...stemsOf(name)].flatMap((stem) => this.#byStem!.get(stem) ?? []);
    return [...new Set(given)];
  }

  #droppingByStem(): ReadonlyMap<string, readonly Giver[]> {
    const dropping = this.#states.filter((state) => state instanceof TaskState && dropsResult(state));
    return grouped(
      dropping.map((state) => ({ state })),
      ({ state }) => stemsOf(state.name),
    );
  }

  #withMember(path: string): readonly Giver[] {
    const read = memberReadBy(path);
    if (!read) return [];
    this.#byMember ??= this.#members();
    return (this.#byMember.get(read.member) ?? []).filter(({ put }) => read.isOfResult || put !== undefined);
  }

  #members(): ReadonlyMap<string, readonly Giver[]> {
    const tasks = this.#states.filter((state) => state instanceof TaskState && !state.has('ResultSelector'));
    const givers: readonly Giver[] = [...this.#unread, ...tasks.map((state) => ({ state }))];
    return grouped(givers, ({ state }) => resultNames(state));
  }
}

/** All names at the top of the data that something reads, be it to ask for them. */
function readNames(machine: StateMachine): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { path } of dataFlowOf(machine).reads) {
    const name = /^\$(?:states\.input)?\.(\w+)/.exec(path)?.[1];
    if (name !== undefined) names.add(name);
  }
  return names;
}
