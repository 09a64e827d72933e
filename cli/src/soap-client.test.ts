import { describe, expect, test } from 'vitest';
import { newControlId, serviceAddress } from './soap-client.ts';
import { UsageError } from './usage-error.ts';

describe('the address of the web service', () => {
  test.each([
    ['http://localhost:8080', 'http://localhost:8080/IISService'],
    ['http://localhost:8080/', 'http://localhost:8080/IISService'],
    ['https://iis.example', 'https://iis.example/IISService'],
    ['HTTPS://IIS.example:443', 'https://iis.example/IISService'],
  ])('of the server %s is %s', (to, address) => {
    expect(serviceAddress(to, false)).toBe(address);
  });

  test('for testing is another one', () => {
    expect(serviceAddress('http://localhost:8080', true)).toBe('http://localhost:8080/test/IISService');
  });

  test.each(['https://iis.example/ws/IISService', 'https://iis.example/client_Service.svc?x=1'])(
    'is taken as it is when it is given whole: %s',
    (to) => {
      expect(serviceAddress(to, false)).toBe(to);
    },
  );

  test('given whole for testing, the testing address is taken as it is', () => {
    expect(serviceAddress('http://localhost:8080/test/IISService', true)).toBe(
      'http://localhost:8080/test/IISService',
    );
  });

  test.each(['localhost:8080', 'iis.example', 'ftp://iis.example', 'file:///IISService', ''])(
    'is none: %j',
    (to) => {
      expect(() => serviceAddress(to, false)).toThrow(UsageError);
      expect(() => serviceAddress(to, false)).toThrow(`--to: "${to}" is no http:// or https:// address.`);
    },
  );
});

test('every message gets a control id of its own, of at most 199 characters', () => {
  const ids = Array.from({ length: 100 }, newControlId);
  expect(new Set(ids).size).toBe(100);
  expect(Math.max(...ids.map((id) => id.length))).toBeLessThanOrEqual(199);
});
