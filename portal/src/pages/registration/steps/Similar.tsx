import { Checkbox } from '@trussworks/react-uswds';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../../components/states.tsx';
import type { Submit } from '../use-submit.ts';

/** Registered sites that this one may be, before it is registered a second time. */
export function Similar({ submit: { similar, isAnother, setAnother } }: { readonly submit: Submit }) {
  const { t } = useTranslation('registration');
  if (similar.isError) return <Failed error={similar.error} again={() => void similar.refetch()} />;
  const sites = similar.data?.sites ?? [];
  if (sites.length === 0) return null;
  return (
    <section className="registration-group registration-similar">
      <h2>{t('similar.title')}</h2>
      <p>{t('similar.text')}</p>
      <ul className="usa-list usa-list--unstyled">
        {sites.map(({ id, name, city, because }) => (
          <li key={id} className="cairn-panel">
            <strong>{name}</strong>
            {city === '' ? null : `, ${city}`}
            <div className="cairn-meta">
              {because.map((each) => t(`similar.because.${each}`)).join(' · ')}
            </div>
            <Link
              to="/register/existing/$similar"
              params={{ similar: id }}
              className="usa-link"
              aria-label={t('similar.mineLabel', { name })}
            >
              {t('similar.mine')}
            </Link>
          </li>
        ))}
      </ul>
      <Checkbox
        id="another-site"
        name="another-site"
        label={t('similar.another')}
        checked={isAnother}
        onChange={({ target }) => setAnother(target.checked)}
      />
    </section>
  );
}
