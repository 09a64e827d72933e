import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { StateTag } from '../../components/states.tsx';
import type { Dose, Patient } from './data.ts';
import { historyOf, reasonKey, verdictOf } from './record-facts.ts';

/** What was given, by vaccine group, and whether it counts. */
export function History({ patient }: { readonly patient: Patient }) {
  const { t } = useTranslation('patients');
  const groups = historyOf(patient);
  return (
    <section className="patient-section" aria-labelledby="patient-history">
      <h2 id="patient-history">{t('history.title')}</h2>
      {groups.length === 0 && <p>{t('history.none')}</p>}
      {groups.map(({ group, doses }) => (
        <div key={group ?? ''} className="history-group">
          <h3>{group ?? t('history.other')}</h3>
          <ul className="history-list">
            {doses.map((dose) => (
              <One key={dose.id} dose={dose} group={group} patient={patient} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function One({
  dose,
  group,
  patient: { id: patient, mayChange },
}: {
  readonly dose: Dose;
  readonly group: string | undefined;
  readonly patient: Patient;
}) {
  const { t } = useTranslation('patients');
  const { day } = useFormat();
  const { date, vaccine, lot, manufacturer, isHistorical, reportedBy, ownReport, status } = dose;
  const more = [
    ...(status === 'partial' ? [t('history.partial')] : []),
    manufacturer,
    lot === '' ? '' : t('history.lot', { lot }),
    isHistorical ? t('history.historical') : '',
    reportedBy.map(({ name }) => name).join(', '),
  ].filter((part) => part !== '');
  return (
    <li className="history-one">
      <span className="history-one__date">{day(date)}</span>
      <span className="history-one__what">
        <span className="history-one__vaccine">{vaccine}</span>
        <span className="cairn-meta">{more.join(' · ')}</span>
      </span>
      <Counts dose={dose} group={group} />
      {mayChange && ownReport !== null && (
        <Link
          to="/patients/$patient/dose/$dose"
          params={{ patient, dose: ownReport }}
          className="usa-link history-one__edit"
          aria-label={t('history.editOf', { vaccine, day: day(date) })}
        >
          {t('history.edit')}
        </Link>
      )}
    </li>
  );
}

function Counts({ dose, group }: { readonly dose: Dose; readonly group: string | undefined }) {
  const { t, i18n } = useTranslation('patients');
  const verdict = verdictOf(dose, group);
  const reason = (code: string): string => {
    const key = `history.reason.${reasonKey(code)}`;
    return i18n.exists(`patients:${key}`) ? t(key as 'history.reason.grace-period') : code;
  };
  switch (verdict.kind) {
    case 'valid':
      return (
        <Said
          tone="good"
          word={t('history.valid')}
          more={verdict.number === null ? '' : t('due.dose', { number: verdict.number })}
        />
      );
    case 'extra':
      return <Said tone="plain" word={t('history.extra')} more={reason('Series Already Complete')} />;
    case 'not-valid':
      return (
        <Said
          tone="bad"
          word={t('history.notValid')}
          more={verdict.reasons.slice(0, 1).map(reason).join('; ')}
        />
      );
    case 'substandard':
      return <Said tone="bad" word={t('history.notValid')} more={reason('Dose condition')} />;
    case 'suspect':
      return <Said tone="warn" word={t('history.notValid')} more={t('history.suspect')} />;
    case 'not-evaluated':
      return <Said tone="plain" word={t('history.notEvaluated')} more="" />;
  }
}

function Said({
  tone,
  word,
  more,
}: {
  readonly tone: 'good' | 'bad' | 'warn' | 'plain';
  readonly word: string;
  readonly more: string;
}) {
  return (
    <span className="history-one__counts">
      <StateTag tone={tone}>{word}</StateTag>
      {more !== '' && <span>{more}</span>}
    </span>
  );
}
