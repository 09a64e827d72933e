import { ordersOf } from '@cairn/guide';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { casesShown } from './test-cases.ts';
import { edit, given, historical, parsed, refused, vxu } from './testing/messages.ts';

const TODAY = '2025-03-20';
const shown = (text: string, outcome: Parameters<typeof casesShown>[1] = 'accepted'): readonly string[] =>
  casesShown(parsed(text), outcome, undefined, TODAY);

/** A dose given on 20 March 2025 to somebody born then. */
const born = (day: string): string => edit(vxu(given()), 'PID-7', day);

describe('a submission shows', () => {
  test.each([
    ['a child by a dose that was given', vxu(given()), ['administered-child']],
    ['a child the day before the 19th birthday', born('20060321'), ['administered-child']],
    ['an adult on the 19th birthday', born('20060320'), ['administered-adult']],
    [
      'a child of 29 February until 1 March',
      edit(vxu(given({ day: '20230228' })), 'PID-7', '20040229'),
      ['administered-child'],
    ],
    [
      'an adult of 29 February from 1 March on',
      edit(vxu(given({ day: '20230301' })), 'PID-7', '20040229'),
      ['administered-adult'],
    ],
    ['a dose given in part', edit(vxu(given()), 'RXA-20', 'PA'), ['administered-child']],
    [
      'a dose without completion and action',
      edit(edit(vxu(given()), 'RXA-20', ''), 'RXA-21', ''),
      ['administered-child'],
    ],
    ['a dose that somebody else gave', vxu(historical()), ['historical']],
    ['a dose from a school record', edit(vxu(historical()), 'RXA-9', '06^School'), ['historical']],
    ['an update', vxu(given({ action: 'U' })), ['update']],
    ['an update of a historical dose', vxu(historical({ action: 'U' })), ['update']],
    ['a deletion', vxu(given({ action: 'D' })), ['delete']],
    ['a refusal', vxu(refused()), ['refusal']],
    [
      'several, in the order of the list',
      vxu(refused(), historical(), given({ id: 'D2^C' })),
      ['administered-child', 'historical', 'refusal'],
    ],
    ['no dose that was not given', edit(vxu(given()), 'RXA-20', 'NA'), []],
    ['no dose of another source', edit(vxu(given()), 'RXA-9', '09^Other'), []],
    ['no dose that lies ahead', vxu(given({ day: '20250321' })), []],
    ['no age without a birth date', edit(vxu(given()), 'PID-7', ''), []],
  ])('%s', (_, text, cases) => {
    expect(shown(text)).toEqual(cases);
  });

  test.each(['refused', 'fault', 'answered'] as const)('nothing where it was %s', (outcome) => {
    expect(shown(vxu(given()), outcome)).toEqual([]);
  });

  test('of one that was taken in part, the doses that were kept', () => {
    const message = parsed(vxu(given(), historical({ id: 'D2^C' })));
    const kept = ordersOf(message).slice(1);
    expect(casesShown(message, 'partly-accepted', undefined, TODAY, kept)).toEqual(['historical']);
  });

  test('a child or an adult, whenever they were born', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1920-01-01'), max: new Date('2025-03-20'), noInvalidDate: true }),
        (at) => {
          const day = at.toISOString().slice(0, 10).replaceAll('-', '');
          const isAdult = Number(day) + 190_000 <= 20_250_320;
          expect(shown(born(day))).toEqual([isAdult ? 'administered-adult' : 'administered-child']);
        },
      ),
    );
  });
});

describe('a query shows', () => {
  const query = (name: string) =>
    parsed(`MSH|^~\\&|EHR||||||QBP^Q11^QBP_Q11|1|P|2.5.1\rQPD|${name}^x^CDCPHINVS|tag\r`);
  test.each([
    ['Z34', 'OK', ['history-query']],
    ['Z44', 'OK', ['forecast-query']],
    ['Z34', 'NF', ['nobody-found']],
    ['Z44', 'NF', ['nobody-found']],
    ['Z34', 'several', ['several-found']],
    ['Z34', 'TM', ['several-found']],
    ['Z34', 'PD', []],
    ['Z34', 'AE', []],
  ] as const)('%s, told %s: %o', (name, told, cases) => {
    expect(casesShown(query(name), 'answered', told, TODAY)).toEqual(cases);
    expect(casesShown(query(name), 'refused', told, TODAY)).toEqual([]);
  });
});
