import type { Letter } from '../letters.ts';

const SITE = 'Clínica Río Azul & Daughters';
const PORTAL = 'https://iz.example.org';
const TOKEN = 'q7Yt4kq0m1cB2hX9vZ8sLw3nR6pD5eF0aGjKuTiOyMc';
const link = `${PORTAL}/sites/DE-000101`;
const expiresAt = new Date('2026-03-09T17:30:00Z');
const testingAddress = `${PORTAL}/test/IISService`;
const productionAddress = `${PORTAL}/IISService`;
const name = 'Ana María Ríos';
const sendingFacility = 'Valley Health Information Exchange';

const confirmed = {
  kind: 'registration-confirmed',
  siteName: SITE,
  siteCode: 'DE-000101',
  name,
  credentialsLink: `${PORTAL}/credentials#${TOKEN}`,
  passwordLink: `${PORTAL}/password#${TOKEN}`,
  linksExpireAt: expiresAt,
  siteLink: link,
  testingAddress,
  productionAddress,
} as const;

/** One of every kind, and of some kinds each of their forms. */
export const LETTERS: readonly Letter[] = [
  { kind: 'resume-registration', siteName: SITE, link: `${PORTAL}/register/continue#${TOKEN}`, expiresAt },
  { kind: 'verify-email', siteName: SITE, name, link: `${PORTAL}/verify#${TOKEN}`, expiresAt },
  { ...confirmed, siteType: 1, sendingFacility: undefined },
  { ...confirmed, siteType: 2, credentialsLink: undefined, sendingFacility },
  { ...confirmed, siteType: 3, siteCode: 'SF-000102', passwordLink: undefined, sendingFacility: undefined },
  { kind: 'set-password', name, siteName: SITE, link: `${PORTAL}/password#${TOKEN}`, expiresAt },
  { kind: 'reset-password', name, link: `${PORTAL}/password#${TOKEN}`, expiresAt },
  { kind: 'password-changed', name },
  { kind: 'confirm-access-request', name, siteName: SITE, link: `${PORTAL}/access#${TOKEN}`, expiresAt },
  {
    kind: 'access-asked',
    siteName: SITE,
    requester: 'Ben Ortega',
    requesterEmail: 'ben@clinic.example',
    reason: 'I took over the EHR from Mr. Lund.\nHe left in May.',
    link,
  },
  { kind: 'access-granted', name, siteName: SITE, link },
  { kind: 'access-refused', name, siteName: SITE },
  { kind: 'already-registered', name, siteName: SITE, link },
  { kind: 'client-named-you', siteName: SITE, siteCode: 'DE-000101', sendingFacility, link },
  { kind: 'sending-facility-asks', siteName: SITE, sendingFacility, link },
  { kind: 'sending-facility-confirmed', siteName: SITE, sendingFacility, link },
  {
    kind: 'client-invited',
    name,
    siteName: SITE,
    sendingFacility,
    link: `${PORTAL}/register#${TOKEN}`,
    expiresAt,
  },
  {
    kind: 'test-report',
    siteName: SITE,
    siteCode: 'DE-000101',
    more: 0,
    link: `${link}/tests`,
    tests: [
      {
        at: new Date('2026-03-02T18:04:00Z'),
        type: 'VXU^V04^VXU_V04',
        controlId: 'TEST-0001-a-rather-long-control-id-20260302180400',
        ackCode: 'AE',
        outcome: 'refused',
        findings: [
          {
            severity: 'W',
            path: 'PID-11',
            message: 'The address has no ZIP code.',
            fix: 'Send the ZIP code in PID-11.5.',
          },
          {
            severity: 'E',
            path: 'PID-7',
            message: 'The birth date is missing; the message was not recorded.',
            fix: 'Send the birth date in PID-7 and send the message again.',
          },
        ],
        link: `${link}/tests/0195578a-5ea0-7000-8000-000000000001`,
      },
      {
        at: new Date('2026-03-02T18:05:00Z'),
        type: 'VXU^V04^VXU_V04',
        controlId: 'TEST-0002',
        ackCode: 'AA',
        outcome: 'accepted',
        findings: [],
        link: `${link}/tests/0195578a-5ea0-7000-8000-000000000002`,
      },
    ],
  },
  {
    kind: 'sent-back',
    siteName: SITE,
    step: 'real-data',
    reasons: 'Lot numbers are missing in half of the doses.\n\nPlease ask your vendor to map RXA-15.',
    link,
  },
  ...(['real-data', 'production', 'bidx'] as const).map((step) => ({
    kind: 'step-reached' as const,
    siteName: SITE,
    step,
    link,
    testingAddress,
    productionAddress,
  })),
  { kind: 'suspended', siteName: SITE, reason: 'The agreement of 2026 was not accepted.', link },
  { kind: 'suspension-lifted', siteName: SITE, link },
  {
    kind: 'credential-expiring',
    siteName: SITE,
    username: 'DE-000101',
    days: 7,
    expiresAt,
    link: `${link}/credential`,
  },
  {
    kind: 'credential-rotated',
    siteName: SITE,
    username: 'DE-000101',
    previousUntil: expiresAt,
    link: `${link}/credential`,
  },
  {
    kind: 'credential-rotated',
    siteName: SITE,
    username: 'DE-000101',
    previousUntil: undefined,
    link: `${link}/credential`,
  },
  { kind: 'credential-revoked', siteName: SITE, username: 'DE-000101', link: `${link}/credential` },
];
