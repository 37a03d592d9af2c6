import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, Route, Routes } from 'react-router';
import { MissingPage } from '../../../shared/ErrorPages';
import { useLanguage, useWords } from '../../../shared/words';
import { UnsubscribePage } from '../../messages/UnsubscribePage';
import { CertificatePage } from './CertificatePage';
import { NoticePage } from './NoticePage';
import { NoticesPage } from './NoticesPage';

/** What everybody may read. No session is asked for, so that no request says who it is. */
export default function PublicPages() {
  return (
    <Frame>
      <Routes>
        <Route path="/public/notices" element={<NoticesPage />} />
        <Route path="/public/notices/:notice" element={<NoticePage />} />
        <Route path="/public/certificates" element={<CertificatePage />} />
        <Route path="/public/certificates/:number" element={<CertificatePage />} />
        <Route path="/public/unsubscribe/:token" element={<UnsubscribePage />} />
        <Route path="*" element={<MissingPage />} />
      </Routes>
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const words = useWords();
  const { language, setLanguage } = useLanguage();
  return (
    <>
      <header className="public-head">
        <span className="brand"><img src="/icon.svg" alt="" />{words.short} · {words.titlesSchool.public}</span>
        <Button type="text" style={{ color: '#fff' }} onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}>{language === 'en' ? '中文' : 'English'}</Button>
      </header>
      <main className="public-page">{children}</main>
      <footer className="public-foot"><Link to="/public/certificates">{words.titlesSchool.certificates}</Link></footer>
    </>
  );
}
