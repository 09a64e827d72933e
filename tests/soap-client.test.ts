/** A SOAP library that knows nothing but the published WSDL: what vendors' software sees of Cairn. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Client, createClientAsync } from 'soap';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { ackOf, dosesShown, reportsOf } from './support/answers.ts';
import { batch, controlId, patient, qbp, vxu } from './support/messages.ts';
import { DEMO_CLINIC, ENVELOPE, segments } from './support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

describe.each([
  ['1.2', true],
  ['1.1', false],
] as const)('a client generated from the WSDL, over SOAP %s', (version, forceSoap12Headers) => {
  let client: Client;
  beforeEach(async () => {
    client = await createClientAsync(`${cairn.url}/IISService?wsdl`, { forceSoap12Headers });
  });

  /** Calls an operation by name and gives its result, which the library reads from the WSDL's types. */
  async function call(operation: string, input: Readonly<Record<string, string>>): Promise<unknown> {
    const invoke: unknown = client[`${operation}Async`];
    if (typeof invoke !== 'function') throw new Error(`the WSDL has no operation ${operation}`);
    const [result]: readonly unknown[] = await invoke.call(client, input);
    return result;
  }

  async function submit(operation: string, hl7Message: string): Promise<string> {
    const result = await call(operation, { ...DEMO_CLINIC, hl7Message });
    expect(result).toEqual({ return: expect.any(String) });
    return (result as { readonly return: string }).return;
  }

  test('tests its connection', async () => {
    expect(await call('connectivityTest', { echoBack: 'Good morning' })).toEqual({ return: 'Good morning' });
    expect(client.lastRequest).toContain(ENVELOPE[version]);
    expect(String(client.lastResponse)).toContain(ENVELOPE[version]);
  });

  test('submits a message and gets its acknowledgement, segment by segment', async () => {
    const id = controlId();
    const answer = await submit('submitSingleMessage', vxu({ controlId: id }));
    expect(answer.split('\r').slice(1)).toEqual([`MSA|AA|${id}`]);
    expect(await reportsOf(cairn.db, id)).toEqual(['A 2025-03-20 CVX:03']);
  });

  test('queries a history', async () => {
    const who = patient();
    await submit('submitSingleMessage', vxu({ patient: who }));
    const answer = await submit('submitSingleQuery', qbp({ patient: who }));
    expect(segments(answer, 'QAK')[0]?.[2]).toBe('OK');
    expect(dosesShown(answer)).toEqual(['20250320 03 X100A CP A']);
  });

  test('submits a batch of messages', async () => {
    const [one, two] = [controlId(), controlId()];
    const answer = await submit(
      'submitBatchMessage',
      batch([vxu({ controlId: one }), vxu({ controlId: two })]),
    );
    expect(segments(answer, 'MSA')).toEqual([
      ['MSA', 'AA', one],
      ['MSA', 'AA', two],
    ]);
  });

  test('submits a batch of queries', async () => {
    const who = patient();
    await submit('submitSingleMessage', vxu({ patient: who }));
    const answer = await submit('submitBatchQuery', batch([qbp({ patient: who }), qbp()]));
    expect(segments(answer, 'QAK').map((qak) => qak[2])).toEqual(['OK', 'NF']);
  });

  test('sees the SecurityFault of the WSDL when its password is wrong', async () => {
    const words = 'The username or password is not valid. Nothing was recorded.';
    const typed = {
      SecurityFault: { Code: '60', Reason: 'Security', Detail: expect.stringContaining(words) },
    };
    const fault =
      version === '1.2'
        ? { Code: { Value: 'soap:Receiver' }, Detail: typed }
        : { faultcode: 'soap:Server', faultstring: expect.stringContaining(words), detail: typed };
    await expect(
      call('submitSingleMessage', { ...DEMO_CLINIC, password: 'wrong', hl7Message: vxu() }),
    ).rejects.toMatchObject({
      message: expect.stringContaining(words),
      root: { Envelope: { Body: { Fault: fault } } },
    });
  });

  test('reads an acknowledgement with findings as text', async () => {
    const answer = await submit('submitSingleMessage', vxu({ pid: { 3: '' } }));
    expect(ackOf(answer)).toMatchObject({
      code: 'AE',
      errors: [
        {
          text: expect.stringMatching(
            /^MESSAGE REJECTED - REQUIRED FIELD PID-3 MISSING \(Patient Identifier List\)\./,
          ),
        },
      ],
    });
  });
});
