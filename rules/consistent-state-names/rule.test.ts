import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

/** A chain of states with these names. */
const named = (...names: readonly string[]) => ({
  StartAt: names[0],
  States: Object.fromEntries(
    names.map((name, index) => [
      name,
      { Type: 'Pass', ...(names[index + 1] ? { Next: names[index + 1] } : { End: true }) },
    ]),
  ),
});

const mixed = (state: string, message: string) => ({
  message: `"${state}" is not named as the other states are: ${message}; rename the state`,
  at: `/States/${state}`,
  part: 'key' as const,
});

new AslRuleTester().run('consistent-state-names', rule, {
  valid: [
    { definition: named('Charge card') },
    { definition: named('Charge card', 'Paid?', 'Call the S3 API', 'Wait 10 seconds', 'Re-send the e-mail') },
    { definition: named('ChargeCard', 'Ship', 'Done', 'SendSMS', 'S3Copy') },
    { definition: named('chargeCard', 'ship', 'done') },
    { definition: named('charge_card', 'ship', 'done') },
    { definition: named('CHARGE_CARD', 'SHIP', 'DONE') },
    { definition: named('charge-card', 'ship', 'is-paid?') },
    { definition: named('Charge_Card', 'Ship_Order', 'Done') },
    { definition: named('${Prefix}charge_card', 'Charge card', 'Ship order') },
  ],
  invalid: [
    {
      definition: named('Charge card', 'Ship order', 'send_receipt', 'Done'),
      errors: [mixed('send_receipt', '3 of 4 are in words')],
    },
    {
      definition: named('ChargeCard', 'ShipOrder', 'sendReceipt', 'Close order'),
      errors: [mixed('sendReceipt', '2 of 4 are in PascalCase'), mixed('Close order', '2 of 4 are in PascalCase')],
    },
    {
      definition: {
        StartAt: 'EachOrder',
        States: {
          EachOrder: {
            Type: 'Map',
            ItemProcessor: named('ChargeCard', 'ship-order'),
            End: true,
          },
        },
      },
      errors: [
        {
          message: '"ship-order" is not named as the other states are: 2 of 3 are in PascalCase; rename the state',
          at: '/States/EachOrder/ItemProcessor/States/ship-order',
          part: 'key',
        },
      ],
    },
  ],
});
