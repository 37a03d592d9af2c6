import { useMutation } from '@tanstack/react-query';
import { App, Button, Space, Table, Tag } from 'antd';
import { write } from '../../api/client';
import type { JobDefinitionView } from '../../api/schema';
import { Panel } from '../../shared/Page';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';

const colours: Record<string, string> = { queued: 'default', running: 'processing', succeeded: 'success', failed: 'error', cancelled: 'warning' };

/** What is done by the clock: when next, what came of it last, stopping it and running it now. */
export function Definitions({ definitions, canManage, onShow, onChanged }: { definitions: JobDefinitionView[]; canManage: boolean; onShow: (definition: string) => void; onChanged: () => Promise<void> }) {
  const words = useWords();
  const { message } = App.useApp();
  const onError = (e: Error) => message.error(e.message);
  const pause = useMutation({ mutationFn: ({ id, paused }: { id: string; paused: boolean }) => write(paused ? 'POST /job-definitions/{definition}/pause' : 'POST /job-definitions/{definition}/resume', { path: { definition: id } }), onSuccess: onChanged, onError });
  const run = useMutation({
    mutationFn: async (definition: string) => (await write('POST /job-definitions/{definition}/run', { path: { definition } })).body,
    onSuccess: async ({ jobs }) => {
      message.success(words.jobs.started(jobs.length));
      await onChanged();
    },
    onError,
  });
  return (
    <Panel flush title={words.jobs.definitions}>
      <Table<JobDefinitionView>
        size="small" rowKey="id" dataSource={definitions} pagination={false} scroll={{ x: 860 }}
        columns={[
          { title: words.jobs.kind, render: (_, d) => <>{d.name}<br /><small>{d.description}</small></> },
          { title: words.jobs.schedule, width: 150, dataIndex: 'schedule' },
          { title: words.jobs.nextRun, width: 160, className: 'numeric', render: (_, d) => (d.pausedBy ? <Tag color="warning">{words.jobs.paused(d.pausedBy)}</Tag> : moment(d.nextRun)) },
          { title: words.jobs.lastRun, width: 210, render: (_, d) => (d.lastRun ? <Button type="link" size="small" style={{ padding: 0 }} onClick={() => onShow(d.id)}><Tag color={colours[d.lastRun.state]}>{words.jobs.state[d.lastRun.state]}</Tag>{moment(d.lastRun.queuedAt)}</Button> : words.jobs.noRun) },
          {
            title: <span className="visually-hidden">{words.rounds.actions}</span>, width: 180,
            render: (_, d) => canManage && (
              <Space>
                <Button size="small" aria-label={`${words.jobs.runNow} ${d.name}`} onClick={() => run.mutate(d.id)}>{words.jobs.runNow}</Button>
                {d.pausable && <Button size="small" aria-label={`${d.pausedBy ? words.jobs.resume : words.jobs.pause} ${d.name}`} onClick={() => pause.mutate({ id: d.id, paused: !d.pausedBy })}>{d.pausedBy ? words.jobs.resume : words.jobs.pause}</Button>}
              </Space>
            ),
          },
        ]}
      />
    </Panel>
  );
}
