import { expect, test } from 'vitest';
import { email } from './schema.ts';

const said = (text: unknown): unknown => {
  const { data, error } = email.safeParse(text);
  return data ?? error?.issues.map(({ message }) => message);
};

test('an address that was pasted with spaces or a line end around it is that address', () => {
  expect(said(' pat@clinic.example \n')).toBe('pat@clinic.example');
  expect(said('Pat@Clinic.example')).toBe('Pat@Clinic.example');
});

test.each([
  undefined,
  7,
  '',
  '  ',
  'pat at clinic',
  'pat@clinic',
  'pat@cli nic.example',
  'a@b.example c@d.example',
])('%j is none', (text) => {
  expect(said(text)).toEqual(['email-invalid']);
});

test('spaces around it do not count to its length', () => {
  const address = `pat@${'clinic.'.repeat(26)}example`;
  expect(said(`${' '.repeat(100)}${address}`)).toBe(address);
  expect(said(`${'p'.repeat(60)}${address}`)).toEqual(['too-long']);
});
