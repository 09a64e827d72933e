import * as fc from 'fast-check';
import { test } from 'vitest';
import { check } from './check.ts';
import { conform } from './conform.ts';
import { edited } from './testing/sound.ts';
const JUNK = ['', '""', 'x', '20240230', '^^^', '~', '99999', 'a^b^c^d^e^f', '20240510-0800', '^', 'cp','NA','RE', '998', '998^^CVX','^^^^^^^^^^', 'x&y&z^&', '999', '&', '^x', 'x~y', '~~', '00', 'x^y^CVX', 'x&', '^&&ISO', ' '];
test('x', () => {
  const bad = new Map<string, string>();
  fc.assert(fc.property(fc.array(fc.record({seg: fc.nat(100), field: fc.integer({min:1,max:25}), junk: fc.constantFrom(...JUNK)}), {maxLength: 12}), (edits) => {
    const m = edited('Z32', () => {});
    const done: string[] = [];
    for (const e of edits) {
      const segs = m.segments;
      const s = segs[4 + (e.seg % (segs.length-4))];
      if (!s) continue;
      if (s.name==='RXA' && (e.field===3||e.field===5)) continue;
      s.setRaw(e.field, e.junk); done.push(`${s.name}-${e.field}=${e.junk}`);
    }
    const before = m.toString();
    conform(m);
    const left = check(m, {today: 20261122}).findings.filter(f=>f.severity==='E');
    for (const f of left) { const k=`${f.code} ${(f.path ?? '').replace(/\[\d\]/g,'')}`; if(!bad.has(k) || (bad.get(k)??'').length>done.join().length) bad.set(k, done.join(' ; ')); }
    if (m.all('RXA').length !== 4) { const k='LOST'; if(!bad.has(k)|| (bad.get(k)??'').length>done.join().length) bad.set(k, done.join(' ; ')); }
  }), {numRuns: 4000});
  for (const [k,v] of bad) console.log(k, ' <= ', v);
});
