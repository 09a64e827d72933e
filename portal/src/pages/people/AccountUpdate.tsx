import { Alert } from '@trussworks/react-uswds';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { useSaid } from '../../components/said.tsx';
import { Asked } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { SignedIn } from '../../layout/SignedIn.tsx';
import { AddPerson } from './AddPerson.tsx';
import { type Accounts, accountsQuery } from './data.ts';
import { OnePerson } from './OnePerson.tsx';
import { Requests } from './Requests.tsx';

/** Where a local administrator asks for the accounts of the organization, and ends them. */
export function AccountUpdate() {
  const { t } = useTranslation('people');
  useTitle(t('update.title'));
  return (
    <SignedIn>
      {({ acting, may }) => (
        <div className="cairn-main">
          <h1>{t('update.title')}</h1>
          {acting !== null && may.askForAccounts ? (
            <Listed key={acting.code} organization={acting.code} />
          ) : (
            <p>{t('update.notYours')}</p>
          )}
        </div>
      )}
    </SignedIn>
  );
}

function Listed({ organization }: { readonly organization: string }) {
  const query = useQuery(accountsQuery(organization));
  return <Asked query={query}>{(accounts) => <Everybody accounts={accounts} />}</Asked>;
}

const UNTRAINED: readonly string[] = ['missing', 'enrolled', 'expired'];

function Everybody({ accounts: { organization, people } }: { readonly accounts: Accounts }) {
  const { t } = useTranslation('people');
  const { day } = useFormat();
  const { said, say } = useSaid();
  const untrained = people.filter(({ training }) => training && UNTRAINED.includes(training.state)).length;
  return (
    <>
      <p className="cairn-lead">{t('update.lead', { name: organization.name })}</p>
      {said}
      {!organization.isLive && organization.goLive !== null && (
        <Alert type="info" headingLevel="h2" slim>
          {t('update.notLive', { day: day(organization.goLive) })}
        </Alert>
      )}
      <Requests organization={organization.code} say={say} />
      <section className="site-section">
        <h2>{t('update.people')}</h2>
        {untrained > 0 && <p>{t('update.untrained', { count: untrained })}</p>}
        <ul className="cairn-list">
          {people.map((person) => (
            <OnePerson key={person.email} person={person} say={say} />
          ))}
        </ul>
      </section>
      <AddPerson say={say} />
    </>
  );
}
