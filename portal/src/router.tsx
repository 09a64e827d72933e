import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { NotFound } from './layout/NotFound.tsx';
import { Failed } from './components/states.tsx';
import { Shell } from './layout/Shell.tsx';
import { Home } from './pages/home/Home.tsx';
import { mailboxSearch } from './pages/mailbox/search.ts';
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

// Every page but the first is loaded when it is opened. Addresses name organizations, messages and codes, never a patient.
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
    validateSearch: (search): { readonly next?: string } =>
      typeof search['next'] === 'string' && /^\/(?!\/)/.test(search['next']) ? { next: search['next'] } : {},
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
]);

export const router = createRouter({ routeTree, defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  // Declaration merging is how the router is told of its routes, and only an interface merges.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Register {
    readonly router: typeof router;
  }
}
