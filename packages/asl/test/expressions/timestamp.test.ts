import { parseTimestamp } from '../../src/expressions';

describe('parseTimestamp', () => {
  test.each([
    ['1970-01-01T00:00:00Z', 0, 0],
    ['2031-07-04T20:15:45Z', Date.UTC(2031, 6, 4, 20, 15, 45), 0],
    ['2031-07-04T20:15:45.5Z', Date.UTC(2031, 6, 4, 20, 15, 45, 500), 0],
    ['2031-07-04T20:15:45.123456789Z', Date.UTC(2031, 6, 4, 20, 15, 45, 123), 456_789],
    ['2031-07-04T20:15:45+01:00', Date.UTC(2031, 6, 4, 19, 15, 45), 0],
    ['2031-07-04T20:15:45-05:30', Date.UTC(2031, 6, 5, 1, 45, 45), 0],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29), 0],
    ['0001-01-01T00:00:00Z', -62_135_596_800_000, 0],
  ])('%s', (text, epochMillis, nanos) => {
    expect(parseTimestamp(text)).toEqual({ value: { epochMillis, nanos }, problems: [] });
  });

  test.each([
    '',
    '2031-07-04 20:15:45Z',
    '2031-07-04t20:15:45Z',
    '2031-07-04T20:15:45z',
    '2031-07-04T20:15:45',
    '2031-07-04T20:15Z',
    '2031-07-04',
    '2031-13-04T20:15:45Z',
    '2031-00-04T20:15:45Z',
    '2031-07-04T25:15:45Z',
    '2031-07-04T24:00:00Z',
    '2031-07-04T20:60:45Z',
    '2031-07-04T20:15:60Z',
    '2023-02-30T00:00:00Z',
    '2023-02-29T00:00:00Z',
    '2031-07-04T20:15:45.Z',
    '2031-07-04T20:15:45+0100',
    '2031-07-04T20:15:45+19:00',
    '2031-07-04T20:15:45+01:60',
    ' 2031-07-04T20:15:45Z',
    '2031-07-04 20:15:45.125',
  ])('refuses %j', (text) => {
    const { value, problems } = parseTimestamp(text);
    expect(value).toBeUndefined();
    expect(problems).toMatchObject([{ start: 0, end: text.length }]);
  });

  test('says how to write one', () => {
    expect(parseTimestamp('tomorrow').problems[0]?.message).toBe(
      '"tomorrow" is not an RFC 3339 timestamp; write it like 2024-08-18T17:33:00Z',
    );
  });
});
