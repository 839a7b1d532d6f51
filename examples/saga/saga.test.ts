import { mock, run } from '@stepproof/test-harness';
import { explore, invariants } from '@stepproof/test-harness/explore';
import saga from './saga.asl.json';

const input = { bookingId: 'b-17', conference: 'ServerlessDays', nights: 2, amount: 480 };

const lambda = (payload: object) => mock.returns({ StatusCode: 200, Payload: { ...payload } });
/** Everything goes well, also what undoes; each test replaces what is to go wrong. */
const tasks = {
  ReserveSeat: lambda({ seat: 'C12' }),
  BookRoom: lambda({ confirmation: 'R-903' }),
  ChargeCard: lambda({ id: 'ch_1' }),
  SendTickets: lambda({}),
  RefundCard: lambda({}),
  CancelRoom: lambda({}),
  ReleaseSeat: lambda({}),
};

test('books everything', async () => {
  const execution = await run(saga, input, { tasks });

  expect(execution).toHaveSucceeded({
    ...input,
    seat: { number: 'C12' },
    room: { confirmation: 'R-903' },
    charge: { id: 'ch_1' },
  });
  expect(execution).toHaveCalledTask(
    'SendTickets',
    expect.objectContaining({ Payload: { bookingId: 'b-17', seat: 'C12', room: 'R-903' } }),
  );
});

describe('undoes what was done, the last step first', () => {
  const undone = (path: readonly string[]) => path.filter((name) => /^(?:Refund|Cancel|Release)/.test(name));

  test.each([
    ['ReserveSeat', 'SoldOut', []],
    ['BookRoom', 'NoVacancy', ['ReleaseSeat']],
    ['ChargeCard', 'CardDeclined', ['CancelRoom', 'ReleaseSeat']],
    ['ChargeCard', 'GatewayDown', ['RefundCard', 'CancelRoom', 'ReleaseSeat']],
    ['SendTickets', 'MailRefused', ['RefundCard', 'CancelRoom', 'ReleaseSeat']],
  ])('when %s fails with %s', async (state, error, expected) => {
    const execution = await run(saga, input, { tasks: { ...tasks, [state]: mock.fails(error, 'as arranged') } });

    expect(undone(execution.path)).toEqual(expected);
    expect(execution).toHaveFailedWith(error, 'as arranged');
  });

  test('when nobody answers the charge, which may have gone through', async () => {
    const execution = await run(saga, input, { tasks: { ...tasks, ChargeCard: mock.never() } });

    expect(undone(execution.path)).toEqual(['RefundCard', 'CancelRoom', 'ReleaseSeat']);
    expect(execution).toHaveFailedWith('States.Timeout');
    expect(execution).toHaveTakenSeconds(60);
  });
});

test('tries three times more when Lambda is at fault, each time later', async () => {
  const execution = await run(saga, input, {
    tasks: { ...tasks, ReserveSeat: mock.fails('Lambda.ServiceException').times(3).then(tasks.ReserveSeat) },
  });

  expect(execution).toHaveSucceeded();
  expect(execution).toHaveRetried('ReserveSeat', { times: 3, delays: [1, 2, 4] });
});

test('keeps trying to refund, and then goes on with the rest', async () => {
  const execution = await run(saga, input, {
    tasks: {
      ...tasks,
      SendTickets: mock.fails('MailRefused'),
      RefundCard: mock.fails('GatewayDown').times(2).then(tasks.RefundCard),
    },
  });

  expect(execution).toHaveRetried('RefundCard', { delays: [2, 4] });
  expect(execution).toHaveVisited('RefundCard', 'ReleaseSeat');
  expect(execution).toHaveFailedWith('MailRefused');
});

test('says so when something cannot be undone, with both failures', async () => {
  const execution = await run(saga, input, {
    tasks: { ...tasks, ChargeCard: mock.fails('CardDeclined'), CancelRoom: mock.fails('HotelClosed') },
  });

  expect(execution).toHaveFailedWith('CouldNotUndo');
  expect(execution).toHaveRetried('CancelRoom', { times: 5 });
  expect(JSON.parse(execution.cause!)).toMatchObject({
    failure: { Error: 'CardDeclined' },
    undoFailure: { Error: 'HotelClosed' },
  });
});

test('undoes whatever was done, whatever fails', async () => {
  const undone = { ReserveSeat: 'ReleaseSeat', BookRoom: 'CancelRoom', ChargeCard: 'RefundCard' };
  // What cannot be undone is another test's.
  const undoing = { RefundCard: { errors: [] }, CancelRoom: { errors: [] }, ReleaseSeat: { errors: [] } };
  await explore(saga, { runs: 300, tasks: undoing, invariants: [invariants.compensates(undone)] });
});

test('is not started with what its contract does not allow', async () => {
  await expect(run(saga, { ...input, nights: 0 }, { tasks })).rejects.toThrow(
    'The input of the execution breaks "saga.contracts.json": "/nights" is 0, and must be >= 1',
  );
});

test('is sound', () => {
  expect(saga).toPassLint();
});
