import { useQuery } from '@tanstack/react-query';
import { Pagination, Tag } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { get } from '../../../api/client';
import type { NoticeView } from '../../../api/schema';
import { Loaded, Nothing, Page, Panel } from '../../../shared/Page';
import { day } from '../../../shared/time';
import { useWords } from '../../../shared/words';

const pageSize = 20;

/** Whether objections are in time, in a word. */
export function NoticeTag({ notice }: { notice: NoticeView }) {
  const words = useWords().titlesSchool;
  if (notice.cancelledFor) return <Tag>{words.cancelled}</Tag>;
  return notice.takesObjections ? <Tag color="success">{words.inTime}</Tag> : <Tag>{words.overTime}</Tag>;
}

/** The notices of a district. */
export function NoticesPage() {
  const words = useWords().titlesSchool;
  const [search] = useSearchParams();
  const district = search.get('district') ?? '';
  const [page, setPage] = useState(1);
  const notices = useQuery({
    queryKey: ['public-notices', district, page], enabled: district !== '',
    queryFn: ({ signal }) => get('GET /public/notices', { query: { district, page, pageSize }, signal }),
  });
  if (district === '') return <Page title={words.noticesTitle}><Nothing title={words.noDistrict} /></Page>;
  return (
    <Page title={words.noticesTitle}>
      <Loaded of={[notices]}>
        {() => notices.data!.items.length === 0 ? <Panel><Nothing title={words.noticesNone} hint={words.noticesNoneHint} /></Panel> : (
          <>
            {notices.data!.items.map((n) => (
              <Panel key={n.id}>
                <Link to={`/public/notices/${n.id}`} style={{ display: 'inline-block', paddingBlock: 6, fontWeight: 600, fontSize: 16 }}>{n.title}</Link>
                <div>{words.period(day(n.startOn), day(n.endOn))}</div>
                <div style={{ marginTop: 6 }}><NoticeTag notice={n} /></div>
              </Panel>
            ))}
            {notices.data!.total > pageSize && <Pagination current={page} pageSize={pageSize} total={notices.data!.total} onChange={setPage} showSizeChanger={false} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
