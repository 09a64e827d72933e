import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Asked } from '../../components/states.tsx';
import { whyQuery } from './data.ts';

/** How each date and verdict comes about; asked for when it is opened. */
export function Why({ patient }: { readonly patient: string }) {
  const { t } = useTranslation('patients');
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="patients-more patient-why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('why.show')}</summary>
      {isOpen && <Explained patient={patient} />}
    </details>
  );
}

function Explained({ patient }: { readonly patient: string }) {
  const { t } = useTranslation('patients');
  const query = useQuery(whyQuery(patient));
  return (
    <Asked query={query}>
      {({ groups }) => (
        <>
          <p>{t(groups.length === 0 ? 'why.none' : 'why.text')}</p>
          <div lang="en">
            {groups.map(({ vaccineGroup, sentences }) => (
              <details key={vaccineGroup} className="patients-more">
                <summary>{vaccineGroup}</summary>
                {sentences.map(({ depth, text }, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- sentences neither move nor have a name
                  <p key={index} className="patient-why__sentence" data-depth={depth}>
                    {text}
                  </p>
                ))}
              </details>
            ))}
          </div>
        </>
      )}
    </Asked>
  );
}
