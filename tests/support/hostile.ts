/** What nobody types by mistake: texts and bodies that are to break a server that trusts what it is sent. */
import fc from 'fast-check';
import type { Schema } from './api-document.ts';

/** Each alone has broken somebody's server: as text, in SQL, in HTML, in a sheet, in HL7, in a header. */
const PIECES = [
  'a',
  ' ',
  '0',
  'Clinic',
  '\0',
  '\uD800',
  '\uDFFF',
  '\u202E',
  '\uFEFF',
  '\u2028',
  '\u0085',
  '\u001B',
  '\u{1F600}',
  'é',
  '\r\n',
  '\t',
  "'",
  '"',
  '`',
  '%',
  '_',
  '\\',
  '\\u0000',
  '%00',
  '$1',
  '{}',
  '../',
  '<script>alert(1)</script>',
  '=1+1',
  '^~\\&|',
  'MSH|^~\\&|',
  '__proto__',
  "'; drop table account; --",
] as const;

export const hostileText = (max = 400): fc.Arbitrary<string> =>
  fc
    .oneof(
      {
        weight: 6,
        arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((some) => some.join('')),
      },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
      { weight: 1, arbitrary: fc.constantFrom(...PIECES).map((piece) => piece.repeat(max)) },
    )
    .map((text) => text.slice(0, max));

/** Values of fields that get further than hostile ones do, by the field's name. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** Bodies for a schema: most of them fit it and are hostile within it, some do not. */
export const bodyFor = (schema: Schema, known: Known): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 12, arbitrary: fitting(schema, known) },
    { weight: 1, arbitrary: fc.jsonValue() },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fitting(schema, known),
          fc.dictionary(fc.oneof(hostileText(40), keyOf(schema)), fc.jsonValue(), { maxKeys: 2 }),
        )
        .map(([body, over]) => (typeof body === 'object' && body !== null ? { ...body, ...over } : over)),
    },
  );

const keyOf = ({ properties = {} }: Schema): fc.Arbitrary<string> =>
  fc.constantFrom('x', ...Object.keys(properties));

function fitting(schema: Schema, known: Known, name = ''): fc.Arbitrary<unknown> {
  const forms = schema.anyOf ?? schema.oneOf;
  if (forms) return fc.oneof(...forms.map((form) => fitting(form, known, name)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  switch (schema.type) {
    case 'string':
      return textFor(schema, known[name] ?? benign(name));
    case 'integer':
    case 'number':
      return fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(1, 1, 0, 2) },
        {
          weight: 1,
          arbitrary: fc.integer({
            min: Math.max(schema.minimum ?? 0, -(2 ** 31)),
            max: Math.min(schema.maximum ?? 9, 2 ** 31),
          }),
        },
        { weight: 1, arbitrary: fc.constantFrom(schema.minimum ?? 0, schema.maximum ?? 0) },
      );
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(fitting(schema.items ?? {}, known), { maxLength: 4 });
    case 'null':
      return fc.constant(null);
    case 'object':
      return objectFor(schema, known);
    default:
      return fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom('Clinic', '94601', 'SF-000001', true) },
        { weight: 2, arbitrary: hostileText() },
        { weight: 1, arbitrary: fc.jsonValue() },
        { weight: 1, arbitrary: fc.dictionary(hostileText(20), hostileText(), { maxKeys: 4 }) },
      );
  }
}

function objectFor(
  { properties, required = [], additionalProperties }: Schema,
  known: Known,
): fc.Arbitrary<unknown> {
  if (!properties) {
    const inner = typeof additionalProperties === 'object' ? additionalProperties : {};
    return fc.dictionary(
      fc.oneof(fc.constantFrom(...Object.keys(known)), hostileText(20)),
      fitting(inner, known),
      {
        maxKeys: 6,
      },
    );
  }
  const fields = Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => [key, fitting(schema, known, key)]),
  );
  return fc.record(fields, { requiredKeys: [...required] });
}

function textFor(
  { format, minLength = 0, maxLength }: Schema,
  known: readonly string[],
): fc.Arbitrary<string> {
  const hostile = hostileText(maxLength).map((text) => text.padEnd(minLength, 'x'));
  const [first, ...rest] = [...known, ...(FORMATS[format ?? ''] ?? [])];
  if (first === undefined) return hostile;
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(first, ...rest) },
    { weight: 1, arbitrary: hostile },
  );
}

/** An address where one is asked for, which the document says by a pattern alone. */
const benign = (name: string): readonly string[] =>
  /email$/i.test(name) ? (FORMATS.email ?? []) : ['Ann Example, Office'];

const FORMATS: Readonly<Record<string, readonly string[]>> = {
  email: ['nobody@clinic.example', "o'brien+x@clinic.example", `${'a'.repeat(180)}@clinic.example`],
  uuid: ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
  date: ['2025-01-01', '2024-02-29', '0001-01-01', '9999-12-31', '0000-01-01'],
};

/** Values for the places of an address and its query. */
export const valuesFor = (
  parameters: readonly { readonly name: string; readonly schema: Schema }[],
  known: Known,
): fc.Arbitrary<Readonly<Record<string, string>>> =>
  fc.record(
    Object.fromEntries(
      parameters.map(({ name, schema }) => [
        name,
        fc.oneof(
          { weight: 4, arbitrary: fitting(schema, known, name).map(String) },
          { weight: 1, arbitrary: hostileText(60) },
        ),
      ]),
    ),
  );
