import { ContractViolationError } from '../contracts/contract-violation-error';
import type { Trial } from './invariants/invariant';
import { Reach } from './reach';
import type { Scenario } from './scenario';
import { tryScenario, type Subject } from './trial-run';

/**
 * A scenario that takes a way which no case before it takes, or brings a value at the edge of a Choice that none has brought:
 * together they go everywhere the exploration has been.
 */
export interface ExploredCase {
  /** What is new: `"Route" -> "Ship"`, else `"Route" with 101 at "$.amount"`. */
  readonly name: string;
  readonly trial: Trial;
}

interface Candidate {
  readonly scenario: Scenario;
  readonly trial: Trial;
  /** What it reaches, as places of a Reach. */
  readonly places: ReadonlySet<number>;
}

/** More names make no better title. */
const namesInTitle = 3;

/** The fewest scenarios, as far as a greedy choice finds them, that reach all that these have reached; each made simple. */
export async function casesOf(subject: Subject, scenarios: readonly Scenario[]): Promise<readonly ExploredCase[]> {
  const candidates: Candidate[] = [];
  for (const scenario of scenarios) candidates.push(await candidateOf(subject, scenario));
  const covered = new Set<number>();
  const cases: ExploredCase[] = [];
  for (;;) {
    const best = mostNew(candidates, covered);
    if (!best) return cases;
    const news = [...best.places].filter((place) => !covered.has(place));
    const { trial, places } = await simplified(subject, best, news);
    for (const place of places) covered.add(place);
    cases.push({ name: titleOf(new Reach(subject.definition).describe(news)), trial });
  }
}

async function candidateOf(subject: Subject, scenario: Scenario): Promise<Candidate> {
  const reach = new Reach(subject.definition);
  const trial = await tryScenario({ ...subject, observers: [reach.observe] }, scenario);
  return { scenario, trial, places: reach.reachedPlaces };
}

function mostNew(candidates: readonly Candidate[], covered: ReadonlySet<number>): Candidate | undefined {
  let best: Candidate | undefined;
  let most = 0;
  for (const candidate of candidates) {
    const news = [...candidate.places].filter((place) => !covered.has(place)).length;
    if (news > most) [best, most] = [candidate, news];
  }
  return best;
}

/** The same without what is not needed to reach these targets. */
async function simplified(subject: Subject, candidate: Candidate, needed: readonly number[]): Promise<Candidate> {
  let best = candidate;
  for (const change of simplifications(candidate.scenario)) {
    const simpler = await keepingContract(() => candidateOf(subject, change(best.scenario)));
    if (!simpler) continue;
    // What is simple to write down may take longer to get there.
    const isLonger = simpler.trial.execution.path.length > best.trial.execution.path.length;
    if (!isLonger && needed.every((place) => simpler.places.has(place))) best = simpler;
  }
  return best;
}

/** Undefined where the machine breaks its contract. */
async function keepingContract<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ContractViolationError) return undefined;
    throw error;
  }
}

function simplifications({ outcomes }: Scenario): readonly ((scenario: Scenario) => Scenario)[] {
  return [
    (scenario) => ({ ...scenario, seed: 0 }),
    (scenario) => ({ ...scenario, startTime: undefined }),
    ...Object.keys(outcomes).map((name) => (scenario: Scenario) => ({
      ...scenario,
      outcomes: { ...scenario.outcomes, [name]: [] },
    })),
  ];
}

function titleOf(named: readonly string[]): string {
  const more = named.length - namesInTitle;
  return named.slice(0, namesInTitle).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
