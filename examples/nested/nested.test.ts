import { StateMachine, mock, type TaskCall } from '@stepproof/test-harness';
import notifyDefinition from './notify.asl.json';
import offerDefinition from './offer.asl.json';
import orderDefinition from './order.asl.json';

const order = new StateMachine(orderDefinition, { name: 'order' });
const offer = new StateMachine(offerDefinition, { type: 'EXPRESS', name: 'offer' });
const notify = new StateMachine(notifyDefinition, { type: 'EXPRESS', name: 'notify' });

const input = { orderId: 'o-3', country: 'FR', items: [{ weight: 2 }, { weight: 3.5 }] };
const carrier = ({ weight }: { weight: number }) => ({ carrier: 'Velo', price: 4 + weight });

test('the parent goes on with what the child has found out', async () => {
  const weights: number[] = [];
  const execution = await order.execute(input, {
    tasks: {
      GetOffer: mock.executes(offer, {
        tasks: {
          AskCarrier: ({ parameters }: TaskCall) => {
            const { Payload } = parameters as { Payload: { weight: number } };
            weights.push(Payload.weight);
            return { StatusCode: 200, Payload: carrier(Payload) };
          },
        },
      }),
      Notify: mock.returns({ ExecutionArn: 'arn', StartDate: 'today' }),
    },
  });

  expect(weights).toEqual([5.5]);
  expect(execution).toMatchObject({
    status: 'SUCCEEDED',
    output: { orderId: 'o-3', offer: { carrier: 'Velo', price: 9.5 } },
  });
});

test('a child that nobody waits for goes its own way in the same time', async () => {
  const messages: unknown[] = [];
  const live = order.start(input, {
    tasks: {
      GetOffer: mock.executes(offer, { tasks: { AskCarrier: mock.returns({ Payload: { carrier: 'Velo' } }) } }),
      Notify: mock.executes(notify, {
        tasks: {
          Tell: ({ parameters, time }: TaskCall) => {
            messages.push([(parameters as { MessageBody: string }).MessageBody, time.toISOString()]);
            return { MessageId: 'm-1' };
          },
        },
      }),
    },
  });
  const execution = await live.finished;
  expect(execution).toMatchObject({ status: 'SUCCEEDED', duration: 0 });
  expect(messages).toEqual([]);

  await live.clock.advance('1 minute');
  expect(messages).toEqual([['Order o-3 ships with Velo', '2025-01-01T00:01:00.000Z']]);
});

test('a child that fails does not fail the Task: the Choice looks at its status', async () => {
  const execution = await order.execute({ ...input, country: 'IS' }, { tasks: { GetOffer: mock.executes(offer) } });

  expect(execution.path).toEqual(['GetOffer', 'HasOffer', 'OfferFailed']);
  expect(execution).toMatchObject({ status: 'FAILED', error: 'OfferFailed', cause: 'Nobody ships to IS' });
});

test('retries of the child take the time of the parent', async () => {
  const execution = await order.execute(input, {
    tasks: { GetOffer: mock.executes(offer, { tasks: { AskCarrier: mock.never() } }) },
  });

  // Three attempts of 20 seconds, 1 and 2 seconds between them.
  expect(execution).toMatchObject({ error: 'OfferFailed', cause: 'The carrier: States.Timeout', duration: 63 });
});

test('the child alone, as its API caller sees it', async () => {
  const execution = await offer.execute(
    { weight: 1, country: 'NL' },
    { tasks: { AskCarrier: mock.returns({ Payload: carrier({ weight: 1 }) }) } },
  );

  expect(execution.output).toEqual({ carrier: 'Velo', price: 5 });
});
