import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StateMachine } from '../../src';
import { survey } from '../../src/explore';
import { workflows } from './workflows';

const folder = join(__dirname, '../../../../examples');

/** A test shows how the one in `order` is refused. */
const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.asl.json') && file !== join('order', 'order.asl.json'))
  .map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);

test.each(examples)('every way of %s is reached', async (_, text) => {
  expect((await survey(new StateMachine(text), { runs: 2000 })).unreached).toEqual([]);
});

test.each(Object.entries(workflows))('every way of "%s" is reached', async (_, definition) => {
  const { unreached, states } = await survey(definition, { runs: 2000 });
  expect(states.total).toBeGreaterThanOrEqual(10);
  expect(unreached).toEqual([]);
});
