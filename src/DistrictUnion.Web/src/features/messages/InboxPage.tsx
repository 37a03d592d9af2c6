import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Pagination, Switch, Tag } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { get, write } from '../../api/client';
import type { InboxMessageView } from '../../api/schema';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import { inboxKey } from './queries';

const pageSize = 20;

/** The own messages: what happened, and where it goes on. */
export default function InboxPage() {
  const words = useWords();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [page, setPage] = useState(1);
  const [unread, setUnread] = useState(false);
  const inbox = useQuery({ queryKey: [...inboxKey, page, unread], queryFn: ({ signal }) => get('GET /inbox', { query: { page, pageSize, unread: unread || undefined }, signal }) });
  const changed = { onSuccess: () => queries.invalidateQueries({ queryKey: inboxKey }), onError: (e: Error) => message.error(e.message) };
  const mark = useMutation({ mutationFn: ({ id, read }: { id: string; read: boolean }) => write(read ? 'POST /inbox/{message}/read' : 'POST /inbox/{message}/unread', { path: { message: id } }), ...changed });
  const readAll = useMutation({ mutationFn: () => write('POST /inbox/read', {}), ...changed });
  const open = (m: InboxMessageView) => {
    if (!m.readAt) mark.mutate({ id: m.id, read: true });
    navigate(m.link);
  };
  return (
    <Page
      title={words.messages.title}
      tools={(
        <>
          <label><Switch size="small" checked={unread} onChange={(on) => { setUnread(on); setPage(1); }} /> {words.messages.unreadOnly}</label>
          <Button onClick={() => readAll.mutate()} loading={readAll.isPending} disabled={!inbox.data?.items.some((m) => !m.readAt)}>{words.messages.readAll}</Button>
          <Button type="link" onClick={() => navigate('/account/messages')}>{words.messages.settings}</Button>
        </>
      )}
    >
      <Loaded of={[inbox]}>
        {() => inbox.data!.total === 0 ? <Nothing title={unread ? words.messages.noneUnread : words.messages.none} hint={unread ? undefined : words.messages.noneHint} /> : (
          <Panel flush>
            <ul className="message-list">
              {inbox.data!.items.map((m) => (
                <li key={m.id} className={m.readAt ? undefined : 'unread'}>
                  <h2>{!m.readAt && <span className="visually-hidden">{words.messages.unread} </span>}{m.title}</h2>
                  <p>{m.body}</p>
                  <div className="message-meta">
                    <Tag>{words.messages.kind[m.kind]}</Tag>
                    {m.urgency === 'urgent' && <Tag color="error">{words.messages.urgent}</Tag>}
                    <span className="numeric">{moment(m.at)}</span>
                    {m.link && <Button size="small" type={m.readAt ? 'default' : 'primary'} onClick={() => open(m)}>{words.messages.open}</Button>}
                    {m.readAt && <Button size="small" type="text" onClick={() => mark.mutate({ id: m.id, read: false })}>{words.messages.markUnread}</Button>}
                  </div>
                </li>
              ))}
            </ul>
            {inbox.data!.total > pageSize && <Pagination style={{ padding: 12 }} size="small" current={page} pageSize={pageSize} total={inbox.data!.total} showSizeChanger={false} onChange={setPage} />}
          </Panel>
        )}
      </Loaded>
    </Page>
  );
}
