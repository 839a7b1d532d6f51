import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const source = join(__dirname, '../src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(source, name));

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;]*?\bfrom '(\.[^']*)';/gm)].map(([, path]) =>
    resolve(dirname(file), path!),
  );

/** The folder right below that a file is in; undefined for one that is in none, or elsewhere. */
function roomIn(folder: string, file: string): string | undefined {
  const [room, ...inside] = relative(folder, file).split(sep);
  return room === '..' || !inside.length ? undefined : room;
}

/** Which rooms each room of a folder imports from. */
function importsBetweenRooms(folder: string): ReadonlyMap<string, ReadonlySet<string>> {
  const imports = new Map<string, Set<string>>();
  for (const file of files) {
    const from = roomIn(folder, file);
    if (from === undefined) continue;
    const of = imports.get(from) ?? new Set();
    imports.set(from, of);
    // `../graph` is its index.
    for (const path of importsOf(file)) of.add(roomIn(folder, join(path, 'index')) ?? from);
    of.delete(from);
  }
  return imports;
}

/** What is left when rooms are taken away that import from none of the others: circles, and what is above them. */
function roomsInCircles(imports: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const left = new Set(imports.keys());
  const isLowest = (room: string) => ![...imports.get(room)!].some((other) => left.has(other));
  for (let lowest = [...left].filter(isLowest); lowest.length; lowest = [...left].filter(isLowest))
    for (const room of lowest) left.delete(room);
  return [...left];
}

test.each(['.', 'analysis'])('the rooms of src/%s import in one direction', (name) => {
  const imports = importsBetweenRooms(join(source, name));
  expect(imports.size).toBeGreaterThan(5);
  expect([...imports.values()].flatMap((of) => [...of]).length).toBeGreaterThan(10);
  expect(roomsInCircles(imports)).toEqual([]);
});
