import { theme as antd, type ThemeConfig } from 'antd';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

export type Appearance = 'light' | 'dark' | 'system';

const storageKey = 'du.appearance';
const darkQuery = '(prefers-color-scheme: dark)';
const Context = createContext<{ appearance: Appearance; isDark: boolean; setAppearance: (next: Appearance) => void }>({
  appearance: 'system', isDark: false, setAppearance: () => undefined,
});

const stored = (): Appearance => {
  const value = localStorage.getItem(storageKey);
  return value === 'light' || value === 'dark' ? value : 'system';
};

/** Keeps light or dark, or follows the system. */
export function AppearanceProvider({ children }: { children: ReactNode }) {
  const [appearance, setAppearance] = useState<Appearance>(stored);
  const [systemIsDark, setSystemIsDark] = useState(() => matchMedia(darkQuery).matches);
  useEffect(() => {
    const query = matchMedia(darkQuery);
    const follow = () => setSystemIsDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  const isDark = appearance === 'dark' || (appearance === 'system' && systemIsDark);
  useEffect(() => {
    localStorage.setItem(storageKey, appearance);
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  }, [appearance, isDark]);
  const value = useMemo(() => ({ appearance, isDark, setAppearance }), [appearance, isDark]);
  return <Context value={value}>{children}</Context>;
}

export const useAppearance = () => useContext(Context);

/** Colours of the product. Text colours reach a contrast of 4.5 on every ground they stand on. */
export function themeOf(isDark: boolean): ThemeConfig {
  return {
    // The build gives components their rules (antd-styles.ts); the development server has none.
    zeroRuntime: import.meta.env.PROD,
    algorithm: isDark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: isDark ? '#5aaee0' : '#0f5c8c',
      colorLink: isDark ? '#7cc0ea' : '#0f5c8c',
      colorLinkHover: isDark ? '#a5d5f2' : '#0a4369',
      colorLinkActive: isDark ? '#a5d5f2' : '#0a4369',
      colorInfo: isDark ? '#6fbce8' : '#0f5c8c',
      colorSuccess: isDark ? '#5cc487' : '#1c7a43',
      colorWarning: isDark ? '#e0a33e' : '#9a5b00',
      colorError: isDark ? '#f07a6a' : '#b3261e',
      colorTextSecondary: isDark ? '#b8c4ce' : '#47545f',
      colorTextTertiary: isDark ? '#a9b6c1' : '#56636e',
      colorTextDescription: isDark ? '#a9b6c1' : '#56636e',
      colorTextPlaceholder: isDark ? '#98a5b0' : '#636f79',
      colorTextDisabled: isDark ? '#8f9ca7' : '#66727c',
      colorBgLayout: isDark ? '#0e1419' : '#f3f5f7',
      ...(isDark
        ? {
          colorPrimaryBg: '#0f2835', colorInfoBg: '#0c1f2a', colorSuccessBg: '#0d2216', colorWarningBg: '#261b06', colorErrorBg: '#2b110f',
          colorSuccessText: '#7fd3a0', colorInfoText: '#8fd0f5',
          colorSuccessBorder: '#2b5c40', colorWarningBorder: '#6b501b', colorErrorBorder: '#7a332c', colorInfoBorder: '#2a5a78',
        }
        : {
          colorPrimaryBg: '#e4f0f8', colorInfoBg: '#e7f1f8', colorSuccessBg: '#e6f4ec', colorWarningBg: '#fdf2dd', colorErrorBg: '#fceae8',
          colorSuccessBorder: '#a9d6bb', colorWarningBorder: '#ecc987', colorErrorBorder: '#efb0aa', colorInfoBorder: '#a9cde3',
        }),
      borderRadius: 6,
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif',
      fontSize: 14,
    },
    components: {
      Button: { primaryColor: isDark ? '#06222f' : '#ffffff' },
      Table: { cellPaddingBlock: 10, headerBg: isDark ? '#1a2630' : '#edf2f6', rowSelectedHoverBg: isDark ? '#12303f' : '#d5e7f3' },
      Menu: { itemSelectedBg: isDark ? '#12303f' : '#e4f0f8', itemSelectedColor: isDark ? '#8fd0f5' : '#0b4c74' },
      Tag: { defaultBg: isDark ? '#22303a' : '#eef1f4', defaultColor: isDark ? '#d4dee6' : '#37424c' },
      Layout: { headerBg: isDark ? '#0d2232' : '#14354d', siderBg: isDark ? '#121b23' : '#ffffff' },
    },
  };
}
