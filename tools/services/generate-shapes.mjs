// Writes packages/asl/data/shapes/, one file per service, from the API models in the Python package botocore.
//
//   pip download --no-deps --dest /tmp/botocore botocore==1.43.107
//   unzip -q -d /tmp/botocore /tmp/botocore/botocore-*.whl
//   node tools/services/generate-shapes.mjs /tmp/botocore packages/asl/data
//
// botocore and not aws-sdk, from which generate.mjs makes the catalogue: the models in aws-sdk are without enum values
// and limits, and end in September 2024. Both are models by AWS under the Apache License 2.0.
//
// A file holds JSON, with the names of the API in PascalCase, as optimized integrations have them:
//   actions   each action's shapes, [input, output], by their numbers in `shapes`; null or nothing where it has none
//   errors    the errors of all of its actions, apart by blanks
//   raises    each action's errors, by their numbers in `errors`; only of services that name them with care
//   shapes    a structure is a text, its members apart by blanks: "Name! Tags#3 Enabled#b"; `!` is required, what follows
//             `#` is the member's shape, a string without one. Others are objects: { list } and { map } (of values) with
//             the shape of what they hold, { enum }, and { string | integer | number | blob: [least, most] } with limits:
//             null for none, lengths of strings and blobs; a list has those of its length in `of`
// A shape is a number, or a letter: s string, i integer, n number, b boolean, t timestamp, x blob, j any JSON.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { hasEventStream, newestModels, upperFirst, lowerFirst } from './models.mjs';
import { stepFunctionsName } from './names.mjs';

const [from, to] = process.argv.slice(2);
if (!to) {
  console.error('Usage: node generate-shapes.mjs BOTOCORE OUT, see the head of this file');
  process.exit(2);
}

const data = join(from, 'botocore', 'data');
const files = readdirSync(data, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(data, name)).map((version) => join(data, name, version, 'service-2.json.gz')))
  .filter((file) => existsSync(file));
const models = newestModels(files.map((file) => JSON.parse(gunzipSync(readFileSync(file)))));

/** Services that name the errors of each action. Others name few of them: of 116 actions S3 does so for 20. */
const careful = new Set(['Athena', 'DynamoDB', 'Glue', 'Kinesis', 'Lambda', 'SFN', 'SNS', 'SQS', 'Secrets Manager']);

const letters = {
  string: 's',
  integer: 'i',
  long: 'i',
  float: 'n',
  double: 'n',
  boolean: 'b',
  timestamp: 't',
  blob: 'x',
};
const limited = {
  string: 'string',
  integer: 'integer',
  long: 'integer',
  float: 'number',
  double: 'number',
  blob: 'blob',
};

/** The shapes that the model's actions reach, in the order in which they are reached. */
class Shapes {
  found = [];
  #model;
  #numbers = new Map();

  constructor(model) {
    this.#model = model;
  }

  /** A letter, or a number. */
  refer(name) {
    const shape = this.#model.shapes[name];
    if (shape.document) return 'j';
    if (!this.#isRemarkable(shape)) return letters[shape.type];
    if (this.#numbers.has(name)) return this.#numbers.get(name);
    const number = this.found.length;
    this.#numbers.set(name, number);
    this.found.push(undefined);
    this.found[number] = this.#describe(shape);
    return number;
  }

  #isRemarkable({ type, enum: values, min, max }) {
    return !(type in letters) || values !== undefined || (type in limited && (min ?? max) !== undefined);
  }

  #describe(shape) {
    const { type, enum: values, min = null, max = null } = shape;
    if (type === 'list')
      return { list: this.refer(shape.member.shape), ...((min ?? max) !== null && { of: [min, max] }) };
    if (type === 'map') return { map: this.refer(shape.value.shape) };
    if (values) return { enum: values };
    if (type in limited) return { [limited[type]]: [min, max] };
    if (type !== 'structure') throw new Error(`"${type}" is no type that is known here`);
    const members = Object.entries(shape.members).map(([name, member]) => [upperFirst(name), this.refer(member.shape)]);
    if (new Set(members.map(([name]) => name)).size < members.length) throw new Error('Two members have one name');
    return { members, required: (shape.required ?? []).map(upperFirst) };
  }
}

const refersTo = (shape, renumber) => {
  if (shape.members) return { ...shape, members: shape.members.map(([name, ref]) => [name, renumber(ref)]) };
  const [[kind, ref]] = Object.entries(shape);
  return kind === 'list' || kind === 'map' ? { ...shape, [kind]: renumber(ref) } : shape;
};

/**
 * Makes one shape of those that say the same, also in circles: at first all are taken for the same, then those are told
 * apart whose texts differ, until no text tells more.
 */
function merged(shapes) {
  let classes = shapes.map(() => 0);
  const renumber = (ref) => (typeof ref === 'number' ? classes[ref] : ref);
  for (let count = 0; ;) {
    const texts = new Map();
    const next = shapes.map((shape) => {
      const text = JSON.stringify(refersTo(shape, renumber));
      if (!texts.has(text)) texts.set(text, texts.size);
      return texts.get(text);
    });
    classes = next;
    if (texts.size === count) break;
    count = texts.size;
  }
  const kept = [];
  shapes.forEach((shape, number) => (kept[classes[number]] ??= refersTo(shape, renumber)));
  return { shapes: kept, renumber };
}

function written({ members, required, ...other }) {
  if (!members) return JSON.stringify(other);
  const texts = members.map(([name, ref]) => {
    if (/[\s!#"\\]/.test(name)) throw new Error(`"${name}" cannot be written in this format`);
    return `${name}${required.includes(name) ? '!' : ''}${ref === 's' ? '' : `#${ref}`}`;
  });
  return JSON.stringify(texts.join(' '));
}

const raisedBy = (actions, { operations }, errors) =>
  Object.fromEntries(
    actions.map(([name]) => [
      name,
      (operations[upperFirst(name)].errors ?? []).map(({ shape }) => errors.indexOf(shape)).sort((a, b) => a - b),
    ]),
  );

const folder = join(to, 'shapes');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
let size = 0;
for (const [serviceId, model] of models) {
  const shapes = new Shapes(model);
  const actions = Object.entries(model.operations)
    .filter(([, operation]) => !hasEventStream(operation, model))
    .map(([name, { input, output }]) => [
      lowerFirst(name),
      [input, output].map((root) => root && shapes.refer(root.shape)),
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const { shapes: kept, renumber } = merged(shapes.found);
  const lines = actions.map(([name, [input, output]]) => {
    const roots = output === undefined ? [input ?? null] : [input ?? null, output];
    return `${JSON.stringify(name)}:${JSON.stringify(roots.map(renumber))}`;
  });
  const errors = Object.entries(model.shapes)
    .flatMap(([name, { exception }]) => (exception ? [name] : []))
    .sort();
  const raises = careful.has(serviceId) ? `"raises":${JSON.stringify(raisedBy(actions, model, errors))},` : '';
  const text = `{"actions":{\n${lines.join(',\n')}\n},"errors":"${errors.join(' ')}",${raises}"shapes":[\n${kept.map(written).join(',\n')}\n]}\n`;
  size += text.length;
  writeFileSync(join(folder, `${stepFunctionsName(serviceId)}.json`), text);
}

const [package_] = readdirSync(from).filter((name) => /^botocore-.*\.dist-info$/.test(name));
const source = basename(package_, '.dist-info').replace('-', ' ');
const origin = {
  source,
  license: 'Apache-2.0, Copyright Amazon.com, Inc. or its affiliates',
  date: new Date().toISOString().slice(0, 10),
};
writeFileSync(join(to, 'shapes-source.json'), `${JSON.stringify(origin, null, 2)}\n`);
console.log(`${models.size} services, ${(size / 1e6).toFixed(1)} MB`);
