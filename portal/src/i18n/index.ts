import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORED = 'cairn.language';

// One file a language and part of the portal, loaded when a page first needs it.
const files = import.meta.glob<{ default: Record<string, unknown> }>('./{en,es}/*.ts');

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  // i18next waits for what a function of two parameters returns.
  read: async (language, namespace) => {
    const load = files[`./${language}/${namespace}.ts`];
    if (!load) throw new Error(`no texts "${namespace}" in "${language}"`);
    return (await load()).default;
  },
};

const isLanguage = (text: string | null): text is Language => LANGUAGES.some((each) => each === text);

function preferred(): Language {
  const stored = localStorage.getItem(STORED);
  if (isLanguage(stored)) return stored;
  return navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en';
}

export async function startTexts(): Promise<void> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: preferred(),
      fallbackLng: 'en',
      supportedLngs: LANGUAGES,
      ns: ['common', 'problems'],
      defaultNS: 'common',
      // React escapes what it shows.
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  document.documentElement.lang = i18next.language;
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED, language);
  await i18next.changeLanguage(language);
}

export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'en');
