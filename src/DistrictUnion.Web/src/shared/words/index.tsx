import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { speak } from '../../api/client';
import { en } from './en';
import { zhCN, type Words } from './zh-CN';

export type Language = 'zh-CN' | 'en';

interface Spoken {
  language: Language;
  words: Words;
  setLanguage: (language: Language) => void;
}

const storageKey = 'du.language';
const Context = createContext<Spoken>({ language: 'zh-CN', words: zhCN, setLanguage: () => undefined });

const initial = (): Language => (localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh-CN');

/** Keeps the language of the pages and of the service's answers. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(initial);
  speak(language);
  useEffect(() => {
    localStorage.setItem(storageKey, language);
    document.documentElement.lang = language;
    document.title = (language === 'en' ? en : zhCN).product;
  }, [language]);
  const value = useMemo(() => ({ language, words: language === 'en' ? en : zhCN, setLanguage }), [language]);
  return <Context value={value}>{children}</Context>;
}

/** The words of the chosen language. */
export const useWords = () => useContext(Context).words;

/** The chosen language and how to change it. */
export const useLanguage = () => useContext(Context);
