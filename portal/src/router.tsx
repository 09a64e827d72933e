import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import i18next from 'i18next';
import { NotFound } from './layout/NotFound.tsx';
import { Failed } from './components/states.tsx';
import { Shell } from './layout/Shell.tsx';
import { exchangeSearch } from './pages/monitoring/search.ts';
import { nextSearch, signInSearch } from './pages/account/search.ts';
import { Home } from './pages/home/Home.tsx';
import { mailboxSearch } from './pages/mailbox/search.ts';
import { tasksSearch } from './pages/review/search.ts';
import { messagesSearch } from './pages/messages/search.ts';
import { requestsSearch } from './pages/people/search.ts';
import { outboxSearch, workListSearch } from './pages/staff/search.ts';

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => (
    <div className="cairn-main">
      <Failed error={error} again={reset} />
    </div>
  ),
});

/**
 * A page and the texts that it and its parts use, loaded together when it is opened: a part that first finds
 * on the page that its texts are missing makes React hold the whole page back by 300 ms, one part after the other.
 */
function page<Module extends Record<string, unknown>, Name extends keyof Module>(
  texts: readonly string[],
  load: () => Promise<Module>,
  name: Name,
) {
  return lazyRouteComponent(async () => {
    const [module] = await Promise.all([load(), i18next.loadNamespaces(texts)]);
    return module;
  }, name);
}

// Every page but the first is loaded when it is opened. Addresses name organizations, messages and codes;
// a patient's is the registry's own id, which says nothing of them.
const routeTree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: Home }),
  createRoute({
    getParentRoute: () => root,
    path: '/register',
    component: page(['registration'], () => import('./pages/registration/Start.tsx'), 'Start'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/register/continue',
    component: page(['registration'], () => import('./pages/registration/Continue.tsx'), 'Continue'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/register/$step',
    component: page(['registration'], () => import('./pages/registration/Wizard.tsx'), 'Wizard'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/register/submitted',
    component: page(['registration'], () => import('./pages/registration/Submitted.tsx'), 'Submitted'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/verify',
    component: page(['account', 'registration'], () => import('./pages/registration/Verify.tsx'), 'Verify'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/credentials',
    component: page(['registration'], () => import('./pages/registration/Credentials.tsx'), 'Credentials'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/access',
    component: page(
      ['registration'],
      () => import('./pages/registration/ConfirmAccess.tsx'),
      'ConfirmAccess',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/register/existing/$similar',
    component: page(['registration'], () => import('./pages/registration/AskAccess.tsx'), 'AskAccess'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    component: page(['account'], () => import('./pages/account/SignIn.tsx'), 'SignIn'),
    validateSearch: signInSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/password',
    component: page(['account'], () => import('./pages/account/Password.tsx'), 'Password'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/password/forgotten',
    component: page(['account'], () => import('./pages/account/Forgotten.tsx'), 'Forgotten'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workbench',
    component: page(['site', 'workbench'], () => import('./pages/workbench/Workbench.tsx'), 'Workbench'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/statement/$code',
    component: page(['site', 'statement'], () => import('./pages/statement/Statement.tsx'), 'Statement'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/statement',
    component: page(['site', 'statement'], () => import('./pages/statement/Statement.tsx'), 'Statement'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites',
    component: page(['site'], () => import('./pages/site/Sites.tsx'), 'Sites'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site',
    component: page(
      ['registration', 'site', 'siteOverview', 'staff'],
      () => import('./pages/site/Overview.tsx'),
      'Overview',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/tests',
    component: page(['site', 'workbench'], () => import('./pages/site/Tests.tsx'), 'Tests'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/tests/$message',
    component: page(['site', 'workbench'], () => import('./pages/site/Test.tsx'), 'Test'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/credential',
    component: page(
      ['site', 'siteAdmin', 'siteOverview'],
      () => import('./pages/site/Credential.tsx'),
      'Credential',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/clients',
    component: page(['site', 'siteClients'], () => import('./pages/site/Clients.tsx'), 'Clients'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/bidx',
    component: page(['site', 'siteBidx'], () => import('./pages/site/Bidx.tsx'), 'Bidx'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/statements',
    component: page(
      ['registration', 'site', 'siteAdmin'],
      () => import('./pages/site/Statements.tsx'),
      'Statements',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/people',
    component: page(['site', 'siteAdmin', 'siteOverview'], () => import('./pages/site/People.tsx'), 'People'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/settings',
    component: page(
      ['registration', 'site', 'siteAdmin'],
      () => import('./pages/site/Settings.tsx'),
      'Settings',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/events',
    component: page(['site', 'siteEvents'], () => import('./pages/site/Events.tsx'), 'Events'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff',
    component: page(['staff'], () => import('./pages/staff/WorkList.tsx'), 'WorkList'),
    validateSearch: workListSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/mail',
    component: page(['mail', 'staff'], () => import('./pages/staff/Outbox.tsx'), 'Outbox'),
    validateSearch: outboxSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/mailbox',
    component: page(['mail'], () => import('./pages/mailbox/Mailbox.tsx'), 'Mailbox'),
    validateSearch: mailboxSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in/second-step',
    component: page(['account'], () => import('./pages/account/SecondStep.tsx'), 'SecondStep'),
    validateSearch: nextSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account',
    component: page(['account'], () => import('./pages/account/Account.tsx'), 'Account'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account-update',
    component: page(['people'], () => import('./pages/people/AccountUpdate.tsx'), 'AccountUpdate'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/accounts',
    component: page(
      ['people', 'staff'],
      () => import('./pages/people/AccountRequests.tsx'),
      'AccountRequests',
    ),
    validateSearch: requestsSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/training',
    component: page(['people', 'training'], () => import('./pages/training/Training.tsx'), 'Training'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/training/$course',
    component: page(['training'], () => import('./pages/training/Course.tsx'), 'Course'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/training',
    component: page(
      ['people', 'staff', 'training'],
      () => import('./pages/training/TrainingRecords.tsx'),
      'TrainingRecords',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/timeline',
    component: page(['training'], () => import('./pages/training/Timeline.tsx'), 'Timeline'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/patients',
    component: page(['patients'], () => import('./pages/patients/Search.tsx'), 'Search'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/patients/emergency',
    component: page(['patients'], () => import('./pages/patients/Emergency.tsx'), 'Emergency'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/patients/new',
    component: page(['patientEdit'], () => import('./pages/patient-edit/NewPatient.tsx'), 'NewPatient'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/patients/$patient',
    component: page(['patientPaper', 'patients'], () => import('./pages/patients/Record.tsx'), 'Record'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/patients/$patient/seen',
    component: page(['patientPaper'], () => import('./pages/patient-paper/Seen.tsx'), 'Seen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/patients/$patient/dose',
    component: page(['patientEdit'], () => import('./pages/patient-edit/AddDose.tsx'), 'AddDose'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/patients/$patient/dose/$dose',
    component: page(['patientEdit'], () => import('./pages/patient-edit/EditDose.tsx'), 'EditDose'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/patients/$patient/details',
    component: page(['patientEdit'], () => import('./pages/patient-edit/Details.tsx'), 'Details'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/exchange',
    validateSearch: exchangeSearch,
    component: page(['monitoring'], () => import('./pages/monitoring/Dashboard.tsx'), 'Dashboard'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/exchange/quality',
    validateSearch: exchangeSearch,
    component: page(['monitoring'], () => import('./pages/monitoring/Quality.tsx'), 'Quality'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/exchange/attention',
    validateSearch: exchangeSearch,
    component: page(['monitoring'], () => import('./pages/monitoring/Attention.tsx'), 'Attention'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/exchange/messages',
    component: page(['messages', 'monitoring'], () => import('./pages/messages/Messages.tsx'), 'Messages'),
    validateSearch: messagesSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/exchange/messages/$message',
    component: page(['messages', 'workbench'], () => import('./pages/messages/Message.tsx'), 'Message'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/audit',
    component: page(['audit', 'staff'], () => import('./pages/audit/Audit.tsx'), 'Audit'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/emergencies',
    component: page(['audit', 'staff'], () => import('./pages/audit/Emergencies.tsx'), 'Emergencies'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/review',
    component: page(['review', 'staff'], () => import('./pages/review/Tasks.tsx'), 'Tasks'),
    validateSearch: tasksSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/review/$task',
    component: page(['review', 'reviewWords', 'staff'], () => import('./pages/review/Task.tsx'), 'Task'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/inventory',
    component: page(
      ['inventory', 'patientEdit'],
      () => import('./pages/inventory/Inventory.tsx'),
      'Inventory',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/inventory/$lot',
    component: page(['inventory'], () => import('./pages/inventory/Lot.tsx'), 'Lot'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/inventory/count',
    component: page(['inventory'], () => import('./pages/inventory/Count.tsx'), 'Count'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/inventory/not-deducted',
    component: page(
      ['inventory', 'patientEdit'],
      () => import('./pages/inventory/NotDeducted.tsx'),
      'NotDeducted',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/outbound',
    component: page(['outbound', 'staff'], () => import('./pages/outbound/Outbound.tsx'), 'Outbound'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/outbound/$endpoint',
    component: page(['outbound', 'staff'], () => import('./pages/outbound/Endpoint.tsx'), 'Endpoint'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/files',
    component: page(['files', 'site'], () => import('./pages/files/Files.tsx'), 'Files'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/files/$file',
    component: page(['files', 'site'], () => import('./pages/files/File.tsx'), 'File'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/acknowledgements',
    component: page(
      ['acknowledgements', 'site'],
      () => import('./pages/acknowledgements/Acknowledgements.tsx'),
      'Acknowledgements',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/history',
    component: page(['history', 'site'], () => import('./pages/history/History.tsx'), 'History'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/history/$load',
    component: page(['history', 'site'], () => import('./pages/history/Load.tsx'), 'Load'),
  }),
]);

export const router = createRouter({ routeTree, defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  // Declaration merging is how the router is told of its routes, and only an interface merges.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Register {
    readonly router: typeof router;
  }
}
