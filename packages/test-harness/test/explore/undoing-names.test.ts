import { parseStateMachine, parseText } from '@stepproof/asl';
import { undoingNames } from '../../src/explore/invariants/undoing-names';

const pairsOf = (...names: readonly string[]) =>
  undoingNames(
    parseStateMachine(
      parseText(
        JSON.stringify({
          StartAt: names[0],
          States: Object.fromEntries(names.map((name) => [name, { Type: 'Succeed' }])),
        }),
        'json',
      ).root!,
    ),
  );

test.each([
  ['ChargeCard', 'RefundCard'],
  ['Book the hotel', 'Cancel Hotel'],
  ['create_user', 'delete_user'],
  ['CreateS3Bucket', 'Delete S3 Bucket'],
  ['Reserve Inventory', 'Roll back inventory'],
  ['Reserve', 'Release reservation'],
  ['Book', 'CancelBooking'],
  ['Pay', 'RefundPayment'],
])('%s is undone by %s', (name, undo) => {
  expect(pairsOf(name, undo, 'Done')).toEqual({ [name]: undo });
});

test.each([
  [['ChargeCard', 'RefundOrder']],
  [['ChargeCard', 'ChargeCard again']],
  [['Charge card', 'Refund card', 'Void card']],
  [['constructor', '__proto__ card']],
])('nothing is told by %j', (names) => {
  expect(pairsOf(...names)).toEqual({});
});
