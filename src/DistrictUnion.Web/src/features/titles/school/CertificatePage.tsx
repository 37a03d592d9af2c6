import { useQuery } from '@tanstack/react-query';
import { Alert, Button, QRCode } from 'antd';
import { useParams } from 'react-router';
import { get } from '../../../api/client';
import { Loaded, Page } from '../../../shared/Page';
import { useSession } from '../../../shared/session';
import { day } from '../../../shared/time';
import { useWords } from '../../../shared/words';
import { PaperButton } from '../district/PaperButton';

/** A certificate to print; its code leads to the public page that says whether it is still valid. */
export default function CertificatePage() {
  const words = useWords();
  const own = words.titlesSchool;
  const { number = '' } = useParams();
  const { user } = useSession();
  const title = useQuery({ queryKey: ['title', number], queryFn: ({ signal }) => get('GET /titles/{title}', { path: { title: number }, signal }) });
  return (
    <Loaded of={[title]}>
      {() => {
        const t = title.data!;
        const unit = t.unitName.startsWith(t.schoolName) ? t.unitName : `${t.schoolName} ${t.unitName}`;
        const address = `${location.origin}/public/certificates/${encodeURIComponent(t.number)}`;
        return (
          <Page title={`${own.honour} · ${unit}`} tools={!t.endedOn && (
            <>
              <PaperButton address={`/titles/${encodeURIComponent(t.number)}/certificate.docx`}>{own.word}</PaperButton>
              <Button type="primary" onClick={() => print()}>{words.common.print}</Button>
            </>
          )}>
            {t.endedOn && <Alert type="error" showIcon style={{ marginBottom: 16 }} title={own.honourEnded(day(t.endedOn))} />}
            <article className="print-sheet certificate" aria-label={own.honour}>
              <h2>{own.honour}</h2>
              <p className="certificate-unit">{unit}：</p>
              <p className="certificate-text">{own.honourText(t.title)}</p>
              <p className="certificate-text">{own.honourSpecial}</p>
              <div className="certificate-foot">
                <div className="certificate-code">
                  <div aria-hidden><QRCode value={address} size={104} type="svg" bordered={false} color="#000" bgColor="#fff" /></div>
                  <small>{own.scan}<br /><a href={address}>{own.number} <span className="numeric">{t.number}</span></a></small>
                </div>
                <p>{user?.districtName}<br />{day(t.awardedOn)}</p>
              </div>
            </article>
          </Page>
        );
      }}
    </Loaded>
  );
}
