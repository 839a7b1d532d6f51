import { ended } from './corpus-parts.mjs';
import { jsonataStates } from './corpus-jsonata.mjs';
import { jsonPathStates } from './corpus-jsonpath.mjs';

/**
 * Definitions like those that people publish, made from a fixed seed. Their sizes, the share of each type of state, of each
 * integration, of the query languages and of Tasks with a Retry or a Catch were counted on 314 published JSON definitions
 * (November 2026: 2,281 states, median 6 a definition, 95 % up to 18).
 */
export function makeCorpus(count, seed = 42) {
  const random = generator(seed);
  return Array.from({ length: count }, (_, index) =>
    definition(index, sizeOf(random()), random() < 0.1 ? jsonataStates : jsonPathStates, random),
  );
}

/** One definition in JSONPath with that many states, for a close look. */
export const makeDefinition = (states, seed = 42) => definition(0, states, jsonPathStates, generator(seed));

/** With its ends and what is in a Map or a Parallel, a definition has one to two states more than its chain. */
const sizeOf = (share) =>
  share < 0.5 ? 2 + Math.round(share * 6) : share < 0.95 ? 5 + Math.round((share - 0.5) * 24) : 20;

/** mulberry32: a small generator with a fixed sequence for each seed. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Of entries `[weight, value]`, one by its weight. */
function pick(entries, random) {
  let left = random() * entries.reduce((sum, [weight]) => sum + weight, 0);
  return entries.find(([weight]) => (left -= weight) < 0)[1];
}

function definition(index, states, { language, start, types, retryOf, handlers }, random) {
  const names = Array.from({ length: states }, (_, n) => nameOf(index, n, random));
  const withFailures = (state) => ({
    ...state,
    ...(random() < 0.29 && { Retry: retryOf(state) }),
    ...(random() < 0.18 && { Catch: handlers }),
  });
  const make = (name, n) => {
    const place = { name, next: names[n + 1] ?? 'Done' };
    const made = n === 0 ? start(place) : pick(types, random)(place, (makers) => pick(makers, random)(place));
    const state = made.Type === 'Task' ? withFailures(made) : made;
    return [name, state.Next === 'Done' ? ended(state) : state];
  };
  const chain = Object.fromEntries(names.map(make));
  const isUsed = ([name]) => JSON.stringify(chain).includes(`"${name}"`);
  return {
    Comment: `Definition ${index}`,
    ...language,
    StartAt: names[0],
    States: { ...chain, ...Object.fromEntries(Object.entries(ends).filter(isUsed)) },
  };
}

const verbs =
  'Approve Charge Check Convert Create Delete Fetch Get Import Load Notify Process Publish Run Send Start Store Update Validate Write'.split(
    ' ',
  );
const nouns =
  'Account Batch Customer Data Email File Image Invoice Item Job Message Order Payment Record Report Result Shipment Table User Video'.split(
    ' ',
  );

const oneOf = (list, random) => list[Math.floor(random() * list.length)];

/** A name of the kind that people choose; no two states have the same, in whichever file. */
const nameOf = (index, n, random) => `${oneOf(verbs, random)}${oneOf(nouns, random)}${index}x${n}`;

const ends = {
  Done: { Type: 'Succeed' },
  Failed: { Type: 'Fail', Error: 'Failed', Cause: 'The work could not be done' },
};
