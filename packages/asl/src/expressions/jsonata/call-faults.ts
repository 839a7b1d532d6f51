import { isHashAlgorithm } from '../functions/digest';
import { nearest } from '../nearest';
import type { JsonataNode, JsonataSignature } from './ast';
import { builtins } from './builtins';
import { isFailure } from './failure';
import { behaviourOf, isFunction } from './function-value';
import { lackFault } from './lacking-arguments';
import { articleOf, someFunction, type KindOf, type LiteralKind } from './literal-kinds';
import { givenWords, neededArguments, signatureWords } from './signature-words';

/** What `$` may be where a function is called: it stands in for an argument that is left out. */
const contexts: readonly unknown[] = [undefined, '', 0, false, null, [], {}];

const noContext: readonly unknown[] = [undefined];

interface Surroundings {
  readonly kindOf: KindOf;
  readonly isData: (node: JsonataNode) => boolean;
  readonly hasContext: boolean;
}

/** What is wrong with the arguments of a call of a function of JSONata, whatever the data is. */
export function callFault(
  name: string,
  given: readonly JsonataNode[],
  { kindOf, isData, hasContext }: Surroundings,
): string | undefined {
  const signature = signatureFor(name);
  if (signature?.definition === undefined) return undefined;
  const { definition } = signature;
  const around = hasContext ? contexts : noContext;
  const kinds = given.map(kindOf);
  const literals = given.map((node, at) => kinds[at] ?? (isData(node) ? 'data' : undefined));
  const isTaken = (values: readonly unknown[]): boolean => around.some((context) => fits(signature, values, context));
  const mismatch = (outcome: string): string => {
    const data = kinds.find((literal) => literal?.path !== undefined);
    const because = data ? `"${data.path}" ${data.isMany ? 'gives' : 'is'} ${wordsFor(data)}; ` : '';
    const given = givenWords(kinds.map((literal) => literal && wordsFor(literal).replace(/^an? /, '')));
    return `"$${name}" takes ${signatureWords(definition)}, but is given ${given}, so it ${outcome}; ${because}${remedyFor(data, definition)}`;
  };
  if (!candidatesFor(literals, noContext).some(isTaken)) return mismatch('fails');
  if (!hasContext) {
    // Outside of paths there is no context to stand in for the first argument, and nothing stands in for it.
    const needed = neededArguments(definition);
    if (given.length < needed) {
      return needed === 1
        ? `"$${name}" takes an argument, but is given none, so it gives nothing; give it one`
        : `"$${name}" takes ${needed} arguments, but is given ${given.length}, so it gives nothing; give it all of them`;
    }
    const values = kinds.map((literal) => literal?.value);
    if (kinds[0] && isPassedOver(signature, values)) return mismatch('gives nothing');
    // A first argument that is not known may be nothing, for which the call gives nothing: it is tried with all else.
    const isUseful = (tried: readonly unknown[]): boolean => isTaken(tried) && !isPassedOver(signature, tried);
    const isOpen = !kinds[0] && given.length > 1 && takesContext(definition);
    if (isOpen && !candidatesFor(literals, contexts.slice(1)).some(isUseful)) return mismatch('fails or gives nothing');
  }
  return lackFault(name, given) ?? (name === 'hash' ? algorithmFault(given[1]) : undefined);
}

/** `a string`, `an array of strings`, `strings` */
function wordsFor({ kind, items, isMany }: LiteralKind): string {
  if (isMany) return `${kind}s`;
  return `${articleOf(kind)} ${kind}${items === undefined ? '' : ` of ${items}s`}`;
}

function remedyFor(data: LiteralKind | undefined, definition: string): string {
  const isOfTexts = data?.items === 'string' || (data?.isMany && data.kind === 'string');
  return isOfTexts && definition.startsWith('<a<n>')
    ? `make numbers of them by "$map(${data.path}, $number)"`
    : 'correct the arguments';
}

/** Whether the context may stand in for the first argument. */
const takesContext = (definition: string): boolean => /^<(\([^)]*\)|[a-z])-/.test(definition);

/** No function takes more; the bound keeps the number of candidates small. */
const mostUnknown = 4;

/**
 * What the arguments may be. For what is not known there is nothing, which fits every type but that of functions; for the
 * first there is what `first` says.
 */
function candidatesFor(
  literals: readonly (LiteralKind | 'data' | undefined)[],
  first: readonly unknown[],
): readonly (readonly unknown[])[] {
  const triesFunctions = literals.filter((literal) => literal === undefined).length <= mostUnknown;
  return literals.reduce<readonly (readonly unknown[])[]>(
    (before, literal, at) => {
      const nothing = at === 0 ? first : noContext;
      const unknown = triesFunctions && literal !== 'data' ? [...nothing, someFunction] : nothing;
      const values = typeof literal === 'object' ? [literal.value] : unknown;
      return before.flatMap((known) => values.map((value) => [...known, value]));
    },
    [[]],
  );
}

/** Whether the context stands in for the first argument, though there is none: what is given is of the type of the second. */
function isPassedOver(signature: JsonataSignature, values: readonly unknown[]): boolean {
  if (values[0] === undefined || !fits(signature, values, undefined)) return false;
  return signature.validate(values, undefined)[0] === undefined;
}

function signatureFor(name: string): JsonataSignature | undefined {
  const value = builtins().lookup(name);
  const behaviour = isFunction(value) ? behaviourOf(value) : undefined;
  return behaviour?.kind === 'native' ? behaviour.signature : undefined;
}

function fits(signature: JsonataSignature, values: readonly unknown[], context: unknown): boolean {
  try {
    signature.validate(values, context);
    return true;
  } catch (failure) {
    if (isFailure(failure)) return false;
    throw failure;
  }
}

const algorithms = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

function algorithmFault(node: JsonataNode | undefined): string | undefined {
  const algorithm = node?.type === 'string' && !node.predicate ? node.value : undefined;
  if (typeof algorithm !== 'string' || isHashAlgorithm(algorithm)) return undefined;
  const meant = nearest(algorithm, algorithms) ?? algorithms.find((one) => one.replace('-', '') === algorithm);
  return `"$hash" does not know "${algorithm}", so it fails; use ${meant === undefined ? algorithms.map((one) => `"${one}"`).join(', ') : `"${meant}"`}`;
}
