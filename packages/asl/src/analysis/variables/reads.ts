import {
  jsonataFunctions,
  type IntrinsicArgument,
  type JsonPath,
  type ReferencePath,
  type Span,
} from '../../expressions';
import {
  ownNodesOf,
  scopesOf,
  type AslNode,
  type Expression,
  type Field,
  type Scope,
  type State,
  type StateMachine,
} from '../../syntax';
import { matchesOf } from '../../text/matches';
import { walkOnce } from '../../text/value';
import { isAssigned, variableGivenBy } from './assignments';
import { joinedBy, neededBy } from './needed';

/** A place where a variable is read. */
export interface VariableRead {
  readonly name: string;
  readonly expression: Expression;
  /** The name within the expression. */
  readonly span: Span;
  readonly state: State;
  /** Whether the state fails when it comes to this expression and the variable has no value. */
  readonly mustHaveValue: boolean;
  /** Whether what is made there is a text with the value in it, which lacks it then, and the state goes on. */
  readonly isJoined: boolean;
}

/** All reads of a machine, in the order of its states. */
export const variableReadsOf = (machine: StateMachine): readonly VariableRead[] => machine.once(findReads);

function findReads(machine: StateMachine): readonly VariableRead[] {
  const found: VariableRead[] = [];
  for (const { states } of scopesOf(machine)) {
    for (const state of states) {
      for (const { fields } of ownNodesOf(state)) {
        for (const { expressions } of fields) {
          for (const expression of expressions) found.push(...readsIn(expression, state));
        }
      }
    }
  }
  return found;
}

const fieldsOf = (node: AslNode): readonly Field[] => ownNodesOf(node).flatMap(({ fields }) => fields);

/** `$name`: few texts have one, and only those are looked into. */
const variableName = /\$[\p{L}_]/u;

function readsIn(expression: Expression, state: State): readonly VariableRead[] {
  if (!variableName.test(expression.text ?? '')) return [];
  const { parsed } = expression;
  const place = { expression, state, isJoined: false };
  switch (parsed.language) {
    case 'path':
    case 'reference-path': {
      const { value } = parsed.result;
      // IsPresent is there to find out.
      const mustHaveValue = !(expression.parent.name === 'Variable' && expression.parent.parent.has('IsPresent'));
      return value ? pathReads(value, 0).map((read) => ({ ...read, ...place, mustHaveValue })) : [];
    }
    case 'intrinsic': {
      const { value } = parsed.result;
      return value ? argumentReads(value).map((read) => ({ ...read, ...place, mustHaveValue: true })) : [];
    }
    case 'jsonata': {
      const jsonata = parsed.result.value;
      if (!jsonata) return [];
      const ast = jsonata.isComplete ? jsonata.ast : undefined;
      const [needed, joined] = ast ? [neededBy(ast), joinedBy(ast)] : [[], []];
      return jsonata.references.variables
        .map(({ name, start, end }) => ({
          name,
          span: { start, end },
          ...place,
          mustHaveValue: needed.includes(end),
          isJoined: joined.includes(end),
        }))
        .filter((read) => !jsonataFunctions.has(read.name) || isMeantAsVariable(read));
    }
    default:
      return [];
  }
}

/** A variable called like a function, `count`: where nothing has assigned it, the function stands there, which has no place in a sum. */
const isMeantAsVariable = ({ name, state, mustHaveValue }: VariableRead): boolean =>
  mustHaveValue && isAssigned(state.parent.machine, name);

type NamedSpan = Pick<VariableRead, 'name' | 'span'>;

const pathReads = ({ root }: JsonPath | ReferencePath, start: number): NamedSpan[] =>
  root.kind === 'variable' ? [{ name: root.name, span: { start, end: start + root.name.length + 1 } }] : [];

function argumentReads(argument: IntrinsicArgument): NamedSpan[] {
  if (argument.kind === 'call') return argument.arguments.flatMap(argumentReads);
  return argument.kind === 'path' ? pathReads(argument, argument.start) : [];
}

/**
 * Whether some expression of the machine asks if the variable has a value. What depends on the answer is not followed, so
 * nothing is said of such a variable.
 */
export function isTested(machine: StateMachine, name: string): boolean {
  return machine.once(testedNames).has(name);
}

function testedNames(machine: StateMachine): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { states } of scopesOf(machine)) {
    for (const field of states.flatMap(fieldsOf)) {
      for (const { text, kind } of field.expressions) {
        if (kind === 'jsonata') {
          for (const [, name] of (text ?? '').matchAll(/\$(?:exists|type|boolean|not)\s*\(\s*\$([\p{L}\p{N}_]+)/gu)) {
            names.add(name!);
          }
        } else if (field.name === 'Variable' && field.parent.has('IsPresent')) {
          for (const [, name] of (text ?? '').matchAll(/^\$([\p{L}_][\p{L}\p{N}_]*)/gu)) names.add(name!);
        }
      }
    }
  }
  return names;
}

/**
 * Whether the text of some expression in the scope, or in those inside it, has `$name`: as good as a read. So is the text
 * of what a source makes there by a call or out of several parts. What only gives the variable its next value reads nothing.
 */
export function isMentioned(scope: Scope, name: string): boolean {
  return scope.once(mentionsIn).read.has(name);
}

/** The names in the texts of a scope, and those of them that are not only read for their own next value. */
interface Mentions {
  readonly all: Set<string>;
  readonly read: Set<string>;
}

function mentionsIn(scope: Scope): Mentions {
  const mentions: Mentions = { all: new Set(), read: new Set() };
  for (const state of scope.states) {
    const { all, read } = state.once(mentionsOf);
    for (const name of all) mentions.all.add(name);
    for (const name of read) mentions.read.add(name);
  }
  return mentions;
}

/** Whether the text of some expression of the state, or inside it, has `$name`, be it for the next value of the variable. */
export const mentionsVariable = (state: State, name: string): boolean => state.once(mentionsOf).all.has(name);

function mentionsOf(state: State): Mentions {
  const mentions: Mentions = { all: new Set(), read: new Set() };
  const addFrom = (text: string | undefined, expression?: Expression) => {
    for (const [, name] of matchesOf(text ?? '', /\$([\p{L}_][\p{L}\p{N}_]*)/gu)) {
      mentions.all.add(name!);
      if (!expression || variableGivenBy(expression) !== name) mentions.read.add(name!);
    }
  };
  for (const field of fieldsOf(state)) {
    for (const expression of field.expressions) addFrom(expression.text, expression);
  }
  walkOnce([state.located], new Set(), (value) => {
    if (value.kind === 'placeholder') addFrom(value.text);
  });
  for (const inner of scopesInside(state)) for (const name of inner.once(mentionsIn).all) addFrom(`$${name}`);
  return mentions;
}

const scopesInside = (state: State): readonly Scope[] =>
  state.type === 'ParallelState'
    ? state.branches
    : state.type === 'MapState' && state.itemProcessor
      ? [state.itemProcessor]
      : [];
