import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { NewCredentials } from '../../api/site.ts';
import { ChoiceField } from '../../components/fields.tsx';
import { Sure } from './Sure.tsx';
import { useChange } from './use-change.ts';

/** How many days the password before works on. */
const OVERLAPS = { none: 0, week: 7, month: 30 } as const;
type Overlap = keyof typeof OVERLAPS;

export function RotateCredential({
  site,
  isRevoked,
  isFirst = false,
  onMade,
}: {
  readonly site: string;
  /** What was revoked stays so: there is nothing to work on. */
  readonly isRevoked: boolean;
  /** There are none yet: the links that would have shown them are used up. */
  readonly isFirst?: boolean;
  readonly onMade: (made: NewCredentials) => void;
}) {
  const { t } = useTranslation('siteAdmin');
  const [overlap, setOverlap] = useState<Overlap>('week');
  const rotate = useChange(site, (overlapDays: number) =>
    answer(
      api.POST('/api/sites/{site}/credential/rotate', { params: { path: { site } }, body: { overlapDays } }),
    ),
  );
  return (
    <Sure
      ask={t(`credential.${isFirst ? 'first' : 'rotate'}.ask`)}
      title={t(`credential.${isFirst ? 'first' : 'rotate'}.title`)}
      confirm={t(`credential.${isFirst ? 'first' : 'rotate'}.do`)}
      confirming={t('credential.rotate.doing')}
      change={rotate}
      run={() => rotate.mutateAsync(isRevoked ? 0 : OVERLAPS[overlap])}
      onDone={onMade}
    >
      <p>{t(`credential.${isFirst ? 'first' : 'rotate'}.text`)}</p>
      {!isRevoked && (
        <ChoiceField<Overlap>
          name="overlapDays"
          legend={t('credential.rotate.overlap')}
          value={overlap}
          onChange={setOverlap}
          options={(['week', 'month', 'none'] as const).map((value) => ({
            value,
            label: t(`credential.rotate.options.${value}.label`),
            description: t(`credential.rotate.options.${value}.text`),
          }))}
        />
      )}
    </Sure>
  );
}
