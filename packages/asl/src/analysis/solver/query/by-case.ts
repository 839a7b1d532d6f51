import type { Domain } from '../domain';
import { missing, type Cases, type Reading } from '../symbolic-value';
import { allWays, waysInto } from '../ways';

/** More cases, or ways into them, are not told apart: each doubles what the search has to look at. */
const maxCases = 16;
const maxWays = 64;

/** What becomes of a value, case by case; undefined where it is not known of one of them, or there are too many. */
export function eachValue(reading: Reading, change: (value: Reading) => Reading | undefined): Reading | undefined {
  if (reading.kind !== 'cases') return change(reading);
  const cases: Cases['cases'][number][] = [];
  for (const { when, value } of reading.cases) {
    const changed = eachValue(value, change);
    if (!changed) return undefined;
    if (changed.kind !== 'cases') cases.push({ when, value: changed });
    else for (const inner of changed.cases) cases.push({ when: allWays(when, inner.when), value: inner.value });
  }
  return casesOf(cases);
}

/** The cases that can be; undefined if there are too many. */
export function casesOf(all: Cases['cases']): Reading | undefined {
  const cases = all.filter(({ when }) => when.length > 0);
  const [only] = cases;
  if (!only) return missing;
  const isSure = only.when.some((way) => Object.keys(way).length === 0);
  if (cases.length === 1 && isSure) return only.value;
  return cases.length > maxCases || waysIn(cases) > maxWays ? undefined : { kind: 'cases', cases };
}

/** In how many ways the values are come by, those of cases inside cases multiplied. */
const waysIn = (cases: Cases['cases']): number =>
  cases.reduce((count, { when, value }) => count + when.length * (value.kind === 'cases' ? waysIn(value.cases) : 1), 0);

/** What a value stands for in each of several domains, which leave no value out. */
export const byDomain = (
  reading: Reading,
  parts: readonly (readonly [domain: Domain, value: Reading])[],
): Reading | undefined => casesOf(parts.map(([domain, value]) => ({ when: waysInto(reading, domain), value })));
