import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Input, Modal, Select, Space, Table, Tag } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { write, serverNow } from '../../api/client';
import type { ImportReport, SchoolCompleteness } from '../../api/schema';
import { Loaded, Page, Panel } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { deadline, moment, until } from '../../shared/time';
import { useWords } from '../../shared/words';
import { useCompleteness } from './queries';
import { NudgeButton } from './NudgeButton';
import { UndoAlert } from './UndoAlert';

const colours: Record<string, string> = { onTime: 'success', late: 'warning', returned: 'error', missing: 'default' };

/** Units by state, with filters, bulk accept and return, extensions, and the list of the late to copy. */
export default function BoardPage() {
  const { round = '' } = useParams();
  const words = useWords();
  const role = useRole();
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const completeness = useCompleteness(round);
  const [chosen, setChosen] = useState<string[]>([]);
  const [state, setState] = useState<string>();
  const [zone, setZone] = useState<string>();
  const [search, setSearch] = useState('');
  const [returning, setReturning] = useState(false);
  const [extending, setExtending] = useState<SchoolCompleteness>();

  const done = async (report: ImportReport, sentence: string) => {
    if (report.rejected > 0) {
      modal.warning({
        title: `${sentence}，${words.rounds.rejected(report.rejected)}`,
        content: <ul>{report.rows.filter((r) => r.status === 'rejected').map((r) => <li key={r.key}>{r.key}：{r.message}</li>)}</ul>,
      });
    } else {
      message.success(sentence);
    }
    setChosen([]);
    await Promise.all(['completeness', 'decisions'].map((key) => queries.invalidateQueries({ queryKey: [key, round] })));
  };
  const decide = useMutation({
    mutationFn: async ({ step, reason }: { step: 'accept' | 'return'; reason?: string }) =>
      (await write(`POST /rounds/{round}/self-evaluations/${step}`, { path: { round }, query: { mode: 'perRow' }, body: { schools: chosen, reason } })).body,
    onSuccess: (report, { step }) => done(report, step === 'accept' ? words.rounds.acceptDone(report.updated) : words.rounds.returnDone(report.updated)),
    onError: (error) => message.error(error.message),
  });

  return (
    <Loaded of={[completeness]}>
      {() => {
        const { name, state: roundState, zones } = completeness.data!;
        const zoneName = (code: string) => zones.find((z) => z.zone === code)?.name ?? code;
        const rows = completeness.data!.schools.filter((s) =>
          (!state || s.state === state || s.progress === state) && (!zone || s.zone === zone) && (!search || s.name.includes(search) || s.school.includes(search)));
        const missing = rows.filter((s) => s.state === 'missing' || s.state === 'returned');
        const isOpen = roundState === 'open';
        return (
          <Page
            title={`${name} · ${words.rounds.boardTitle}`}
            tools={(
              <>
                <Input.Search aria-label={words.common.search} placeholder={words.common.search} allowClear onChange={(e) => setSearch(e.target.value)} style={{ width: 160 }} />
                <Select aria-label={words.home.zone} allowClear placeholder={words.home.zone} value={zone} onChange={setZone} style={{ width: 120 }} options={zones.map((z) => ({ value: z.zone, label: z.name }))} />
                <Select
                  aria-label={words.home.state} allowClear placeholder={words.home.state} value={state} onChange={setState} style={{ width: 140 }}
                  options={[
                    ...Object.entries(words.completeness).map(([value, label]) => ({ value, label })),
                    ...(['zoneReviewed', 'districtReviewed'] as const).map((value) => ({ value, label: words.evaluationState[value] })),
                  ]}
                />
                <Button
                  disabled={missing.length === 0}
                  onClick={async () => {
                    await navigator.clipboard.writeText(words.rounds.lateCopy(name, missing.map((s) => s.name).join('、')));
                    message.success(words.common.copied);
                  }}
                >
                  {words.common.copyList}（{missing.length}）
                </Button>
              </>
            )}
          >
            {isOpen && may.review(role) && <UndoAlert round={round} onUndone={done} />}
            {isOpen && may.review(role) && (
              <Panel>
                <Space wrap>
                  <span>{words.rounds.selected(chosen.length)}</span>
                  <NudgeButton round={round} schools={chosen} nameOf={(code) => rows.find((s) => s.school === code)?.name ?? code} onDone={() => setChosen([])} />
                  <Button disabled={chosen.length === 0} loading={decide.isPending} onClick={() => decide.mutate({ step: 'accept' })}>{words.rounds.bulkAccept}</Button>
                  <Button disabled={chosen.length === 0} danger onClick={() => setReturning(true)}>{words.rounds.bulkReturn}</Button>
                </Space>
              </Panel>
            )}
            <Panel flush>
              <Table<SchoolCompleteness>
                size="small" rowKey="school" dataSource={rows} virtual scroll={{ y: 560, x: 1000 }} pagination={false}
                rowSelection={isOpen && may.review(role) ? { selectedRowKeys: chosen, onChange: (keys) => setChosen(keys as string[]), columnWidth: 44, getCheckboxProps: (s) => ({ 'aria-label': s.name }) } : undefined}
                columns={[
                  { title: words.home.school, width: 200, render: (_, s) => <Link to={`/rounds/${round}/schools/${s.school}/scorecard`}>{s.name}</Link> },
                  { title: words.home.zone, width: 100, render: (_, s) => zoneName(s.zone) },
                  { title: words.organisation.stage, width: 100, render: (_, s) => words.stage[s.stage] },
                  { title: words.home.state, width: 110, render: (_, s) => <Tag color={colours[s.state]}>{words.completeness[s.state as keyof typeof words.completeness]}</Tag> },
                  { title: words.rounds.reviewState, width: 120, render: (_, s) => (s.progress === 'draft' ? '' : words.evaluationState[s.progress]) },
                  { title: words.rounds.reports, width: 90, align: 'right', className: 'numeric', render: (_, s) => `${s.reports.submitted}/${s.reports.expected}` },
                  { title: words.rounds.received, width: 150, className: 'numeric', render: (_, s) => (s.receivedAt ? <>{moment(s.receivedAt)}{s.daysLate ? <> <Tag color="warning">{words.rounds.daysLate(s.daysLate)}</Tag></> : null}</> : '') },
                  {
                    title: words.rounds.dueAt, width: 210,
                    render: (_, s) => <>{until(s.dueAt)} {s.extended && <Tag>{words.deadline.extended}</Tag>}{isOpen && s.progress === 'draft' && <small style={{ display: 'block' }}>{deadline(serverNow(), s.dueAt, s.locksAt, words).left}</small>}</>,
                  },
                  { title: words.rounds.nudgedAt, width: 140, className: 'numeric', render: (_, s) => (s.nudgedAt ? moment(s.nudgedAt) : '') },
                  ...(may.manageRounds(role) && isOpen ? [{ title: words.rounds.extension, width: 80, render: (_: unknown, s: SchoolCompleteness) => <Button size="small" type="link" onClick={() => setExtending(s)}>{words.rounds.extension}</Button> }] : []),
                ]}
              />
            </Panel>
            <ReasonDialog
              open={returning} title={`${words.rounds.bulkReturn}（${chosen.length}）`} label={words.rounds.returnReason} onCancel={() => setReturning(false)}
              onConfirm={(reason) => {
                setReturning(false);
                decide.mutate({ step: 'return', reason });
              }}
            />
            {extending && <ExtensionDialog key={extending.school} round={round} school={extending} onClose={() => setExtending(undefined)} />}
          </Page>
        );
      }}
    </Loaded>
  );
}

/** Asks for a reason. */
export function ReasonDialog({ open, title, label, onCancel, onConfirm }: { open: boolean; title: string; label: string; onCancel: () => void; onConfirm: (reason: string) => void }) {
  const words = useWords();
  const [reason, setReason] = useState('');
  return (
    <Modal open={open} title={title} onCancel={onCancel} okText={words.common.confirm} cancelText={words.common.cancel} okButtonProps={{ disabled: reason.trim() === '' }} onOk={() => onConfirm(reason.trim())} afterClose={() => setReason('')}>
      <label htmlFor="reason">{label}</label>
      <Input.TextArea id="reason" rows={3} value={reason} onChange={(e) => setReason(e.target.value)} placeholder={words.common.reasonHint} maxLength={500} showCount autoFocus />
    </Modal>
  );
}

function ExtensionDialog({ round, school, onClose }: { round: string; school: SchoolCompleteness; onClose: () => void }) {
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [until, setUntil] = useState<Dayjs | null>(null);
  const [reason, setReason] = useState('');
  const extend = useMutation({
    mutationFn: () => write('PUT /rounds/{round}/schools/{school}/extension', {
      path: { round, school: school.school }, ifMatch: school.extended ? '*' : undefined, body: { dueAt: until!.format('YYYY-MM-DD'), reason: reason.trim() },
    }),
    onSuccess: async () => {
      message.success(words.rounds.extendDone);
      onClose();
      await queries.invalidateQueries({ queryKey: ['completeness', round] });
    },
    onError: (error) => message.error(error.message),
  });
  return (
    <Modal open title={`${words.rounds.extension} · ${school.name}`} onCancel={onClose} okText={words.common.confirm} cancelText={words.common.cancel} confirmLoading={extend.isPending} okButtonProps={{ disabled: !until || reason.trim() === '' }} onOk={() => extend.mutate()}>
      <Space orientation="vertical" style={{ width: '100%' }}>
        <label htmlFor="until">{words.rounds.extendTo}</label>
        <DatePicker id="until" value={until} onChange={(value) => setUntil(value as Dayjs | null)} style={{ width: '100%' }} />
        <label htmlFor="why">{words.common.reason}</label>
        <Input.TextArea id="why" rows={2} value={reason} onChange={(e) => setReason(e.target.value)} maxLength={500} />
      </Space>
    </Modal>
  );
}
