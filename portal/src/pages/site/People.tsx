import { Button } from '@trussworks/react-uswds';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { peopleQuery, type Person, type Site } from '../../api/site.ts';
import { useFormat } from '../../components/format.ts';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { Asked, StateTag } from '../../components/states.tsx';
import { useSession } from '../../api/session.ts';
import { AccessRequests } from './AccessRequests.tsx';
import { useSaid } from '../../components/said.tsx';
import { NameAndEmail } from './NameAndEmail.tsx';
import { SiteFrame } from './SiteFrame.tsx';
import { Sure } from './Sure.tsx';
import { useChange, useTyped } from './use-change.ts';

type Say = (text: string) => void;

/** Who may sign in for a site. */
export function People() {
  const { t } = useTranslation('siteAdmin');
  return (
    <SiteFrame page="people" title={t('people.title')}>
      {(site) => <Everybody key={site.code} site={site} />}
    </SiteFrame>
  );
}

function Everybody({ site }: { readonly site: Site }) {
  const { t } = useTranslation('siteAdmin');
  const { said, say } = useSaid();
  const query = useQuery(peopleQuery(site.code));
  const isManager = site.may.manage;
  return (
    <>
      <p className="cairn-lead">{t('people.lead')}</p>
      {said}
      {isManager && site.accessRequests.length > 0 && <AccessRequests site={site} say={say} />}
      <Asked query={query}>
        {({ people }) =>
          people.length === 0 ? (
            <p>{t('people.none')}</p>
          ) : (
            <ul className="cairn-list">
              {people.map((person) => (
                <One key={person.id} site={site.code} person={person} isManager={isManager} say={say} />
              ))}
            </ul>
          )
        }
      </Asked>
      {isManager && <Invite site={site.code} say={say} />}
    </>
  );
}

function One({
  site,
  person: { id, name, email, role, since, hasSignedIn },
  isManager,
  say,
}: {
  readonly site: string;
  readonly person: Person;
  readonly isManager: boolean;
  readonly say: Say;
}) {
  const { t } = useTranslation(['siteAdmin', 'site']);
  const { day } = useFormat();
  const me = useSession()?.account?.email;
  const end = useChange(site, () =>
    answer(api.DELETE('/api/sites/{site}/people/{account}', { params: { path: { site, account: id } } })),
  );
  return (
    <li className="cairn-panel">
      <div className="cairn-row">
        <h2 className="site-name">
          {name}
          {email === me && <span className="cairn-meta"> ({t('siteAdmin:people.you')})</span>}
        </h2>
        <StateTag tone="plain">{t(`site:role.${role}`)}</StateTag>
        {!hasSignedIn && <StateTag tone="warn">{t('siteAdmin:people.invited')}</StateTag>}
      </div>
      <p className="margin-y-05">{email}</p>
      <p className="cairn-meta margin-y-05">
        {t(hasSignedIn ? 'siteAdmin:people.since' : 'siteAdmin:people.invitedSince', { day: day(since) })}
      </p>
      {isManager && email !== me && (
        <Sure
          ask={t('siteAdmin:people.end.ask')}
          about={name}
          title={t('siteAdmin:people.end.title', { name })}
          confirm={t('siteAdmin:people.end.do')}
          confirming={t('siteAdmin:people.end.doing')}
          isGrave
          change={end}
          run={() => end.mutateAsync(undefined)}
          onDone={() => say(t('siteAdmin:people.end.done', { name }))}
        >
          <p>{t(role === 'member' ? 'siteAdmin:people.end.text' : 'siteAdmin:people.end.contact')}</p>
        </Sure>
      )}
    </li>
  );
}

function Invite({ site, say }: { readonly site: string; readonly say: Say }) {
  const { t } = useTranslation('siteAdmin');
  const { values, field, clear } = useTyped({ name: '', email: '' });
  const invite = useChange(site, () =>
    answer(api.POST('/api/sites/{site}/people', { params: { path: { site } }, body: values })),
  );
  const problems = problemsByField(invite.error);
  const label = (where: string): string => t(where === 'email' ? 'people.email' : 'people.name');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { email } = values;
    invite.mutate(undefined, {
      onSuccess: () => {
        clear();
        say(t('people.inviteDone', { email }));
      },
    });
  };
  return (
    <section className="site-section">
      <h2>{t('people.invite')}</h2>
      <p>{t('people.inviteText')}</p>
      <form onSubmit={submit} noValidate className="site-form">
        <ErrorSummary error={invite.error} label={label} />
        <NameAndEmail field={field} label={label} problems={problems} />
        <div className="cairn-actions">
          <Button type="submit" disabled={invite.isPending}>
            {invite.isPending ? t('people.inviting') : t('people.inviteDo')}
          </Button>
        </div>
      </form>
    </section>
  );
}
