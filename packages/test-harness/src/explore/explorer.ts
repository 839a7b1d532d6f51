import type { State } from '@stepproof/asl';
import fc from 'fast-check';
import { ContractViolationError } from '../contracts/contract-violation-error';
import { RunawayError } from '../machine/runaway-error';
import type { Invariant, Trial, Violation } from './invariants/invariant';
import type { ScenarioSpace } from './arbitraries/scenario-arbitrary';
import { aimedScenarios } from './aimed-scenarios';
import type { Reach } from './reach';
import type { Scenario } from './scenario';
import type { Target } from './targets';
import { tryScenario, type Subject } from './trial-run';

/** Something that must not happen, and the smallest scenario found in which it does. */
export interface Break extends Violation {
  readonly invariant: string;
  readonly scenario: Scenario;
  /** Undefined for an execution without an end, and for one that has broken the contract of the machine. */
  readonly trial: Trial | undefined;
  /** Characters of the scenario as it was found, before it was made smaller. */
  readonly shrunkFrom: number;
}

export interface ExplorerOptions {
  readonly runs: number;
  readonly seed: number;
  readonly invariants: readonly Invariant[];
  /** Scenarios to begin with. */
  readonly first: readonly Scenario[];
  /** Milliseconds of real time after which no new batch is begun. */
  readonly timeLimit?: number | undefined;
  readonly onProgress?: ((runs: number) => void) | undefined;
}

/** How many scenarios are tried before what was learned from them is used. */
const batchSize = 100;

/** More would say the same. */
const maxBreaks = 20;

const maxShrinks = 400;

/**
 * Tries scenarios on a machine: first those that are given, then random ones, of which those that reach something new are
 * varied further. What breaks an invariant is made as small as possible, told once, and the search goes on.
 */
export class Explorer {
  readonly breaks: Break[] = [];
  runs = 0;
  readonly #subject: Subject;
  readonly #space: ScenarioSpace;
  readonly #reach: Reach;
  readonly #options: ExplorerOptions;
  /** Those that have reached something new. */
  readonly interesting: Scenario[] = [];
  readonly #known = new Set<string>();
  /** A scenario that comes to a state. */
  readonly #coming = new Map<State, Scenario>();
  readonly #aimedAt = new Set<Target>();

  constructor(subject: Subject, space: ScenarioSpace, reach: Reach, options: ExplorerOptions) {
    this.#subject = subject;
    this.#space = space;
    this.#reach = reach;
    this.#options = options;
  }

  async explore(): Promise<void> {
    const { first, runs, seed, timeLimit, onProgress } = this.#options;
    const deadline = timeLimit === undefined ? Infinity : Date.now() + timeLimit;
    await this.#tryAll(first, seed);
    for (let batch = 1; this.runs < runs && Date.now() < deadline && this.breaks.length < maxBreaks; batch++) {
      await this.#batch(this.#next(), Math.min(batchSize, runs - this.runs), seed + batch, []);
      await this.#tryAll(this.#aimed().slice(0, Math.max(0, runs - this.runs)), seed + batch);
      onProgress?.(this.runs);
    }
  }

  async #tryAll(scenarios: readonly Scenario[], seed: number): Promise<void> {
    if (scenarios.length > 0) await this.#batch(fc.constantFrom(...scenarios), scenarios.length, seed, scenarios);
  }

  /** Half of what comes next is like something that has proved interesting. */
  #next(): fc.Arbitrary<Scenario> {
    const { scenarios } = this.#space;
    const names = [...this.#space.outcomes.keys()];
    if (this.interesting.length === 0) return scenarios;
    const varied = fc
      .tuple(fc.constantFrom(...this.interesting), scenarios, fc.boolean(), fc.subarray(names))
      .map(([old, fresh, keepsInput, kept]) => ({
        input: keepsInput ? old.input : fresh.input,
        outcomes: { ...fresh.outcomes, ...Object.fromEntries(kept.map((name) => [name, old.outcomes[name] ?? []])) },
        seed: keepsInput ? old.seed : fresh.seed,
        startTime: keepsInput ? old.startTime : fresh.startTime,
      }));
    return fc.oneof(scenarios, varied);
  }

  async #batch(scenarios: fc.Arbitrary<Scenario>, numRuns: number, seed: number, examples: readonly Scenario[]) {
    let left = numRuns;
    let round = 0;
    while (left > 0 && this.breaks.length < maxBreaks) {
      const before = this.runs;
      const found = await this.#search(scenarios, left, seed + 7919 * round++, examples);
      left -= Math.max(1, this.runs - before);
      if (!found) return;
    }
  }

  /** Runs until something new breaks; gives back whether it did. */
  async #search(scenarios: fc.Arbitrary<Scenario>, numRuns: number, seed: number, examples: readonly Scenario[]) {
    let isShrinking = false;
    let first: Finding | undefined;
    let smallest: Finding | undefined;
    let shrinks = 0;
    const faults: unknown[] = [];
    const property = fc.asyncProperty(scenarios, async (scenario) => {
      if (faults.length > 0 || (isShrinking && shrinks++ > maxShrinks)) return;
      if (!isShrinking) this.runs++;
      const findings = await this.#try(scenario).catch((error: unknown) => {
        faults.push(error);
        throw error;
      });
      const found = findings.find(({ key }) => (isShrinking ? key === first!.key : !this.#known.has(key)));
      if (!found) return;
      isShrinking = true;
      first ??= found;
      smallest = found;
      throw new Error(found.violation.title);
    });
    await fc.check(property, { numRuns, seed, examples: examples.map((scenario) => [scenario]), endOnFailure: false });
    // A mock that has no answer, an invariant in error: that is no finding, and fast-check would take it for one.
    if (faults.length > 0) throw faults[0];
    if (!first || !smallest) return false;
    this.#known.add(first.key);
    this.breaks.push({
      ...smallest.violation,
      invariant: smallest.invariant,
      scenario: smallest.scenario,
      trial: smallest.trial,
      shrunkFrom: JSON.stringify(first.scenario).length,
    });
    return true;
  }

  #learn(scenario: Scenario): void {
    const fresh = this.#reach.takeFresh();
    if (fresh.length === 0) return;
    this.interesting.push(scenario);
    for (const place of fresh) {
      const target = this.#reach.targets[place];
      if (target?.kind === 'state') this.#coming.set(target.state, scenario);
    }
  }

  /** What aims at ways that lead out of a state which some scenario has come to; at each way once. */
  #aimed(): readonly Scenario[] {
    return this.#reach.unreached.flatMap((target) => {
      const coming = this.#coming.get(target.state);
      if (!coming || this.#aimedAt.has(target)) return [];
      this.#aimedAt.add(target);
      return aimedScenarios(target, coming, (task) => this.#space.failuresOf(task));
    });
  }

  /** All that is wrong with one scenario. */
  async #try(scenario: Scenario): Promise<Finding[]> {
    let trial: Trial;
    try {
      trial = await tryScenario(this.#subject, scenario);
    } catch (error) {
      const broken = error instanceof ContractViolationError && isOfMachine(error) ? error : undefined;
      if (broken) return [finding('keepsContract', violationOf(broken), scenario, undefined)];
      if (!(error instanceof RunawayError)) throw error;
      return [finding('ends', { title: `does not end after ${this.#subject.maxEvents} events` }, scenario, undefined)];
    }
    this.#learn(scenario);
    const findings: Finding[] = [];
    for (const invariant of this.#options.invariants) {
      const violation = await judge(invariant, trial);
      if (violation) findings.push(finding(invariant.name, violation, scenario, trial));
    }
    return findings;
  }
}

/** What an invariant says; an assertion that fails inside it, such as `expect` of jest, says it too. */
async function judge(invariant: Invariant, trial: Trial): Promise<Violation | undefined> {
  try {
    return (await invariant.check(trial)) ?? undefined;
  } catch (error) {
    if (!isAssertion(error)) throw error;
    return { title: `"${invariant.name}" does not hold`, detail: error.message };
  }
}

/** An error of jest's `expect`, of Node's `assert`, and of whoever names them alike. */
const isAssertion = (error: unknown): error is Error =>
  error instanceof Error && ('matcherResult' in error || error.name.startsWith('AssertionError'));

/** What the machine does itself; all else is what the exploration has been given. */
const isOfMachine = ({ part }: ContractViolationError): boolean => part === 'parameters' || part === 'output';

const violationOf = ({ title, message }: ContractViolationError): Violation => ({ title, detail: message });

interface Finding {
  /** The same for all violations that are one. */
  readonly key: string;
  readonly invariant: string;
  readonly violation: Violation;
  readonly scenario: Scenario;
  readonly trial: Trial | undefined;
}

const finding = (invariant: string, violation: Violation, scenario: Scenario, trial: Trial | undefined): Finding => ({
  key: `${invariant}: ${violation.title}`,
  invariant,
  violation,
  scenario,
  trial,
});
