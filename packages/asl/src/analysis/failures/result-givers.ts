import { TaskState, type State, type StateMachine } from '../../syntax';
import { grouped } from '../grouped';
import { waitsForAnswer } from '../calls/tellings';
import { handsOnWhole } from '../calls/handed-on-whole';
import { dataFlowOf } from '../shapes/data-flow';
import type { DataRead } from '../shapes/data-read';
import {
  areMeantAsOne,
  isDoneBy,
  isGotBy,
  isIdentity,
  isMadeBy,
  isMisspelt,
  saysFinding,
  stemsOf,
} from './place-names';
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
  /** What stands under a name. */
  readonly #placed: readonly Required<Giver>[];
  /** What stands under a name that nothing reads. */
  readonly #unread: readonly Required<Giver>[];
  /** The members that something reads, by the name that they stand under. */
  readonly #readMembers: ReadonlyMap<string, ReadonlySet<string>>;
  /** The Tasks that drop their results; looked for when they are asked for. */
  #dropping: readonly TaskState[] | undefined;
  /** By the members of the results; made when one is asked for. */
  #byMember: ReadonlyMap<string, readonly Giver[]> | undefined;
  /** By the name that is read; found once for all reads of it. */
  readonly #byName = new Map<string, readonly Giver[]>();
  #comparisons = 0;

  constructor(machine: StateMachine) {
    this.#states = machine.states.filter(keepsInput);
    this.#readMembers = this.#states.length ? membersRead(machine) : new Map();
    this.#placed = this.#states.flatMap((state) => namesPut(state).map((put) => ({ state, put })));
    this.#unread = this.#placed.filter(({ put }) => !this.#readMembers.has(put));
  }

  /** Those that a read of that name is probably meant to read. */
  meantBy({ path }: DataRead, name: string): readonly Giver[] {
    if (!this.#states.length) return [];
    let named = this.#byName.get(name);
    if (!named) this.#byName.set(name, (named = [...this.#named(name), ...this.#dropped(name)]));
    const withMember = [...this.#withMember(path), ...this.#made(path, name), ...this.#misspelt(path, name)];
    return withMember.length ? [...named, ...withMember] : named;
  }

  #named(name: string): readonly Giver[] {
    this.#comparisons += this.#unread.length;
    return this.#comparisons > maxComparisons ? [] : this.#unread.filter(({ put }) => areMeantAsOne(name, put));
  }

  #dropped(name: string): readonly Giver[] {
    return this.#droppingWhere((task) => isCalledAfter(name, task));
  }

  /** Those that make the thing whose id is read. */
  #made(path: string, name: string): readonly Giver[] {
    if (!isIdentity(memberReadBy(path)?.member ?? '')) return [];
    return this.#droppingWhere((task) => isMadeBy(name, task.name) && !handsOnWhole(task));
  }

  #droppingWhere(isMeant: (task: TaskState) => boolean): readonly Giver[] {
    this.#dropping ??= this.#states.filter((state) => state instanceof TaskState).filter(dropsResult);
    this.#comparisons += this.#dropping.length;
    if (this.#comparisons > maxComparisons) return [];
    return this.#dropping.filter(isMeant).map((state) => ({ state }));
  }

  /** Those whose result has the member that is read under another name for it, or is read for it. */
  #misspelt(path: string, name: string): readonly Giver[] {
    const member = memberReadBy(path)?.member;
    this.#comparisons += this.#placed.length;
    if (member === undefined || this.#comparisons > maxComparisons) return [];
    return this.#placed.filter(
      ({ state, put }) =>
        isMisspelt(name, put) && (this.#readMembers.get(put)?.has(member) || resultNames(state).includes(member)),
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

/** Whether a place is called after what a Task finds out, gets or, where it is not given all that there is, does. */
function isCalledAfter(place: string, task: TaskState): boolean {
  if (isGotBy(place, task.name) || (isDoneBy(place, task.name) && !handsOnWhole(task))) return true;
  if (!saysFinding(place)) return false;
  const stems = stemsOf(task.name);
  return waitsForAnswer(task) || [...stemsOf(place)].some((stem) => stems.has(stem));
}

/** What something reads, be it to ask for it: the members by their names at the top of the data. */
function membersRead(machine: StateMachine): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map<string, Set<string>>();
  for (const { path } of dataFlowOf(machine).reads) {
    const [, name, member] = /^\$(?:states\.input)?\.(\w+)(?:\.(\w+))?/.exec(path) ?? [];
    if (name === undefined) continue;
    const read = members.get(name) ?? new Set();
    members.set(name, read);
    if (member !== undefined) read.add(member);
  }
  return members;
}
