import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { get } from '../../api/client';
import type { WebhookView } from '../../api/schema';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { useWords } from '../../shared/words';
import { webhooksKey } from './queries';
import { SecretDialog } from './SecretDialog';
import { WebhookDialog } from './WebhookDialog';

/** Other systems that are told of events. */
export default function WebhooksPage() {
  const words = useWords();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<WebhookView>();
  const list = useQuery({ queryKey: webhooksKey, queryFn: ({ signal }) => get('GET /webhooks', { query: { pageSize: 200 }, signal }) });
  const add = <Button type="primary" onClick={() => setAdding(true)}>{words.webhooks.add}</Button>;
  const saved = async (webhook: WebhookView) => {
    setAdding(false);
    setMade(webhook);
    await queries.invalidateQueries({ queryKey: webhooksKey });
  };
  return (
    <Page title={words.webhooks.title} tools={add}>
      <Loaded of={[list]}>
        {() => list.data!.total === 0 ? <Nothing title={words.webhooks.none} hint={words.webhooks.noneHint} /> : (
          <Panel flush>
            <Table<WebhookView>
              size="middle" rowKey="code" dataSource={list.data!.items} pagination={false} scroll={{ x: 720 }}
              columns={[
                { title: words.webhooks.name, render: (_, w) => <><Link to={`/webhooks/${w.code}`}>{w.name}</Link><br /><small>{w.url}</small></> },
                { title: words.webhooks.state, width: 130, render: (_, w) => <><Tag color={w.state === 'active' ? 'success' : 'error'}>{words.webhooks.states[w.state]}</Tag>{w.endedBy && <small>{words.webhooks.endedBy[w.endedBy]}</small>}</> },
                { title: words.webhooks.events, render: (_, w) => <Space wrap size={[4, 4]}>{w.events.map((e) => <Tag key={e}>{e}</Tag>)}</Space> },
              ]}
            />
          </Panel>
        )}
      </Loaded>
      {adding && <WebhookDialog onClose={() => setAdding(false)} onSaved={saved} />}
      {made?.secret && <SecretDialog secret={made.secret} onClose={() => setMade(undefined)} />}
    </Page>
  );
}
