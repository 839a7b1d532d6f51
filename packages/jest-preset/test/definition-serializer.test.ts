import '../src/setup';

const imported = { StartAt: 'Pay', States: { Pay: { Type: 'Pass', End: true } }, $source: '/project/order.asl.json' };

test('a snapshot of an imported definition does not say where its file is', () => {
  expect(imported).toMatchInlineSnapshot(`
   {
     "StartAt": "Pay",
     "States": {
       "Pay": {
         "End": true,
         "Type": "Pass",
       },
     },
   }
  `);
  expect({ nested: [imported] }).toMatchInlineSnapshot(`
   {
     "nested": [
       {
         "StartAt": "Pay",
         "States": {
           "Pay": {
             "End": true,
             "Type": "Pass",
           },
         },
       },
     ],
   }
  `);
});
