import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { refuseErrors } from './api.ts';
import type { Log } from './log.ts';

function served() {
  const logged: unknown[] = [];
  const log = { error: (what: unknown) => logged.push(what) } as unknown as Log;
  const app = Fastify().withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  refuseErrors(app, log);
  return { app, logged };
}

it('lists a hundred problems at most, however many a body has', async () => {
  const { app } = served();
  app.post('/', { schema: { body: z.record(z.string(), z.string()) } }, () => ({}));
  const payload = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`k${n}`, 1]));
  const { statusCode, body } = await app.inject({ method: 'POST', url: '/', payload });
  const { problems } = JSON.parse(body) as { readonly problems: readonly unknown[] };
  expect([statusCode, problems.length]).toEqual([400, 100]);
});

it('logs where it failed, and no line of what the error says', async () => {
  const { app, logged } = served();
  app.get('/', () => {
    throw new Error('first\nMARIA\nGARCIA');
  });
  const { statusCode, body } = await app.inject('/');
  expect([statusCode, (JSON.parse(body) as { readonly code: string }).code]).toEqual([500, 'failed']);
  expect(logged).toMatchObject([{ kind: 'Error', route: '/' }]);
  expect(JSON.stringify(logged)).toContain('api.test.ts');
  expect(JSON.stringify(logged)).not.toMatch(/first|MARIA|GARCIA/);
});
