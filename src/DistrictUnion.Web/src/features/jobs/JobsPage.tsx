import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Progress, Select, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { get, write } from '../../api/client';
import type { JobState, JobView } from '../../api/schema';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import type { Words } from '../../shared/words/zh-CN';
import { useRounds } from '../rounds/queries';
import { Definitions } from './Definitions';
import { useJobEvents } from './useJobEvents';

const jobsKey = ['jobs'] as const;
const definitionsKey = ['job-definitions'] as const;
const colours: Record<string, string> = { queued: 'default', running: 'processing', succeeded: 'success', failed: 'error', cancelled: 'warning' };

/** Long work: what runs, how far it is, what came of it. */
export default function JobsPage() {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const role = useRole();
  const [round, setRound] = useState<string>();
  const [definition, setDefinition] = useState<string>();
  const [state, setState] = useState<JobState>();
  const rounds = useRounds();
  const definitions = useQuery({ queryKey: definitionsKey, queryFn: ({ signal }) => get('GET /job-definitions', { query: { pageSize: 50 }, signal }) });
  const listKey = [...jobsKey, definition ?? '', state ?? ''];
  const jobs = useQuery({ queryKey: listKey, queryFn: ({ signal }) => get('GET /jobs', { query: { pageSize: 50, definition, state }, signal }) });
  useJobEvents(jobs.data?.items, listKey);
  const refresh = async () => {
    await Promise.all([queries.invalidateQueries({ queryKey: jobsKey }), queries.invalidateQueries({ queryKey: definitionsKey })]);
  };
  const retry = useMutation({ mutationFn: (job: string) => write('POST /jobs/{job}/retry', { path: { job } }), onSuccess: refresh, onError: (e) => message.error(e.message) });
  const run = useMutation({ mutationFn: () => write('POST /rounds/{round}/rollups', { path: { round: round! } }), onSuccess: refresh, onError: (e) => message.error(e.message) });
  const cancel = useMutation({ mutationFn: (job: string) => write('DELETE /jobs/{job}', { path: { job } }), onSuccess: refresh, onError: (e) => message.error(e.message) });
  return (
    <Page
      title={words.jobs.title}
      tools={(
        <Space wrap>
          <Select aria-label={words.home.chooseRound} placeholder={words.home.chooseRound} value={round} onChange={setRound} style={{ minWidth: 200 }} options={(rounds.data ?? []).filter((r) => r.state === 'open').map((r) => ({ value: r.code, label: r.name }))} />
          <Button type="primary" disabled={!round} loading={run.isPending} onClick={() => run.mutate()}>{words.jobs.run}</Button>
        </Space>
      )}
    >
      <Loaded of={[definitions]}>{() => <Definitions definitions={definitions.data!.items} canManage={may.operate(role)} onShow={setDefinition} onChanged={refresh} />}</Loaded>
      <div className="page-tools" style={{ marginBottom: 12 }}>
        <h2 style={{ fontSize: 16, margin: 0 }}>{words.jobs.history}</h2>
        <Select allowClear aria-label={words.jobs.kind} placeholder={words.jobs.allKinds} style={{ minWidth: 170 }} value={definition} onChange={setDefinition} options={(definitions.data?.items ?? []).map((d) => ({ value: d.id, label: d.name }))} />
        <Select allowClear aria-label={words.home.state} placeholder={words.jobs.allStates} style={{ width: 130 }} value={state} onChange={setState} options={Object.entries(words.jobs.state).map(([value, label]) => ({ value, label }))} />
      </div>
      <Loaded of={[jobs]}>
        {() => jobs.data!.items.length === 0 ? <Nothing title={words.jobs.none} /> : (
          <Panel flush>
            <Table<JobView>
              size="middle" rowKey="id" dataSource={jobs.data!.items} pagination={false} scroll={{ x: 720 }}
              columns={[
                { title: words.jobs.kind, render: (_, j) => words.jobs.kinds[j.kind] ?? j.kind },
                { title: words.home.state, width: 110, render: (_, j) => <Tag color={colours[j.state]}>{words.jobs.state[j.state]}</Tag> },
                { title: words.jobs.progress, width: 220, render: (_, j) => <Progress aria-label={words.jobs.progress} size="small" percent={j.state === 'succeeded' ? 100 : j.progress.total ? Math.round((100 * j.progress.done) / j.progress.total) : 0} format={() => `${j.progress.done}/${j.progress.total}`} /> },
                { title: words.schemes.result, render: (_, j) => (j.error ? <>{words.jobs.failedHint}{j.attempts > 1 && `，${words.jobs.attempt(j.attempts)}`}{j.nextAttemptAt && `，${words.jobs.retryAt(moment(j.nextAttemptAt))}`}</> : resultOf(j, words)) },
                { title: words.jobs.queuedAt, width: 150, className: 'numeric', render: (_, j) => moment(j.queuedAt) },
                { title: words.jobs.endedAt, width: 150, className: 'numeric', render: (_, j) => moment(j.endedAt) },
                { title: <span className="visually-hidden">{words.rounds.actions}</span>, width: 90, render: (_, j) => ((j.state === 'queued' || j.state === 'running') && <Button size="small" onClick={() => cancel.mutate(j.id)}>{words.jobs.cancel}</Button>) || (may.operate(role) && (j.state === 'failed' || j.state === 'cancelled') && <Button size="small" onClick={() => retry.mutate(j.id)}>{words.jobs.retry}</Button>) },
              ]}
            />
          </Panel>
        )}
      </Loaded>
    </Page>
  );
}

/** What came of a job, in words. */
function resultOf(job: JobView, words: Words): string {
  if (!job.result) return '';
  if (job.kind === 'vote.close') return words.jobs.voteClosed((job.result as { closed?: boolean }).closed === true);
  if (job.kind === 'evidence.sweep') {
    const { files, leftovers } = job.result as { files: number; leftovers: number };
    return words.jobs.swept(files, leftovers);
  }
  if (job.kind === 'evidence.scan') {
    const { scanned, infected, pending } = job.result as { scanned: number; infected: number; pending: number };
    return words.jobs.scanned(scanned, infected, pending);
  }
  const result = job.result as Record<string, unknown>;
  if (!('differences' in result)) return Object.entries(result).filter(([, n]) => typeof n === 'number' && n > 0).map(([name, n]) => `${words.jobs.counts[name] ?? name} ${n}`).join('，');
  return words.jobs.differences(((job.result as { differences?: unknown[] }).differences ?? []).length);
}
