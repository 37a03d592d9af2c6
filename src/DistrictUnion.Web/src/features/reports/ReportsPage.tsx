import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { get, write } from '../../api/client';
import type { ReportSummary } from '../../api/schema';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { useRole } from '../../shared/session';
import { moment } from '../../shared/time';
import { useWords } from '../../shared/words';
import { ReasonDialog } from '../rounds/BoardPage';
import { useRound } from '../rounds/queries';

/** The reports of a school's branches, accepted or returned one by one or together. */
export default function ReportsPage() {
  const { round = '', school = '' } = useParams();
  const words = useWords();
  const role = useRole();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<string[]>([]);
  const [returning, setReturning] = useState(false);
  const current = useRound(round);
  const reports = useQuery({
    queryKey: ['reports', round, school],
    queryFn: ({ signal }) => get('GET /rounds/{round}/schools/{school}/reports', { path: { round, school }, query: { pageSize: 200 }, signal }),
  });
  const decide = useMutation({
    mutationFn: async ({ step, reason }: { step: 'accept' | 'return'; reason?: string }) =>
      (await write(`POST /rounds/{round}/schools/{school}/reports/${step}`, { path: { round, school }, query: { mode: 'perRow' }, body: { branches: chosen, reason } })).body,
    onSuccess: async (report, { step }) => {
      const text = `${step === 'accept' ? words.report.accepted : words.report.returned} ${report.updated}`;
      if (report.rejected > 0) message.warning(`${text}；${report.rows.filter((r) => r.status === 'rejected').map((r) => `${r.key} ${r.message}`).join('；')}`);
      else message.success(text);
      setChosen([]);
      await queries.invalidateQueries({ queryKey: ['reports', round, school] });
    },
    onError: (error) => message.error(error.message),
  });
  const canDecide = role === 'schoolChair' || role === 'districtAdmin' || role === 'districtOfficer';
  return (
    <Loaded of={[current, reports]}>
      {() => (
        <Page title={`${current.data!.body.name} · ${words.report.title}`}>
          {reports.data!.items.length === 0 ? <Nothing title={words.report.none} hint={words.report.noneHint} /> : (
            <Panel
              flush
              extra={canDecide && current.data!.body.state === 'open' && (
                <Space>
                  <Button disabled={chosen.length === 0} loading={decide.isPending} onClick={() => decide.mutate({ step: 'accept' })}>{words.report.accept}（{chosen.length}）</Button>
                  <Button danger disabled={chosen.length === 0} onClick={() => setReturning(true)}>{words.report.return}</Button>
                </Space>
              )}
            >
              <Table<ReportSummary>
                size="middle" rowKey="branch" dataSource={reports.data!.items} pagination={{ pageSize: 50, hideOnSinglePage: true }}
                rowSelection={canDecide && current.data!.body.state === 'open' ? { selectedRowKeys: chosen, onChange: (keys) => setChosen(keys as string[]), getCheckboxProps: (r) => ({ disabled: r.state !== 'submitted' && r.state !== 'accepted', 'aria-label': r.name }) } : undefined}
                columns={[
                  { title: words.report.branch, render: (_, r) => <Link to={`/rounds/${round}/schools/${school}/branches/${r.branch}/report`}>{r.name}</Link> },
                  { title: words.report.kind, render: (_, r) => words.branchKind[r.kind] },
                  { title: words.home.state, render: (_, r) => <Tag color={r.state === 'returned' ? 'error' : r.state === 'accepted' ? 'success' : r.state === 'submitted' ? 'processing' : 'default'}>{words.reportState[r.state ?? 'none']}</Tag> },
                  { title: words.rounds.received, className: 'numeric', render: (_, r) => moment(r.submittedAt) },
                  { title: words.common.reason, dataIndex: 'returnReason' },
                ]}
              />
            </Panel>
          )}
          <ReasonDialog
            open={returning} title={`${words.report.return}（${chosen.length}）`} label={words.rounds.returnReason} onCancel={() => setReturning(false)}
            onConfirm={(reason) => {
              setReturning(false);
              decide.mutate({ step: 'return', reason });
            }}
          />
        </Page>
      )}
    </Loaded>
  );
}
