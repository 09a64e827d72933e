import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fixedClock } from '../platform/clock.ts';
import { jurisdiction } from '../platform/jurisdiction.ts';
import { createLog } from '../platform/log.ts';
import { forecastRoutes } from './routes.ts';

const ROSA = {
  birthDate: '2024-01-15',
  gender: 'F',
  doses: [
    { id: 'a', date: '2025-01-05', cvx: '03' },
    { id: 'b', date: '2025-01-20', ndc: '58160-0811-52' },
    { id: 'c', date: '2025-02-20', cpt: '90707' },
  ],
};

let app: FastifyInstance;

beforeEach(() => {
  const pack = jurisdiction('california');
  if (!pack) throw new Error('no pack');
  app = Fastify();
  const clock = fixedClock(new Date('2026-11-23T04:00:00Z'));
  forecastRoutes(app, { clock, jurisdiction: pack }, createLog('silent'));
});

afterEach(() => app.close());

async function post(body: unknown, type = 'application/json') {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  const reply = await app.inject({
    method: 'POST',
    url: '/api/forecast',
    headers: { 'content-type': type },
    payload,
  });
  return { status: reply.statusCode, body: reply.json(), headers: reply.headers };
}

describe('a history', () => {
  test('is evaluated and forecast as of today in the jurisdiction', async () => {
    const { status, body, headers } = await post(ROSA);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toMatchObject({ version: '4.64-508', assessmentDate: '2026-11-22', unknown: [] });
    expect(body.doses.map(({ id, cvx }: Record<string, string>) => [id, cvx])).toEqual([
      ['a', '03'],
      ['b', '110'],
      ['c', '03'],
    ]);
    const mmr = body.groups.find(({ vaccineGroup }: Record<string, string>) => vaccineGroup === 'MMR');
    expect(mmr).toMatchObject({ status: 'Not Complete', doseNumber: 2, recommended: '2028-01-15' });
    expect(body.explanation).toBeUndefined();
  });

  test('is explained on demand', async () => {
    const { body } = await post({ ...ROSA, explain: true });
    const text = JSON.stringify(body.explanation.text);
    expect(text).toContain(
      'the least age 12 months - 4 days was reached on 2025-01-11 (12 months on 2025-01-15, less the grace period); too young by 6 days.',
    );
    expect(body.explanation.antigens.length).toBe(30);
  });

  test('with what is not known is evaluated without it, and that is said', async () => {
    const { status, body } = await post({
      birthDate: '2024-01-15',
      doses: [
        { id: 'x', date: '2025-01-05', cvx: '777' },
        { id: 'y', date: '2025-01-05', cpt: '00000' },
      ],
      observations: [{ code: '999' }],
    });
    expect(status).toBe(200);
    expect(body.unknown.map(({ id, code }: Record<string, string>) => [id, code])).toEqual([
      ['y', 'CPT:00000'],
      ['x', 'CVX:777'],
    ]);
    expect(body.unknownObservations).toEqual(['999']);
  });
});

describe('a request is refused', () => {
  test.each<[string, unknown, string, string]>([
    ['without a day of birth', { doses: [] }, 'birthDate', 'is missing'],
    ['with a day that is none', { birthDate: '2024-02-30' }, 'birthDate', 'YYYY-MM-DD'],
    [
      'with a number as code',
      { birthDate: '2024-01-15', doses: [{ id: '1', date: '2025-01-01', cvx: 3 }] },
      'doses[0].cvx',
      'text',
    ],
    [
      'with two codes of one dose',
      { birthDate: '2024-01-15', doses: [{ id: '1', date: '2025-01-01', cvx: '03', cpt: '90707' }] },
      'doses[0]',
      'exactly one',
    ],
    [
      'with an id that comes twice',
      { birthDate: '2024-01-15', doses: [ROSA.doses[0], ROSA.doses[0]] },
      'doses',
      'two doses share one',
    ],
    ['with a field that is misspelt', { birthDate: '2024-01-15', dose: [] }, '', 'not known here: dose'],
    ['as a list', [ROSA], '', 'no JSON object'],
    ['with a schedule that is not there', { ...ROSA, version: '1.0' }, 'version', 'not installed'],
    [
      'with too many doses',
      {
        birthDate: '2024-01-15',
        doses: Array.from({ length: 501 }, (_, n) => ({ id: `${n}`, date: '2025-01-01', cvx: '03' })),
      },
      'doses',
      'at most 500',
    ],
  ])('%s', async (_, body, where, what) => {
    const { status, body: answer } = await post(body);
    expect(status).toBe(400);
    expect(answer.error).toContain('Nothing was computed');
    const problem = answer.problems.find((each: Record<string, string>) => each['where'] === where);
    expect(problem?.what).toContain(what);
  });

  test('that is no JSON', async () => {
    expect(await post('{"birthDate"')).toMatchObject({ status: 400 });
  });

  test('of another type', async () => {
    expect(await post('a=b', 'application/x-www-form-urlencoded')).toMatchObject({ status: 415 });
  });

  test('that is too large', async () => {
    expect(await post(`"${'x'.repeat(70_000)}"`)).toMatchObject({ status: 413 });
  });
});

test('nothing of a request is written to the output', async () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await post({ ...ROSA, birthDate: 'no day' });
  await post(ROSA);
  const written = write.mock.calls.map(([text]) => String(text)).join('');
  write.mockRestore();
  expect(written).not.toContain('2024-01-15');
});
