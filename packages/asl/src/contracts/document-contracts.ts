import { dirname, relative, resolve, sep } from 'node:path';
import { nearest } from '../expressions/nearest';
import type { DocumentContracts } from '../documents/document';
import { nodeFileSystem } from '../documents/file-system';
import type { MachineContract, StateMachine } from '../syntax';
import { entryOf, memberOf, type LocatedObject } from '../text/located';
import { parseText } from '../text/parse-text';
import { documentMembers } from './contract-members';
import { contractFilesOf, givenSource, type ContractFiles, type ContractSource } from './contract-source';
import { pointerTo } from '../text/pointer';
import { brokenContract, readContract } from './read-contract';

/** The contract that a program gives for a machine. Local files are looked for from the working directory. */
export function givenContract(contract: object): DocumentContracts {
  const value = parseText(JSON.stringify(contract), 'json').root!;
  const files = contractFilesOf(nodeFileSystem);
  return {
    contractOf: (machine) => readContract(machine, { value, source: givenSource(value), pointer: '', files }),
  };
}

/** The contracts of a file that stands beside the document: of its only machine, or of several by their names. */
export function siblingContracts(source: ContractSource, files: ContractFiles): DocumentContracts {
  return {
    contractOf(machine, among) {
      const { root } = source;
      if (!root) return brokenContract(source, source.problems);
      const machines = memberOf(root, 'machines');
      if (machines?.kind === 'object') return withRootProblems(source, namedContract(machine, machines, source, files));
      if (among.length === 1) return readContract(machine, { value: root, source, pointer: '', files });
      const names = among.flatMap(({ declaration }) => declaration.name ?? []);
      const example = names[0] ?? 'name of the machine';
      const fault = `is the contract of one machine beside a file of ${among.length}; write { "machines": { "${example}": ... } }`;
      return brokenContract(source, [source.problemAt(root, '', fault)]);
    },
  };
}

/** The contracts of a whole project: by the path of a definition from the file, or by the name in a template. */
export function projectContracts(filename: string, source: ContractSource, files: ContractFiles): DocumentContracts {
  return {
    contractOf(machine, among) {
      const { root } = source;
      if (!root) return brokenContract(source, source.problems);
      const machines = memberOf(root, 'machines');
      if (machines?.kind !== 'object') {
        const fault = 'must have "machines"; write { "machines": { "order.asl.json": { "input": ... } } }';
        return brokenContract(source, [source.problemAt(machines ?? root, '', fault)]);
      }
      const folder = dirname(source.file!);
      const own = machines.entries.findLast(({ key }) => resolve(folder, key.value) === filename);
      if (own && among.length === 1) {
        const pointer = pointerTo('/machines', own.key.value);
        return withRootProblems(source, readContract(machine, { value: own.value, source, pointer, files }));
      }
      const named = withRootProblems(source, namedContract(machine, machines, source, files));
      if (named || among.length !== 1) return named;
      return misspelt(machines, relative(folder, filename).replaceAll(sep, '/'), source, files);
    },
  };
}

/** Beside "machines" there may be schemas that contracts refer to. */
const rootMembers: ReadonlySet<string> = new Set(['machines', ...documentMembers]);

function withRootProblems(source: ContractSource, contract: MachineContract | undefined): MachineContract | undefined {
  if (!contract || source.root?.kind !== 'object') return contract;
  const unknown = source.root.entries.filter(({ key }) => !rootMembers.has(key.value));
  const problems = unknown.map(({ key }) =>
    source.problemAt(
      key,
      pointerTo('', key.value),
      'is not known beside "machines"; put it into the contract of a machine',
    ),
  );
  return problems.length ? { ...contract, problems: [...problems, ...contract.problems] } : contract;
}

/** The contract under the name that the document gives the machine. */
function namedContract(
  machine: StateMachine,
  machines: LocatedObject,
  source: ContractSource,
  files: ContractFiles,
): MachineContract | undefined {
  const { name } = machine.declaration;
  const entry = name === undefined ? undefined : entryOf(machines, name);
  if (!entry) return undefined;
  return readContract(machine, { value: entry.value, source, pointer: pointerTo('/machines', name!), files });
}

/** A path that leads to no file and nearly to that one was meant for it. */
function misspelt(
  machines: LocatedObject,
  path: string,
  source: ContractSource,
  files: ContractFiles,
): MachineContract | undefined {
  const paths = machines.entries.map(({ key }) => key.value).filter((name) => /[./]/.test(name));
  const meant = nearest(path, files.missing(paths, source));
  const entry = machines.entries.find(({ key }) => key.value === meant);
  if (!entry) return undefined;
  const fault = `is the path of no file; did you mean "${path}"?`;
  return brokenContract(source, [source.problemAt(entry.key, pointerTo('/machines', entry.key.value), fault)]);
}
