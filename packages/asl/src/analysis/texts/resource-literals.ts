import { resourceLiteralsIn, type ResourceLiteral, type TextPart } from '../../services';
import type { StateMachine } from '../../syntax';
import type { LocatedString } from '../../text/located';
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

/** Without those of an emulator: LocalStack has all in the account 000000000000, which is nobody's on AWS. */
const onAws = (machine: StateMachine): readonly LocatedResource[] =>
  resourcesOf(machine).filter(({ account }) => account?.text !== '000000000000');

/** A part of a text that names an account or a region. */
export interface LocatedPart extends TextPart {
  readonly in: LocatedString;
}

/** The ids of accounts in ARNs and URLs, and as what parameters and environment variables say which account is meant. */
export const accountsOf = (machine: StateMachine): readonly LocatedPart[] => [
  ...onAws(machine).flatMap(({ account, in: text }) => (account ? [{ ...account, in: text }] : [])),
  ...wholesOf(
    machine,
    /^(?:Expected\w*BucketOwner|(?:Aws)?AccountIds?|(?:Source|Target|Owner)Accounts?|RegistryId|CatalogId|(?:AWS_)?ACCOUNT_ID)$/,
  ),
];

/** The names of regions, found in the same places. */
export const regionsOf = (machine: StateMachine): readonly LocatedPart[] => [
  ...onAws(machine).map(({ region, in: text }) => ({ ...region, in: text })),
  ...wholesOf(machine, /^(?:Region|(?:AWS_)?(?:DEFAULT_)?REGION)$/),
];

const wholesOf = (machine: StateMachine, names: RegExp): readonly LocatedPart[] =>
  namedTextsOf(machine)
    .filter(({ name }) => names.test(name))
    .map(({ text }) => ({ text: text.value, start: 0, end: text.value.length, in: text }));
