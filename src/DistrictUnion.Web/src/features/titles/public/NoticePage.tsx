import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link, useParams } from 'react-router';
import { get } from '../../../api/client';
import { Loaded, Page, Panel } from '../../../shared/Page';
import { day } from '../../../shared/time';
import { useWords } from '../../../shared/words';
import { NoticeTag } from './NoticesPage';
import { CheckObjection, ObjectionForm } from './Objection';

/** One notice: who is to be honoured and why, and how to object. */
export function NoticePage() {
  const words = useWords().titlesSchool;
  const { notice: id = '' } = useParams();
  const notice = useQuery({ queryKey: ['public-notice', id], queryFn: ({ signal }) => get('GET /public/notices/{address}', { path: { address: id }, signal }) });
  return (
    <Loaded of={[notice]}>
      {() => {
        const n = notice.data!;
        return (
          <Page title={n.title}>
            {n.cancelledFor && <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={words.cancelled} description={n.cancelledFor} />}
            <Panel>
              <p style={{ margin: 0 }}>{words.conferring(n.tierName)}<br />{words.period(day(n.startOn), day(n.endOn))}</p>
              <div style={{ marginTop: 6 }}><NoticeTag notice={n} /></div>
            </Panel>
            <Panel title={words.units}>
              {n.units.map((u) => (
                <div key={u.application} className="leaf">
                  <b>{u.unit}</b>{u.school !== u.unit && <>（{u.school}）</>}
                  <div>{words.reason}：{u.reason}</div>
                </div>
              ))}
            </Panel>
            {!n.cancelledFor && <ObjectionForm notice={n} />}
            <CheckObjection notice={n.id} />
            <p><Link to={`/public/notices?district=${encodeURIComponent(n.district)}`} style={{ display: 'inline-block', paddingBlock: 6 }}>{words.toList}</Link></p>
          </Page>
        );
      }}
    </Loaded>
  );
}
