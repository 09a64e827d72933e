import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { StateTag } from '../../components/states.tsx';
import { type OneMessage, TONES } from './data.ts';

/** What else the sender sent under the same control ID: the first try, or the correction. */
export function Related({ message: { related, id } }: { readonly message: OneMessage }) {
  const { t } = useTranslation('messages');
  const { moment } = useFormat();
  if (related.length === 0) return null;
  return (
    <section>
      <h2>{t('related.title')}</h2>
      <ul className="messages-related">
        {related.map((each) => (
          <li key={each.id}>
            <Link to="/exchange/messages/$message" params={{ message: each.id }} className="usa-link">
              {moment(each.at)}
            </Link>{' '}
            <StateTag tone={TONES[each.outcome]}>{t(`outcome.${each.outcome}`)}</StateTag>{' '}
            <span className="cairn-meta">{t(each.id > id ? 'related.after' : 'related.before')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
