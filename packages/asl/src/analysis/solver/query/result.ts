import type { Way } from '../formula';
import { constant, failing, missing, type Reading } from '../symbolic-value';
import { absenceWays, failureWays, waysInto } from '../ways';
import { only } from '../domain';
import { casesOf } from './by-case';

/** How a part of a condition ends: an operator that compares gives nothing where one side is nothing. */
export type Result = (typeof results)[number];
export const results = ['true', 'false', 'nothing', 'fails'] as const;

/** The ways to each result of something that gives a boolean. No data that leads to a result is outside of them. */
export type Results = (result: Result) => readonly Way[];

/** The boolean that the ways stand for, as a value; undefined if there are too many. */
export const booleanOf = (results: Results): Reading | undefined =>
  casesOf([
    { when: results('true'), value: constant(true) },
    { when: results('false'), value: constant(false) },
    { when: results('nothing'), value: missing },
    { when: results('fails'), value: failing },
  ]);

/** The results of a value that is a boolean or nothing, or fails. */
export const resultsOf =
  (reading: Reading): Results =>
  (result) => {
    switch (result) {
      case 'nothing':
        return absenceWays(reading);
      case 'fails':
        return failureWays(reading);
      default:
        return waysInto(reading, only(result === 'true'));
    }
  };
