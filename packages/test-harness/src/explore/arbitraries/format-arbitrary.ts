import fc from 'fast-check';

const years = { min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true } as const;
const timestamp = fc.date(years).map((date) => date.toISOString());

/** Texts of the formats that JSON Schema names, and of those of OpenAPI that ajv knows. */
const formats: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'date-time': timestamp,
  'iso-date-time': timestamp,
  date: timestamp.map((text) => text.slice(0, 10)),
  time: timestamp.map((text) => text.slice(11)),
  'iso-time': timestamp.map((text) => text.slice(11)),
  duration: fc.constantFrom('P1D', 'PT5M', 'P1Y2M'),
  email: fc.emailAddress(),
  hostname: fc.domain(),
  ipv4: fc.ipV4(),
  ipv6: fc.ipV6(),
  uri: fc.webUrl(),
  url: fc.webUrl(),
  'uri-reference': fc.webUrl(),
  'uri-template': fc.constantFrom('/orders/{id}', '/'),
  uuid: fc.uuid(),
  regex: fc.constantFrom('a+', '^b$'),
  'json-pointer': fc.constantFrom('/a', '/a/0', ''),
  'json-pointer-uri-fragment': fc.constantFrom('#/a', '#'),
  'relative-json-pointer': fc.constantFrom('0', '1/a'),
  byte: fc.constantFrom('YQ==', 'YWI='),
};

/** Undefined for a format that any text has. */
export const formatArbitrary = (format: string): fc.Arbitrary<string> | undefined =>
  Object.hasOwn(formats, format) ? formats[format] : undefined;
