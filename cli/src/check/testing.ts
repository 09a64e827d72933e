import type { Finding, Severity } from '@cairn/guide';
import type { Checked } from './check-text.ts';

export const finding = (severity: Severity, code: string, path: string, message: string): Finding => ({
  code,
  severity,
  ...(path === '' ? {} : { path }),
  effect: 'none',
  hl7: '0',
  message,
  fix: `Mend ${code}.`,
});

/** A submission that was checked; sound unless findings are given. */
export function checked(over: Partial<Checked> = {}): Checked {
  const { findings = [] } = over;
  const severities = new Set(findings.map(({ severity }) => severity));
  return {
    file: 'one.hl7',
    index: 0,
    text: '',
    of: 1,
    controlId: 'A-1001',
    kind: 'VXU',
    profile: 'Z22',
    ack: severities.has('E') || severities.has('W') ? 'AE' : 'AA',
    outcome: severities.has('E')
      ? 'part'
      : severities.has('W')
        ? 'warned'
        : severities.has('I')
          ? 'noted'
          : 'clean',
    findings,
    doseOf: () => undefined,
    ...over,
  };
}
