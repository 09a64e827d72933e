import { ordersOf } from '@cairn/guide';
import { parseMessage } from '@cairn/hl7';
import { expect, test } from 'vitest';
import { type StockClaim, stockClaimOf } from './claim.ts';
import { lotKeyOf } from './lot-key.ts';

const RXA: Readonly<Record<number, string>> = {
  1: '0',
  2: '1',
  3: '20250320',
  5: '03^MMR^CVX',
  9: '00^New^NIP001',
  11: '^^^DE-000001',
  15: ' X100A ',
  20: 'CP',
  21: 'A',
};
const observed = (number: number, what: string, value: string): string =>
  `OBX|${number}|CE|${what}^x^LN|1|${value}`;
const OBSERVED = [observed(1, '64994-7', 'v02^VFC^HL70064'), observed(2, '30963-3', 'VXC51^VFC^CDCPHINVS')];

function claimed(
  fields: Readonly<Record<number, string>> = {},
  observations: readonly string[] = OBSERVED,
): StockClaim | undefined {
  const rxa = Array.from({ length: 21 }, (_, index) => fields[index + 1] ?? RXA[index + 1] ?? '');
  const lines = ['MSH|^~\\&|EHR', 'ORC|RE||1', `RXA|${rxa.join('|')}`, ...observations];
  const parsed = parseMessage(lines.join('\r'));
  const [order] = parsed.ok ? ordersOf(parsed.message) : [];
  return order && stockClaimOf(order);
}

test('an order of a dose that was given says what it took out of stock', () => {
  expect(claimed()).toEqual({
    vaccine: '03',
    lot: 'X100A',
    eligibility: 'V02',
    funding: 'VXC51',
    eligibilityAt: 'OBX[1]-5',
    fundingAt: 'OBX[2]-5',
  });
  expect(claimed({}, [observed(1, '64994-7', ''), observed(2, '64994-7', 'V01')])).toMatchObject({
    eligibility: 'V01',
    eligibilityAt: 'OBX[2]-5',
    funding: '',
  });
});

test.each([
  ['a partial dose', { 20: 'PA' }],
  ['completion left out', { 20: '' }],
  ['an update', { 21: 'U' }],
])('so does %s', (_what, fields) => {
  expect(claimed(fields)).toBeDefined();
});

test.each([
  ['taken over from elsewhere', { 9: '01^Historical^NIP001' }],
  ['of no known source', { 9: '' }],
  ['refused', { 20: 'RE' }],
  ['not administered', { 20: 'NA' }],
  ['deleted', { 21: 'D' }],
  ['no vaccine', { 5: '998^No vaccine administered^CVX' }],
])('what is %s takes nothing', (_what, fields) => {
  expect(claimed(fields)).toBeUndefined();
});

test.each([
  ['NDC', '00006-4681-00^M-M-R II^NDC', '03'],
  ['CPT', '90707^MMR^C4', '03'],
  ['CVX of one digit', '3^MMR^CVX', '03'],
  ['a code of nobody', 'MMR^MMR^L', ''],
])('the vaccine is read from %s', (_what, code, vaccine) => {
  expect(claimed({ 5: code })?.vaccine).toBe(vaccine);
});

test.each(['x100a', 'X-100 A', ' X.100A', 'X100A'])('%s is the lot number X100A', (lot) => {
  expect(lotKeyOf(lot)).toBe('X100A');
});
