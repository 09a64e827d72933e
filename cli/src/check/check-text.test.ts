import { describe, expect, test } from 'vitest';
import type { FileOfMessages } from '../messages.ts';
import { checkFile } from './check-text.ts';
import { registryFor } from './registry.ts';
import { terminal } from './terminal.ts';

const registry = registryFor({ jurisdiction: 'california', day: '2026-06-01' });
const file = (text: string, messages: FileOfMessages['messages'] = []): FileOfMessages => ({
  file: 'a.hl7',
  text,
  messages,
  problems: [],
});
const only = (content: FileOfMessages) => [...checkFile(content, registry)][0];

describe('a text that is no message', () => {
  test.each([
    ['', 'empty-message', 'There is no message: the text is empty.', 'Send the message again.'],
    [
      'Dear registry,',
      'no-msh',
      'Line 1 starts with "Dea", but an HL7 message starts with MSH.',
      'Begin the message with its MSH segment, for example MSH|^~\\&|.',
    ],
    [
      'FHS|^~\\&\rBHS|^~\\&\rBTS|0\r',
      'no-msh',
      'The batch holds no message.',
      'Put the messages between its BHS and its BTS, each beginning with MSH.',
    ],
  ])('%j is refused with advice', (text, code, message, fix) => {
    expect(only(file(text))).toMatchObject({
      ack: 'AR',
      outcome: 'rejected',
      findings: [{ code, severity: 'E', message, fix }],
    });
  });

  test('is named by the line of its file', () => {
    const text = 'MSH|^~\\&|EHR\rrest of a line\r';
    const content = file(`\r\r\r${text}`, [{ file: 'a.hl7', index: 0, text, line: 4 }]);
    expect(only(content)?.findings[0]).toMatchObject({ code: 'bad-segment-name' });
    expect(only(content)?.findings[0]?.message).toMatch(/^Line 5 starts with "res"/);
  });
});

describe('the day', () => {
  test('is the one in the time zone of the registry', () => {
    const env = { CAIRN_NOW: '2026-06-02T02:00:00Z' };
    expect(registryFor({ jurisdiction: 'california' }, env).day).toBe(20_260_601);
    expect(registryFor({ jurisdiction: 'california', day: '2026-01-31' }, env).day).toBe(20_260_131);
  });

  test.each(['2026-02-30', '20260131', 'today'])('%s is none', (day) => {
    expect(() => registryFor({ day })).toThrow(`--day: "${day}" is no day such as 2026-01-31.`);
  });
});

test('an unknown jurisdiction names those there are', () => {
  expect(() => registryFor({ jurisdiction: 'atlantis' })).toThrow(
    'There is no jurisdiction "atlantis"; there is california, national.',
  );
  expect(registryFor({}, { CAIRN_JURISDICTION: 'national' }).id).toBe('national');
});

describe('the terminal', () => {
  test('says how wide it is and that it has colours', () => {
    expect(terminal({}, { isTTY: true, columns: 90 })).toEqual({ width: 90, colour: true });
    expect(terminal({ NO_COLOR: '1' }, { isTTY: true, columns: 90 }).colour).toBe(false);
  });

  test('that is none is as wide as COLUMNS says, within reason, and has no colours', () => {
    expect(terminal({ COLUMNS: '80' }, {})).toEqual({ width: 80, colour: false });
    expect(terminal({ COLUMNS: 'x' }, {}).width).toBe(100);
    expect(terminal({ COLUMNS: '20' }, {}).width).toBe(60);
    expect(terminal({ COLUMNS: '400' }, {}).width).toBe(140);
  });
});
