import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { LongTextField } from '../../components/fields.tsx';
import { problemsByField } from '../../components/problems.tsx';
import { Sure } from './Sure.tsx';
import { useChange, useTyped } from './use-change.ts';

export function RevokeCredential({ site, onDone }: { readonly site: string; readonly onDone: () => void }) {
  const { t } = useTranslation('siteAdmin');
  const { values, field } = useTyped({ reason: '' });
  const revoke = useChange(site, () =>
    answer(api.POST('/api/sites/{site}/credential/revoke', { params: { path: { site } }, body: values })),
  );
  return (
    <Sure
      ask={t('credential.revoke.ask')}
      title={t('credential.revoke.title')}
      confirm={t('credential.revoke.do')}
      confirming={t('credential.revoke.doing')}
      isGrave
      change={revoke}
      run={() => revoke.mutateAsync(undefined)}
      onDone={onDone}
      label={() => t('credential.revoke.reason')}
    >
      <p>{t('credential.revoke.text')}</p>
      <LongTextField
        {...field('reason')}
        label={t('credential.revoke.reason')}
        hint={t('credential.revoke.reasonHint')}
        problem={problemsByField(revoke.error).get('reason')}
        rows={2}
      />
    </Sure>
  );
}
