import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

function problem(
  env: Parameters<typeof readConfig>[0],
  chosen: Parameters<typeof readConfig>[1] = {},
): string {
  try {
    readConfig(env, chosen);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the settings were taken');
}

describe('without any setting', () => {
  const config = readConfig({});

  test('it is California on port 8080 of this machine, with the embedded database in ./data', () => {
    expect(config).toMatchObject({
      dataDir: resolve('data'),
      host: '127.0.0.1',
      port: 8080,
      demo: false,
      logLevel: 'info',
    });
    expect(config.jurisdiction.name).toBe('California Immunization Registry');
    expect(config).not.toHaveProperty('databaseUrl');
  });

  test('the portal is at this machine, mail is kept, and no proxy is believed', () => {
    expect(config).toMatchObject({ mailFrom: 'Cairn <no-reply@localhost>', trustProxy: false });
    for (const name of ['publicUrl', 'smtpUrl', 'clientCertificateHeader']) {
      expect(config).not.toHaveProperty(name);
    }
  });

  test('time is that of the machine', () => {
    expect(Math.abs(config.clock.now().getTime() - Date.now())).toBeLessThan(5000);
  });

  test('an empty variable is none', () => {
    const empty = {
      CAIRN_PORT: '',
      CAIRN_NOW: '',
      CAIRN_DATABASE_URL: '',
      CAIRN_HOST: '',
      CAIRN_JURISDICTION: '',
      CAIRN_PUBLIC_URL: '',
      CAIRN_SMTP_URL: '',
      CAIRN_MAIL_FROM: '',
      CAIRN_TRUST_PROXY: '',
      CAIRN_CLIENT_CERT_HEADER: '',
    };
    expect(readConfig(empty)).toEqual(config);
  });
});

describe('settings', () => {
  test('of the environment are taken', () => {
    const env = {
      CAIRN_DATABASE_URL: 'postgresql://cairn@db.example/cairn',
      CAIRN_DATA_DIR: '/var/lib/cairn',
      CAIRN_HOST: '0.0.0.0',
      CAIRN_PORT: '9090',
      CAIRN_LOG_LEVEL: 'warn',
    };
    expect(readConfig(env)).toMatchObject({
      databaseUrl: env.CAIRN_DATABASE_URL,
      dataDir: '/var/lib/cairn',
      host: '0.0.0.0',
      port: 9090,
      logLevel: 'warn',
    });
  });

  test('of the portal, its mail and the proxy before it are taken', () => {
    const env = {
      CAIRN_PUBLIC_URL: 'https://portal.example',
      CAIRN_SMTP_URL: 'smtps://cairn:secret@mail.example:465',
      CAIRN_MAIL_FROM: 'Registry <registry@portal.example>',
      CAIRN_TRUST_PROXY: 'true',
      CAIRN_CLIENT_CERT_HEADER: 'X-Client-Cert-SHA256',
    };
    expect(readConfig(env)).toMatchObject({
      publicUrl: 'https://portal.example',
      smtpUrl: env.CAIRN_SMTP_URL,
      mailFrom: env.CAIRN_MAIL_FROM,
      trustProxy: true,
      clientCertificateHeader: 'x-client-cert-sha256',
    });
    expect(readConfig({ CAIRN_TRUST_PROXY: 'false' }).trustProxy).toBe(false);
  });

  test.each([
    ['https://portal.example/', 'https://portal.example'],
    ['HTTPS://Portal.Example:443', 'https://portal.example'],
    ['http://10.0.0.8:8080', 'http://10.0.0.8:8080'],
  ])('the portal’s address %s is what browsers call it: %s', (typed, origin) => {
    expect(readConfig({ CAIRN_PUBLIC_URL: typed }).publicUrl).toBe(origin);
  });

  test("of the command line win over the environment's", () => {
    const env = { CAIRN_PORT: '9090', CAIRN_DATA_DIR: '/var/lib/cairn' };
    expect(readConfig(env, { port: 0, dataDir: '/tmp/other' })).toMatchObject({
      port: 0,
      dataDir: '/tmp/other',
    });
  });
});

describe('a setting that cannot be used is named, with what would do', () => {
  test.each([
    ['CAIRN_DATABASE_URL', 'mysql://db/cairn', 'CAIRN_DATABASE_URL: must be a postgres:// address'],
    ['CAIRN_DATABASE_URL', 'db.example', 'CAIRN_DATABASE_URL: must be a postgres:// address'],
    ['CAIRN_PORT', 'http', 'CAIRN_PORT: must be a port number'],
    ['CAIRN_PORT', '70000', 'CAIRN_PORT: must be a port number'],
    ['CAIRN_PORT', '-1', 'CAIRN_PORT: must be a port number'],
    ['CAIRN_PORT', '80.5', 'CAIRN_PORT: must be a port number'],
    ['CAIRN_JURISDICTION', 'atlantis', 'CAIRN_JURISDICTION: no pack "atlantis"; there is california'],
    ['CAIRN_NOW', 'yesterday', 'CAIRN_NOW: must be a time such as 2016-10-03T08:00:00-07:00'],
    ['CAIRN_NOW', '2016-10-03', 'CAIRN_NOW: must be a time such as 2016-10-03T08:00:00-07:00'],
    ['CAIRN_NOW', '2016-10-03T08:00:00', 'CAIRN_NOW: must be a time such as 2016-10-03T08:00:00-07:00'],
    [
      'CAIRN_PUBLIC_URL',
      'portal.example',
      /^CAIRN_PUBLIC_URL: must be an address such as .*, without a path$/,
    ],
    [
      'CAIRN_PUBLIC_URL',
      'ftp://portal.example',
      /^CAIRN_PUBLIC_URL: must be an address such as .*, without a path$/,
    ],
    [
      'CAIRN_PUBLIC_URL',
      'https://portal.example/cairn',
      /^CAIRN_PUBLIC_URL: must be an address such as .*, without a path$/,
    ],
    [
      'CAIRN_PUBLIC_URL',
      'https://u:p@portal.example',
      /^CAIRN_PUBLIC_URL: must be an address such as .*, without a path$/,
    ],
    ['CAIRN_SMTP_URL', 'mail.example', 'CAIRN_SMTP_URL: must be a smtp:// or smtps:// address'],
    ['CAIRN_SMTP_URL', 'http://mail.example', 'CAIRN_SMTP_URL: must be a smtp:// or smtps:// address'],
    ['CAIRN_TRUST_PROXY', 'yes', 'CAIRN_TRUST_PROXY: must be true or false'],
    ['CAIRN_CLIENT_CERT_HEADER', 'X Cert', 'CAIRN_CLIENT_CERT_HEADER: must be the name of a header'],
    ['CAIRN_LOG_LEVEL', 'loud', /^CAIRN_LOG_LEVEL: .*"info"/],
  ])('%s=%s', (name, value, expected) => {
    expect(problem({ [name]: value }, { demo: true })).toMatch(expected);
  });

  test('a blank port is none', () => {
    expect(problem({ CAIRN_PORT: ' ' })).toBe('CAIRN_PORT: must be a port number');
  });

  test('several are named at once, a line each', () => {
    expect(problem({ CAIRN_PORT: 'http', CAIRN_NOW: 'now' }).split('\n')).toEqual([
      'CAIRN_PORT: must be a port number',
      'CAIRN_NOW: must be a time such as 2016-10-03T08:00:00-07:00',
    ]);
  });

  test('no password of a database address is repeated', () => {
    expect(problem({ CAIRN_DATABASE_URL: 'mysql://cairn:secret@db/cairn' })).not.toContain('secret');
    expect(problem({ CAIRN_SMTP_URL: 'http://cairn:secret@mail.example' })).not.toContain('secret');
  });
});

describe('demo mode', () => {
  const demo = { demo: true };

  test('does not start with NODE_ENV=production', () => {
    expect(problem({ NODE_ENV: 'production' }, demo)).toBe(
      'Demo mode has public passwords and does not start with NODE_ENV=production. Start without --demo, or unset NODE_ENV.',
    );
    expect(readConfig({ NODE_ENV: 'production' }).demo).toBe(false);
  });

  test.each(['0.0.0.0', '::', '192.168.1.5'])('does not listen on %s', (host) => {
    expect(problem({ CAIRN_HOST: host }, demo)).toBe(
      'CAIRN_HOST: demo mode has public passwords and listens on 127.0.0.1 only.',
    );
  });

  test('listens on the loopback address', () => {
    expect(readConfig({ CAIRN_HOST: '127.0.0.1' }, demo)).toMatchObject({ demo: true, host: '127.0.0.1' });
    expect(readConfig({}, demo).host).toBe('127.0.0.1');
  });

  test('may have a fixed clock; without it there is none', () => {
    const env = { CAIRN_NOW: '2016-10-03T08:00:00-07:00' };
    expect(readConfig(env, demo).clock.now().toISOString()).toBe('2016-10-03T15:00:00.000Z');
    expect(problem(env)).toBe(
      'CAIRN_NOW: a fixed clock is for demo mode and tests; start with --demo or unset it.',
    );
  });
});

describe('what a process does', () => {
  test.each([
    [undefined, ['web', 'worker']],
    ['web', ['web']],
    ['worker', ['worker']],
    ['worker, web', ['worker', 'web']],
  ])('CAIRN_ROLES %s', (text, roles) => {
    expect([...readConfig({ CAIRN_ROLES: text }).roles]).toEqual(roles);
  });

  test('another role is named', () => {
    expect(problem({ CAIRN_ROLES: 'web,mail' })).toContain('must be web, worker or both');
  });
});

describe('a regional registry', () => {
  const REGIONAL = { as: 'regional-registry' } as const;
  const PASSWORD = 'a-password-of-the-central-one';

  test('has a place and a port of its own, so that both run on one machine', () => {
    expect(readConfig({}, { ...REGIONAL, demo: true })).toMatchObject({
      as: 'regional-registry',
      port: 8081,
      dataDir: resolve('data-regional'),
      centralPassword: 'cairn-central-password',
    });
    const set = { CAIRN_PORT: '9000', CAIRN_DATA_DIR: './there' };
    expect(readConfig(set, { ...REGIONAL, demo: true })).toMatchObject({
      port: 9000,
      dataDir: resolve('there'),
    });
  });

  test('needs a password of its own outside demo mode', () => {
    expect(problem({}, REGIONAL)).toMatch(/^CAIRN_CENTRAL_PASSWORD: a regional registry needs/);
    expect(problem({ CAIRN_CENTRAL_PASSWORD: 'cairn-central-password' }, REGIONAL)).toMatch(
      /needs the password/,
    );
    expect(problem({ CAIRN_CENTRAL_PASSWORD: 'short' }, REGIONAL)).toMatch(/16 characters/);
    expect(readConfig({ CAIRN_CENTRAL_PASSWORD: PASSWORD }, REGIONAL)).toMatchObject({
      centralPassword: PASSWORD,
    });
  });

  test('is nothing that a setting makes of the central one', () => {
    const central = readConfig({ CAIRN_CENTRAL_PASSWORD: PASSWORD });
    expect(central.as).toBe('central');
    expect(central).not.toHaveProperty('centralPassword');
  });
});
