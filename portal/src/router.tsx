import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
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

// Every page but the first is loaded when it is opened. Addresses name organizations, messages and codes;
// a patient's is the registry's own id, which says nothing of them.
const routeTree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: Home }),
  createRoute({
    getParentRoute: () => root,
    path: '/register',
    component: lazyRouteComponent(() => import('./pages/registration/Start.tsx'), 'Start'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/register/continue',
    component: lazyRouteComponent(() => import('./pages/registration/Continue.tsx'), 'Continue'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/register/$step',
    component: lazyRouteComponent(() => import('./pages/registration/Wizard.tsx'), 'Wizard'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/register/submitted',
    component: lazyRouteComponent(() => import('./pages/registration/Submitted.tsx'), 'Submitted'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/verify',
    component: lazyRouteComponent(() => import('./pages/registration/Verify.tsx'), 'Verify'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/credentials',
    component: lazyRouteComponent(() => import('./pages/registration/Credentials.tsx'), 'Credentials'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/access',
    component: lazyRouteComponent(() => import('./pages/registration/ConfirmAccess.tsx'), 'ConfirmAccess'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/register/existing/$similar',
    component: lazyRouteComponent(() => import('./pages/registration/AskAccess.tsx'), 'AskAccess'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./pages/account/SignIn.tsx'), 'SignIn'),
    validateSearch: signInSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/password',
    component: lazyRouteComponent(() => import('./pages/account/Password.tsx'), 'Password'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/password/forgotten',
    component: lazyRouteComponent(() => import('./pages/account/Forgotten.tsx'), 'Forgotten'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/workbench',
    component: lazyRouteComponent(() => import('./pages/workbench/Workbench.tsx'), 'Workbench'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/statement/$code',
    component: lazyRouteComponent(() => import('./pages/statement/Statement.tsx'), 'Statement'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/statement',
    component: lazyRouteComponent(() => import('./pages/statement/Statement.tsx'), 'Statement'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites',
    component: lazyRouteComponent(() => import('./pages/site/Sites.tsx'), 'Sites'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site',
    component: lazyRouteComponent(() => import('./pages/site/Overview.tsx'), 'Overview'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/tests',
    component: lazyRouteComponent(() => import('./pages/site/Tests.tsx'), 'Tests'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/tests/$message',
    component: lazyRouteComponent(() => import('./pages/site/Test.tsx'), 'Test'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/credential',
    component: lazyRouteComponent(() => import('./pages/site/Credential.tsx'), 'Credential'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/clients',
    component: lazyRouteComponent(() => import('./pages/site/Clients.tsx'), 'Clients'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/bidx',
    component: lazyRouteComponent(() => import('./pages/site/Bidx.tsx'), 'Bidx'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/statements',
    component: lazyRouteComponent(() => import('./pages/site/Statements.tsx'), 'Statements'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/people',
    component: lazyRouteComponent(() => import('./pages/site/People.tsx'), 'People'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/settings',
    component: lazyRouteComponent(() => import('./pages/site/Settings.tsx'), 'Settings'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sites/$site/events',
    component: lazyRouteComponent(() => import('./pages/site/Events.tsx'), 'Events'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff',
    component: lazyRouteComponent(() => import('./pages/staff/WorkList.tsx'), 'WorkList'),
    validateSearch: workListSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/mail',
    component: lazyRouteComponent(() => import('./pages/staff/Outbox.tsx'), 'Outbox'),
    validateSearch: outboxSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/mailbox',
    component: lazyRouteComponent(() => import('./pages/mailbox/Mailbox.tsx'), 'Mailbox'),
    validateSearch: mailboxSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in/second-step',
    component: lazyRouteComponent(() => import('./pages/account/SecondStep.tsx'), 'SecondStep'),
    validateSearch: nextSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account',
    component: lazyRouteComponent(() => import('./pages/account/Account.tsx'), 'Account'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/account-update',
    component: lazyRouteComponent(() => import('./pages/people/AccountUpdate.tsx'), 'AccountUpdate'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/accounts',
    component: lazyRouteComponent(() => import('./pages/people/AccountRequests.tsx'), 'AccountRequests'),
    validateSearch: requestsSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/training',
    component: lazyRouteComponent(() => import('./pages/training/Training.tsx'), 'Training'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/training/$course',
    component: lazyRouteComponent(() => import('./pages/training/Course.tsx'), 'Course'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/training',
    component: lazyRouteComponent(() => import('./pages/training/TrainingRecords.tsx'), 'TrainingRecords'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/timeline',
    component: lazyRouteComponent(() => import('./pages/training/Timeline.tsx'), 'Timeline'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/patients',
    component: lazyRouteComponent(() => import('./pages/patients/Search.tsx'), 'Search'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/patients/emergency',
    component: lazyRouteComponent(() => import('./pages/patients/Emergency.tsx'), 'Emergency'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/patients/new',
    component: lazyRouteComponent(() => import('./pages/patient-edit/NewPatient.tsx'), 'NewPatient'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/patients/$patient',
    component: lazyRouteComponent(() => import('./pages/patients/Record.tsx'), 'Record'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/patients/$patient/seen',
    component: lazyRouteComponent(() => import('./pages/patient-paper/Seen.tsx'), 'Seen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/patients/$patient/dose',
    component: lazyRouteComponent(() => import('./pages/patient-edit/AddDose.tsx'), 'AddDose'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/patients/$patient/dose/$dose',
    component: lazyRouteComponent(() => import('./pages/patient-edit/EditDose.tsx'), 'EditDose'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/patients/$patient/details',
    component: lazyRouteComponent(() => import('./pages/patient-edit/Details.tsx'), 'Details'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/exchange',
    validateSearch: exchangeSearch,
    component: lazyRouteComponent(() => import('./pages/monitoring/Dashboard.tsx'), 'Dashboard'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/exchange/quality',
    validateSearch: exchangeSearch,
    component: lazyRouteComponent(() => import('./pages/monitoring/Quality.tsx'), 'Quality'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/exchange/attention',
    validateSearch: exchangeSearch,
    component: lazyRouteComponent(() => import('./pages/monitoring/Attention.tsx'), 'Attention'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/exchange/messages',
    component: lazyRouteComponent(() => import('./pages/messages/Messages.tsx'), 'Messages'),
    validateSearch: messagesSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/exchange/messages/$message',
    component: lazyRouteComponent(() => import('./pages/messages/Message.tsx'), 'Message'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/audit',
    component: lazyRouteComponent(() => import('./pages/audit/Audit.tsx'), 'Audit'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/staff/emergencies',
    component: lazyRouteComponent(() => import('./pages/audit/Emergencies.tsx'), 'Emergencies'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/review',
    component: lazyRouteComponent(() => import('./pages/review/Tasks.tsx'), 'Tasks'),
    validateSearch: tasksSearch,
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/review/$task',
    component: lazyRouteComponent(() => import('./pages/review/Task.tsx'), 'Task'),
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
