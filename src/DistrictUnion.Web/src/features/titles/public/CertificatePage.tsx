import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions, Form, Input, Result } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { Loading } from '../../../shared/Loading';
import { get } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { FailedPage } from '../../../shared/ErrorPages';
import { Page, Panel } from '../../../shared/Page';
import { day } from '../../../shared/time';
import { useWords } from '../../../shared/words';

/** Whether a certificate is valid today, in words that can be read across a desk. */
export function CertificatePage() {
  const words = useWords().titlesSchool;
  const { number = '' } = useParams();
  const navigate = useNavigate();
  const found = useQuery({
    queryKey: ['public-certificate', number], enabled: number !== '', staleTime: 0,
    queryFn: ({ signal }) => get('GET /public/certificates/{number}', { path: { number }, signal }),
  });
  const isUnknown = found.error instanceof Problem && found.error.isNotFound;
  if (found.error && !isUnknown) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
  const c = found.data;
  return (
    <Page title={words.certificates}>
      <div aria-live="polite">
        {found.isLoading && <Loading apart={32} />}
        {isUnknown && <Panel><Result status="warning" title={<h2 className="verdict">{words.noCertificate}</h2>} subTitle={<>{number}<br />{words.noCertificateHint}</>} /></Panel>}
        {c && (
          <Panel>
            <Result status={c.isHeld ? 'success' : 'error'} title={<h2 className="verdict">{c.isHeld ? words.valid : words.ended}</h2>} subTitle={c.endedOn ? words.endedOn(day(c.endedOn)) : words.stillHeld} style={{ padding: '8px 0 16px' }} />
            <Descriptions
              column={1} bordered size="small" items={[
                { key: 'unit', label: words.holder, children: c.unitName.startsWith(c.schoolName) ? c.unitName : `${c.schoolName} ${c.unitName}` }, { key: 'title', label: words.title, children: c.title },
                { key: 'district', label: words.issuer, children: c.district }, { key: 'on', label: words.issuedOn, children: day(c.awardedOn) }, { key: 'number', label: words.number, children: c.number },
              ]}
            />
          </Panel>
        )}
      </div>
      <Panel title={number ? words.verifyAnother : undefined}>
        <p style={{ marginTop: 0 }}>{words.certificatesHint}</p>
        <Form<{ number: string }> layout="vertical" requiredMark={false} onFinish={(fields) => navigate(`/public/certificates/${encodeURIComponent(fields.number.trim())}`)}>
          <Form.Item name="number" label={words.number} rules={[{ required: true, whitespace: true, message: words.needNumber }]}><Input size="large" autoComplete="off" autoCapitalize="none" spellCheck={false} /></Form.Item>
          <Button type={number ? 'default' : 'primary'} size="large" block htmlType="submit">{words.verify}</Button>
        </Form>
      </Panel>
    </Page>
  );
}
