import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Select, Table, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { get, write } from '../../api/client';
import type { DeliveryState, DeliveryView, MessageChannel } from '../../api/schema';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import { deliveriesKey } from './queries';
import { Robots } from './Robots';

const pageSize = 50;
const colours: Record<DeliveryState, string> = { queued: 'default', sent: 'warning', accepted: 'success', failed: 'error', opened: 'success', suppressed: 'default' };

/** What became of messages by each channel, and the robots of groups. */
export default function DeliveriesPage() {
  const words = useWords();
  return (
    <Page title={words.messages.deliveries.title}>
      <Tabs destroyOnHidden items={[{ key: 'log', label: words.messages.deliveries.tab, children: <Deliveries /> }, { key: 'robots', label: words.messages.deliveries.robots, children: <Robots /> }]} />
    </Page>
  );
}

function Deliveries() {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [page, setPage] = useState(1);
  const [state, setState] = useState<DeliveryState>();
  const [channel, setChannel] = useState<MessageChannel>();
  const list = useQuery({ queryKey: [...deliveriesKey, page, state, channel], queryFn: ({ signal }) => get('GET /deliveries', { query: { page, pageSize, state, channel }, signal }) });
  const again = useMutation({
    mutationFn: (delivery: string) => write('POST /deliveries/{delivery}/send-again', { path: { delivery } }),
    onSuccess: () => {
      message.success(words.messages.deliveries.queued);
      return queries.invalidateQueries({ queryKey: deliveriesKey });
    },
    onError: (e) => message.error(e.message),
  });
  const wordsOf = (known: Record<string, string>) => Object.entries(known).map(([value, label]) => ({ value, label }));
  return (
    <>
      <div className="page-tools" style={{ marginBottom: 12 }}>
        <Select allowClear aria-label={words.messages.deliveries.state} placeholder={words.messages.deliveries.state} style={{ width: 160 }} value={state} onChange={(v) => { setState(v); setPage(1); }} options={wordsOf(words.messages.deliveries.states)} />
        <Select allowClear aria-label={words.messages.deliveries.channel} placeholder={words.messages.deliveries.channel} style={{ width: 140 }} value={channel} onChange={(v) => { setChannel(v); setPage(1); }} options={wordsOf(words.messages.channel)} />
      </div>
      <Loaded of={[list]}>
        {() => list.data!.total === 0 ? <Nothing title={words.messages.deliveries.none} hint={words.messages.deliveries.noneHint} /> : (
          <Panel flush>
            <Table<DeliveryView>
              size="middle" rowKey="id" dataSource={list.data!.items} scroll={{ x: 900 }}
              pagination={list.data!.total > pageSize ? { current: page, pageSize, total: list.data!.total, showSizeChanger: false, onChange: setPage } : false}
              columns={[
                { title: words.messages.deliveries.message, render: (_, d) => <>{d.title}<br /><Tag>{words.messages.kind[d.kind]}</Tag></> },
                { title: words.messages.deliveries.recipient, width: 170, render: (_, d) => <>{d.recipient}{d.address && <><br /><small>{d.address}</small></>}</> },
                { title: words.messages.deliveries.channel, width: 100, render: (_, d) => words.messages.channel[d.channel] },
                { title: words.messages.deliveries.state, width: 140, render: (_, d) => <Tag color={colours[d.state]}>{words.messages.deliveries.states[d.state]}</Tag> },
                {
                  title: words.messages.deliveries.error,
                  render: (_, d) => d.error && (
                    <>
                      {d.error.text}
                      {d.detail && <><br /><small>{d.detail}</small></>}
                      {d.attempts > 1 && <><br /><small>{words.messages.deliveries.attempts(d.attempts)}{d.state === 'queued' && d.nextAttemptAt ? `，${words.messages.deliveries.next(moment(d.nextAttemptAt))}` : ''}</small></>}
                    </>
                  ),
                },
                { title: words.messages.deliveries.at, width: 150, className: 'numeric', render: (_, d) => moment(d.sentAt ?? d.queuedAt) },
                {
                  title: <span className="visually-hidden">{words.rounds.actions}</span>, width: 110,
                  render: (_, d) => d.channel !== 'inbox' && ['failed', 'sent', 'suppressed'].includes(d.state) && <Button size="small" onClick={() => again.mutate(d.id)}>{words.messages.deliveries.again}</Button>,
                },
              ]}
            />
          </Panel>
        )}
      </Loaded>
    </>
  );
}
