import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lintText } from '../../src';

const files = {
  'main.tf': `resource "aws_sfn_state_machine" "order" {
  definition = jsonencode({
    StartAt = "A"
    States  = { A = { Type = "Task", Resource = var.arn, Retry = local.retry, Next = "Nowhere" }, B = local.done }
  })
}
`,
  'locals.tf': `locals {
  retry = [{ ErrorEquals = ["States.ALL"], MaxAttempts = -1 }]
  done  = { Type = "Succeed", Comment = "done" }
  other = { Type = "Succeed", Comment = 1 }
}
`,
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'terraform-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

const rules = { 'asl/require-catch': 'off', 'asl/no-unrepeatable-retry': 'off' } as const;
const found = (name: keyof typeof files, text: string = files[name]) =>
  lintText(text, { filename: join(folder, name), rules }).map(({ ruleId, line, column }) => [ruleId, line, column]);

test('what the files of a folder say together is told where it stands', () => {
  expect(found('main.tf')).toEqual([
    ['asl/valid-transition-targets', 4, 86],
    ['asl/no-unreachable-state', 4, 99],
  ]);
  expect(found('locals.tf')).toEqual([['asl/valid-field-values', 2, 58]]);
});

test('a sibling that cannot be read is no finding here', () => {
  writeFileSync(join(folder, 'broken.tf'), 'locals {\n  x = { StartAt States }\n  y = <<EOF\n{"StartAt": "States"');
  expect(found('locals.tf')).toEqual([['asl/valid-field-values', 2, 58]]);
});
