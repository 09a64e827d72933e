import './styles/index.scss';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Refused } from './api/client.ts';
import { startTexts } from './i18n/index.ts';
import { router } from './router.tsx';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // What the server refused it refuses again; only where there was no answer is it asked once more.
      retry: (count, error) => count < 1 && error instanceof Refused && error.status === 0,
    },
  },
});

const root = document.getElementById('root');
if (!root) throw new Error('the page has no place for the portal');
await startTexts();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Suspense>
        <RouterProvider router={router} />
      </Suspense>
    </QueryClientProvider>
  </StrictMode>,
);
