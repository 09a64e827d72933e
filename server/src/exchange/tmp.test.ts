import { test } from 'vitest';
import type { Finding } from '@cairn/guide';
import { checked, edit, given, HEADER, historical, message, NK1, PD1, PID, refused, vxu, withField } from './testing/messages.ts';
const short = ({ code, severity, path = '', hl7, application, message }: Finding) =>
  `${code} ${severity} ${path} ${hl7}/${application ?? ''} ${message}`;
test('x', () => {
  const p = (name: string, t: string) => { const r = checked(t); console.log(name, r.ack, r.isRefused, r.orders.length, JSON.stringify(r.findings.map(short), null, 1)); };
  p('noctl', edit(vxu(given()), 'MSH-10', ' '));
  for (const [path, v] of [['PID-3',''],['PID-3','^^^CLINIC^MR'],['PID-3','1001^^^CLINIC'],['PID-5','^Ana^^^^^L'],['PID-5','Wren^""^^^^^L'],['PID-7',''],['PID-7','""'],['PID-7','20240230'],['PID-7','2024'],['PID-7','unknown'],['PID-7','20260101'],['PID-5',''], ['PID-3','1001^^^^MR'],['PID-3', '1001^^^CLINIC^MR~77^^^^MR']] as const) p(`${path}=${v}`, edit(vxu(given()), path, v));
  for (const [f, v] of [[3,''],[3,'""'],[3,'20250229'],[3,'202503'],[3,'20250321'],[3,'20240314'],[5,''],[5,'^MMR^CVX'],[5,'03'],[5,'03^MMR^LOCAL'],[20,'XX'],[21,'X']] as const) p(`RXA-${f}=${v}`, edit(vxu(historical()), `RXA-${f}`, v));
  p('several', edit(edit(edit(edit(vxu(historical(), historical({id:'D2^C'})),'RXA[2]-3',''),'RXA[2]-5',''),'RXA[2]-20','XX'),'RXA[2]-21','X'));
  p('several pid', edit(edit(edit(edit(vxu(given()), 'MSH-10',''),'PID-3','^^^CLINIC^MR'),'PID-5','^'),'PID-7','20240230'));
  p('noid', edit(vxu(historical()), 'ORC-3', ''));
  p('noidref', edit(vxu(refused()), 'ORC-3', ''));
  p('noidna', edit(edit(vxu(historical()), 'ORC-3', ''), 'RXA-20','NA'));
  p('open', message(HEADER, PID).trimEnd());
  p('openorder', message(HEADER, PID, historical()[1] ?? '').trimEnd());
  p('cut', vxu(historical()).slice(0, -30));
  p('action empty', edit(vxu(historical()), 'RXA-21', ''));
  p('status empty', edit(vxu(historical()), 'RXA-20', ''));
  p('birthday', edit(vxu(historical()), 'RXA-3', '20240315'));
});
