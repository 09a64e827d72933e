import { describe, expect, test } from 'vitest';
import { messagesSearch } from './search.ts';

describe('the address of the messages', () => {
  test('says sites, days, outcomes and codes', () => {
    const said = {
      site: 'DE-000001',
      from: '2026-11-20',
      to: '2026-11-23',
      outcome: 'refused',
      kind: 'query',
      address: 'test',
      code: 'lot-number-missing',
    };
    expect(messagesSearch(said)).toEqual(said);
  });

  test('says nothing of patients or of what nobody knows', () => {
    expect(
      messagesSearch({
        patient: 'WREN',
        controlId: 'A1',
        from: 'yesterday',
        outcome: 'lost',
        kind: 7,
        address: 'production',
        code: 'Wren, Ana',
        site: '',
      }),
    ).toEqual({});
  });
});
