import type { JsonataNode, Span } from '../../expressions';
import { unknown } from './data-shape';
import type { DataRead } from './data-read';
import { anything, type Evaluated } from './evaluated';
import { rootOf, type JsonataRoots } from './jsonata-roots';
import { followSteps, type Item } from './jsonata-steps';
import { isTold, partOf, type Use } from './jsonata-use';
import { pathStartOf, relativeStartOf, spanOfPath, writtenOut, type PathStart } from './plain-path';
import { readAsJsonata, valueOf, type JsonataReading } from './read-as-jsonata';
import type { World } from './world';

type Variables = World['variables'];

export type RecordRead = (read: Pick<DataRead, 'span' | 'path' | 'root' | 'reading' | 'mustFind'>) => void;

/** What the paths of one expression find, and the record of it. */
export class JsonataPaths {
  readonly #text: string;
  readonly #roots: JsonataRoots;
  readonly #record: RecordRead;
  /** For what is inside a path: filters, and steps that are no names. */
  readonly #evaluate: (node: JsonataNode, use: Use) => Evaluated;
  /** What names are looked up in. */
  #item: Item | undefined;

  constructor(
    text: string,
    roots: JsonataRoots,
    record: RecordRead,
    evaluate: (node: JsonataNode, use: Use) => Evaluated,
  ) {
    this.#text = text;
    this.#roots = roots;
    this.#record = record;
    this.#evaluate = evaluate;
  }

  /** A path or a variable; `variables` are those that can be seen there. */
  read(node: JsonataNode, use: Use, variables: Variables): Evaluated {
    const relative = relativeStartOf(node, this.#text);
    if (relative) return this.#item ? this.#readInItem(node, relative, this.#item, use) : anything;
    const path = pathStartOf(node, this.#text);
    if (path) return this.#readFromRoot(node, path, use, variables);
    // What begins with something else, such as a call, is only looked into.
    if (node.type === 'path' && node.steps[0]?.type !== 'variable') this.#evaluate(node.steps[0]!, partOf(use));
    return anything;
  }

  #readFromRoot(node: JsonataNode, path: PathStart, use: Use, variables: Variables): Evaluated {
    const isVariable = path.root !== 'states';
    const member = !isVariable && path.segments[0]?.kind === 'name' ? path.segments[0].name : undefined;
    const root = rootOf(path.root, member, this.#roots, variables);
    if (!root) return anything;
    const segments = isVariable ? path.segments : path.segments.slice(1);
    const found = readAsJsonata(segments, root);
    const reading = { ...found, ...valueOf(found) };
    const span = spanOfPath(path, this.#text);
    const text = this.#text.slice(span.start, span.end);
    if ((segments.length || isVariable) && isTold(use, reading)) {
      const kind = isVariable ? 'variable' : member === 'context' ? 'context' : 'input';
      this.#record({ span, path: text, root: kind, reading, mustFind: use === 'whole' });
    }
    if (reading.missing === 'sure') return { shape: unknown, missing: 'sure' };
    if (path.isWhole) return valueOf(found);
    return this.#goOn(node, path, { shape: found.shape, path: text, length: segments.length }, use);
  }

  /** A path that begins with a name, in a filter or behind a `.`. */
  #readInItem(node: JsonataNode, path: PathStart, from: Item, use: Use): Evaluated {
    const reading = readAsJsonata(path.segments, from.shape);
    const found: Item = {
      shape: reading.shape,
      path: `${from.path}${writtenOut(path.segments)}`,
      length: from.length + path.segments.length,
    };
    this.#tell(spanOfPath(path, this.#text), from, found, reading, use);
    if (reading.missing === 'sure') return { shape: unknown, missing: 'sure' };
    if (path.isWhole) return valueOf(reading);
    return this.#goOn(node, path, found, use);
  }

  /** Records what is looked up in an item, by the path to the item. */
  #tell(span: Span, from: Item, { path }: Item, reading: JsonataReading, use: Use): void {
    if (!isTold(use, reading)) return;
    const gap = reading.gap && { gap: { ...reading.gap, at: reading.gap.at + from.length } };
    this.#record({ span, path, root: 'item', reading: { ...valueOf(reading), ...gap }, mustFind: false });
  }

  #goOn(node: JsonataNode, path: PathStart, from: Item, use: Use): Evaluated {
    const inner = use === 'guarded' ? use : 'part';
    const element = followSteps(node, path, from, {
      evaluate: (one, item) => {
        const outside = this.#item;
        this.#item = item;
        const found = this.#evaluate(one, inner);
        this.#item = outside;
        return found;
      },
      read: (step, before, to, reading) => {
        const end = step.position ?? this.#text.length;
        this.#tell({ start: Math.max(0, end - step.value.length), end }, before, to, reading, inner);
      },
    });
    return element ? { ...anything, element } : anything;
  }
}
