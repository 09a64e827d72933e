import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChartDose, type ChartForecast, type ChartPatient, monthsOn, rowsOf } from './chart-facts.ts';
import { chartOf, RADIUS, widthOf, wrapped } from './chart-layout.ts';

const words = {
  age: (months: number) => (months === 0 ? 'Birth' : months < 24 ? `${months} mo` : `${months / 12} y`),
  next: ({ next }: { readonly next: ChartForecast | null }) => `${next?.due ?? 'none'} since November 2025`,
};
const said = (
  vaccineGroup: string,
  status: ChartDose['evaluations'][number]['status'],
  antigen = vaccineGroup,
): ChartDose['evaluations'][number] => ({ vaccineGroup, antigen, status, reasons: [], targetDose: null });
const dose = (date: string, group = 'MMR', more: Partial<ChartDose> = {}): ChartDose => ({
  id: `${group} ${date}`,
  date,
  groups: [group],
  status: 'given',
  suspectOf: null,
  evaluations: [said(group, 'Valid')],
  ...more,
});
const due = (vaccineGroup: string, more: Partial<ChartForecast> = {}): ChartForecast => ({
  vaccineGroup,
  status: 'Not Complete',
  earliest: '2024-03-01',
  recommended: '2024-05-01',
  pastDue: '2024-09-01',
  latest: null,
  doseNumber: 1,
  due: 'overdue',
  ...more,
});
const patient = (known: Partial<ChartPatient> = {}): ChartPatient => ({
  birthDate: '2023-03-15',
  isDeceased: false,
  doses: [],
  forecast: { asOf: '2025-03-20', groups: [] },
  ...known,
});
const kinds = (one: ChartPatient) =>
  chartOf(one, 900, words).rows.flatMap(({ marks }) => marks.map(({ kind }) => kind));

describe('the rows', () => {
  it('begin with what may be given now, in the order of the schedule; what never comes is left out', () => {
    const groups = [
      due('Zoster', { due: 'later' }),
      due('MMR'),
      due('Rabies', { due: 'none' }),
      due('HepB', { due: 'due' }),
      due('Polio', { due: 'none', status: 'Complete' }),
    ];
    const doses = [dose('2023-05-15', 'Polio'), dose('2023-04-15', 'Unknown group')];
    const rows = rowsOf(patient({ doses, forecast: { asOf: '2025-03-20', groups } }));
    expect(rows.map(({ group }) => group)).toEqual(['HepB', 'MMR', 'Polio', 'Unknown group', 'Zoster']);
  });

  it('say of each dose whether it counts for that group', () => {
    expect(
      kinds(
        patient({
          doses: [
            dose('2023-06-01'),
            dose('2023-09-01', 'MMR', { evaluations: [said('MMR', 'Not Valid')] }),
            dose('2023-10-01', 'MMR', {
              evaluations: [said('MMR', 'Valid', 'Measles'), said('MMR', 'Not Valid', 'Mumps')],
            }),
            dose('2023-11-01', 'MMR', { evaluations: [said('MMR', 'Extraneous')] }),
            dose('2024-02-01', 'MMR', { suspectOf: 'x' }),
            dose('2024-06-01', 'MMR', { status: 'refused', evaluations: [] }),
            dose('2024-12-01', 'MMR', { evaluations: [said('Varicella', 'Valid')] }),
          ],
        }),
      ),
    ).toEqual(['valid', 'invalid', 'invalid', 'extra', 'duplicate', 'refused', 'given']);
  });
});

describe('the chart', () => {
  it('shows a bar in its phases, up to today where it is past due', () => {
    const { rows, todayX } = chartOf(
      patient({ forecast: { asOf: '2025-03-20', groups: [due('MMR')] } }),
      900,
      words,
    );
    const bars = rows[0]?.bars ?? [];
    expect(bars.map(({ phase }) => phase)).toEqual(['may', 'should', 'overdue']);
    expect(bars[2]?.x2).toBe(todayX);
    expect(bars.some(({ goesOn }) => goesOn)).toBe(false);
  });

  it('shows that something goes on beyond its end', () => {
    const later = due('HPV', {
      earliest: '2032-03-15',
      recommended: '2034-03-15',
      pastDue: null,
      due: 'soon',
    });
    const now = due('Influenza', {
      earliest: '2025-01-01',
      recommended: '2025-01-01',
      pastDue: null,
      due: 'due',
    });
    const { rows } = chartOf(patient({ forecast: { asOf: '2025-03-20', groups: [later, now] } }), 900, words);
    expect(rows.map(({ bars }) => bars.map(({ goesOn }) => goesOn))).toEqual([[true], []]);
  });

  it('gives the first two years room, and an adult’s late record the years it has', () => {
    const child = chartOf(
      patient({
        birthDate: '2014-03-15',
        doses: ['2014-05-15', '2014-07-15', '2014-09-15'].map((day) => dose(day)),
      }),
      900,
      words,
    );
    expect((child.scale.x(2) - child.plot.x1) / (child.plot.x2 - child.plot.x1)).toBeGreaterThan(0.3);
    expect(child.rows[0]?.marks).toHaveLength(3);
    const adult = chartOf(
      patient({ birthDate: '1954-03-15', doses: [dose('2015-10-01', 'Influenza')] }),
      900,
      words,
    );
    expect(adult.scale.from).toBeGreaterThanOrEqual(50);
  });

  it('makes one mark with a number of doses that stand too close', () => {
    const doses = Array.from({ length: 30 }, (_, year) => dose(`${1994 + year}-10-01`, 'Influenza'));
    const { rows } = chartOf(patient({ birthDate: '1954-03-15', doses }), 320, words);
    const marks = rows[0]?.marks ?? [];
    expect(marks.length).toBeLessThan(30);
    expect(marks.flatMap((mark) => mark.doses)).toHaveLength(30);
  });

  it('has no line for today where somebody has died', () => {
    expect(chartOf(patient({ isDeceased: true, forecast: null }), 900, words).todayX).toBeNull();
    expect(chartOf(patient(), 900, words).todayX).not.toBeNull();
  });
});

it('counts months as people do', () => {
  expect(monthsOn('2023-03-15', '2023-04-14')).toBe(0);
  expect(monthsOn('2023-03-15', '2025-03-15')).toBe(24);
});

const day = fc
  .date({ min: new Date('1925-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const maybe = fc.option(day);
const group = fc.constantFrom(
  'MMR',
  'DTaP/Tdap/Td',
  'Japanese Encephalitis',
  'Influenza',
  'Tick-borne encephalitis',
);
const anybody: fc.Arbitrary<ChartPatient> = fc.record({
  birthDate: day,
  isDeceased: fc.boolean(),
  doses: fc.array(
    fc.record({
      id: fc.uuid(),
      date: fc.oneof(day, fc.constant('')),
      groups: fc.array(group, { maxLength: 3 }),
      status: fc.constantFrom('given', 'partial', 'refused', 'not-given'),
      suspectOf: fc.option(fc.constant('x')),
      evaluations: fc.array(
        fc
          .tuple(group, fc.constantFrom('Valid' as const, 'Not Valid' as const, 'Extraneous' as const))
          .map(([name, status]) => said(name, status)),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 40 },
  ),
  forecast: fc.option(
    fc.record({
      asOf: day,
      groups: fc.uniqueArray(
        fc.record({
          vaccineGroup: group,
          status: fc.constantFrom('Not Complete', 'Complete', 'Immune'),
          earliest: maybe,
          recommended: maybe,
          pastDue: maybe,
          latest: maybe,
          doseNumber: fc.option(fc.nat(9)),
          due: fc.constantFrom('overdue', 'due', 'soon', 'later', 'none'),
        }),
        { selector: ({ vaccineGroup }) => vaccineGroup },
      ),
    }),
  ),
});

describe('of whomever, at whatever width', () => {
  const property = (check: (chart: ReturnType<typeof chartOf>, whose: ChartPatient) => void) =>
    fc.assert(
      fc.property(anybody, fc.integer({ min: 240, max: 1400 }), (whose, width) =>
        check(chartOf(whose, width, words), whose),
      ),
      { numRuns: 300 },
    );

  it('all is inside, and nothing is narrower than nothing', () => {
    property(({ rows, plot, width, height, todayX, ticks }) => {
      const isIn = (x1: number, x2: number) => {
        expect(x1).toBeGreaterThanOrEqual(plot.x1 - RADIUS - 0.001);
        expect(x2).toBeLessThanOrEqual(plot.x2 + RADIUS + 0.001);
        expect(x2).toBeGreaterThanOrEqual(x1);
      };
      if (todayX !== null) isIn(todayX, todayX);
      for (const { x } of ticks) isIn(x, x);
      for (const { marks, bars, y1, y2 } of rows) {
        for (const { x1, x2, y } of marks) {
          isIn(x1, x2);
          expect(y - RADIUS).toBeGreaterThanOrEqual(y1);
          expect(y + RADIUS).toBeLessThanOrEqual(y2);
        }
        for (const { x1, x2 } of bars) isIn(x1, x2);
        expect(y2).toBeLessThanOrEqual(height);
      }
      expect(plot.x2).toBeLessThanOrEqual(width);
    });
  });

  it('each dose is in its rows once, and no two marks lie on each other', () => {
    property(({ rows }, { doses }) => {
      const shown = rows.flatMap(({ marks }) => marks.flatMap((mark) => mark.doses)).toSorted();
      const known = doses.flatMap(({ id, date, groups }) =>
        date === '' ? [] : [...new Set(groups)].map(() => id),
      );
      expect(shown).toEqual(known.toSorted());
      for (const { marks } of rows) {
        for (const [index, one] of marks.entries()) {
          for (const other of marks.slice(index + 1)) {
            expect(one.y !== other.y || one.x2 <= other.x1 || other.x2 <= one.x1).toBe(true);
          }
        }
      }
    });
  });

  it('no words of a row lie on each other or on its marks', () => {
    property(({ rows, width }) => {
      for (const { label, next, marks, laneY } of rows) {
        const right = ({ x, anchor, lines }: typeof label) =>
          anchor === 'end' ? x : x + Math.max(...lines.map(widthOf));
        const left = ({ x, anchor, lines }: typeof label) =>
          anchor === 'end' ? x - Math.max(...lines.map(widthOf)) : x;
        expect(right(label)).toBeLessThanOrEqual(left(next));
        expect(left(label)).toBeGreaterThanOrEqual(0);
        expect(right(next)).toBeLessThanOrEqual(width);
        const isAbove = label.y + (Math.max(label.lines.length, next.lines.length) - 1) * 17 < laneY - RADIUS;
        for (const { x1, x2 } of marks)
          expect(isAbove || (x1 >= right(label) && x2 <= left(next))).toBe(true);
      }
    });
  });

  it('labels of ages do not lie on each other', () => {
    property(({ ticks }) => {
      for (const [index, tick] of ticks.entries()) {
        const before = ticks[index - 1];
        if (!before) continue;
        expect(tick.labelX - widthOf(tick.label) / 2).toBeGreaterThan(
          before.labelX + widthOf(before.label) / 2,
        );
      }
    });
  });
});

it('breaks words where it must', () => {
  expect(wrapped('Japanese Encephalitis', 100)).toEqual(['Japanese', 'Encephalitis']);
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 20, max: 300 }), (text, width) => {
      for (const line of wrapped(text, width)) expect(widthOf(line)).toBeLessThanOrEqual(width);
    }),
  );
});
