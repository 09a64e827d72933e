import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { StateTag } from '../../components/states.tsx';
import type { AuditEvent } from './data.ts';

export function EventList({ events }: { readonly events: readonly AuditEvent[] }) {
  return (
    <ul className="audit-list">
      {events.map((event) => (
        <li key={event.id}>
          <Event event={event} />
        </li>
      ))}
    </ul>
  );
}

function Event({ event }: { readonly event: AuditEvent }) {
  const { t } = useTranslation('audit');
  const { moment } = useFormat();
  // Codes have words; reasons, ids and numbers stand as they are.
  const shown = (value: string): string =>
    value
      .split(', ')
      .map((each) => t(`value.${each}` as 'value.same', { defaultValue: each }))
      .join(', ');
  const { at, action, category, who, organization, about, personIds, messageId, detail } = event;
  return (
    <div className="audit-event">
      <span>{moment(at)}</span>
      <span>
        <span className="audit-event__name">{who.kind === 'nobody' ? t('who.nobody') : who.name}</span>
        {who.email !== null && <span className="audit-event__line cairn-meta">{who.email}</span>}
        {(who.kind === 'token' || who.kind === 'program') && (
          <span className="audit-event__line cairn-meta">{t(`who.${who.kind}`)}</span>
        )}
        {organization && (
          <span className="audit-event__line cairn-meta">
            {t('actingFor', { name: organization.name, code: organization.code })}
          </span>
        )}
      </span>
      <span>
        <StateTag tone={category === 'change' || category === 'decision' ? 'info' : 'plain'}>
          {t(`category.${category}`)}
        </StateTag>{' '}
        {t(`action.${action}` as 'action.query', { defaultValue: action })}
        {about && (
          <span className="audit-event__line cairn-meta">
            {t('about', { name: about.name, code: about.code })}
          </span>
        )}
        {(personIds.length > 0 || messageId !== null || detail.length > 0) && (
          <details>
            <summary>{t('persons', { count: personIds.length })}</summary>
            <ul className="audit-event__ids">
              {personIds.map((id) => (
                <li key={id}>
                  <Link
                    to="/patients/$patient"
                    params={{ patient: id }}
                    className="usa-link cairn-code"
                    preload={false}
                  >
                    {id}
                  </Link>
                </li>
              ))}
              {messageId !== null && (
                <li>
                  {t('field.messageId')}: <span className="cairn-code">{messageId}</span>
                </li>
              )}
              {detail.map(({ name, value }) => (
                <li key={name}>
                  {t(`detail.${name}` as 'detail.reason', { defaultValue: name })}:{' '}
                  {name === 'reason' ? value : shown(value)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </span>
    </div>
  );
}
