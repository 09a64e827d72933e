import { Alert, Button } from '@trussworks/react-uswds';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../../api/client.ts';
import { SelectField, TextField } from '../../../components/fields.tsx';
import { Elsewhere } from '../Elsewhere.tsx';
import { useJurisdiction } from '../../../api/jurisdiction.ts';
import type { StepProps } from '../step-props.ts';
import { textOf } from '../values.ts';

export function Place({ form, text }: StepProps) {
  const { t } = useTranslation('registration');
  const counties = useJurisdiction().data?.counties ?? [];
  const chosen = textOf(form.values, 'county');
  // Until the list is there, what was chosen stands in it.
  const names = counties.length === 0 && chosen !== '' ? [chosen] : counties.map(({ name }) => name);
  return (
    <>
      <TextField {...text('siteName')} hint={t('place.siteNameHint')} autoComplete="organization" />
      <TextField {...text('street')} autoComplete="address-line1" />
      <TextField {...text('unit')} isOptional autoComplete="address-line2" />
      <TextField {...text('city')} autoComplete="address-level2" />
      <div className="registration-short">
        <TextField {...text('zip')} autoComplete="postal-code" inputMode="numeric" maxLength={5} />
      </div>
      <SelectField
        {...text('county')}
        empty={t('start.choose')}
        options={names.map((name) => ({ value: name, label: name }))}
      />
      <Elsewhere county={counties.find(({ name }) => name === chosen)} />
      <ZipCounty
        zip={textOf(form.values, 'zip')}
        county={chosen}
        onUse={(county) => form.set('county', county)}
      />
      <TextField {...text('phone')} hint={t('place.phoneHint')} type="tel" autoComplete="tel" />
    </>
  );
}

/** Whether ZIP code and county belong together; nothing where the ZIP code is not known. */
function ZipCounty({
  zip,
  county,
  onUse,
}: {
  readonly zip: string;
  readonly county: string;
  readonly onUse: (county: string) => void;
}) {
  const { t } = useTranslation('registration');
  const found = useQuery({
    queryKey: ['zip', zip],
    queryFn: () => answer(api.GET('/api/zips/{zip}', { params: { path: { zip } } })),
    enabled: /^\d{5}$/.test(zip),
    staleTime: Infinity,
  }).data;
  const zipCounty = found?.zip === zip ? found.county : null;
  return (
    <div role="status">
      {zipCounty !== null &&
        (zipCounty === county ? (
          <p className="cairn-meta margin-top-1 margin-bottom-0">{t('place.zipIn', { zip, county })}</p>
        ) : (
          county !== '' && (
            <Alert validation type="warning" headingLevel="h2" slim className="margin-top-1">
              {t('place.zipElsewhere', { zip, zipCounty, county })}{' '}
              <Button type="button" unstyled onClick={() => onUse(zipCounty)}>
                {t('place.zipUse', { county: zipCounty })}
              </Button>
            </Alert>
          )
        ))}
    </div>
  );
}
