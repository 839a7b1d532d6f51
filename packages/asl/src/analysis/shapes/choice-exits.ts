import type { AslNode, ChoiceState } from '../../syntax';
import { graphOf, type Transition } from '../graph/graph';
import { assume } from './assume';
import { assumeJsonata } from './assume-jsonata';
import type { DataShape } from './data-shape';
import type { Exit } from './exit';
import { assigned, throughPath } from './json-path-flow';
import { assignedByJsonata, throughJsonata } from './jsonata-flow';
import type { DataReader } from './reader';

/** A Choice hands on what it reads, and each way what its test has shown. */
export function exitsOfChoice(state: ChoiceState, reader: DataReader): readonly Exit[] {
  return state.queryLanguage === 'JSONata' ? jsonataExits(state, reader) : jsonPathExits(state, reader);
}

function jsonPathExits(state: ChoiceState, reader: DataReader): readonly Exit[] {
  let input = throughPath(state, 'InputPath', reader.world.input, reader);
  if (reader.hasFailed()) return [];
  const leave = (node: AslNode, left: DataShape): Exit[] => {
    const own = reader.fork();
    const variables = assigned(node, left, own);
    const output = throughPath(state, 'OutputPath', left, own);
    return own.hasFailed() ? [] : exitsFrom(state, node, output, variables);
  };
  const exits: Exit[] = [];
  for (const rule of state.choices) {
    if (input.kind === 'never') return exits;
    const { holds, fails } = assume(rule, reader, { input });
    if (holds.kind !== 'never') exits.push(...leave(rule, holds));
    input = fails;
  }
  return input.kind === 'never' ? exits : [...exits, ...leave(state, input)];
}

function jsonataExits(state: ChoiceState, reader: DataReader): readonly Exit[] {
  let { input } = reader.world;
  const leave = (node: AslNode, input: DataShape): Exit[] => {
    const own = reader.fork();
    const variables = assignedByJsonata(node, { input }, own);
    const output = throughJsonata(node, 'Output', { input }, own, input);
    return own.hasFailed() ? [] : exitsFrom(state, node, output, variables);
  };
  const exits: Exit[] = [];
  for (const rule of state.choices) {
    const own = reader.fork();
    const condition = rule.field('Condition')?.expressions[0];
    const shape = condition && own.readJsonata(condition, { input });
    if (own.hasFailed()) return exits;
    const known = shape?.kind === 'scalar' ? shape.value : undefined;
    const value = condition ? known : rule.Condition;
    const jsonata = condition?.jsonata;
    const { holds, fails } = jsonata ? assumeJsonata(jsonata, input) : { holds: input, fails: input };
    if (value !== false && holds.kind !== 'never') exits.push(...leave(rule, holds));
    if (value === true || fails.kind === 'never') return exits;
    input = fails;
  }
  return [...exits, ...leave(state, input)];
}

function exitsFrom(state: ChoiceState, node: AslNode, input: DataShape, variables: Exit['variables']): Exit[] {
  const transitions: readonly Transition[] = graphOf(state.parent).transitionsFrom(state);
  return transitions
    .filter((transition) => transition.node === node)
    .map((transition) => ({ transition, input, variables }));
}
