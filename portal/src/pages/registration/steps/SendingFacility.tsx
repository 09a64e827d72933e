import { Alert } from '@trussworks/react-uswds';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../../../components/fields.tsx';
import { Asked } from '../../../components/states.tsx';
import { useJurisdiction } from '../../../api/jurisdiction.ts';

/** More than that are narrowed by typing. */
const FEW = 10;

/** The Sending Facility of a site that sends through one. */
export function SendingFacility(field: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem: string | undefined;
}) {
  const { t } = useTranslation('registration');
  const query = useJurisdiction();
  const [filter, setFilter] = useState('');
  return (
    <div className="registration-group">
      <Asked query={query}>
        {({ sendingFacilities }) => {
          const wanted = filter.trim().toLowerCase();
          const found = sendingFacilities.filter(
            ({ code, name }) =>
              // What is chosen stays to be seen.
              code === field.value || `${code} ${name}`.toLowerCase().includes(wanted),
          );
          return (
            <>
              {sendingFacilities.length > FEW && (
                <>
                  <TextField
                    name="filter"
                    label={t('type.filter')}
                    hint={t('type.filterHint')}
                    isOptional
                    type="search"
                    autoComplete="off"
                    value={filter}
                    onChange={setFilter}
                  />
                  <p className="cairn-meta margin-top-1" role="status">
                    {wanted === '' ? '' : t('type.filterCount', { count: found.length })}
                  </p>
                </>
              )}
              <SelectField
                {...field}
                hint={t('type.noneFound')}
                empty={t('type.chooseFacility')}
                options={found.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
              />
            </>
          );
        }}
      </Asked>
      <Alert type="info" headingLevel="h2" slim className="margin-top-2">
        {t('type.confirms')}
      </Alert>
    </div>
  );
}
