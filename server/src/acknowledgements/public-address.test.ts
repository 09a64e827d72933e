import { expect, test } from 'vitest';
import { deliver } from './deliver.ts';
import { pauseAfter } from './push.ts';
import { isPublicAddress } from './public-address.ts';

test.each([
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.127.255.255',
  '168.63.129.16',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '[::1]',
  'fd00:ec2::254',
  'fc00::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  '64:ff9b::a00:1',
  '2002:7f00:1::',
  '2001:0:a00:1::',
  '2001:db8::1',
  '1:2::3',
  '4000::1',
  'localhost',
  '',
])('%s is not an address of the internet', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.0.1', '100.128.0.1', '2606:4700:4700::1111'])(
  '%s is one',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  'https://localhost/x',
  'https://127.0.0.1/x',
  'https://2130706433/x',
  'https://0x7f.1/x',
  'https://[::1]/x',
  'https://[::ffff:169.254.169.254]/x',
  'https://169.254.169.254/latest/meta-data',
])('nothing is sent to %s', async (url) => {
  const delivered = await deliver({ url, secret: 's', demo: false }, '{}', new Date(0));
  expect(delivered).toEqual({ taken: false, problem: 'private-address', status: undefined });
});

test('pauses double to an hour, and nobody comes back with all others', () => {
  expect([1, 2, 3, 4].map((failures) => pauseAfter(failures, 1))).toEqual([5000, 10_000, 20_000, 40_000]);
  expect(pauseAfter(1, 0)).toBe(2500);
  expect(pauseAfter(1000, 1)).toBe(3_600_000);
});
