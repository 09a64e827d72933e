import { startOutbox } from './mail/send.ts';
import { startSilenceAlerts } from './monitoring/silence.ts';
import { startWeeklyReports } from './monitoring/weekly.ts';
import { startTroubleAlerts } from './outbound/trouble-alerts.ts';
import { startExpiryAlerts } from './onboarding/expiry-alerts.ts';
import { startTestReports } from './onboarding/test-reports.ts';
import type { Config } from './platform/config.ts';
import { startEmergencyReminders } from './review/emergency-reminders.ts';
import type { Database } from './platform/database/database.ts';
import type { Log } from './platform/log.ts';
import { startTrainingAlerts } from './training/expiry.ts';

/** What a worker does about mail: writes what time or test messages call for, and hands over what is in the outbox. */
export function startCorrespondence(
  { clock, demo, jurisdiction, smtpUrl, mailFrom }: Config,
  { pool, kysely }: Database,
  log: Log,
  publicUrl: () => string,
): readonly { readonly stop: () => Promise<void> }[] {
  const writers = [
    startTestReports({ kysely, clock, publicUrl, log }),
    startExpiryAlerts({ kysely, clock, publicUrl, log }),
    startSilenceAlerts({ kysely, clock, jurisdiction, publicUrl, log }),
    startWeeklyReports({ kysely, clock, jurisdiction, publicUrl, log }),
    startEmergencyReminders({ kysely, clock, publicUrl, log }),
    startTrainingAlerts({ kysely, clock, jurisdiction, publicUrl, log }),
    startTroubleAlerts({ kysely, clock, jurisdiction, publicUrl, log }),
  ];
  if (smtpUrl === undefined) {
    if (!demo) log.warn('CAIRN_SMTP_URL is not set: mail is kept, and none goes out');
    return writers;
  }
  return [
    ...writers,
    startOutbox({ pool, clock, log, smtpUrl, from: mailFrom, publicUrl, keepsTokens: demo }),
  ];
}
