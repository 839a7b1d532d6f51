import {
  ChoiceState,
  Credentials,
  FailState,
  isRecoverable,
  MapState,
  ownNodesOf,
  ParallelState,
  PassState,
  TaskState,
  UnknownState,
  type RecoverableState,
  type Scope,
  type State,
} from '../../syntax';
import { exitsByCatch } from './catch-exits';
import { exitsOfChoice } from './choice-exits';
import { array, object, possible, string, unknown, type DataShape, type Member } from './data-shape';
import { exitsByNext, type Exit } from './exit';
import { joinAll } from './join';
import { assigned, originOf, throughPath, throughResultPath, throughTemplate } from './json-path-flow';
import { assignedByJsonata, throughJsonata } from './jsonata-flow';
import { iterationInput } from './map-exits';
import type { DataReader } from './reader';
import { shapeOfTaskResult } from './task-result';
import { shapeOfTemplate } from './template-shape';
import type { Surroundings, World } from './world';

/** Runs a scope inside a state and gives back what may come out of it. */
export type RunScope = (
  scope: Scope,
  input: DataShape,
  variables: World['variables'],
  around?: Surroundings,
) => DataShape;

/** The ways out of a state that is entered in the world of the reader, with what each brings along. */
export function exitsOf(state: State, reader: DataReader, run: RunScope): readonly Exit[] {
  if (state instanceof ChoiceState) return exitsOfChoice(state, reader);
  if (state instanceof UnknownState) return [];
  return state.queryLanguage === 'JSONata' ? jsonataExits(state, reader, run) : jsonPathExits(state, reader, run);
}

type OtherState = Exclude<State, ChoiceState | UnknownState>;

function jsonPathExits(state: OtherState, reader: DataReader, run: RunScope): readonly Exit[] {
  const { input } = reader.world;
  const literal = state instanceof PassState ? state.field('Result') : undefined;
  const effective = literal ? input : throughPath(state, 'InputPath', input, reader);
  readOtherPaths(state, effective, reader);
  const given =
    state instanceof MapState
      ? iterationInput(state, effective, reader)
      : literal
        ? unknown
        : throughTemplate(state, 'Parameters', { input: effective }, reader, effective);
  if (reader.hasFailed() || state instanceof FailState) return [];
  const byCatch = isRecoverable(state) ? exitsByCatch(state, reader) : [];
  const made = literal ? shapeOfTemplate(literal.value, originOf(literal)) : given;
  const result = isRecoverable(state) ? resultOf(state, made, reader.world, run) : made;
  if (result.kind === 'never') return byCatch;

  const variables = assigned(state, result, reader);
  const selected = throughTemplate(state, 'ResultSelector', { input: result }, reader, result);
  const placed =
    isRecoverable(state) || state instanceof PassState
      ? throughResultPath(state, reader.assured(input), selected)
      : reader.assured(selected);
  const output = throughPath(state, 'OutputPath', placed, reader);
  return reader.hasFailed() ? byCatch : [...byCatch, ...exitsByNext(state, output, variables)];
}

function jsonataExits(state: OtherState, reader: DataReader, run: RunScope): readonly Exit[] {
  const { input } = reader.world;
  const roots = { input };
  for (const node of ownNodesOf(state)) {
    for (const field of node.fields) {
      if (field.spec?.jsonata) for (const expression of field.expressions) reader.readJsonata(expression, roots);
    }
  }
  const given =
    state instanceof MapState
      ? iterationInput(state, input, reader)
      : throughJsonata(state, 'Arguments', roots, reader, input);
  if (state instanceof FailState) return [];
  const byCatch = isRecoverable(state) ? exitsByCatch(state, reader) : [];
  if (reader.hasFailed()) return byCatch;
  const result = isRecoverable(state) ? resultOf(state, given, reader.world, run) : input;
  if (result.kind === 'never') return byCatch;
  const found = reader.assured(input);
  const after = isRecoverable(state) ? { input: found, result } : { input: found };
  const variables = assignedByJsonata(state, after, reader);
  const output = throughJsonata(state, 'Output', after, reader, result === input ? found : result);
  return reader.hasFailed() ? byCatch : [...byCatch, ...exitsByNext(state, output, variables)];
}

function resultOf(state: RecoverableState, given: DataShape, world: World, run: RunScope): DataShape {
  const { variables } = world;
  if (state instanceof TaskState) return shapeOfTaskResult(state);
  if (state instanceof ParallelState) {
    if (state.field('Branches')?.value.kind !== 'array' || !state.branches.length) return unknown;
    const outputs = state.branches.map((branch) => run(branch, given, variables, { state, world }));
    // All branches have to come to an end.
    const stuck = outputs.find(({ kind }) => kind === 'never');
    return stuck ?? array(joinAll(outputs), outputs);
  }
  if (!state.itemProcessor) return unknown;
  // The child workflows of a distributed Map do not see the variables.
  const output = run(state.itemProcessor, given, state.mode === 'INLINE' ? variables : new Map(), { state, world });
  return state.has('ResultWriter') ? exportOf(state) : array(output);
}

/** What is written to S3 is not handed on, but where it is (recorded); what WriterConfig alone makes is left open. */
function exportOf({ name, resultWriter }: MapState): DataShape {
  if (resultWriter?.located.kind !== 'object' || !resultWriter.has('Resource')) return unknown;
  const origin = `what the ResultWriter of "${name}" gives`;
  const place: [string, Member][] = [
    ['Bucket', possible(string)],
    ['Key', possible(string)],
  ];
  const members: [string, Member][] = [
    ['MapRunArn', possible(string)],
    ['ResultWriterDetails', possible(object(place, 'modelled', origin))],
  ];
  return object(members, 'modelled', origin);
}

/** Paths of fields that take no part in the flow of the data: SecondsPath, ErrorPath, MaxConcurrencyPath ... */
function readOtherPaths(state: OtherState, effective: DataShape, reader: DataReader): void {
  for (const node of ownNodesOf(state)) {
    for (const field of node.fields) {
      const isPath = field.spec?.is === 'reference-path' || field.spec?.is === 'path-or-intrinsic';
      if (!isPath || field.name === 'ResultPath' || field.name === 'ItemsPath') continue;
      // Credentials, and the Fail that has no InputPath, read the raw input.
      const isRaw = node instanceof Credentials || state instanceof FailState;
      const input = isRaw ? reader.world.input : effective;
      for (const expression of field.expressions) reader.read(expression, { input });
    }
  }
  if (state instanceof MapState && state.resultWriter) {
    throughTemplate(state.resultWriter, 'Parameters', { input: effective }, reader, unknown);
  }
}
