import { resourceLiteralsIn, type ResourceLiteral, type TextPart } from '../../services';
import type { StateMachine } from '../../syntax';
import type { LocatedString } from '../../text/located';
import { wordsOfName } from './name-words';
import { namedTextsOf } from './named-texts';
import { textsOf } from './texts';

/** An ARN or a host in one of the texts of a definition. */
export interface LocatedResource extends ResourceLiteral {
  readonly in: LocatedString;
}

/** In the order of the texts, found once for all who ask. */
export const resourcesOf = (machine: StateMachine): readonly LocatedResource[] => machine.once(findResources);

function findResources(machine: StateMachine): readonly LocatedResource[] {
  const found: LocatedResource[] = [];
  for (const text of textsOf(machine)) {
    for (const literal of resourceLiteralsIn(text.value)) found.push({ ...literal, in: text });
  }
  return found;
}

/** LocalStack has all in this account, which is nobody's on AWS. */
const emulated = '000000000000';

/** Without those of an emulator. */
const onAws = (machine: StateMachine): readonly LocatedResource[] =>
  resourcesOf(machine).filter(({ account }) => account?.text !== emulated);

/** A part of a text that names an account or a region. */
export interface LocatedPart extends TextPart {
  readonly in: LocatedString;
}

const accountNames = /\b(?:accounts?(?: ids?)?|expected .*bucket owner|registry id|catalog id)$/;

/** The ids of accounts in ARNs and URLs, and as what anything is called by whose name an account is meant. */
export const accountsOf = (machine: StateMachine): readonly LocatedPart[] => [
  ...onAws(machine).flatMap(({ account, in: text }) => (account ? [{ ...account, in: text }] : [])),
  ...wholesOf(machine, /account|owner|registry|catalog/i, accountNames).filter(({ text }) => text !== emulated),
  ...bucketAccountsOf(machine),
];

/** A bucket is often called after the account, as its name has to be the only one of all: `logs-123456789012-eu`. No day and hour. */
const inBucketName =
  /(?<=^(?:s3:\/\/)?[a-z0-9.-]*[.-]|^s3:\/\/)(?!0{12}|20\d\d(?:0[1-9]|1[0-2])[0-3]\d)\d{12}(?=$|[./-])/d;

const bucketAccountsOf = (machine: StateMachine): readonly LocatedPart[] =>
  namedTextsOf(machine).flatMap(({ name, text }): readonly LocatedPart[] => {
    if (!/bucket$/i.test(name) && !text.value.startsWith('s3://')) return [];
    const [start, end] = inBucketName.exec(text.value)?.indices?.[0] ?? [];
    return start === undefined || end === undefined
      ? []
      : [{ text: text.value.slice(start, end), start, end, in: text }];
  });

/** The names of regions, found in the same places. */
export const regionsOf = (machine: StateMachine): readonly LocatedPart[] => machine.once(findRegions);

const findRegions = (machine: StateMachine): readonly LocatedPart[] => [
  ...onAws(machine).map(({ region, in: text }) => ({ ...region, in: text })),
  ...onlyRegion(wholesOf(machine, /region/i, /\bregion$/)),
];

/** Where several are named, something is done in each of them. */
const onlyRegion = (named: readonly LocatedPart[]): readonly LocatedPart[] =>
  new Set(named.map(({ text }) => text)).size === 1 ? named : [];

/** The whole texts that are given a name of such words, `region` for `SourceRegion` and `AWS_REGION`; all such names have the clue. */
const wholesOf = (machine: StateMachine, clue: RegExp, names: RegExp): readonly LocatedPart[] =>
  namedTextsOf(machine)
    .filter(({ name }) => clue.test(name) && names.test(wordsOfName(name).join(' ')))
    .map(({ text }) => ({ text: text.value, start: 0, end: text.value.length, in: text }));
