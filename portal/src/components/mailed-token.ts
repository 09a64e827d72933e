import { useEffect, useState } from 'react';

/**
 * The token of a mailed link, which stands behind the `#` of the address: servers and logs never see it. It is read once and
 * taken out of the address, so that it stays neither in the history nor in a copied address; '' where there is none. What it
 * stands for is only asked for when a button is pressed: mail scanners open links.
 */
export function useMailedToken(): string {
  const [token, setToken] = useState(readToken);
  useEffect(() => {
    const take = (): void => {
      const found = readToken();
      if (found === '') return;
      setToken(found);
      window.history.replaceState(window.history.state, '', window.location.pathname);
    };
    take();
    // The next link may be opened in the same tab.
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  return token;
}

// Tokens are longer than any id on a page.
const readToken = (): string => {
  const hash = window.location.hash.slice(1);
  return hash.length >= 20 ? hash : '';
};
